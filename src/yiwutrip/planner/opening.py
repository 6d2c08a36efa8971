"""When a stall can be visited on a day of the trip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.market.hours import opening_windows
from yiwutrip.planner.clock import seconds_of

if TYPE_CHECKING:
    from yiwutrip.domain.stall import Stall
    from yiwutrip.planner.clock import Clock


def windows(stall: Stall, clock: Clock, day: int) -> tuple[tuple[int, int], ...]:
    """Opening and closing, seconds of that day; empty where it is shut."""
    return tuple((seconds_of(opens), seconds_of(closes)) for opens, closes in opening_windows(stall, clock.date(day)))
