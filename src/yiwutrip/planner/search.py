"""Search with both cores: independent chains in threads, of which the best is kept."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from yiwutrip.planner.options import part_of
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import State

if TYPE_CHECKING:
    from yiwutrip.planner.options import OnProgress
    from yiwutrip.solver.problem import Problem, Solution
    from yiwutrip.solver.stop import Stop

CHAINS = 2
"""As many on every machine, so that an iteration limit and a seed give the same plan everywhere."""

SEED_STEP = 7_919


def search(problem: Problem, stop: Stop, seed: int, on_progress: OnProgress | None = None) -> Solution:
    """
    Run the chains and keep the best solution; where two are worth the same, the one that walks less.

    The compiled search lets go of the interpreter, so the chains run side by side. An interrupt stops all of them.
    """
    given_up = threading.Event()

    def clock() -> float:
        return inf if given_up.is_set() else time.perf_counter()

    with ThreadPoolExecutor(CHAINS - 1) as pool:
        others = [pool.submit(solve, problem, stop, seed + SEED_STEP * i, None, clock) for i in range(1, CHAINS)]
        try:
            first = solve(problem, stop, seed, on_progress, clock)
        except BaseException:
            given_up.set()
            raise
        found = [first, *(other.result() for other in others)]
    return max(found, key=lambda solution: (solution.prize, -solution.walk_s))


@dataclass(slots=True)
class Phases:
    """
    Searches one after the other that share one stopping rule and report as one.

    Attributes:
        stop: for all of them together.
        seconds: that are gone; ``iterations`` likewise.

    """

    stop: Stop
    seed: int
    on_progress: OnProgress | None = None
    seconds: float = 0.0
    iterations: int = 0

    def run(self, problem: Problem, share: float) -> Solution:
        """Search with a share of the whole."""
        found = search(problem, part_of(self.stop, share), self.seed, self._tell if self.on_progress else None)
        self.seconds += found.seconds
        self.iterations += found.iterations
        return found

    def _tell(self, state: State, prize: int) -> None:
        assert self.on_progress is not None
        self.on_progress(State(self.seconds + state.seconds, self.iterations + state.iterations, state.stale), prize)
