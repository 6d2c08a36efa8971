"""Days and times of day as people write them, read into values; what may be two things is none."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE

if TYPE_CHECKING:
    from collections.abc import Iterator

Days = tuple[date, date]
"""The first and the last of them."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = f"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\\.?"
_WEEKDAY = r"(?:(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?)"
_DAYS = {
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "yesterday": -1,
    "今天": 0,
    "今日": 0,
    "today": 0,
    "明天": 1,
    "明日": 1,
    "tomorrow": 1,
    "大后天": 3,
    "后天": 2,
}
_DATE = re.compile(
    rf"(?:{_WEEKDAY}[\s,]*)?(?:"
    r"(?P<y>\d{4})(?P<sign>[-/.])(?P<m>\d{1,2})(?P=sign)(?P<d>\d{1,2})"
    r"|(?P<y2>\d{4})(?P<m2>\d{2})(?P<d2>\d{2})"
    r"|(?:(?P<y3>\d{4})\s*年\s*)?(?P<m3>\d{1,2})\s*月\s*(?P<d3>\d{1,2})\s*[日号]?"
    r"|(?P<m4>\d{1,2})[-/.](?P<d4>\d{1,2})"
    r"|(?P<d5>\d{1,2})\s*[日号]"
    rf"|(?P<d6>\d{{1,2}})\s+{_ENGLISH_MONTH}(?:\s+(?P<y6>\d{{4}}))?"
    rf"|{_ENGLISH_MONTH.replace('month', 'month7')}\s+(?P<d7>\d{{1,2}})(?:,?\s+(?P<y7>\d{{4}}))?"
    r"|(?P<end>(?:这个?|本)?月底)"
    rf"|(?P<word>{'|'.join(_DAYS)})"
    rf")(?:[\s,]*{_WEEKDAY})?",
    re.IGNORECASE,
)
SAID_DAY = re.sub(r"\(\?P<\w+>", "(?:", _DATE.pattern.replace("(?P=sign)", "[-/.]"))
"""The same for other patterns to be put together with; ignores case there, too."""

