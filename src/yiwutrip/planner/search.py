"""Search with both cores, in phases that share one stopping rule."""

from __future__ import annotations

import time
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from yiwutrip.planner.options import part_of
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import State

if TYPE_CHECKING:
    from yiwutrip.planner.options import OnProgress
    from yiwutrip.solver.problem import Problem, Solution, Step
    from yiwutrip.solver.stop import Stop

    Routes = tuple[tuple[Step, ...], ...]

CHAINS = 2
"""As many on every machine, so that an iteration limit and a seed give the same plan everywhere."""


def search(
    problem: Problem, stop: Stop, seed: int, on_progress: OnProgress | None = None, start: Routes | None = None
) -> Solution:
    """Search in two threads; the compiled search lets go of the interpreter, so they run side by side."""
    return solve(problem, stop, seed, on_progress, threads=CHAINS, start=start)


def _load() -> float:
    """Load the compiled search, the first time a third of a second, so that a short first search is not all loading."""
    began = time.perf_counter()
    import_module("yiwutrip.solver.search")
    return time.perf_counter() - began


@dataclass(slots=True)
class Phases:
    """
    Searches one after the other that share one stopping rule and report as one.

    Attributes:
        stop: for all of them together.
        seconds: that are gone; ``iterations`` likewise.
        late_s: by how much more than they were given; the compiler is loaded in the first search.

    """

    stop: Stop
    seed: int
    on_progress: OnProgress | None = None
    seconds: float = 0.0
    iterations: int = 0
    late_s: float = 0.0

    def run(self, problem: Problem, share: float, start: Routes | None = None) -> Solution:
        """Search with a share of the whole, from given routes or from none."""
        part = part_of(self.stop, share, max(0.0, self.late_s))
        self.late_s += _load()
        found = search(problem, part, self.seed, self._tell if self.on_progress else None, start)
        self.seconds += found.seconds
        self.late_s += found.seconds - share * self.stop.seconds()
        self.iterations += found.iterations
        return found

    def _tell(self, state: State, prize: int) -> None:
        assert self.on_progress is not None
        self.on_progress(State(self.seconds + state.seconds, self.iterations + state.iterations, state.stale), prize)
