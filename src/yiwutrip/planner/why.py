"""
Why a stall is in a plan, or is not: what it is worth, where it would fit best, what stands in the way, what would give.

Read from the plan alone, so that it explains a plan however it was made: a gap is two stops in a row, and what comes
after may slip by its slack.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError
from yiwutrip.domain.itinerary import Reason, Route, Stop, StopKind
from yiwutrip.domain.trip import AlliancePolicy, Place
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.planner.candidates import Log, sort_stalls
from yiwutrip.planner.clock import Clock
from yiwutrip.planner.ground import assumed_for
from yiwutrip.planner.leftover import alliance_reason
from yiwutrip.planner.opening import windows
from yiwutrip.planner.risk import learn
from yiwutrip.planner.spots import survey
from yiwutrip.planner.wants import answers, own_terms, visit_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.planner.assumptions import PlanAssumptions
    from yiwutrip.planner.spots import Travel


@dataclass(frozen=True, slots=True)
class Weight:
    """One term of what a stall is worth."""

    reason: Reason
    points: int


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A bound and what is left of it, in its own unit: seconds, grams, fen, visits; negative for what is missing."""

    reason: Reason
    spare: int


@dataclass(frozen=True, slots=True)
class BestGap:
    """
    The cheapest way to fit a stall in.

    Attributes:
        after: the stop before it; ``before`` is the one after.
        detour_s: extra way; ``stay_s`` is the visit itself.
        door_s: seconds that are missing before the door shuts; ``after_s`` likewise before what comes after.

    """

    route: Route
    after: Stop
    before: Stop
    detour_s: int
    stay_s: int
    door_s: int
    after_s: int

    @property
    def short_s(self) -> int:
        """Seconds that are missing in all, 0 where it fits."""
        return self.door_s + self.after_s


@dataclass(frozen=True, slots=True)
class Give:
    """A visit that would have to go to make room, and the points that costs."""

    stall: str
    points: int


@dataclass(frozen=True, slots=True)
class Why:
    """
    Everything there is to say about one stall in one plan.

    Attributes:
        planned: where it is visited, None where it is not.
        verdict: in one sentence.

    """

    stall: Stall
    planned: tuple[Route, Stop] | None
    verdict: Reason
    weights: tuple[Weight, ...]
    gap: BestGap | None
    obstacles: tuple[Obstacle, ...]
    gives: tuple[Give, ...]

    @property
    def points(self) -> int:
        """What it is worth in all."""
        return sum(weight.points for weight in self.weights)


def why(trip: Trip, stalls: Sequence[Stall], visits: Sequence[Visit], plan: Itinerary, code: str) -> Why:
    """
    Explain one stall.

    Args:
        trip: what was asked for.
        stalls: at least those of the plan and the one asked about.
        visits: of this trip and earlier ones.
        plan: the plan to explain.
        code: of the stall.

    Raises:
        NotFoundError: ``stall-not-found``: the catalogue has no such stall.

    """
    known = {stall.code: stall for stall in stalls}
    if code not in known:
        raise NotFoundError("stall", code)
    return _Question(trip, known, visits, plan, known[code]).answer()


