"""Runs the compiled search in batches, between which Python asks the clock."""

from __future__ import annotations

import math
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
"""First and last temperature, in usual prizes."""

REHEAT = 0.5
"""Share of the first temperature with which later cycles begin."""

CYCLES = 1.8
"""Cycles of a search of one second; they grow with the square root of the time."""

OPEN_CYCLE = 50_000
"""Steps of a cycle where nobody knows how long the search will be."""


class Search:
    """One chain of steps on one problem."""

    def __init__(self, problem: Problem, seed: int) -> None:
        self.problem = problem
        self.g, self.m, self.f = encode(problem, seed)

    def run(
        self, stop: Stop, clock: Callable[[], float], began: float, on_progress: Callable[[State, int], None] | None
    ) -> Solution:
        """Search until the rule says stop."""
        self._advance(0, 0.0, 0.0)
        cycles = max(1, int(CYCLES * math.sqrt(stop.seconds()) + 0.5))
        cycle = 0.0
        while True:
            done = int(self.m[DONE])
            state = State(clock() - began, done, done - int(self.m[FOUND]))
            if on_progress is not None:
                on_progress(state, int(self.f[BEST_PRIZE]))
            if stop.done(state):
                return self._solution(state)
            left = stop.iterations_left(state)
            share = stop.share(state)
            now = cycles * share if share is not None else done / OPEN_CYCLE
            self._advance(BATCH if left is None else min(BATCH, left), cycle, now)
            cycle = now

    def _advance(self, steps: int, before: float, now: float) -> None:
        """Do some steps of a cycle; both numbers are cycles, and their fractions how far into one it is."""
        hot = HOT if now < 1.0 else HOT * REHEAT
        heat = self.f[SCALE] * hot * (COLD / hot) ** (now % 1.0)
        advance(self.g, self.m, self.f, steps, heat, int(now) > int(before))

    def _solution(self, state: State) -> Solution:
        m = self.m
        rows = []
        for r in range(len(self.problem.routes)):
            begin = int(m[BEST] + m[ELEMENT] + r * m[WIDTH] + 1)
            rows.append([int(e) for e in m[begin : begin + int(m[m[BEST] + m[LENGTH] + r])]])
        routes = decode(self.problem, rows)
        return Solution(routes, int(self.f[BEST_PRIZE]), int(m[BEST_WALK]), state.iterations, state.seconds)
