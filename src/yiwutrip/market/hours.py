"""When a stall can be visited, and for how long."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from yiwutrip.domain.stall import StallKind
from yiwutrip.market import facts
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.spring_festival import shut_for_spring_festival

if TYPE_CHECKING:
    from datetime import date

    from yiwutrip.domain.address import District
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Pace

Window = tuple[time, time]

_CLOCK = r"(\d{1,2})[:：](\d{2})"
_LUNCH = re.compile(rf"(?:午休|lunch)\D{{0,6}}{_CLOCK}\s*(?:-|–|—|~|～|到|至|to)\s*{_CLOCK}", re.IGNORECASE)


def opening_windows(stall: Stall, day: date) -> tuple[Window, ...]:
    """
    When the stall's door is open on a day, market time; empty where it stays shut.

    Its own hours come before the district's; a lunch break that its note states (``午休 12:00-13:30``) is taken out. On
    the days around the lunar new year on which the market is usually shut nothing is open.
    """
    if day.isoweekday() in stall.closed_on or shut_for_spring_festival(day):
        return ()
    opens, closes = district_hours(stall.address.district, day)
    whole = (stall.opens or opens, stall.closes or closes)
    return tuple(window for window in _without_lunch(whole, stall.note) if window[0] < window[1])


def district_hours(district: District | None, day: date) -> Window:
    """The hours of a district in the season of a day; of the market at large where the district is not known."""
    rows = [fact for fact in facts.hours() if fact.district is district]
    for fact in rows:
        if fact.from_month <= day.month <= fact.to_month:
            return fact.opens, fact.closes
    return time(9), time(17)


def default_visit_s(stall: Stall, pace: Pace, assumptions: Assumptions | None = None) -> int:
    """Seconds that a visit takes: as the stall's row says, else by kind and pace."""
    if stall.visit_min is not None:
        return stall.visit_min * 60
    guess = assumptions or Assumptions()
    minutes = guess.factory_visit_min if stall.kind is StallKind.FACTORY else guess.visit_min
    return round(minutes * 60 / guess.speed_factor(pace))


def _without_lunch(whole: Window, note: str | None) -> tuple[Window, ...]:
    found = _LUNCH.search(note or "")
    if found is None:
        return (whole,)
    hours = [int(part) for part in found.groups()]
    if hours[0] > 23 or hours[2] > 23 or hours[1] > 59 or hours[3] > 59:
        return (whole,)
    starts, ends = time(hours[0], hours[1]), time(hours[2], hours[3])
    if not whole[0] < starts < ends < whole[1]:
        return (whole,)
    return (whole[0], starts), (ends, whole[1])
