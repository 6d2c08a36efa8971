"""Sums over a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import LegMode, StopKind, Totals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from yiwutrip.domain.itinerary import Route, Stop

IDLE = {StopKind.VISIT, StopKind.MEAL, StopKind.CAR}
"""Where standing about counts as waiting; being early at a commitment or at the base is time of one's own."""


def totals_of(routes: Iterable[Route]) -> Totals:
    """Add up; a pair's walk counts for each of the two."""
    routes = tuple(routes)
    stops = [(len(route.who), stop) for route in routes for stop in route.stops]
    visits = [(people, stop) for people, stop in stops if stop.kind is StopKind.VISIT]
    return Totals(
        stalls=len({stop.stall for _, stop in visits}),
        in_stalls_s=sum(people * _seconds(stop) for people, stop in visits),
        walking_s=_legs(stops, LegMode.WALK, lambda leg: leg[1]),
        riding_s=_legs(stops, LegMode.RIDE, lambda leg: leg[1]),
        waiting_s=sum(people * waiting_s(stop) for people, stop in stops) + parted_too_soon_s(routes),
        walking_m=_legs(stops, LegMode.WALK, lambda leg: leg[0]),
    )


def waiting_s(stop: Stop) -> int:
    """Seconds spent standing about at a stop before it begins; a meeting is waited for, one's own bed is not."""
    if stop.kind in IDLE or (stop.kind is StopKind.END and stop.meets):
        return int((stop.start - stop.arrive).total_seconds())
    return 0


def parted_too_soon_s(routes: Iterable[Route], letter: str | None = None) -> int:
    """
    Seconds that people stand where they part until each goes on.

    Args:
        routes: of one day or of several.
        letter: of one person; None for all of them.

    """
    total_s = 0
    walked: dict[tuple[str, date], Route] = {}
    for route in sorted(routes, key=lambda r: (r.stops[0].leave, r.stops[-1].leave)):
        for who in route.who:
            before = walked.get((who, route.date))
            if before is not None and letter in {None, who} and _goes_on_there(before.stops[-1], route.stops[0]):
                total_s += max(0, int((route.stops[0].leave - before.stops[-1].leave).total_seconds()))
            walked[who, route.date] = route
    return total_s


def _goes_on_there(last: Stop, first: Stop) -> bool:
    return last.kind is StopKind.END and first.kind is StopKind.START and last.place == first.place


def _seconds(stop: Stop) -> int:
    return int((stop.leave - stop.start).total_seconds())


def _legs(stops: Iterable[tuple[int, Stop]], mode: LegMode, part: Callable[[tuple[int, int]], int]) -> int:
    return sum(
        people * part((stop.leg.metres, stop.leg.seconds))
        for people, stop in stops
        if stop.leg is not None and stop.leg.mode is mode
    )
