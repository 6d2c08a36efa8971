"""Runs the compiled search in batches, between which Python asks the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.solver.anneal import advance
from yiwutrip.solver.decode import decode
from yiwutrip.solver.encode import encode
from yiwutrip.solver.memory import BEST, BEST_PRIZE, BEST_WALK, DONE, ELEMENT, FOUND, LENGTH, SCALE, WIDTH
from yiwutrip.solver.problem import Solution
from yiwutrip.solver.stop import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwutrip.solver.problem import Problem
    from yiwutrip.solver.stop import Stop

BATCH = 64
HOT, COLD = 1.2, 0.1


class Search:
    """One chain of steps on one problem."""

    def __init__(self, problem: Problem, seed: int) -> None:
        self.problem = problem
        self.g, self.m, self.f = encode(problem, seed)

    def run(
        self, stop: Stop, clock: Callable[[], float], began: float, on_progress: Callable[[State, int], None] | None
    ) -> Solution:
        """Search until the rule says stop."""
        advance(self.g, self.m, self.f, 0, 0.0)
        while True:
            done = int(self.m[DONE])
            state = State(clock() - began, done, done - int(self.m[FOUND]))
            if on_progress is not None:
                on_progress(state, int(self.f[BEST_PRIZE]))
            if stop.done(state):
                return self._solution(state)
            left = stop.iterations_left(state)
            heat = self.f[SCALE] * HOT * (COLD / HOT) ** (stop.share(state) or 0.0)
            advance(self.g, self.m, self.f, BATCH if left is None else min(BATCH, left), heat)

    def _solution(self, state: State) -> Solution:
        m = self.m
        rows = []
        for r in range(len(self.problem.routes)):
            begin = int(m[BEST] + m[ELEMENT] + r * m[WIDTH] + 1)
            rows.append([int(e) for e in m[begin : begin + int(m[m[BEST] + m[LENGTH] + r])]])
        routes = decode(self.problem, rows)
        return Solution(routes, int(self.f[BEST_PRIZE]), int(m[BEST_WALK]), state.iterations, state.seconds)
