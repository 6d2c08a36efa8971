"""Keep routes as planned, of those whose day did not slip and of days to come, while the rest is planned again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import StopKind
from yiwutrip.planner.at_hand import nodes_in
from yiwutrip.planner.confidence import with_room
from yiwutrip.planner.shedding import meal_inside
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import DROP, MEAL, VISIT, Group, Solution, Step
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.planner.cut import Stretch
    from yiwutrip.planner.prepare import Prepared
    from yiwutrip.solver.problem import Problem

    Routes = tuple[tuple[Step, ...], ...]

KINDS = {StopKind.MEAL: MEAL, StopKind.CAR: DROP}

SHARED = {"visited-twice", "group-full", "resource-exceeded", "too-heavy", "walked-too-far"}
"""What ``check`` finds wrong with routes that do not go together."""


@dataclass(frozen=True, slots=True)
class Kept:
    """
    Routes that stay.

    Attributes:
        steps: per route that is kept, its steps as they were.

    """

    steps: Mapping[int, tuple[Step, ...]]

    def rest_of(self, problem: Problem) -> Problem:
        """The problem that is left for what is planned again."""
        used = {step.node for kept in self.steps.values() for step in kept if step.node is not None}
        return _rest(problem, frozenset(self.steps), used)

    def with_kept(self, routes: Routes) -> Routes:
        """All routes: those that were searched and those that were kept."""
        return tuple(self.steps.get(i, steps) for i, steps in enumerate(routes))


def keep_as_planned(
    prepared: Prepared, ahead: Mapping[str, Sequence[Stop]], stays: Callable[[Stretch], bool]
) -> Kept | None:
    """
    Fix routes as they were; None where there are none, or where they do not go together any more.

    One that does not hold any more, with the room that is asked for, loses the visits that are worth least.

    Args:
        prepared: the rest of the trip, stated for everybody.
        ahead: per person, the stops of the old plan that are still to come.
        stays: whether a stretch is to stay as it was.

    """
    model, roomy = prepared.model, with_room(prepared)
    node_of = nodes_in(prepared)
    steps: dict[int, tuple[Step, ...]] = {}
    for i, stretch in enumerate(model.stretches):
        if not stays(stretch):
            continue
        clock = prepared.ground.clock
        of_stretch = [
            stop
            for stop in ahead[stretch.who[0]]
            if stretch.start_s <= clock.seconds(stop.start) and clock.seconds(stop.leave) <= stretch.end_s
        ]
        inside = model.problem.routes[i].meal is not None
        walk = _as_far_as_it_holds(roomy, i, [s for s in _steps(of_stretch, node_of) if s.kind != MEAL or inside])
        if walk is not None:
            steps[i] = walk
    if not steps or not _go_together(model.problem, steps):
        return None
    return Kept(steps)


def _go_together(problem: Problem, steps: Mapping[int, tuple[Step, ...]]) -> bool:
    """Whether no bound that routes share is exceeded: what was within it at first need not be by now."""
    routes = tuple(steps.get(i, ()) for i in range(len(problem.routes)))
    return not any(v.code in SHARED for v in check(problem, Solution(routes, 0, 0, 0, 0.0)))


def _steps(stops: Sequence[Stop], node_of: Callable[[Stop], int | None]) -> list[Step]:
    steps = []
    for stop in stops:
        node = node_of(stop)
        if node is not None:
            steps.append(Step(VISIT, node))
        elif stop.kind in KINDS:
            steps.append(Step(KINDS[stop.kind]))
    return steps


def _as_far_as_it_holds(problem: Problem, index: int, steps: Sequence[Step]) -> tuple[Step, ...] | None:
    """The walk without the visits worth least that keep it from holding; None if it does not hold without any."""
    walk = tuple(steps)
    while not _holds(problem, index, walk):
        visits = [(problem.nodes[s.node].prize, i) for i, s in enumerate(walk) if s.node is not None]
        if not visits:
            return None
        least = min(visits)[1]
        walk = tuple(meal_inside([*walk[:least], *walk[least + 1 :]]))
    return walk


def _holds(problem: Problem, index: int, steps: tuple[Step, ...]) -> bool:
    """Whether a route can be walked like that; its meal must be in it exactly where one is asked for."""
    route = problem.routes[index]
    meals = [i for i, step in enumerate(steps) if step.kind == MEAL]
    visits = [i for i, step in enumerate(steps) if step.kind == VISIT]
    if len(meals) != (route.meal is not None) or (route.drop is None and any(s.kind == DROP for s in steps)):
        return False
    if meals and len(visits) > 1 and not visits[0] < meals[0] < visits[-1]:
        return False
    return schedule(problem, index, steps).holds


def _rest(problem: Problem, kept: frozenset[int], used: set[int]) -> Problem:
    """The problem without what the kept routes use; they stay in it, and nobody may put a visit into them."""
    free = frozenset(range(len(problem.routes))) - kept
    nodes = tuple(
        replace(node, windows={}) if n in used else replace(node, routes=free) for n, node in enumerate(problem.nodes)
    )
    taken = Counter(g for n in used for g in problem.nodes[n].groups)
    groups = tuple(
        Group(max(0, group.at_most - taken[g]), _after(group.value, taken[g])) for g, group in enumerate(problem.groups)
    )
    resources = tuple(
        max(0, limit - sum(problem.nodes[n].uses[k] for n in used)) for k, limit in enumerate(problem.resources)
    )
    return replace(problem, nodes=nodes, groups=groups, resources=resources)


def _after(value: tuple[int, ...], count: int) -> tuple[int, ...]:
    """What more visits are worth after so many."""
    if not value:
        return ()
    begin = min(count, len(value) - 1)
    return tuple(worth - value[begin] for worth in value[begin:])
