"""When the lines of a pasted chat were written: dates and times as WeChat shows them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.said_times import day_within, nearest_day

if TYPE_CHECKING:
    import re

    from yiwutrip.domain import said_times

_DAY_NAMES = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
DATE = (
    r"(?:(?P<y>\d{4})\s*[-/.年]\s*)?(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*日?(?:/(?P<y2>\d{2}(?:\d{2})?)(?=,?\s))?"
    rf"|(?P<ago>今天|昨天|前天|today|yesterday)|(?P<weekday>(?:星期|周)[一二三四五六日天]|{_DAY_NAMES})"
)
TIME = (
    r"(?P<half>上午|下午|晚上|傍晚|中午|凌晨|早上|[AaPp][Mm])?\s*(?P<h>\d{1,2})[:：](?P<min>\d{2})(?:[:：](?P<s>\d{2}))?"
    r"(?:\s*(?P<half2>[AaPp][Mm]))?"
)
WEEKDAY = r"(?:\s*(?:星期|周)[一二三四五六日天])?"
_AFTERNOON = {"下午", "晚上", "傍晚", "pm"}
_DAYS_AGO = {"今天": 0, "today": 0, "昨天": 1, "yesterday": 1, "前天": 2}
_PAST_MIDNIGHT = timedelta(hours=6)
"""A time that lies so far before the one above it is of the next day."""


class Days:
    """
    The calendar of a chat as it goes on.

    Times are noted one after the other and asked for at the end: only then is known how many nights went by, and that
    the last of the times without a date are of the day of the paste.
    """

    def __init__(self, pasted: date | None, trip: said_times.Days | None = None) -> None:
        """Begin with the day of the paste, and the days among which one without a year is if any is called so."""
        self._pasted = pasted
        self._trip = trip
        self._of_the_year: date | None = None
        self._day = pasted
        self._nights = 0
        self._separated = False
        self._above: datetime | None = None
        self._noted: list[tuple[datetime | None, bool]] = []

    def note(self, match: re.Match[str]) -> int:
        """Take in what a line says of day and time; the number to ask for it with."""
        said_on = self._date(match)
        clock = _clock(match)
        if said_on is not None and (clock is None or self._day is None):
            self._day, self._nights, self._above = said_on, 0, None
            self._separated = True
        day = said_on or self._day
        moment = None if clock is None or day is None else datetime.combine(day, clock, MARKET_ZONE)
        if moment is not None and said_on is None:
            moment += timedelta(days=self._nights)
            if self._above is not None and self._above - moment > _PAST_MIDNIGHT:
                self._nights += 1
                moment += timedelta(days=1)
            self._above = moment
        self._noted.append((moment, said_on is None and not self._separated))
        return len(self._noted) - 1

    def moment(self, number: int | None) -> datetime | None:
        """When, market time; None where the text does not say."""
        if number is None:
            return None
        moment, undated = self._noted[number]
        return moment - timedelta(days=self._nights) if moment is not None and undated else moment

    def _date(self, match: re.Match[str]) -> date | None:
        groups = match.groupdict()
        if ago := groups.get("ago"):
            return None if self._pasted is None else self._pasted - timedelta(days=_DAYS_AGO[ago.lower()])
        if weekday := groups.get("weekday"):
            return self._last(weekday)
        if not groups.get("m"):
            return None
        month, day = int(groups["m"]), int(groups["d"])
        try:
            if said := groups.get("y") or groups.get("y2"):
                self._of_the_year = date(int(said) + (2000 if len(said) == 2 else 0), month, day)
                return self._of_the_year
            return self._without_year(month, day)
        except ValueError:
            return None

    def _without_year(self, month: int, day: int) -> date | None:
        """The one next to the days above that say their year, else one of the trip, else the last before the paste."""
        if self._of_the_year is not None:
            found = nearest_day(month, day, self._of_the_year)
            self._of_the_year = found or self._of_the_year
            return found
        known = self._pasted or self._day
        if known is None:
            return None
        if self._trip is not None and (found := day_within(self._trip, month, day, known)) is not None:
            return found
        found = date(known.year, month, day)
        # In January a chat still has December's days in it.
        return found.replace(year=known.year - 1) if found > known + timedelta(days=1) else found

    def _last(self, weekday: str) -> date | None:
        """The day of that name within the last week."""
        if self._pasted is None:
            return None
        names = _DAY_NAMES.split("|")
        number = names.index(weekday.lower()) if weekday.lower() in names else "一二三四五六日天".index(weekday[-1])
        number = min(number, 6)
        return self._pasted - timedelta(days=(self._pasted.weekday() - number) % 7 or 7)


def _clock(match: re.Match[str]) -> time | None:
    groups = match.groupdict()
    if not groups.get("h"):
        return None
    half = (groups.get("half") or groups.get("half2") or "").lower()
    hour = int(groups["h"])
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in {"凌晨", "am"} and hour == 12:
        hour = 0
    try:
        return time(hour, int(groups["min"]), int(groups.get("s") or 0))
    except ValueError:
        return None
