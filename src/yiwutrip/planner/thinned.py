"""
The old plan's stops that are still to come, later and fewer: what is shown where a new search broke a promise.

Nothing clever: each stop is taken over in its old order if everything still holds with it, judged by ``solver.check``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.planner.at_hand import by_time, nodes_in
from yiwutrip.planner.clock import day_of
from yiwutrip.planner.shedding import valued
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import MEAL, VISIT, Solution, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.planner.prepare import Prepared
    from yiwutrip.solver.problem import Problem

    Routes = tuple[tuple[Step, ...], ...]

SUMS = {"wrong-prize", "wrong-walk"}
"""What ``check`` finds wrong with routes whose worth nobody has added up yet."""


def thinned(prepared: Prepared, ahead: Mapping[str, Sequence[Stop]], problem: Problem) -> Solution:
    """
    Take over as many of the old stops as hold.

    Args:
        prepared: the rest of the trip.
        ahead: per person, the stops of the old plan that are still to come.
        problem: the prepared one, or the same with its walls earlier.

    """
    node_of = nodes_in(prepared)
    routes: Routes = tuple((Step(MEAL),) if route.meal else () for route in problem.routes)
    broken = _broken(problem, routes)
    for letter, stop in by_time(ahead):
        node = node_of(stop)
        if node is None or any(step.node == node for steps in routes for step in steps):
            continue
        day = day_of(prepared.ground.clock.seconds(stop.start))
        mine = [i for i, s in enumerate(prepared.model.stretches) if letter in s.who and s.day == day]
        longer = (longer for i in mine for longer in _with(routes, i, Step(VISIT, node)))
        routes = next((one for one in longer if _broken(problem, one) <= broken), routes)
    return valued(problem, routes, Solution(routes, 0, 0, 0, 0.0))


def _broken(problem: Problem, routes: Routes) -> set[tuple[str, int | None]]:
    """Rules that do not hold; a way to a wall may be too long without any visit."""
    found = check(problem, Solution(routes, 0, 0, 0, 0.0))
    return {(one.code, one.route) for one in found if one.code not in SUMS}


def _with(routes: Routes, index: int, step: Step) -> Iterator[Routes]:
    """The routes with one more stop at the end of one of them, its meal wherever it can be."""
    plain = [one for one in routes[index] if one.kind != MEAL] + [step]
    meals = [one for one in routes[index] if one.kind == MEAL]
    for at in range(len(plain), -1, -1) if meals else [0]:
        yield (*routes[:index], (*plain[:at], *meals, *plain[at:]), *routes[index + 1 :])
