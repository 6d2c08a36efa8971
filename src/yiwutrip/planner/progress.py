"""How far the day is: what of a plan is done, what is under way, and where that leaves a person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import Stop, StopKind
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.planner.verify import walks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class Standing:
    """
    One person, now.

    Attributes:
        past: stops that are over, in order.
        under_way: the stop that the person is at.
        here: the stop that says where the person is: the one under way, or the last that is over.
        ahead: stops that are still to come, in order; one that was passed over is not among them.
        free_at: when the person can go on.

    """

    past: tuple[Stop, ...]
    under_way: Stop | None
    here: Stop | None
    ahead: tuple[Stop, ...]
    free_at: datetime


def of_its_days(plan: Itinerary, visits: Sequence[Visit]) -> tuple[Itinerary, list[Visit]]:
    """
    The plan and the log without what was logged on a day that the plan does not have.

    Who ticks a stall off the evening before, or with a clock that is wrong, has seen it, but not on this walk.
    """
    if not plan.routes:
        return plan, list(visits)
    first, last = plan.routes[0].date, max(route.date for route in plan.routes)
    inside = [visit for visit in visits if first <= visit.at.astimezone(MARKET_ZONE).date() <= last]
    aside = {visit.stall for visit in visits} - {visit.stall for visit in inside}
    routes = tuple(
        replace(r, stops=tuple(s for s in r.stops if s.kind is not StopKind.VISIT or s.stall not in aside))
        for r in plan.routes
    )
    return replace(plan, routes=tuple(route for route in routes if route.stops)), inside


def standing(plan: Itinerary, visits: Sequence[Visit], now: datetime, letter: str, at: str | None = None) -> Standing:
    """
    Where a person stands, by the log and, where that says nothing, by the plan; ``at`` is a stall that is not left yet.

    A route of which nothing is logged is taken to have been walked as planned. Once something is, a planned visit
    counts as done only if it was logged, or as under way if it is the next one and the plan says so for this minute.
    What was passed over on the way to something later is not ahead any more, nor what was history when the rest was
    planned again. Who was last at a stall that they were not to see is there still.
    """
    stops = walks(plan).get(letter, [])
    logged = {visit.stall: visit for visit in sorted(visits, key=lambda v: v.at) if visit.at <= now}
    followed = _followed(plan, logged, letter)
    left = {code: visit.at for code, visit in logged.items()} | ({at: now} if at is not None else {})
    others = _by_others(plan, logged)
    past = [
        stop
        for stop, since in _since(stops, left)
        if stop not in others
        and (_is_over(stop, now, logged, followed, since) or (_was_over(stop, plan, now) and stop.stall not in logged))
    ]
    rest = [stop for stop in stops if stop not in past and stop.stall not in logged and not _is_missed(stop, now)]
    rest = rest[_passed_over(stops, past, rest) :]
    last = _last([*past, *_aside(logged, letter)], logged)
    begun = [s for s in rest if s.kind is StopKind.COMMITMENT and s.start <= now]
    strayed = last is not None and last.kind is StopKind.VISIT and last.stall not in {stop.stall for stop in stops}
    first = rest[0] if rest and not strayed and _is_there(rest[0], last, logged, now) else None
    under_way = begun[0] if begun else first if first and first.kind is not StopKind.COMMITMENT else None
    if under_way is not None and under_way.start > now:
        under_way = None
    ahead = tuple(stop for stop in rest if stop is not under_way)
    free_at = max(now, under_way.leave) if under_way else now
    return Standing(tuple(past), under_way, under_way or first or last, ahead, free_at)


def _followed(plan: Itinerary, logged: Mapping[str, Visit], letter: str) -> set[Stop]:
    """Stops of the routes of which nobody has logged anything."""
    found: set[Stop] = set()
    for route in plan.routes:
        alone = [v for v in logged.values() if set(v.who) == set(route.who) and v.at.date() == route.date]
        if letter in route.who and not alone and not any(stop.stall in logged for stop in route.stops):
            found.update(route.stops)
    return found


def _was_over(stop: Stop, plan: Itinerary, now: datetime) -> bool:
    """Whether a visit was taken for history when the rest was planned again."""
    return stop.kind is StopKind.VISIT and plan.is_over(stop) and stop.leave <= now


def _by_others(plan: Itinerary, logged: Mapping[str, Visit]) -> set[Stop]:
    """Visits that somebody else made than those who were to."""
    who = {code: set(visit.who) for code, visit in logged.items() if visit.who}
    return {
        stop
        for route in plan.routes
        for stop in route.stops
        if stop.kind is StopKind.VISIT and stop.stall in who and not who[stop.stall] & set(route.who)
    }


def _passed_over(stops: Sequence[Stop], past: Sequence[Stop], rest: Sequence[Stop]) -> int:
    """How many of the stops that are left come before the last visit or commitment that is over."""
    over = [i for i, stop in enumerate(stops) if stop in past and stop.kind in {StopKind.VISIT, StopKind.COMMITMENT}]
    return sum(stops.index(stop) < over[-1] for stop in rest) if over else 0


def _since(stops: Sequence[Stop], left: Mapping[str, datetime]) -> Iterator[tuple[Stop, datetime | None]]:
    """Each stop with when the last stall before it that is known to have been left was left, and the way from there."""
    since = None
    for stop in stops:
        way = timedelta(seconds=stop.leg.seconds if stop.leg else 0)
        yield stop, None if since is None else since + way
        if stop.kind is StopKind.VISIT and stop.stall is not None and stop.stall in left:
            since = left[stop.stall] if since is None else max(since, left[stop.stall])


def _is_over(
    stop: Stop, now: datetime, logged: Mapping[str, Visit], followed: set[Stop], since: datetime | None
) -> bool:
    """By the log; where that says nothing, by the plan, unless who stayed longer before cannot have been there yet."""
    if stop.kind is StopKind.VISIT and stop.stall is not None and stop.stall in logged:
        return logged[stop.stall].status is VisitStatus.DONE
    if stop.leave > now or (stop.kind is StopKind.VISIT and stop not in followed):
        return False
    if since is None or since <= stop.start:
        return True
    return since < stop.leave if stop.kind is StopKind.COMMITMENT else since + (stop.leave - stop.start) <= now


def _is_there(stop: Stop, last: Stop | None, logged: Mapping[str, Visit], now: datetime) -> bool:
    """Whether the next stop should be reached by now, by the plan and after what was over last."""
    way = timedelta(seconds=stop.leg.seconds if stop.leg else 0)
    return stop.arrive <= now and (last is None or _over(last, logged) + way <= now)


def _is_missed(stop: Stop, now: datetime) -> bool:
    """Whether it is a meal, a drop or a beginning whose time has gone by; a visit can still be made later."""
    return stop.kind is not StopKind.VISIT and stop.leave <= now


def _aside(logged: Mapping[str, Visit], letter: str) -> list[Stop]:
    """Where the person was by the log, whether anybody planned it or not; before a door that is shut, too."""
    return [
        Stop(StopKind.VISIT, v.at, v.at, v.at, 0, stall=v.stall)
        for v in logged.values()
        if letter in v.who and v.status is not VisitStatus.SKIPPED
    ]


def _last(past: Sequence[Stop], logged: Mapping[str, Visit]) -> Stop | None:
    """The stop that was over last."""
    return max(past, key=lambda stop: _over(stop, logged), default=None)


def _over(stop: Stop, logged: Mapping[str, Visit]) -> datetime:
    """When it was over: by the log where that says so, else by the plan."""
    visit = logged.get(stop.stall) if stop.stall else None
    return visit.at if visit else stop.leave
