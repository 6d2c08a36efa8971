"""
The same visits in an order that takes fewer minutes on the way.

The search minds prize, then the time on the way of all people together; where it stops early some order is left
untidy. Here a run of stops is moved elsewhere in its walk, or turned round, as long as that saves time and
everything still holds. No visit comes in or goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.planner.shedding import meal_inside, overdone
from yiwutrip.solver.problem import MEAL
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from yiwutrip.solver.problem import Problem, Step

    Routes = tuple[tuple[Step, ...], ...]

LEAST_S = 30
"""Less is not worth another order."""

LONGEST_RUN = 3
"""Stops that are moved together; any number are turned round."""

MOST_ROUNDS = 200
"""Improvements to one walk, a bound that is never met in practice: each saves half a minute."""


def straighten(problem: Problem, routes: Routes, kept: Collection[int] = ()) -> Routes:
    """
    Routes with the same visits that take no longer on the way.

    Args:
        problem: what has to hold, with the room that was asked for.
        routes: that hold.
        kept: which of them stay as they are.

    """
    for index in (i for i in range(len(routes)) if i not in kept):
        for _ in range(MOST_ROUNDS):
            better = _better(problem, routes, index)
            if better is None:
                break
            routes = better
    return routes


def way_s(problem: Problem, routes: Routes) -> int:
    """Seconds on the way, on foot or not, of all people together."""
    return sum(problem.routes[i].people * _way_s(problem, i, steps) for i, steps in enumerate(routes))


def _better(problem: Problem, routes: Routes, index: int) -> Routes | None:
    """The routes with one change to one walk, the first that saves time and holds; None if there is none."""
    steps = routes[index]
    now_s = _way_s(problem, index, steps)
    for other in _orders(steps):
        if _way_s(problem, index, other) + LEAST_S > now_s or meal_inside(other) != list(other):
            continue
        changed = (*routes[:index], other, *routes[index + 1 :])
        if schedule(problem, index, other).holds and not overdone(problem, changed):
            return changed
    return None


def _orders(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """Every order that comes of moving a short run elsewhere, or of turning a run round."""
    count = len(steps)
    for begin in range(count):
        for end in range(begin + 1, min(count, begin + LONGEST_RUN) + 1):
            run, rest = steps[begin:end], (*steps[:begin], *steps[end:])
            for at in range(len(rest) + 1):
                if at != begin:
                    yield (*rest[:at], *run, *rest[at:])
    for begin in range(count):
        for end in range(begin + 2, count + 1):
            yield (*steps[:begin], *reversed(steps[begin:end]), *steps[end:])


def _way_s(problem: Problem, index: int, steps: Sequence[Step]) -> int:
    """Seconds on the way along a walk."""
    total_s, here = 0, problem.routes[index].start
    for step in steps:
        there = place_of(problem, index, step, here)
        total_s += int(problem.travel_s[here, there])
        here = there
    return total_s + int(problem.travel_s[here, problem.routes[index].end])


def place_of(problem: Problem, index: int, step: Step, here: int) -> int:
    """Where a step of a walk is done, coming from a place; a meal is taken there."""
    drop = problem.routes[index].drop
    if step.kind == MEAL or (step.node is None and drop is None):
        return here
    return problem.nodes[step.node].location if step.node is not None else drop.location if drop else here
