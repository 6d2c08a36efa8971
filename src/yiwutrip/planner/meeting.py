"""
Where people part and meet once a first search has shown where they are then.

Before anything is known they part and meet at a point that suits all (``days.meeting_points``). Going there and back
for nothing is what a couple would laugh at: the best place to part is where one is, the best to meet is where one goes
next together (by the triangle inequality nothing else costs fewer minutes of all).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwutrip.planner.cut import Stretch
    from yiwutrip.planner.prepare import Prepared
    from yiwutrip.solver.problem import Step

    Routes = tuple[tuple[Step, ...], ...]

WORTH_MOVING_S = 900
"""The car is easy to find and takes what is carried; so many seconds of all must be saved by going elsewhere."""


def better_points(prepared: Prepared, routes: Routes) -> Mapping[int, tuple[int, ...]]:
    """For each day the spots at which to part or to meet, by what was found with those that a rule chose."""
    found: defaultdict[int, dict[int, None]] = defaultdict(dict)
    stretches = prepared.model.stretches
    for i, stretch in enumerate(stretches):
        after = [j for j, other in enumerate(stretches) if stretch.parts_into(other)]
        before = [j for j, other in enumerate(stretches) if _joins(other, stretch)]
        if len(after) > 1 and not _is_promised(stretch.end, [stretches[j] for j in after]):
            _note(prepared, routes, [i], after, found[stretch.day])
        if len(before) > 1 and not _is_promised(stretch.start, stretches):
            _note(prepared, routes, before, [i], found[stretch.day])
    return {day: tuple(spots) for day, spots in found.items() if spots}


def _joins(first: Stretch, then: Stretch) -> bool:
    return first.wall is None and first.leads_to(then) and set(first.who) < set(then.who)


def _is_promised(spot: int, stretches: Sequence[Stretch]) -> bool:
    """Whether it is where somebody has a commitment when they part or meet: nobody may choose another place."""
    return any(s.wall is not None and s.wall.spot == spot and s.start_s == s.end_s for s in stretches)


def _note(
    prepared: Prepared, routes: Routes, before: Sequence[int], after: Sequence[int], spots: dict[int, None]
) -> None:
    """Note the spot that saves most, if it saves enough: where those before are last, or those after first."""
    stretches, seconds = prepared.model.stretches, prepared.ground.travel.seconds
    last = [(len(stretches[i].who), _last(prepared, routes, i)) for i in before]
    first = [(len(stretches[i].who), _first(prepared, routes, i)) for i in after]

    def cost(spot: int) -> int:
        come = sum(people * seconds(here, spot) for people, here in last)
        return come + sum(people * seconds(spot, there) for people, there in first)

    best = min((spot for _, spot in (*last, *first)), key=cost)
    if cost(best) + WORTH_MOVING_S <= cost(stretches[after[0]].start):
        spots[best] = None


def _last(prepared: Prepared, routes: Routes, index: int) -> int:
    stops = schedule(prepared.model.problem, index, routes[index]).stops
    return stops[-1].location if stops else prepared.model.stretches[index].start


def _first(prepared: Prepared, routes: Routes, index: int) -> int:
    stops = schedule(prepared.model.problem, index, routes[index]).stops
    return stops[0].location if stops else prepared.model.stretches[index].end
