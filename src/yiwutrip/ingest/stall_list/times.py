"""Cells that hold times: hours, weekdays, dates."""

from __future__ import annotations

import re
from datetime import time
from typing import Final

from yiwutrip.ingest.notes.numbers import HAN, value_of
from yiwutrip.ingest.stall_list.amounts import DASH
from yiwutrip.ingest.stall_list.faults import CellError
from yiwutrip.ingest.stall_list.words import read_text, says_nothing, short_words

_CLOCK: Final = re.compile(
    r"(上午|早上|早晨|早|中午|下午|晚上|晚|am|pm)?\s*(\d{1,2})(?:\s*(?::|点|时|h|\.)\s*(\d{1,2}|半)?\s*分?(?::\d{2}(?:\.\d+)?)?)?\s*(am|pm)?",
    re.IGNORECASE,
)
_HAN_HOUR: Final = re.compile(rf"({HAN})(?=点|时|$|\s*[-至到~晚])")
_MORNING_TO_EVENING: Final = re.compile(r"早上?(\d{1,2})点?[-至到~]?晚上?(\d{1,2})点?")
_BARE_HOUR: Final = re.compile(r"[1-9](?!\d)")
"""An hour as people say it; 05:00 is one of the clock that counts to 24."""
_AFTER_NOON: Final = frozenset(["下午", "晚上", "晚", "pm"])
_WEEKDAY_OF: Final = {
    **{str(number): number for number in range(1, 8)},
    **{name: number + 1 for number, name in enumerate("一二三四五六日")},
    "天": 7,
    **{name: number + 1 for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
}
_WEEKDAY: Final = re.compile(
    r"(?:每?(?:周|星期|礼拜))?([一二三四五六日天1-7])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE
)
_NEVER_SHUT: Final = frozenset(["无休", "全年无休", "不休", "不休息", "天天营业", "none", "never"])
_DATE: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?|\s*月)?(?:[T ]\d{1,2}:.*)?")


def read_clock(text: str) -> time | None:
    """A time of day: ``9:00``, ``9点半``, ``下午5点``, or the fraction of a day that Excel keeps."""
    words = short_words(text)
    if says_nothing(words):
        return None
    if re.fullmatch(r"0?\.\d+", words):
        minutes = round(float(words) * 1440)
        return time(minutes // 60 % 24, minutes % 60)
    match = _CLOCK.fullmatch(re.sub(r"^(\d\d)(\d\d)$", r"\1:\2", words))
    if match is None:
        raise CellError("bad-clock-time")
    half, hour_text, minute_text, english = match.groups()
    hour, minute = int(hour_text), 30 if minute_text == "半" else int(minute_text or 0)
    if (half or english or "") in _AFTER_NOON and hour < 12:
        hour += 12
    if (hour, minute) == (24, 0):
        return time(23, 59)
    if hour > 23 or minute > 59:
        raise CellError("bad-clock-time")
    return time(hour, minute)


def read_hours(text: str) -> tuple[time | None, time | None]:
    """
    Both ends of the opening hours in one cell: ``9:00-17:00``, ``9点到5点``, ``早九晚五``.

    A closing hour that is said like one of the morning and would come before the opening, itself in the morning, is one
    of the afternoon.
    """
    words = short_words(text)
    if says_nothing(words):
        return None, None
    words = _HAN_HOUR.sub(lambda match: str(value_of(match[1])), words)
    parts = DASH.split(_MORNING_TO_EVENING.sub(r"\1点-下午\2点", words))
    if len(parts) != 2:
        raise CellError("bad-hours")
    opens, closes = (read_clock(part) if part else None for part in parts)
    if opens is None or closes is None:
        raise CellError("bad-hours")
    if closes < opens <= time(12) and _BARE_HOUR.match(parts[1]):
        closes = closes.replace(hour=closes.hour + 12)
    return opens, closes


def read_weekdays(text: str) -> tuple[int, ...]:
    """Weekdays on which it is shut, 1 Monday to 7 Sunday."""
    words = short_words(text)
    if says_nothing(words) or words in _NEVER_SHUT:
        return ()
    days = []
    for part in re.split(r"[;；,，、|/\s和]+", words):
        match = _WEEKDAY.fullmatch(part)
        if match is None:
            raise CellError("bad-weekday")
        days.append(_WEEKDAY_OF[match[1] or match[2].lower()])
    return tuple(sorted(set(days)))


def read_as_of(text: str) -> str | None:
    """The date of the facts, as ISO where it can be read, else as it stands."""
    match = _DATE.fullmatch(short_words(text))
    if match is None:
        return read_text(text)
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise CellError("bad-date")
    return f"{year:04}-{month:02}-{day:02}" if match[3] else f"{year:04}-{month:02}"
