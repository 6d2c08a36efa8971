"""From the kernels' elements back to steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.solver.problem import DROP, MEAL, VISIT, Step
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from yiwutrip.solver.problem import Problem


def decode(problem: Problem, elements: list[list[int]]) -> tuple[tuple[Step, ...], ...]:
    """Name every element, and set each meal where its route is then over first."""
    nodes = len(problem.nodes)
    named = [[Step(VISIT, e) if e < nodes else Step(DROP) for e in row] for row in elements]
    return tuple(_with_meal(problem, r, row) for r, row in enumerate(named))


def _with_meal(problem: Problem, r: int, steps: list[Step]) -> tuple[Step, ...]:
    if problem.routes[r].meal is None:
        return tuple(steps)
    visits = [i for i, step in enumerate(steps) if step.kind == VISIT]
    first, last = (visits[0] + 1, visits[-1]) if len(visits) > 1 else (0, len(steps))
    fed = [(*steps[:i], Step(MEAL), *steps[i:]) for i in range(first, last + 1)]
    tables = [schedule(problem, r, row) for row in fed]
    return min(zip(fed, tables, strict=True), key=lambda pair: (not pair[1].holds, pair[1].arrive_s))[0]
