"""Routes that no longer hold after something was taken out are thinned until they do."""

from __future__ import annotations

from yiwutrip.solver.clock import retime
from yiwutrip.solver.draws import below
from yiwutrip.solver.jit import Floats, Ints, part
from yiwutrip.solver.load import weigh
from yiwutrip.solver.memory import (
    BUDGET,
    CHAIN,
    CHANGED,
    ELEMENT,
    LENGTH,
    LIMITED,
    LOAD,
    LOADED,
    NODES,
    ROOM,
    ROUTES,
    WALK_LIMIT,
    WALKED,
    WIDTH,
)
from yiwutrip.solver.moves import cut, measure_walks


@part
def mend(g: Ints, m: Ints, f: Floats, t: int, removed: int) -> int:
    """
    Set the times of every changed route; thin those that do not hold.

    A shorter route can be later: where travel is no metric, where windows have gaps, where a meal then waits. Without
    a car in between, a load can be too much.
    """
    for r in range(m[ROUTES]):
        if m[m[CHANGED] + r] and not retime(g, m, f, t, r) and m[t + m[LENGTH] + r] > 0:
            removed = _thin(g, m, f, t, r, 1 + below(m, m[t + m[LENGTH] + r]), removed)
    while m[LOADED] or m[LIMITED]:
        if m[LOADED]:
            removed = _unload(g, m, f, t, removed)
        if not m[LIMITED] or measure_walks(g, m, f, t):
            break
        r = _longest(g, m, f, t)
        if r < 0:
            break
        removed = _thin(g, m, f, t, r, 1 + below(m, m[t + m[LENGTH] + r]), removed)
    return removed


@part
def _thin(g: Ints, m: Ints, f: Floats, t: int, r: int, place: int, removed: int) -> int:
    """Take out what stands at a place, and more if the route does not hold without it."""
    removed = cut(g, m, f, t, r, place, 1, removed)
    while not retime(g, m, f, t, r) and m[t + m[LENGTH] + r] > 0:
        removed = cut(g, m, f, t, r, 1 + below(m, m[t + m[LENGTH] + r]), 1, removed)
    return removed


@part
def _unload(g: Ints, m: Ints, f: Floats, t: int, removed: int) -> int:
    for r in range(m[ROUTES]):
        while m[m[CHANGED] + r] and not weigh(g, m, f, t, r):
            before = removed
            removed = _drop_one(g, m, f, t, r, removed)
            if removed == before:
                break
    return removed


@part
def _drop_one(g: Ints, m: Ints, f: Floats, t: int, r: int, removed: int) -> int:
    """Take a visit with a load out of what is too heavy on the chain of r, each with the same chance."""
    chain = m[m[CHAIN] + r]
    seen = 0
    route = -1
    place = 0
    for q in range(m[ROUTES]):
        if q == r or (chain >= 0 and m[m[CHAIN] + q] == chain):
            for x in range(1, m[t + m[LENGTH] + q] + 1):
                e = m[t + m[ELEMENT] + q * m[WIDTH] + x]
                if e < m[NODES] and m[m[LOAD] + e] > 0 and m[t + m[ROOM] + q * m[WIDTH] + x] < 0:
                    seen += 1
                    if below(m, seen) == 0:
                        route = q
                        place = x
    if route >= 0:
        removed = _thin(g, m, f, t, route, place, removed)
    return removed


@part
def _longest(g: Ints, m: Ints, f: Floats, t: int) -> int:
    """Among the routes that exceed a walking limit the one with the most elements; -1 if they have none."""
    longest = -1
    for r in range(m[ROUTES]):
        b = m[m[BUDGET] + r]
        over = b >= 0 and m[t + m[LENGTH] + r] > 0 and m[t + m[WALKED] + b] > m[m[WALK_LIMIT] + b]
        if over and (longest < 0 or m[t + m[LENGTH] + r] > m[t + m[LENGTH] + longest]):
            longest = r
    return longest
