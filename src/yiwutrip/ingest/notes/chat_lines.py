"""Who said what when: the lines of a pasted chat, in the layouts in which WeChat and its copies write them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

MARKET_TIME = ZoneInfo("Asia/Shanghai")

_DATE = (
    r"(?:(?P<y>\d{4})\s*[-/.年]\s*)?(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?"
    r"|(?P<ago>今天|昨天|前天|today|yesterday)"
)
_TIME = (
    r"(?P<half>上午|下午|晚上|傍晚|中午|凌晨|早上|[AaPp][Mm])?\s*(?P<h>\d{1,2})[:：](?P<min>\d{2})(?:[:：](?P<s>\d{2}))?"
    r"(?:\s*(?P<half2>[AaPp][Mm]))?"
)
_WEEKDAY = r"(?:\s*(?:星期|周)[一二三四五六日天])?"
_NAME = r"(?P<name>[^\s:：\[\]][^\n:：\[\]]{0,31}?)"
_DAY_LINE = re.compile(rf"[-—=\s]*(?:{_DATE}){_WEEKDAY}[-—=\s]*(?:{_TIME})?\s*")
_LAYOUTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s*{_NAME}(?:\([^()\n]{{1,40}}\))?\s+(?:{_DATE}){_WEEKDAY}\s*{_TIME}\s*(?:[:：]\s*(?P<text>.*))?",
        rf"\s*[\[(]?\s*(?:{_DATE}){_WEEKDAY},?\s*{_TIME}\s*[\])]?\s*{_NAME}\s*(?:[:：]\s*(?P<text>.*))?",
        rf"\s*{_NAME}\s+{_TIME}\s*(?:[:：]\s*(?P<text>.*))?",
        rf"\s*[\[(]?\s*{_TIME}\s*[\])]?\s*{_NAME}\s*(?:[:：]\s*(?P<text>.*))?",
    )
)
_DATED_LAYOUTS = 2
_SPEECH = re.compile(rf"\s*{_NAME}\s*[:：]\s*(?P<text>.*)")
_AFTERNOON = {"下午", "晚上", "傍晚", "pm"}
_DAYS_AGO = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}


@dataclass(frozen=True, slots=True)
class Said:
    """One message: sender and time as far as the text gives them."""

    text: str
    sender: str | None
    at: datetime | None


def said(text: str, known: Collection[str], day: date | None) -> list[Said]:
    """
    The messages of a chat in their order.

    Args:
        text: as pasted.
        known: names that are senders wherever they stand before a colon; other names count as senders only with a time,
            and with a time of day alone only if they head several lines.
        day: the day that times without a date are of; without it they have no time.

    """
    lines = text.splitlines()
    frequent = _frequent(lines)
    found: list[Said] = []
    sender: str | None = None
    at: datetime | None = None
    gathered: list[str] = []
    for line in lines:
        head = _head(line, known, frequent)
        dated = _DAY_LINE.fullmatch(line) if head is None else None
        if head is None and dated is None:
            gathered.append(line)
            continue
        found += _message(gathered, sender, at)
        gathered = []
        match = head or dated
        assert match is not None
        said_on = _date(match, day)
        day = said_on or day
        at = _moment(match, day)
        if head is not None:
            sender = head["name"].strip()
            gathered = [head["text"]] if head["text"] else []
    return found + list(_message(gathered, sender, at))


def _message(gathered: list[str], sender: str | None, at: datetime | None) -> Iterator[Said]:
    """Lines under one heading; without any heading every line is a message of its own."""
    text = "\n".join(line.rstrip() for line in gathered).strip()
    if not text:
        return
    if sender is None:
        yield from (Said(line.strip(), None, at) for line in text.split("\n") if line.strip())
    else:
        yield Said(text, sender, at)


def _frequent(lines: list[str]) -> set[str]:
    names = Counter(match["name"].strip() for line in lines if (match := _timed(line)) is not None)
    return {name for name, count in names.items() if count > 1}


def _timed(line: str) -> re.Match[str] | None:
    if len(line) > 200 and ":" not in line[:80] and "：" not in line[:80]:
        return None
    return next((match for layout in _LAYOUTS if (match := layout.fullmatch(line)) is not None), None)


def _head(line: str, known: Collection[str], frequent: set[str]) -> re.Match[str] | None:
    for index, layout in enumerate(_LAYOUTS):
        match = layout.fullmatch(line)
        if match is None:
            continue
        name = match["name"].strip()
        if index < _DATED_LAYOUTS or name in known or name in frequent:
            return match
    speech = _SPEECH.fullmatch(line)
    return speech if speech is not None and speech["name"].strip() in known else None


def _date(match: re.Match[str], day: date | None) -> date | None:
    groups = match.groupdict()
    if ago := groups.get("ago"):
        return None if day is None else day - timedelta(days=_DAYS_AGO[ago.lower()])
    if not groups.get("m"):
        return None
    year = int(groups["y"]) if groups.get("y") else day.year if day is not None else None
    try:
        return None if year is None else date(year, int(groups["m"]), int(groups["d"]))
    except ValueError:
        return None


def _moment(match: re.Match[str], day: date | None) -> datetime | None:
    groups = match.groupdict()
    if day is None or not groups.get("h"):
        return None
    half = (groups.get("half") or groups.get("half2") or "").lower()
    hour = int(groups["h"])
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in {"凌晨", "am"} and hour == 12:
        hour = 0
    try:
        clock = time(hour, int(groups["min"]), int(groups.get("s") or 0))
    except ValueError:
        return None
    return datetime.combine(day, clock, MARKET_TIME)
