"""
The problem and its solution, in integers.

A team orienteering problem with multiple time windows and side constraints (MC-TOP-MTW; Souffriau, Vansteenwegen,
Vanden Berghe, Van Oudheusden: The multiconstraint team orienteering problem with multiple time windows, Transportation
Science 47(1), 2013; its core is the TOPTW of Vansteenwegen et al. 2009).

Objective, lexicographic: the largest total prize, where prize is the sum over visited nodes of ``Node.prize`` plus over
groups of ``Group.value[visited in the group]``; then the least time on the way, on foot or not, of all people of the
routes together. Promises (musts, at-leasts) are prizes so
large that no sum of ordinary prizes outweighs one of them: whoever states the problem scales them so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

NO_LIMIT = 2**31 - 1
"""A bound that does not bind."""


@dataclass(frozen=True, slots=True)
class Node:
    """
    A candidate visit; visited at most once, by one route.

    Attributes:
        location: index into the travel matrix.
        windows: per day (``Route.day``), the windows that bound the *start* of service, as (earliest, latest) seconds
            on the clock of that day, ascending and disjoint; a day that is missing or empty is shut.
        routes: indices of the routes that may visit it; None for all.
        groups: indices into ``Problem.groups``.
        uses: what a visit takes of each of ``Problem.resources``, in their units.
        load_g: what is carried on from here.

    """

    location: int
    prize: int
    service_s: int
    windows: Mapping[int, tuple[tuple[int, int], ...]]
    routes: frozenset[int] | None = None
    groups: tuple[int, ...] = ()
    uses: tuple[int, ...] = ()
    load_g: int = 0


@dataclass(frozen=True, slots=True)
class Meal:
    """
    A break inside a route: it starts between the two times, where the walker then is.

    It is neither before the first nor after the last visit where a route has at least two; a route without visits
    takes it where it starts.
    """

    duration_s: int
    earliest_start_s: int
    latest_start_s: int


@dataclass(frozen=True, slots=True)
class Drop:
    """Where a route may lay down what it carries, as often as it wants; each time costs ``service_s``."""

    location: int
    service_s: int


@dataclass(frozen=True, slots=True)
class Route:
    """
    One walk between two fixed points.

    Attributes:
        day: which of the nodes' windows apply.
        start_s: earliest departure, seconds on that day's clock.
        latest_end_s: by when the route must have arrived at ``end``; a wall.
        carry_g: what its people can carry together.
        load_chain: routes of the same chain, in the order of their index, pass what is carried from one to the next;
            the first of a chain starts empty. A route with a chain of its own starts and ends empty-handed.
        walk_budget: index into ``Problem.walk_limits_s`` that its walking counts against, None for no limit.
        people: how many walk it; each of them is on the way.

    """

    day: int
    start: int
    end: int
    start_s: int
    latest_end_s: int
    carry_g: int = NO_LIMIT
    load_chain: int | None = None
    walk_budget: int | None = None
    meal: Meal | None = None
    drop: Drop | None = None
    people: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """
    Nodes that count together: a category.

    Attributes:
        at_most: visits allowed in all.
        value: value[k] is what k visits of this group are worth (value[0] = 0, concave where diminishing returns are
            wanted); beyond its end the last value stands. Empty for a group that only caps.

    """

    at_most: int = NO_LIMIT
    value: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """
    Everything the search may know.

    Attributes:
        travel_s: (locations, locations) seconds, int32, not necessarily symmetric nor a metric.
        walk_s: the same shape, the part of it that is on foot; None where all of it is.
        resources: the bound over all routes of each resource that nodes use (budget in fen, car in g and ml).
        walk_limits_s: bounds that several routes may share (a person's day).

    """

    travel_s: NDArray[np.int32]
    nodes: tuple[Node, ...]
    routes: tuple[Route, ...]
    groups: tuple[Group, ...] = ()
    resources: tuple[int, ...] = ()
    walk_limits_s: tuple[int, ...] = ()
    walk_s: NDArray[np.int32] | None = None


VISIT = "visit"
MEAL = "meal"
DROP = "drop"


@dataclass(frozen=True, slots=True)
class Step:
    """One element of a solved route; ``node`` is an index for a visit, None for a meal or a drop."""

    kind: str
    node: int | None = None


@dataclass(frozen=True, slots=True)
class Solution:
    """
    What the search found: per route of the problem its steps in order.

    Times follow from the problem: everything is done as early as it can be (``schedule`` says when).
    """

    routes: tuple[tuple[Step, ...], ...]
    prize: int
    walk_s: int
    iterations: int
    seconds: float
    progress: tuple[tuple[float, int], ...] = field(default=())
