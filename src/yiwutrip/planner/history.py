"""The part of a plan that is over, as it really was."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import Route, Stop, StopKind
from yiwutrip.domain.visit import VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.visit import Visit
    from yiwutrip.planner.progress import Standing


@dataclass(frozen=True, slots=True)
class Past:
    """
    What of a plan is history, which nobody judges as a plan.

    Attributes:
        routes: the stops that are over or under way, as they were.
        until: the moment from which on it is planned; None for a plan of the whole trip.

    """

    routes: tuple[Route, ...] = ()
    until: datetime | None = None

    def stops(self) -> frozenset[Stop]:
        """Every stop of it."""
        return frozenset(stop for route in self.routes for stop in route.stops)


NO_PAST = Past()


def history_of(plan: Itinerary, standings: Mapping[str, Standing], visits: Sequence[Visit], now: datetime) -> Past:
    """
    The stops that are over or under way, at the times that the log gives.

    Visits that nobody planned for then are put in; what was planned and did not happen is not there.
    """
    said = {visit.stall: visit for visit in sorted(visits, key=lambda v: v.at) if visit.at <= now}
    routes = []
    for route in plan.routes:
        over = [had for stop in route.stops if (had := _had(standings, route.who, stop)) is not None]
        if over:
            routes.append(Route(route.date, route.who, _in_order([_as_it_was(stop, said) for stop in over])))
    told = {stop.stall for route in routes for stop in route.stops if stop.kind is StopKind.VISIT}
    began = plan.routes[0].stops[0].arrive
    extra = [
        (Stop(StopKind.VISIT, v.at - stay, v.at - stay, v.at, 0, stall=v.stall), v.who)
        for v in said.values()
        if v.stall not in told and v.status is VisitStatus.DONE and v.who and v.at >= began
        for stay in [timedelta(minutes=v.minutes or 0)]
    ]
    for letter, here in standings.items():
        now_at = here.under_way
        if now_at is not None and now_at.kind is StopKind.VISIT and now_at.stall not in told:
            extra.append((now_at, (letter,)))
    return Past(_with_extra(routes, extra), now)


def _had(standings: Mapping[str, Standing], who: tuple[str, ...], stop: Stop) -> Stop | None:
    """The stop as it was had by somebody of a route; None if it was not."""
    for here in (standings[letter] for letter in who if letter in standings):
        if stop in here.past:
            return stop
        now = here.under_way
        if now is not None and (stop is now or (stop.kind is StopKind.VISIT and stop.stall == now.stall)):
            return now
    return None


def _as_it_was(stop: Stop, said: Mapping[str, Visit]) -> Stop:
    visit = said.get(stop.stall) if stop.stall and stop.kind is StopKind.VISIT else None
    if visit is None or visit.status is not VisitStatus.DONE:
        return stop
    stay = timedelta(minutes=visit.minutes) if visit.minutes is not None else stop.leave - stop.start
    start = visit.at - stay
    return replace(stop, arrive=min(stop.arrive, start), start=start, leave=visit.at)


def _in_order(stops: Iterable[Stop]) -> tuple[Stop, ...]:
    """By time, none beginning before the one before it is over."""
    ordered: list[Stop] = []
    for stop in sorted(stops, key=lambda s: (s.leave, s.start)):
        begin = ordered[-1].leave if ordered else stop.arrive
        arrive = max(stop.arrive, begin)
        start = max(stop.start, arrive)
        ordered.append(replace(stop, arrive=arrive, start=start, leave=max(stop.leave, start)))
    return tuple(ordered)


def _with_extra(routes: list[Route], extra: Sequence[tuple[Stop, tuple[str, ...]]]) -> tuple[Route, ...]:
    """Put visits that nobody planned where their people were."""
    by_route: defaultdict[int, list[Stop]] = defaultdict(list)
    for stop, who in extra:
        day = stop.leave.astimezone(MARKET_ZONE).date()
        near = [i for i, r in enumerate(routes) if r.date == day and set(who) & set(r.who)]
        fitting = [i for i in near if routes[i].stops[0].leave <= stop.leave] or near
        if fitting:
            by_route[fitting[-1]].append(stop)
        else:
            routes.append(Route(day, who, (stop,)))
    return tuple(
        replace(route, stops=_in_order([*route.stops, *by_route[i]])) if i in by_route else route
        for i, route in enumerate(routes)
    )


def joined(past: Sequence[Route], rest: Sequence[Route]) -> tuple[Route, ...]:
    """
    One plan of what was and what is to come; a route that the same people go on with stays one route.

    Only what comes first for them goes on from what was: a later route may begin at the same place, hours after.
    """
    left = list(past)
    routes = []
    gone: set[tuple[date, str]] = set()
    for route in rest:
        mine = {(route.date, letter) for letter in route.who}
        last = next((r for r in reversed(left) if r.date == route.date and set(r.who) & set(route.who)), None)
        goes_on = last is not None and last.who == route.who and _is_where(last.stops[-1], route.stops[0])
        if last is not None and goes_on and not mine & gone:
            left.remove(last)
            routes.append(Route(route.date, route.who, (*last.stops, *route.stops[1:])))
        else:
            routes.append(route)
        gone |= mine
    return tuple(sorted((*left, *routes), key=lambda r: (r.stops[0].leave, r.stops[-1].leave, r.who)))


def _is_where(last: Stop, start: Stop) -> bool:
    """Whether a route that starts there goes on from that stop."""
    if last.kind is StopKind.END or start.kind is not StopKind.START or start.place is None:
        return False
    return last.stall == start.place.stall if last.stall else last.place == start.place