@dataclass(frozen=True, slots=True)
class _Question:
    trip: Trip
    known: Mapping[str, Stall]
    visits: Sequence[Visit]
    plan: Itinerary
    stall: Stall

    def answer(self) -> Why:
        assumed = learn(assumed_for(self.trip), self.trip, self.known, self.visits)
        planned = self._planned()
        gap = None if planned else self._gap(assumed)
        obstacles = self._obstacles(gap, assumed) if gap else ()
        gives = self._gives(gap, obstacles, assumed) if gap else ()
        weights = tuple(self._weights(assumed, self.stall))
        return Why(self.stall, planned, self._verdict(planned, gap, assumed), weights, gap, obstacles, gives)

    def _planned(self) -> tuple[Route, Stop] | None:
        return next(((r, s) for r in self.plan.routes for s in r.stops if s.stall == self.stall.code), None)

    def _in_plan(self) -> list[Stall]:
        """Stalls of the plan in order of time."""
        stops = [s for r in self.plan.routes for s in r.stops if s.kind is StopKind.VISIT]
        codes = dict.fromkeys(str(s.stall) for s in sorted(stops, key=lambda s: s.start))
        return [self.known[code] for code in codes if code in self.known]

    def _weights(self, assumed: PlanAssumptions, stall: Stall) -> Iterable[Weight]:
        in_plan = self._in_plan()
        codes = [other.code for other in in_plan]
        earlier = in_plan[: codes.index(stall.code)] if stall.code in codes else in_plan
        for want in self.trip.wants:
            if answers(stall, want):
                nth = 1 + sum(answers(other, want) for other in earlier)
                params = {"want": want.text, "weight": want.weight, "nth": nth}
                full = want.at_most is not None and nth > want.at_most
                yield Weight(Reason("term-want", params), 0 if full else visit_points(want, nth, assumed))
        before = Log.of(self.trip, self.visits).before
        for term in own_terms(stall, seen_before=stall.code in before):
            yield Weight(Reason(term.code, {}), term.points)

    def _verdict(self, planned: tuple[Route, Stop] | None, gap: BestGap | None, assumed: PlanAssumptions) -> Reason:
        code, must = self.stall.code, self.stall.code in self.trip.must
        settled = [
            (planned is not None, Reason("planned", {})),
            (Log.of(self.trip, self.visits).now.get(code) is VisitStatus.DONE, Reason("done", {})),
            (not must and not any(answers(self.stall, w) for w in self.trip.wants), Reason("not-wanted", {})),
        ]
        told = [reason for holds, reason in settled if holds]
        told += [left.reason for left in sort_stalls(self.trip, [self.stall], self.visits, assumed).left_out]
        if self.stall.alliance and self.trip.alliance is AlliancePolicy.SKIP and not must:
            told.append(alliance_reason(self.stall, self.trip, assumed))
        told += [left.reason for left in self.plan.left_out if left.stall == code]
        told.append(Reason("outranked" if gap else "closed-all-days", {}))
        return told[0]

    def _gap(self, assumed: PlanAssumptions) -> BestGap | None:
        """The gap with the least lateness, then the least detour."""
        clock = Clock.of(self.trip.starts)
        stops = [stop for route in self.plan.routes for stop in route.stops]
        places = dict.fromkeys(_place(stop) for stop in stops)
        travel = survey(self.trip, self.known, [self.stall], assumed.market, places)
        stay_s = assumed.service_s(self.stall, self.trip.pace)
        found: list[tuple[int, int, BestGap]] = []
        for route in self.plan.routes:
            day = (route.date - clock.first).days
            slots = [(day * 86_400 + a, day * 86_400 + b - stay_s) for a, b in windows(self.stall, clock, day)]
            slots = [(opens, last) for opens, last in slots if opens <= last]
            for after, before in pairwise(route.stops):
                if slots and {_place(after), _place(before)} <= travel.places.keys():
                    there = travel.stalls[self.stall.code]
                    come = clock.seconds(after.leave) + travel.seconds(travel.places[_place(after)], there)
                    on_s = travel.seconds(there, travel.places[_place(before)])
                    due_s = _due_s(before, clock)
                    lates = [(max(0, come - b), max(0, max(come, a) + stay_s + on_s - due_s)) for a, b in slots]
                    detour_s = _detour_s(travel, after, before, there)
                    gap = BestGap(route, after, before, detour_s, stay_s, *min(lates, key=sum))
                    found.append((gap.short_s, detour_s, gap))
        return min(found, key=lambda entry: entry[:2])[2] if found else None

    def _obstacles(self, gap: BestGap, assumed: PlanAssumptions) -> tuple[Obstacle, ...]:
        """The bounds that a visit in that gap would meet."""
        goods = assumed.goods_of(self.stall)
        taken = [assumed.goods_of(stall) for stall in self._in_plan()]
        spare_s = gap.before.slack_s - gap.detour_s - gap.stay_s if not gap.after_s else -gap.after_s
        found = [Obstacle(_bound(_first_to_break(gap.route, gap.before), self.trip), spare_s)]
        if gap.door_s:
            found.insert(0, Obstacle(Reason("bound-door", {}), -gap.door_s))
        if self.trip.budget_fen is not None:
            left = self.trip.budget_fen - sum(g.spend_fen for g in taken) - goods.spend_fen
            found.append(Obstacle(Reason("bound-budget", {}), left))
        if self.trip.car is not None:
            left = self.trip.car.load_g - sum(g.weight_g for g in taken) - goods.weight_g
            found.append(Obstacle(Reason("bound-car", {}), left))
        for want in self.trip.wants:
            if want.at_most is not None and answers(self.stall, want):
                count = sum(answers(stall, want) for stall in self._in_plan())
                found.append(Obstacle(Reason("bound-want", {"want": want.text}), want.at_most - count - 1))
        return tuple(found)

    def _gives(self, gap: BestGap, obstacles: Sequence[Obstacle], assumed: PlanAssumptions) -> tuple[Give, ...]:
        """Visits any one of which would make room for everything that is short, the least worth first."""
        short = [one for one in obstacles if one.spare < 0]
        if not short:
            return ()
        stops = gap.route.stops if gap.short_s else [stop for route in self.plan.routes for stop in route.stops]
        gives = []
        for stop in stops:
            if stop.kind is StopKind.VISIT and stop.stall in self.known and not stop.must:
                stall = self.known[str(stop.stall)]
                if all(self._frees(stop, stall, one.reason, assumed) + one.spare >= 0 for one in short):
                    points = sum(w.points for w in self._weights(assumed, stall))
                    gives.append(Give(stall.code, points))
        return tuple(sorted(gives, key=lambda give: (give.points, give.stall))[:2])

    def _frees(self, stop: Stop, stall: Stall, bound: Reason, assumed: PlanAssumptions) -> int:
        """How much of a bound is free again without a visit, in the bound's unit."""
        match bound.code:
            case "bound-budget":
                return assumed.goods_of(stall).spend_fen
            case "bound-car":
                return assumed.goods_of(stall).weight_g
            case "bound-want":
                return sum(answers(stall, want) for want in self.trip.wants if want.text == bound.params["want"])
        return int((stop.leave - stop.start).total_seconds()) + (stop.leg.seconds if stop.leg else 0) // 2


