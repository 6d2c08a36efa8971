"""
Where a stall that was left out would fit best, and by how much it does not.

Every gap of every route is tried for every stall at once: arrive from the stop before, wait for the door, stay, go on
to the stop after. What is too late at the door and what is too late at the stop after are added up; the gap with the
least lateness, then the least detour, is the best.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.solver.problem import Problem, Step

Ints = NDArray[np.int64]

NEVER = 2**40
"""More seconds than any trip has."""


@dataclass(frozen=True, slots=True)
class Gap:
    """
    A place in a route.

    Attributes:
        after: index of the step before it, -1 for the route's start.
        leave_s: when one leaves that step.
        here: where that is; ``there`` is the place of the step after.
        due_s: by when one has to be ``there``.

    """

    route: int
    after: int
    leave_s: int
    here: int
    there: int
    due_s: int


@dataclass(frozen=True, slots=True)
class Fit:
    """
    The best gap for one node.

    Attributes:
        late_at_door_s: by how much it is shut by then.
        late_after_s: by how much the step after, and what hangs on it, would be late.
        detour_s: extra way.

    """

    gap: Gap | None
    late_at_door_s: int
    late_after_s: int
    detour_s: int

    @property
    def short_s(self) -> int:
        """Seconds that are missing in all; 0 where it fits."""
        return self.late_at_door_s + self.late_after_s


def gaps_of(problem: Problem, routes: Sequence[tuple[Step, ...]]) -> list[Gap]:
    """Every gap of a plan."""
    gaps = []
    for r, steps in enumerate(routes):
        route = problem.routes[r]
        table = schedule(problem, r, steps)
        leaves = [route.start_s, *(stop.leave_s for stop in table.stops)]
        places = [route.start, *(stop.location for stop in table.stops), route.end]
        dues = []
        for i, stop in enumerate(table.stops):
            # Where the next step is a meal, one is "there" at once, and may start it as late as it may be started.
            dues.append((places[i + 1], stop.latest_start_s))
        dues.append((route.end, route.latest_end_s))
        for i, (leave_s, (there, due_s)) in enumerate(zip(leaves, dues, strict=True)):
            gaps.append(Gap(r, i - 1, leave_s, places[i], there, due_s))
    return gaps


def best_fits(problem: Problem, gaps: Sequence[Gap], nodes: Sequence[int]) -> list[Fit]:
    """The best gap of each node."""
    if not gaps or not nodes:
        return [Fit(None, NEVER, 0, 0) for _ in nodes]
    lateness = np.full((len(gaps), len(nodes), 2), NEVER, dtype=np.int64)
    for day in sorted({problem.routes[gap.route].day for gap in gaps}):
        rows = [i for i, gap in enumerate(gaps) if problem.routes[gap.route].day == day]
        lateness[rows] = _lateness(problem, [gaps[i] for i in rows], nodes, day)
    detours = _detours(problem, gaps, nodes)
    total = lateness.sum(axis=2)
    rank = np.minimum(total, NEVER) * 100_000 + np.clip(detours, 0, 99_999)
    chosen = rank.argmin(axis=0)
    return [
        Fit(
            None if total[g, n] >= NEVER else gaps[g],
            int(lateness[g, n, 0]),
            int(lateness[g, n, 1]),
            int(detours[g, n]),
        )
        for n, g in enumerate(chosen)
    ]


def _columns(problem: Problem, gaps: Sequence[Gap], nodes: Sequence[int]) -> tuple[Ints, Ints]:
    """Seconds from each gap's place to each node, and from each node to the place after."""
    spots = [problem.nodes[n].location for n in nodes]
    there = problem.travel_s[np.ix_([gap.here for gap in gaps], spots)].astype(np.int64)
    on = problem.travel_s[np.ix_(spots, [gap.there for gap in gaps])].astype(np.int64).T
    return there, on


def _detours(problem: Problem, gaps: Sequence[Gap], nodes: Sequence[int]) -> Ints:
    there, on = _columns(problem, gaps, nodes)
    direct = np.array([int(problem.travel_s[gap.here, gap.there]) for gap in gaps], dtype=np.int64)
    detours: Ints = there + on - direct[:, None]
    return detours


def _lateness(problem: Problem, gaps: Sequence[Gap], nodes: Sequence[int], day: int) -> Ints:
    """Seconds late at the door and at the step after, of each gap and node."""
    there, on = _columns(problem, gaps, nodes)
    arrive = np.array([gap.leave_s for gap in gaps], dtype=np.int64)[:, None] + there
    due = np.array([gap.due_s for gap in gaps], dtype=np.int64)[:, None]
    service = np.array([problem.nodes[n].service_s for n in nodes], dtype=np.int64)[None, :]
    best = np.full((*arrive.shape, 2), NEVER, dtype=np.int64)
    slots = [problem.nodes[n].windows.get(day, ()) for n in nodes]
    for k in range(max((len(windows) for windows in slots), default=0)):
        has = np.array([k < len(windows) for windows in slots])
        opens = np.array([windows[k][0] if k < len(windows) else 0 for windows in slots], dtype=np.int64)
        last = np.array([windows[k][1] if k < len(windows) else 0 for windows in slots], dtype=np.int64)
        door = np.maximum(0, arrive - last)
        after = np.maximum(0, np.maximum(arrive, opens) + service + on - due)
        better = has & (door + after < best.sum(axis=2))
        best[..., 0] = np.where(better, door, best[..., 0])
        best[..., 1] = np.where(better, after, best[..., 1])
    return best
