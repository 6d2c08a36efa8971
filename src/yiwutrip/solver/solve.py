"""The search, as one pure function of a problem, a stopping rule and a seed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yiwutrip.solver.problem import Problem, Solution, Step
    from yiwutrip.solver.stop import State, Stop


def solve(
    problem: Problem,
    stop: Stop,
    seed: int,
    on_progress: Callable[[State, int], None] | None = None,
    clock: Callable[[], float] = time.perf_counter,
    threads: int = 1,
    start: Sequence[Sequence[Step]] | None = None,
) -> Solution:
    """
    Find the best routes that the stopping rule leaves time for.

    Args:
        problem: what may be visited, by whom, when.
        stop: when to end; with ``Iterations`` the same seed gives the same solution on every machine.
        seed: any integer.
        on_progress: told now and then how far the search is and the prize of the best solution.
        clock: seconds, for stopping rules that want them.
        threads: searches side by side that share the best; iterations count those of each.
        start: routes to begin with, one a route of the problem; what does not hold of them is left out. Where all
            holds, the solution is never worth less.

    Returns:
        A solution that ``check`` accepts. A route that cannot be walked even without a visit stays without visits.

    """
    began = clock()
    from yiwutrip.solver.search import Search  # noqa: PLC0415 - the compiler takes half a second to import

    return Search(problem, seed, max(1, threads), start).run(stop, clock, began, on_progress)
