"""Problems drawn by hypothesis, with every constraint in play."""

from typing import Any

import numpy as np
from hypothesis import strategies as st

from yiwutrip.solver.problem import NO_LIMIT, Drop, Group, Meal, Node, Problem, Route

DAY_S = 8 * 3600


@st.composite
def windows(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    """None to two windows, ascending and disjoint; some of zero length."""
    times = sorted(draw(st.lists(st.integers(0, 48), min_size=0, max_size=4, unique=True)))
    if len(times) % 2:
        times.append(times[-1])
    return tuple((a * 600, b * 600) for a, b in zip(times[::2], times[1::2], strict=True))


@st.composite
def problems(draw: st.DrawFn, most_nodes: int = 5, most_routes: int = 2) -> Problem:
    """Small problems: windows per day, subsets of routes, groups, resources, meals, loads, drops, walking limits."""
    routes = draw(st.integers(0, most_routes))
    count = draw(st.integers(0, most_nodes))
    places = count + 2
    minutes = draw(st.lists(st.integers(0, 60), min_size=places * places, max_size=places * places))
    travel = np.asarray(minutes, dtype=np.int32).reshape(places, places) * 60
    np.fill_diagonal(travel, 0)
    groups = draw(st.lists(_groups(), max_size=2))
    resources = draw(st.lists(st.integers(0, 20), max_size=2))
    limits = draw(st.lists(st.integers(0, 200 * 60), max_size=1))
    return Problem(
        travel_s=travel,
        nodes=tuple(draw(_nodes(i, routes, len(groups), len(resources))) for i in range(count)),
        routes=tuple(draw(_routes(places, len(limits))) for _ in range(routes)),
        groups=tuple(groups),
        resources=tuple(resources),
        walk_limits_s=tuple(limits),
        walk_s=travel // 2 if draw(st.booleans()) else None,
    )


@st.composite
def _groups(draw: st.DrawFn) -> Group:
    steps = sorted(draw(st.lists(st.sampled_from([0, 1, 3, 1000]), max_size=3)), reverse=True)
    value = tuple(int(v) for v in np.cumsum([0, *steps])) if steps else ()
    return Group(draw(st.sampled_from([0, 1, 2, NO_LIMIT])), value)


@st.composite
def _nodes(draw: st.DrawFn, i: int, routes: int, groups: int, resources: int) -> Node:
    mine = st.frozensets(st.integers(0, max(routes - 1, 0)))
    inside = st.sets(st.integers(0, groups - 1)) if groups else st.just(set[Any]())
    return Node(
        location=i,
        prize=draw(st.integers(0, 20)),
        service_s=draw(st.integers(0, 60)) * 60,
        windows={day: draw(windows()) for day in range(2)},
        routes=draw(st.none() | mine),
        groups=tuple(sorted(draw(inside))),
        uses=tuple(draw(st.integers(0, 12)) for _ in range(resources)),
        load_g=draw(st.sampled_from([0, 0, 3, 6, 11])),
    )


@st.composite
def _routes(draw: st.DrawFn, places: int, limits: int) -> Route:
    begin = draw(st.integers(0, 20)) * 600
    return Route(
        day=draw(st.integers(0, 1)),
        start=draw(st.integers(0, places - 1)),
        end=draw(st.integers(0, places - 1)),
        start_s=begin,
        latest_end_s=begin + draw(st.integers(0, 40)) * 600,
        carry_g=draw(st.sampled_from([NO_LIMIT, 10, 6])),
        load_chain=draw(st.sampled_from([None, 0])),
        walk_budget=draw(st.none() | st.integers(0, limits - 1)) if limits else None,
        meal=draw(st.none() | st.builds(Meal, st.just(1800), st.just(begin + 3600), st.just(begin + 9000))),
        drop=draw(st.none() | st.builds(Drop, st.integers(0, places - 1), st.just(120))),
    )
