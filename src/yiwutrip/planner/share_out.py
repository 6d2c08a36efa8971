"""
Stops shared among people who walk apart, so that all are done earlier.

Where every want is full the prize is the same whoever goes, and least is on the way if one person sees everything while
another has an empty day. People who travel together would rather both be done early. No visit comes in or goes.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from yiwutrip.planner.shedding import meal_inside, overdone
from yiwutrip.planner.straighten import place_of, way_s
from yiwutrip.solver.problem import VISIT
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from yiwutrip.planner.cut import Stretch
    from yiwutrip.solver.problem import Problem, Step

    Steps = tuple[Step, ...]
    Routes = tuple[Steps, ...]

LEAST_S = 1_800
"""Being done so much earlier is worth that somebody else goes."""

MOST_ROUNDS = 10
"""Runs of stops that change hands between two walks."""


def share_out(problem: Problem, stretches: Sequence[Stretch], routes: Routes, kept: Collection[int] = ()) -> Routes:
    """
    Routes with the same visits, the later of two walks at the same time done earlier.

    A run of stops goes to the walk that is done first, if the later of both is then done half an hour earlier at least,
    and earlier by more than all are longer on the way.

    Args:
        problem: what has to hold, with the room that was asked for.
        stretches: those of the problem's routes.
        routes: that hold.
        kept: which of them stay as they are.

    """
    free = [i for i in range(len(routes)) if i not in kept]
    for one, other in combinations(free, 2):
        if not _side_by_side(stretches[one], stretches[other]):
            continue
        for _ in range(MOST_ROUNDS):
            better = _better(problem, routes, one, other)
            if better is None:
                break
            routes = better
    return routes


def _side_by_side(one: Stretch, other: Stretch) -> bool:
    apart = set(one.who).isdisjoint(other.who)
    return apart and one.day == other.day and max(one.start_s, other.start_s) < min(one.end_s, other.end_s)


def _better(problem: Problem, routes: Routes, one: int, other: int) -> Routes | None:
    """The routes with the run handed over that saves most; None if none is worth it."""
    done_s = {i: schedule(problem, i, routes[i]).arrive_s for i in (one, other)}
    taker, giver = sorted(done_s, key=lambda i: done_s[i])
    if done_s[giver] - done_s[taker] < LEAST_S:
        return None
    before_s = way_s(problem, routes)
    best, most_s = None, 0
    for left, longer in _handed_over(problem, routes, giver, taker):
        tables = [schedule(problem, giver, left), schedule(problem, taker, longer)]
        earlier_s = done_s[giver] - max(table.arrive_s for table in tables)
        if earlier_s < LEAST_S or not all(table.holds for table in tables):
            continue
        changed = tuple(left if i == giver else longer if i == taker else steps for i, steps in enumerate(routes))
        saved_s = earlier_s - (way_s(problem, changed) - before_s)
        if saved_s > most_s and not overdone(problem, changed):
            best, most_s = changed, saved_s
    return best


def _handed_over(problem: Problem, routes: Routes, giver: int, taker: int) -> Iterator[tuple[Steps, Steps]]:
    """Both walks, for every run of visits of the one put into the other where that is the least way."""
    steps = routes[giver]
    for begin in range(len(steps)):
        for end in range(begin + 1, len(steps) + 1):
            run = steps[begin:end]
            if run[-1].kind != VISIT:
                break
            left = tuple(meal_inside((*steps[:begin], *steps[end:])))
            yield left, tuple(meal_inside(_with(problem, taker, routes[taker], run)))


def _with(problem: Problem, index: int, steps: Steps, run: Steps) -> Steps:
    """A walk with a run of visits where it is the least way, as it was or turned round."""
    places = [problem.routes[index].start]
    for step in steps:
        places.append(place_of(problem, index, step, places[-1]))
    after = [*places[1:], problem.routes[index].end]
    first, last = (problem.nodes[step.node or 0].location for step in (run[0], run[-1]))
    travel_s = problem.travel_s

    def added_s(at: int, into: int, out: int) -> int:
        return int(travel_s[places[at], into]) + int(travel_s[out, after[at]]) - int(travel_s[places[at], after[at]])

    ways = [
        (added_s(at, *ends), at, turned)
        for at in range(len(places))
        for turned, ends in enumerate(((first, last), (last, first)))
    ]
    _, at, turned = min(ways)
    return (*steps[:at], *(reversed(run) if turned else run), *steps[at:])
