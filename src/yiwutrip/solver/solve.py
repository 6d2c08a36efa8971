"""The search, as one pure function of a problem, a stopping rule and a seed."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

from yiwutrip.solver.check import check
from yiwutrip.solver.problem import DROP, MEAL, VISIT, Solution, Step
from yiwutrip.solver.schedule import schedule
from yiwutrip.solver.stop import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yiwutrip.solver.problem import Problem
    from yiwutrip.solver.stop import Stop

    Plan = tuple[tuple[Step, ...], ...]


def solve(problem: Problem, stop: Stop, seed: int, on_progress: Callable[[State, int], None] | None = None) -> Solution:
    """
    Find the best routes that the stopping rule leaves time for.

    Args:
        problem: what may be visited, by whom, when.
        stop: when to end; with ``Iterations`` the same seed gives the same solution on every machine.
        seed: any integer.
        on_progress: told now and then how far the search is and the prize of the best solution.

    Returns:
        A solution that ``check`` accepts. A route that cannot be walked even without a visit stays without visits.

    """
    began = time.perf_counter()
    random = Random(seed)  # noqa: S311 - a search wants reproducible, not secret, numbers
    best = kept = _valued(problem, tuple((Step(MEAL),) if r.meal else () for r in problem.routes))
    iterations = stale = 0
    while not stop.done(state := State(time.perf_counter() - began, iterations, stale)):
        tried = _recreate(problem, _ruin(kept, random), random, stop, began)
        kept = max(kept, tried, key=_rank)
        iterations, stale = iterations + 1, 0 if _rank(kept) > _rank(best) else stale + 1
        best = max(best, kept, key=_rank)
        if on_progress is not None:
            on_progress(state, best.prize)
    return Solution(best.routes, best.prize, best.walk_s, iterations, time.perf_counter() - began)


def _rank(solution: Solution) -> tuple[int, int]:
    return solution.prize, -solution.walk_s


def _valued(problem: Problem, routes: Plan) -> Solution:
    nodes = [step.node for steps in routes for step in steps if step.node is not None]
    prize = sum(problem.nodes[n].prize for n in nodes)
    for g, group in enumerate(problem.groups):
        count = sum(g in problem.nodes[n].groups for n in nodes)
        prize += group.value[min(count, len(group.value) - 1)] if group.value else 0
    walk = sum(schedule(problem, r, steps).walk_s for r, steps in enumerate(routes))
    return Solution(routes, prize, walk, 0, 0.0)


def _ruin(solution: Solution, random: Random) -> Plan:
    share = random.random() * 0.4
    return tuple(
        tuple(step for step in steps if step.kind == MEAL or random.random() > share) for steps in solution.routes
    )


def _recreate(problem: Problem, routes: Plan, random: Random, stop: Stop, began: float) -> Solution:
    best = _valued(problem, routes)
    if check(problem, best):
        best = _valued(problem, tuple(tuple(s for s in steps if s.kind == MEAL) for steps in routes))
    visited = {step.node for steps in best.routes for step in steps}
    waiting = [n for n in range(len(problem.nodes)) if n not in visited]
    random.shuffle(waiting)
    for node in sorted(waiting, key=lambda n: -problem.nodes[n].prize * random.random()):
        if stop.done(State(time.perf_counter() - began, 0)):
            break
        better = [
            s
            for s in _with(problem, best, node)
            if _rank(s) > _rank(best) and set(check(problem, s)) <= set(check(problem, best))
        ]
        best = max(better, key=_rank, default=best)
    return best


def _with(problem: Problem, solution: Solution, node: int) -> Iterator[Solution]:
    for r, route in enumerate(problem.routes):
        steps = solution.routes[r]
        pieces = [(Step(VISIT, node),)] + ([(Step(DROP), Step(VISIT, node))] if route.drop else [])
        for piece in pieces:
            for i in range(len(steps) + 1):
                grown = (*steps[:i], *piece, *steps[i:])
                for moved in _meal_moves(grown):
                    yield _valued(problem, (*solution.routes[:r], moved, *solution.routes[r + 1 :]))


def _meal_moves(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    if not any(step.kind == MEAL for step in steps):
        yield steps
        return
    rest = tuple(step for step in steps if step.kind != MEAL)
    for i in range(len(rest) + 1):
        yield (*rest[:i], Step(MEAL), *rest[i:])
