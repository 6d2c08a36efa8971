"""Routes that were given, laid into the memory of a search before its first step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.solver import memory as at
from yiwutrip.solver.problem import DROP, VISIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwutrip.solver.jit import Ints
    from yiwutrip.solver.problem import Problem, Step


def seat(problem: Problem, memory: Ints, routes: Sequence[Sequence[Step]]) -> None:
    """
    Let a search begin with given routes; times, caps and loads are for the kernels, which thin what does not hold.

    Left out here is what no thinning mends: a visit in a route that it may not be in, or a second time, and a drop
    where there is none or nothing is carried. Meals are set anew. Where nothing may be visited there is nothing to
    begin with: the kernels take a route with drops alone for one that has visits to exchange.
    """
    if memory[at.CANDIDATE_COUNT] == 0:
        return
    seen: set[int] = set()
    for r, steps in enumerate(routes):
        begin = memory[at.WORK] + memory[at.ELEMENT] + r * memory[at.WIDTH] + 1
        row = list(_elements(problem, memory, r, steps, seen))[: memory[at.WIDTH] - 2]
        for x, element in enumerate(row):
            memory[begin + x] = element
        memory[memory[at.WORK] + memory[at.LENGTH] + r] = len(row)


def _elements(problem: Problem, memory: Ints, r: int, steps: Sequence[Step], seen: set[int]) -> Iterator[int]:
    nodes = len(problem.nodes)
    for step in steps:
        if step.kind == DROP and problem.routes[r].drop is not None and memory[at.LOADED]:
            yield nodes + r
        if step.kind != VISIT or step.node is None or step.node in seen:
            continue
        if memory[memory[at.ALLOWED] + r * nodes + step.node]:
            seen.add(step.node)
            yield step.node
