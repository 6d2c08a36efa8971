"""
As much slack as it takes to be in time with the probability that was asked for.

A quick search shows how far days of this kind stray; each stretch that ends at a commitment gets that much room before
it, and the search proper keeps it free. What is still too likely to be late then loses visits, the least worth first,
until it is not. Planned with draws of our own, so that other draws agree: a little more is asked for than was asked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from math import ceil, exp, sqrt
from statistics import NormalDist
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from yiwutrip.domain.itinerary import Itinerary, StopKind, Totals
from yiwutrip.planner.meeting import better_points
from yiwutrip.planner.risk import Simulation
from yiwutrip.planner.share_out import share_out
from yiwutrip.planner.shedding import Shedding, valued
from yiwutrip.planner.straighten import straighten, way_s
from yiwutrip.planner.translate import Reader
from yiwutrip.solver.check import check

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from numpy.typing import NDArray

    from yiwutrip.domain.itinerary import Unmet
    from yiwutrip.planner.model import Model
    from yiwutrip.planner.prepare import Prepared
    from yiwutrip.solver.problem import Meal, Problem, Solution, Step

    Late = NDArray[np.float32]
    Routes = tuple[tuple[Step, ...], ...]

RUNS = 4_000
SEED = 415
STANDARD_ERRORS = 3
"""So much more than what was asked is asked of our own draws, so that others agree."""

LOOK_SHARE = 0.2
"""How much of the search goes into seeing how far the days stray."""

REFILL_SHARE = 0.1
"""How much goes into filling the time that straightening has saved."""

MUST_BY = 3
"""A must keeps so many times the room before its door shuts: nine visits before it may have strayed, too (3 = √9)."""

MEAL_CHOICE_S = 1_800
"""Between so many seconds the start of a meal stays to be chosen: a visit and a way may have to come before it."""

NOTHING = Totals(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Slack:
    """Judges routes of one prepared trip by how likely its commitments are reached in time."""

    prepared: Prepared

    @property
    def asked(self) -> float:
        """The probability that plans are made for."""
        confidence = self.prepared.ground.trip.confidence
        margin = STANDARD_ERRORS * sqrt(confidence * (1 - confidence) / RUNS)
        return min(confidence + margin, (1 + confidence) / 2)

    def buffers(self, routes: Routes) -> dict[int, int]:
        """
        Seconds to keep free before the commitment at the end of each stretch.

        It is the delay that is exceeded as seldom as was asked for, and never more than the stretch has to give.
        """
        found = {}
        for stretch, delay_s in self.delays(routes).items():
            found[stretch] = max(0, min(delay_s, _room_s(self.prepared.model, stretch)))
        return found

    def delays(self, routes: Routes) -> dict[int, int]:
        """The delay at the end of each stretch that is exceeded as seldom as was asked for."""
        ends = self._ends(routes, {})
        found = {}
        for stretch, late_s, _ in ends:
            # Several who come by different ways must all be in time; each way gets its root of the probability.
            ways = sum(self._wall(other) == self._wall(stretch) for other, _, _ in ends)
            found[stretch] = ceil(np.quantile(late_s, self.asked ** (1 / ways)))
        return found

    def chances(self, routes: Routes, early: Mapping[int, int]) -> dict[int, float]:
        """For each commitment how often all are in time, under the stretch that is most often late."""
        walls: defaultdict[object, list[tuple[int, Late]]] = defaultdict(list)
        for stretch, late_s, room_s in self._ends(routes, early):
            walls[self._wall(stretch)].append((stretch, late_s - np.float32(room_s)))
        found = {}
        for ways in walls.values():
            chance = float(np.mean(np.max(np.stack([late for _, late in ways]), axis=0) <= 0))
            found[min(ways, key=lambda way: float(np.mean(way[1] <= 0)))[0]] = chance
        return found

    def _wall(self, stretch: int) -> tuple[str, int] | None:
        wall = self.prepared.model.stretches[stretch].wall
        return (wall.title, wall.arrive_s) if wall else None

    def _ends(self, routes: Routes, early: Mapping[int, int]) -> list[tuple[int, Late, float]]:
        """Per stretch that ends at a commitment: how late each run is, and how much later than planned is in time."""
        prepared = self.prepared
        ground, model = prepared.ground, prepared.model
        reader = Reader(model, ground.travel, ground.calendar, early)
        plan = Itinerary(ground.trip.name, 0, 0.0, 0, reader.routes(routes), (), (), NOTHING)
        by_end = {
            (s.who, s.wall.title, ground.clock.when(s.wall.arrive_s)): i
            for i, s in enumerate(model.stretches)
            if s.wall is not None
        }
        simulation = Simulation(ground.trip, ground.known, ground.calendar, RUNS, SEED)
        ends = []
        for passage in simulation.passages(plan):
            route = plan.routes[passage.route]
            stop = route.stops[passage.stop]
            if stop.kind is StopKind.COMMITMENT and stop.title is not None:
                stretch = by_end[route.who, stop.title, stop.start]
                ends.append((stretch, passage.late_s, (stop.start - stop.arrive).total_seconds()))
        return ends


def _room_s(model: Model, stretch: int) -> int:
    """What a stretch can give up at most and still be walked with its meal."""
    route = model.problem.routes[stretch]
    way_s = int(model.problem.travel_s[route.start, route.end])
    ready_s = route.start_s
    if route.meal is not None:
        ready_s = max(ready_s, route.meal.earliest_start_s) + route.meal.duration_s
    return max(0, route.latest_end_s - way_s - ready_s)


def with_buffers(problem: Problem, buffers: Mapping[int, int]) -> Problem:
    """The same problem with its walls so much earlier."""
    routes = tuple(
        replace(route, latest_end_s=route.latest_end_s - buffers.get(i, 0)) for i, route in enumerate(problem.routes)
    )
    return replace(problem, routes=routes)


def closing_margins(prepared: Prepared) -> list[int]:
    """
    Seconds by which each candidate's visit should be over before its door shuts.

    As much as a visit exceeds its plan as seldom as was asked for, a lognormal's quantile less its mean: who begins on
    time is not shown out. What went wrong before it can be planned again; a must cannot wait for that. A short visit
    gets as much room as one of the usual length.
    """
    over, usual_s = _excess(prepared), prepared.ground.assumed.market.visit_min * 60
    return [
        ceil(max(node.service_s, usual_s) * over * (MUST_BY if candidate.must else 1))
        for node, candidate in zip(prepared.model.problem.nodes, prepared.model.supply.candidates, strict=True)
    ]


def _excess(prepared: Prepared) -> float:
    """By what share of its length a visit exceeds its plan as seldom as the trip asks."""
    assumed = prepared.ground.assumed
    sigma = assumed.market.visit_spread if assumed.visit_sigma is None else assumed.visit_sigma
    z = NormalDist().inv_cdf(prepared.ground.trip.confidence)
    return max(0.0, exp(sigma * z - sigma * sigma / 2) - 1)


def _visit_excess_s(prepared: Prepared) -> int:
    """The same of a visit of the usual length, in seconds."""
    return ceil(_excess(prepared) * prepared.ground.assumed.market.visit_min * 60)


def meeting_margins(prepared: Prepared) -> dict[int, int]:
    """
    Seconds to keep free before each meeting that is no commitment, as much as before a door.

    Nobody promised anybody else to be there, but one who is late keeps all the others waiting.
    """
    margin_s = _visit_excess_s(prepared)
    return {
        i: min(margin_s, _room_s(prepared.model, i))
        for i, stretch in enumerate(prepared.model.stretches)
        if stretch.wall is None and stretch.meets
    }


def with_early_meals(problem: Problem, margin_s: int) -> Problem:
    """The same problem with meals begun so much before it is too late for them, as far as that leaves a choice."""
    routes = tuple(
        route if route.meal is None else replace(route, meal=_earlier(route.meal, route.start_s, margin_s))
        for route in problem.routes
    )
    return replace(problem, routes=routes)


def _earlier(meal: Meal, start_s: int, margin_s: int) -> Meal:
    choice_s = meal.latest_start_s - max(meal.earliest_start_s, start_s)
    return replace(meal, latest_start_s=meal.latest_start_s - max(0, min(margin_s, choice_s - MEAL_CHOICE_S)))


def with_margins(problem: Problem, margins: Sequence[int]) -> Problem:
    """The same problem with its doors so much earlier, each window keeping half of its length at least."""
    nodes = tuple(
        replace(
            node,
            windows={
                day: tuple((first, last - min(margin, (last - first) // 2)) for first, last in slots)
                for day, slots in node.windows.items()
            },
        )
        for node, margin in zip(problem.nodes, margins, strict=True)
    )
    return replace(problem, nodes=nodes)


def _with_walls(prepared: Prepared, buffers: Mapping[int, int]) -> Problem:
    """The prepared problem with the room that is asked for before meetings, and at walls as given."""
    return with_buffers(prepared.model.problem, {**buffers, **meeting_margins(prepared)})


def with_room(prepared: Prepared, buffers: Mapping[int, int] = MappingProxyType({})) -> Problem:
    """The same with the room before doors and meals, too."""
    walls = _with_walls(prepared, buffers)
    return with_early_meals(with_margins(walls, closing_margins(prepared)), _visit_excess_s(prepared))


@dataclass(frozen=True, slots=True)
class Searched:
    """
    What a search found.

    Attributes:
        prepared: what was searched, with the meeting points that it led to.
        tight: the problem with the slack that was asked for taken off its walls, doors and meals; what does not fit
            does not fit in it.
        early: per stretch without a visit, how long before its end one is there where the usual is not enough.
        unsure: commitments that cannot be reached in time as often as asked.

    """

    prepared: Prepared
    solution: Solution
    tight: Problem
    early: Mapping[int, int]
    unsure: tuple[Unmet, ...]


def solve_with_slack(
    prepared: Prepared,
    search: Callable[[Problem, float, Routes | None], Solution],
    meeting: Callable[[Mapping[int, tuple[int, ...]]], Prepared] | None = None,
    start: Routes | None = None,
    kept: Collection[int] = (),
) -> Searched:
    """
    Search for a plan that is in time as often as the trip asks.

    Args:
        prepared: the problem.
        search: solves a problem with a share of the time there is, from given routes or from none.
        meeting: prepares the same trip with other points to part and to meet; None to leave them where they are.
        start: routes to begin with.
        kept: stretches whose walks stay as they are.

    """
    look = search(prepared.model.problem, LOOK_SHARE, start)
    buffers = Slack(prepared).buffers(look.routes)
    points = better_points(prepared, look.routes) if meeting is not None else {}
    if meeting is not None and points:
        moved = meeting(points)
        prepared = moved if _alike(moved.model, prepared.model) else prepared
    slack = Slack(prepared)
    model = prepared.model
    tight = with_room(prepared, buffers)
    found = search(tight, 1 - LOOK_SHARE - REFILL_SHARE, look.routes)
    if found.prize // model.promise < look.prize // model.promise:
        # A promise is worth more than room before a door.
        walls = _with_walls(prepared, buffers)
        tight, found = max(
            ((tight, found), (walls, search(walls, LOOK_SHARE, look.routes))), key=lambda pair: pair[1].prize
        )
    routes = straighten(tight, found.routes, kept)
    refilled = search(tight, REFILL_SHARE, routes)
    again = straighten(tight, refilled.routes, kept)
    if (refilled.prize, -way_s(tight, again)) > (found.prize, -way_s(tight, routes)):
        found, routes = refilled, again
    sure = Shedding(slack, routes, kept=kept).run()
    shared = share_out(tight, model.stretches, sure.routes, kept)
    if shared != sure.routes:
        fair = Shedding(slack, shared, kept=kept).run()
        sure = fair if _as_good(model.problem, fair, sure, found) else sure
    solution = found if sure.routes == found.routes else valued(model.problem, sure.routes, found)
    return Searched(prepared, solution, tight, sure.early, sure.unsure())


def _as_good(problem: Problem, one: Shedding, other: Shedding, found: Solution) -> bool:
    """Whether one is worth as much as the other, leaves no more unsure, and holds."""
    mine, its = (valued(problem, either.routes, found) for either in (one, other))
    return mine.prize >= its.prize and len(one.unsure()) <= len(other.unsure()) and not check(problem, mine)


def _alike(one: Model, other: Model) -> bool:
    """Whether the same people walk between the same commitments, eating in the same stretches."""
    return one.sittings == other.sittings and [(s.day, s.who, s.wall) for s in one.stretches] == [
        (s.day, s.who, s.wall) for s in other.stretches
    ]
