"""When the steps of one route happen, and how far each may slip."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwutrip.solver.problem import DROP, MEAL, VISIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.solver.problem import Problem, Route, Step

    Windows = tuple[tuple[int, int], ...]

SHUT = -(2**31)
"""A latest start that nothing can meet."""


@dataclass(frozen=True, slots=True)
class Timed:
    """
    A step with its times, seconds on the clock of the route's day.

    Attributes:
        location: where it happens; a meal is taken where the walker is.
        start_s: as early as its window allows after ``arrive_s``; where no window is left, on arrival.
        latest_start_s: the last start with which it and everything after it in the route still holds.
        carried_g: what is carried on from here, if nothing was carried at the start of the route.

    """

    step: Step
    location: int
    arrive_s: int
    start_s: int
    leave_s: int
    latest_start_s: int
    carried_g: int

    @property
    def slack_s(self) -> int:
        """Seconds it can slip before something later breaks; negative where something is broken already."""
        return self.latest_start_s - self.start_s


@dataclass(frozen=True, slots=True)
class Timetable:
    """
    A route's steps in time.

    Attributes:
        leave_by_s: the latest departure from the start with which everything holds.
        arrive_s: arrival at the route's end.
        latest_arrive_s: the wall.
        travel_s: under way in all.
        walk_s: of that, on foot.

    """

    stops: tuple[Timed, ...]
    start_s: int
    leave_by_s: int
    arrive_s: int
    latest_arrive_s: int
    travel_s: int
    walk_s: int

    @property
    def holds(self) -> bool:
        """Whether every window and the wall at the end are kept."""
        return self.leave_by_s >= self.start_s


def schedule(problem: Problem, route_index: int, steps: Sequence[Step]) -> Timetable:
    """
    Do the steps in their order, each as early as it can be.

    Steps that cannot be met are timed all the same (a late visit starts on arrival) and ``holds`` is False.

    Raises:
        ValueError: a drop or a meal on a route that has none.

    """
    route = problem.routes[route_index]
    places = _places(problem, route, steps)
    windows = [_windows(problem, route, step) for step in steps]
    lengths = [_duration(problem, route, step) for step in steps]
    legs = [int(problem.travel_s[a, b]) for a, b in pairwise(places)]
    latest, leave_by = _latest(route, windows, lengths, legs)
    stops: list[Timed] = []
    clock, carried = route.start_s, 0
    for i, step in enumerate(steps):
        arrive = clock + legs[i]
        start = _opening(windows[i], arrive)
        clock = start + lengths[i]
        carried = _carried(problem, step, carried)
        stops.append(Timed(step, places[i + 1], arrive, start, clock, latest[i], carried))
    return Timetable(
        stops=tuple(stops),
        start_s=route.start_s,
        leave_by_s=leave_by,
        arrive_s=clock + legs[-1],
        latest_arrive_s=route.latest_end_s,
        travel_s=sum(legs),
        walk_s=walking_s(problem, places),
    )


def walking_s(problem: Problem, places: Sequence[int]) -> int:
    """Seconds on foot along a sequence of locations."""
    table = problem.travel_s if problem.walk_s is None else problem.walk_s
    return sum(int(table[a, b]) for a, b in pairwise(places))


def _places(problem: Problem, route: Route, steps: Sequence[Step]) -> list[int]:
    """Where the walker is: at the start, at each step, at the end."""
    places = [route.start]
    for step in steps:
        if step.kind == VISIT and step.node is not None:
            places.append(problem.nodes[step.node].location)
        elif step.kind == DROP and route.drop is not None:
            places.append(route.drop.location)
        elif step.kind == MEAL and route.meal is not None:
            places.append(places[-1])
        else:
            raise ValueError(f"this route has no {step.kind}")
    return [*places, route.end]


def _windows(problem: Problem, route: Route, step: Step) -> Windows:
    if step.kind == VISIT and step.node is not None:
        opened = problem.nodes[step.node].windows.get(route.day, ())
        return tuple(window for window in opened if window[0] <= window[1])
    if step.kind == MEAL and route.meal is not None:
        return ((route.meal.earliest_start_s, route.meal.latest_start_s),)
    return ((SHUT, -SHUT),)


def _duration(problem: Problem, route: Route, step: Step) -> int:
    if step.kind == VISIT and step.node is not None:
        return problem.nodes[step.node].service_s
    if step.kind == MEAL and route.meal is not None:
        return route.meal.duration_s
    return route.drop.service_s if route.drop is not None else 0


def _carried(problem: Problem, step: Step, carried: int) -> int:
    if step.kind == DROP:
        return 0
    return carried + (problem.nodes[step.node].load_g if step.node is not None else 0)


def _opening(windows: Windows, arrive: int) -> int:
    """First moment from ``arrive`` on that lies in a window; ``arrive`` itself where none is left."""
    return next((max(arrive, first) for first, last in windows if arrive <= last), arrive)


def _last(windows: Windows, bound: int) -> int:
    """Last moment up to ``bound`` that lies in a window, or ``SHUT``."""
    i = bisect_left(windows, bound + 1, key=lambda window: window[0])
    return min(bound, windows[i - 1][1]) if i else SHUT


def _latest(route: Route, windows: list[Windows], lengths: list[int], legs: list[int]) -> tuple[list[int], int]:
    """Latest starts, backwards from the wall, and the latest departure."""
    bound = route.latest_end_s - legs[-1]
    latest: list[int] = []
    for i in range(len(lengths) - 1, -1, -1):
        start = _last(windows[i], bound - lengths[i])
        latest.append(start)
        bound = start - legs[i]
    return latest[::-1], bound