_YEARS = range(1900, 3000)
_HAN_HOUR = {"两": 2, **{char: value for value, char in enumerate("零一二三四五六七八九十")}, "十一": 11, "十二": 12}
_HAN_NUMBER = "十[一二]|[一二两三四五六七八九十]"
_MORNING, _EVENING = "上午|早上|早晨|清早|早", "下午|傍晚|晚上|晚"
_LATE = frozenset(_EVENING.split("|"))
_HOURS_OF = {
    **dict.fromkeys(_MORNING.split("|"), range(4, 13)),
    **dict.fromkeys(_LATE, range(17, 24)),
    "下午": range(12, 20),
    "凌晨": range(7),
    "中午": range(11, 15),
    "am": range(0),
    "pm": range(0),
}
"""Hours of 24 that a half of the day may have; 晚上12点 is of the next day and may be either, 2 am is counted apart."""
_CLOCK = re.compile(
    rf"(?P<half>{_MORNING}|凌晨|中午|{_EVENING})?\s*(?:"
    r"(?P<h>\d{1,2})\s*:\s*(?P<min>\d{2})(?::(?P<sec>\d{2}))?"
    rf"|(?P<oclock>\d{{1,2}}|{_HAN_NUMBER})\s*[点时](?:\s*(?P<past>半|[一三]刻|\d{{1,2}})\s*分?|钟|整)?"
    r"|(?P<bare>\d{1,2})(?=\s*[ap]\.?m)"
    r")\s*(?P<ampm>[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_SMALL_HOURS = range(1, 7)
"""下午2点 is often said as 2点: such an hour without its half of the day may be either."""


def half_width(text: str) -> str:
    """Full-width signs plain, without blanks around."""
    return unicodedata.normalize("NFKC", text).strip()


def read_day(text: str, today: date, *, since: date | None = None, within: Days | None = None) -> date | None:
    """
    ``2021-04-15``, ``4月15日``, ``4/15``, ``15号``, ``Thu 15 April``, ``明天``, ``月底`` as a date; None for none.

    Args:
        text: what was written.
        today: days that do not say their year or month are the nearest to it.
        since: when it was promised to be done by that day: one without a year is the first from here on, one without a
            month the first from today on.
        within: the days that one without a year is among if any of them is called so.

    """
    match = _DATE.fullmatch(half_width(text))
    if match is None:
        return None
    said = {name: group for name, group in match.groupdict().items() if group}
    try:
        day = _day_of(said, today) or _nearest(said, today, since, within)
    except (ValueError, OverflowError):
        return None
    return day if day is not None and day.year in _YEARS else None


def _day_of(said: dict[str, str], today: date) -> date | None:
    """The day where it is said whole, or from today."""
    if word := said.get("word"):
        return today + timedelta(days=_DAYS[word.lower()])
    if "end" in said:
        return _first_of_next_month(today) - timedelta(days=1)
    year, month, day = _number(said, "y"), _month(said), _number(said, "d")
    return date(year, month, day) if year is not None and month is not None and day is not None else None


def _nearest(said: dict[str, str], today: date, since: date | None, within: Days | None) -> date | None:
    """The day that is meant where its year, or its month too, is left out."""
    month, day = _month(said), _number(said, "d") or 0
    if since is not None:
        begin = since if month is not None else max(today, since)
        return min((one for one in _candidates(month, day, begin) if one >= begin), default=None)
    return (within and day_within(within, month, day, today)) or nearest_day(month, day, today)


def day_within(days: Days, month: int | None, day: int, today: date) -> date | None:
    """Of those days the one that is called so, the nearest to today of several; None for none."""
    first, last = days
    around = _candidates(month, day, min(max(today, first), last))
    return min((one for one in around if first <= one <= last), key=lambda one: abs(one - today), default=None)


def nearest_day(month: int | None, day: int, today: date) -> date | None:
    """The day of any year, or of any month, that is called so and the nearest to today; None where none is."""
    return min(_candidates(month, day, today), key=lambda one: abs(one - today), default=None)


def _month(said: dict[str, str]) -> int | None:
    name = said.get("month") or said.get("month7")
    return _MONTHS.index(name.lower()) + 1 if name else _number(said, "m")


def _number(said: dict[str, str], letter: str) -> int | None:
    return next((int(value) for name, value in said.items() if re.fullmatch(rf"{letter}\d?", name)), None)


def _candidates(month: int | None, day: int, today: date) -> Iterator[date]:
    """That day of the years, or of the months, around today."""
    if month is None:
        months = [
            (today.year + (today.month - 1 + step) // 12, (today.month - 1 + step) % 12 + 1) for step in range(-1, 3)
        ]
    else:
        months = [(today.year + step, month) for step in range(-1, 9)]
    for year, number in months:
        try:
            yield date(year, number, day)
        except ValueError:
            continue


def _first_of_next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def read_clock(text: str) -> time | None:
    """``14:20``, ``9点半``, ``下午2点``, ``2 pm`` as a time of day; None for none, or where it may be two (``2点``)."""
    match = _CLOCK.fullmatch(half_width(text))
    if match is None:
        return None
    said = match["h"] or match["oclock"] or match["bare"]
    hour = _HAN_HOUR.get(said)
    hour = int(said) if hour is None else hour
    past = match["past"]
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(past or "") or int(match["min"] or past or 0)
    half = (match["half"] or "").lower()
    ampm = (match["ampm"] or "").lower().replace(".", "")
    if not half and not ampm and match["oclock"] and hour in _SMALL_HOURS:
        return None
    counted = _of_24(hour, half, ampm)
    try:
        return None if counted is None else time(counted, minute, int(match["sec"] or 0))
    except ValueError:
        return None


def _of_24(hour: int, half: str, ampm: str) -> int | None:
    """The hour of 24, None where it is not of that half of the day."""
    if half and ampm:
        return None
    counted = hour + 12 if (half in _LATE and hour < 12) or (half == "中午" and hour < 3) else hour
    if ampm and 1 <= hour <= 12:
        return hour % 12 + (12 if ampm == "pm" else 0)
    within = _HOURS_OF.get(half or ampm, range(24))
    return counted if counted in within else None


def read_iso(text: str) -> datetime | None:
    """A whole ISO 8601 time as market time; None for none, or for one of another age, which no sum may leave."""
    try:
        said = datetime.fromisoformat(half_width(text))
        moment = said.astimezone(MARKET_ZONE) if said.tzinfo else said.replace(tzinfo=MARKET_ZONE)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year in _YEARS else None


def read_moment(text: str, now: datetime, within: Days | None = None) -> datetime | None:
    """
    A time of day of today, of a day said before it, or a whole ISO 8601 time, as market time; None for none.

    A day alone is none.

    Args:
        text: what was written.
        now: what today is.
        within: as `read_day` takes it.

    """
    bare = half_width(text)
    if len(bare) > 10 and (whole := read_iso(bare)) is not None:
        return whole
    if bare in {"现在", "now"}:
        return now
    for split in re.finditer(r"(?<=\S)(?:[\sT,]+|(?=[上下中早晚凌傍清]))|^", bare):
        before, clock = bare[: split.start()], read_clock(bare[split.end() :])
        day = read_day(before, now.date(), within=within) if before else now.date()
        if day is not None and clock is not None:
            return datetime.combine(day, clock, MARKET_ZONE)
    glued = re.fullmatch(r"(.*?[日号天])(\d.*)", bare)
    return read_moment(f"{glued[1]} {glued[2]}", now, within) if glued else None
