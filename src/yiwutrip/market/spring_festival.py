"""When the market is shut around the lunar new year, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from yiwutrip.domain.problems import Problem
from yiwutrip.market import facts

SHUTS_ON_DAY = 26
"""Of the twelfth lunar month; "about" in every source."""

REOPENS_ON_DAY = 12
"""Of the first lunar month, in five of the seven years that are known."""


@dataclass(frozen=True, slots=True)
class SpringFestival:
    """
    One year's closure.

    Attributes:
        shuts: the first day on which the market is shut.
        earliest: the earliest day on which it opened again in a known year, carried over to this one.
        reopens: the usual day.
        latest: the latest day of a known year.

    """

    shuts: date
    earliest: date
    reopens: date
    latest: date


@lru_cache(maxsize=64)
def spring_festival(year: int) -> SpringFestival:
    """The closure around the lunar new year that falls into a calendar year."""
    # Only a date near the festival pays for the calendar.
    from lunar_python import Lunar  # noqa: PLC0415

    new_year = date.fromisoformat(Lunar.fromYmd(year, 1, 1).getSolar().toYmd())
    shuts = date.fromisoformat(Lunar.fromYmd(year - 1, 12, SHUTS_ON_DAY).getSolar().toYmd())
    known = [fact.reopened_lunar_day for fact in facts.reopenings()]
    first, usual, last = (new_year + timedelta(days=day - 1) for day in (min(known), REOPENS_ON_DAY, max(known)))
    return SpringFestival(shuts, first, usual, last)


def shut_for_spring_festival(day: date) -> bool:
    """Whether the market is usually shut; the lunar new year falls between 21 January and 21 February."""
    if day.month > 3:
        return False
    festival = spring_festival(day.year)
    return festival.shuts <= day < festival.reopens


def closures(start: date, end: date) -> tuple[Problem, ...]:
    """
    What to know of a stretch of days, both ends included.

    Returns:
        ``closed-spring-festival`` where days fall into the usual closure, ``near-spring-festival`` where they only
        touch the days around it on which past years differed; with the dates and the share of stalls that opened.

    """
    found = []
    for year in range(start.year, end.year + 1):
        if start > date(year, 3, 31) or end < date(year, 1, 1):
            continue
        festival = spring_festival(year)
        if start < festival.reopens and end >= festival.shuts:
            found.append(_problem("closed-spring-festival", festival))
        elif start <= festival.latest and end >= festival.shuts - timedelta(days=7):
            found.append(_problem("near-spring-festival", festival))
    return tuple(found)


def _problem(code: str, festival: SpringFestival) -> Problem:
    shares = [fact.open_percent for fact in facts.reopenings() if fact.open_percent is not None]
    params = {
        "shuts": festival.shuts.isoformat(),
        "reopens": festival.reopens.isoformat(),
        "earliest": festival.earliest.isoformat(),
        "latest": festival.latest.isoformat(),
        "fewest": min(shares),
        "most": max(shares),
    }
    return Problem(code, params=params)
