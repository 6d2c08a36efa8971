"""
As much slack as it takes to be in time with the probability that was asked for.

A quick search shows how far days of this kind stray; each stretch that ends at a commitment gets that much room before
it, and the search proper keeps it free. What is still too likely to be late then loses visits, the least worth first,
until it is not. Planned with draws of our own, so that other draws agree: a little more is asked for than was asked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from yiwutrip.domain.itinerary import Itinerary, Reason, StopKind, Totals, Unmet
from yiwutrip.planner.risk import Simulation
from yiwutrip.planner.translate import Reader
from yiwutrip.solver.problem import DROP, VISIT, Solution
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from yiwutrip.planner.model import Model
    from yiwutrip.planner.prepare import Prepared
    from yiwutrip.solver.problem import Problem, Step

    Late = NDArray[np.float32]
    Routes = tuple[tuple[Step, ...], ...]

RUNS = 4_000
SEED = 415
MARGIN = 0.01
"""Three standard errors of a probability of 0.95 in 4,000 runs."""

LOOK_SHARE = 0.2
"""How much of the search goes into seeing how far the days stray."""

NOTHING = Totals(0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Slack:
    """Judges routes of one prepared trip by how likely its commitments are reached in time."""

    prepared: Prepared

    @property
    def asked(self) -> float:
        """The probability that plans are made for."""
        return min(self.prepared.ground.trip.confidence + MARGIN, 0.999)

    def buffers(self, routes: Routes) -> dict[int, int]:
        """
        Seconds to keep free before the commitment at the end of each stretch.

        It is the delay that is exceeded as seldom as was asked for, and never more than the stretch has to give.
        """
        ends = self._ends(routes)
        found = {}
        for stretch, late_s, _ in ends:
            # Several who come by different ways must all be in time; each way gets its root of the probability.
            ways = sum(self._wall(other) == self._wall(stretch) for other, _, _ in ends)
            delay_s = int(np.quantile(late_s, self.asked ** (1 / ways)))
            found[stretch] = max(0, min(delay_s, _room_s(self.prepared.model, stretch)))
        return found

    def too_late(self, routes: Routes) -> dict[int, float]:
        """For each commitment reached in time less often than asked: the stretch that is worst, and how often it is."""
        walls: defaultdict[object, list[tuple[int, Late]]] = defaultdict(list)
        for stretch, late_s, room_s in self._ends(routes):
            walls[self._wall(stretch)].append((stretch, late_s - np.float32(room_s)))
        found = {}
        for ways in walls.values():
            chance = float(np.mean(np.max(np.stack([late for _, late in ways]), axis=0) <= 0))
            if chance < self.asked:
                found[min(ways, key=lambda way: float(np.mean(way[1] <= 0)))[0]] = chance
        return found

    def _wall(self, stretch: int) -> tuple[str, int] | None:
        wall = self.prepared.model.stretches[stretch].wall
        return (wall.title, wall.arrive_s) if wall else None

    def _ends(self, routes: Routes) -> list[tuple[int, Late, float]]:
        """Per stretch that ends at a commitment: how late each run is, and how much later than planned is in time."""
        prepared = self.prepared
        ground, model = prepared.ground, prepared.model
        reader = Reader(model, ground.travel, ground.clock, ground.assumed.early_s)
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


def shed(slack: Slack, solution: Solution) -> tuple[Solution, tuple[Unmet, ...]]:
    """Give up visits before commitments that are too likely to be reached late, the least worth first."""
    routes = solution.routes
    hopeless: dict[int, float] = {}
    while late := {s: c for s, c in slack.too_late(routes).items() if s not in hopeless}:
        for stretch, chance in late.items():
            before = _before(slack.prepared.model, stretch, routes)
            if before is None:
                hopeless[stretch] = chance
            else:
                routes = _without(slack.prepared.model.problem, routes, before)
    asked = slack.prepared.ground.trip.confidence
    unmet = tuple(_unsure(slack, stretch, chance) for stretch, chance in sorted(hopeless.items()) if chance < asked)
    return (solution if routes == solution.routes else valued(slack.prepared.model.problem, routes, solution)), unmet


def _before(model: Model, stretch: int, routes: Routes) -> tuple[int, int] | None:
    """The least worth visit of the same people on that day before a commitment; None if there is none left."""
    this = model.stretches[stretch]
    near = [
        i
        for i, s in enumerate(model.stretches)
        if s.day == this.day and set(s.who) & set(this.who) and s.start_s <= this.start_s and routes[i]
    ]
    for i in sorted(near, key=lambda i: (i != stretch, -model.stretches[i].start_s)):
        visits = [(model.problem.nodes[s.node].prize, n) for n, s in enumerate(routes[i]) if s.node is not None]
        if visits:
            return i, min(visits)[1]
    return None


def _without(problem: Problem, routes: Routes, gone: tuple[int, int]) -> Routes:
    """Routes without one visit; a meal that is left at the edge moves inwards."""
    index, position = gone
    steps = [step for n, step in enumerate(routes[index]) if n != position]
    steps = _meal_inside(steps)
    if not schedule(problem, index, steps).holds:
        steps = [step for step in steps if step.kind not in {VISIT, DROP}]
    return (*routes[:index], tuple(steps), *routes[index + 1 :])


def _meal_inside(steps: Sequence[Step]) -> list[Step]:
    meals = [step for step in steps if step.kind not in {VISIT, DROP}]
    visits = [i for i, step in enumerate(steps) if step.kind == VISIT]
    if not meals or len(visits) < 2:
        return list(steps)
    at = steps.index(meals[0])
    if visits[0] < at < visits[-1]:
        return list(steps)
    rest = [step for step in steps if step not in meals]
    inner = [i for i, step in enumerate(rest) if step.kind == VISIT]
    place = inner[0] + 1 if at < visits[0] else inner[-1]
    return [*rest[:place], meals[0], *rest[place:]]


def valued(problem: Problem, routes: Routes, old: Solution) -> Solution:
    """The solution with these routes and what they are worth."""
    visited = [step.node for steps in routes for step in steps if step.node is not None]
    prize = sum(problem.nodes[n].prize for n in visited)
    for g, group in enumerate(problem.groups):
        count = sum(g in problem.nodes[n].groups for n in visited)
        prize += group.value[min(count, len(group.value) - 1)] if group.value else 0
    walk_s = sum(schedule(problem, r, steps).walk_s for r, steps in enumerate(routes))
    return replace(old, routes=routes, prize=prize, walk_s=walk_s)


def _unsure(slack: Slack, stretch: int, chance: float) -> Unmet:
    this = slack.prepared.model.stretches[stretch]
    assert this.wall is not None
    asked = slack.prepared.ground.trip.confidence
    what = Reason("on-time", {"title": this.wall.title, "who": " ".join(this.who), "asked": f"{asked:.0%}"})
    return Unmet(what, Reason("too-uncertain", {"reached": f"{chance:.1%}"}))


def solve_with_slack(
    prepared: Prepared, search: Callable[[Problem, float], Solution]
) -> tuple[Solution, tuple[Unmet, ...]]:
    """
    Search for a plan that is in time as often as the trip asks.

    Args:
        prepared: the problem.
        search: solves a problem with a share of the time there is.

    """
    problem = prepared.model.problem
    slack = Slack(prepared)
    buffers = slack.buffers(search(problem, LOOK_SHARE).routes)
    tight = with_buffers(problem, buffers)
    return shed(slack, search(tight, 1 - LOOK_SHARE))
