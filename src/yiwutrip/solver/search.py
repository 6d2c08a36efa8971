"""Runs the compiled search in batches, between which Python asks the clock."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from yiwutrip.solver.anneal import advance
from yiwutrip.solver.decode import decode
from yiwutrip.solver.draws import seeded
from yiwutrip.solver.encode import encode
from yiwutrip.solver.memory import (
    BEST,
    BEST_PRIZE,
    BEST_WAY,
    CAPPED,
    CHANGED,
    DONE,
    ELEMENT,
    FOUND,
    LENGTH,
    SCALE,
    WIDTH,
    WORDS,
)
from yiwutrip.solver.problem import Solution
from yiwutrip.solver.schedule import schedule
from yiwutrip.solver.seat import seat
from yiwutrip.solver.stop import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yiwutrip.solver.problem import Problem, Step
    from yiwutrip.solver.stop import Stop

    Chain = tuple[Any, Any]

BATCH = 64
"""Steps between two looks at the clock; several threads take more, for they wait for one another."""

HOT, COLD = 1.2, 0.1
"""First and last temperature, in usual prizes."""

REHEAT = 0.5
"""Share of the first temperature with which later cycles begin."""

WARM = 0.3
"""First temperature of a search that begins with given routes: they are better than what much heat leaves of them."""

CYCLES = 1.8
"""Cycles of a search of one second; they grow with the square root of the time."""

CAPPED_CYCLES = 1.0
"""The same where groups or resources bind: routes that were good apart then seldom go together."""

OPEN_CYCLE = 50_000
"""Steps of a cycle where nobody knows how long the search will be."""


class Search:
    """
    Chains of steps on one problem, each with random numbers of its own.

    They go in step and share the best routes when a cycle begins, so what they find depends on nothing but the seed
    and the number of steps.
    """

    def __init__(
        self, problem: Problem, seed: int, threads: int, start: Sequence[Sequence[Step]] | None = None
    ) -> None:
        self.problem = problem
        self.g, m, f = encode(problem, seed)
        self.hot = HOT if start is None else WARM
        if start is not None:
            seat(problem, m, start)
        self.chains: list[Chain] = [(m, f)]
        for k in range(1, threads):
            other = m.copy()
            other[:WORDS] = seeded(seed + k * 2**40, WORDS)
            self.chains.append((other, f.copy()))
        self.batch = BATCH if threads == 1 else 8 * BATCH

    def run(
        self, stop: Stop, clock: Callable[[], float], began: float, on_progress: Callable[[State, int], None] | None
    ) -> Solution:
        """Search until the rule says stop."""
        with ThreadPoolExecutor(len(self.chains)) as pool:
            self._advance(pool, 0, 0.0, 0.0)
            rate = CAPPED_CYCLES if self.chains[0][0][CAPPED] else CYCLES
            cycles = max(1, int(rate * math.sqrt(stop.seconds()) + 0.5))
            before = 0.0
            while True:
                m, f = self._best()
                done = int(m[DONE])
                state = State(clock() - began, done, done - int(m[FOUND]))
                if on_progress is not None:
                    on_progress(state, int(f[BEST_PRIZE]))
                if stop.done(state):
                    return self._solution(state)
                left = stop.iterations_left(state)
                share = stop.share(state)
                now = cycles * share if share is not None else done / OPEN_CYCLE
                self._advance(pool, self.batch if left is None else min(self.batch, left), before, now)
                before = now

    def _advance(self, pool: ThreadPoolExecutor, steps: int, before: float, now: float) -> None:
        """Do some steps of a cycle; both numbers are cycles, and their fractions how far into one it is."""
        hot = self.hot if now < 1.0 else self.hot * REHEAT
        heat = self.chains[0][1][SCALE] * hot * (COLD / hot) ** (now % 1.0)
        cycle = int(now) > int(before)
        if len(self.chains) == 1:
            advance(self.g, *self.chains[0], steps, heat, cycle)
            return
        if cycle:
            self._share()
        jobs = [pool.submit(advance, self.g, m, f, steps, heat, cycle) for m, f in self.chains]
        for job in jobs:
            job.result()

    def _best(self) -> Chain:
        return max(self.chains, key=lambda chain: (chain[1][BEST_PRIZE], -chain[0][BEST_WAY]))

    def _share(self) -> None:
        """Give every chain the best routes."""
        best_m, best_f = self._best()
        begin, end = int(best_m[BEST]), int(best_m[CHANGED])
        for m, f in self.chains:
            m[begin:end] = best_m[begin:end]
            m[BEST_WAY], m[FOUND], f[BEST_PRIZE] = best_m[BEST_WAY], best_m[FOUND], best_f[BEST_PRIZE]

    def _solution(self, state: State) -> Solution:
        m, f = self._best()
        rows = []
        for r in range(len(self.problem.routes)):
            begin = int(m[BEST] + m[ELEMENT] + r * m[WIDTH] + 1)
            rows.append([int(e) for e in m[begin : begin + int(m[m[BEST] + m[LENGTH] + r])]])
        routes = decode(self.problem, rows)
        walk_s = sum(schedule(self.problem, r, steps).walk_s for r, steps in enumerate(routes))
        return Solution(routes, int(f[BEST_PRIZE]), walk_s, state.iterations, state.seconds)