def _place(stop: Stop) -> Place:
    return Place(stall=stop.stall) if stop.stall else stop.place or Place()


def _first_to_break(route: Route, stop: Stop) -> Stop:
    """What breaks first where a stop slips: the last of those after it that slip with it."""
    after = route.stops[route.stops.index(stop) :]
    return list(takewhile(lambda one: one.slack_s == stop.slack_s, after))[-1]


def _bound(wall: Stop, trip: Trip) -> Reason:
    """What one has to be in time for."""
    if wall.kind is StopKind.VISIT:
        return Reason("bound-visit", {"stall": wall.stall})
    if wall.kind in {StopKind.MEAL, StopKind.CAR}:
        return Reason("bound-meal", {})
    if wall.kind is StopKind.COMMITMENT:
        return Reason("bound-time", {"before": wall.title})
    if wall.meets:
        return Reason("bound-meeting", {})
    return Reason("bound-day" if wall.place == trip.base else "bound-parting", {})


def _due_s(stop: Stop, clock: Clock) -> int:
    """By when one has to be at a stop."""
    begin = stop.arrive if stop.kind in {StopKind.COMMITMENT, StopKind.END} else stop.start
    return clock.seconds(begin) + stop.slack_s


def _detour_s(travel: Travel, after: Stop, before: Stop, there: int) -> int:
    start, end = travel.places[_place(after)], travel.places[_place(before)]
    return travel.seconds(start, there) + travel.seconds(there, end) - travel.seconds(start, end)
