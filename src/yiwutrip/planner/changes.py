"""What a new plan changes of an old one, for those who hold its sheets in their hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import StopKind

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import datetime

    from yiwutrip.domain.itinerary import Itinerary, Route, Stop

A_MINUTE_S = 60
"""Sheets say no seconds."""


@dataclass(frozen=True, slots=True)
class Changes:
    """
    Stalls by what became of them, by code, each in one of the lists at most.

    Attributes:
        moved_day: are seen on another day now.
        moved_who: are seen by others on the same day.
        retimed: are seen by the same people on the same day, a minute or more earlier or later.

    """

    dropped: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    moved_day: tuple[str, ...] = ()
    moved_who: tuple[str, ...] = ()
    retimed: tuple[str, ...] = ()


def changes(old: Itinerary, new: Itinerary, settled: Container[str], now: datetime) -> Changes:
    """
    Compare two plans.

    Args:
        old: the plan before.
        new: the plan now.
        settled: codes of stalls that the log has something to say of.
        now: what the new plan began before is history.

    """
    before, after = _visits(old), _visits(new)
    both = [code for code in before if code in after and code not in settled and after[code][1].start > now]
    moved_day = tuple(code for code in both if _day(before[code]) != _day(after[code]))
    same_day = [code for code in both if code not in moved_day]
    moved_who = tuple(code for code in same_day if before[code][0].who != after[code][0].who)
    return Changes(
        dropped=tuple(code for code in before if code not in after and code not in settled),
        gained=tuple(code for code in after if code not in before and code not in settled),
        moved_day=moved_day,
        moved_who=moved_who,
        retimed=tuple(c for c in same_day if c not in moved_who and _shift_s(before[c], after[c]) >= A_MINUTE_S),
    )


def _visits(plan: Itinerary) -> dict[str, tuple[Route, Stop]]:
    """Each stall of a plan with its visit, in order of time."""
    found = [(r, s) for r in plan.routes for s in r.stops if s.kind is StopKind.VISIT and s.stall]
    return {str(stop.stall): (route, stop) for route, stop in sorted(found, key=lambda pair: pair[1].start)}


def _day(visit: tuple[Route, Stop]) -> object:
    return visit[1].start.astimezone(MARKET_ZONE).date()


def _shift_s(one: tuple[Route, Stop], other: tuple[Route, Stop]) -> float:
    return abs((one[1].start - other[1].start).total_seconds())
