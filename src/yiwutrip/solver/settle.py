"""Putting something in for good: the times, loads and walks that follow, or nothing if they would not hold."""

from __future__ import annotations

from yiwutrip.solver.clock import retime
from yiwutrip.solver.draws import below, unit
from yiwutrip.solver.jit import Floats, Ints, part
from yiwutrip.solver.load import weigh
from yiwutrip.solver.memory import CARRY, CHANGED, DROP, ELEMENT, LENGTH, LIMITED, LOADED, NODES, ROOM, ROUTES, WIDTH
from yiwutrip.solver.moves import measure_walks, put, take_back
from yiwutrip.solver.scan import PACKED_NOWHERE, PLACE_MASK, scan


@part
def settle(g: Ints, m: Ints, f: Floats, t: int, e: int, r: int, after: int) -> bool:
    """
    Put an element behind a place of a route.

    Returns:
        Whether everything holds; if not, nothing has changed.

    """
    put(g, m, f, t, e, r, after)
    holds = retime(g, m, f, t, r)
    if holds and m[LOADED]:
        holds = weigh(g, m, f, t, r)
    if holds and m[LIMITED]:
        holds = measure_walks(g, m, f, t)
    if holds:
        m[m[CHANGED] + r] = 1
        return True
    take_back(g, m, f, t, r, after + 1)
    _restore(g, m, f, t, r)
    return False


@part
def _restore(g: Ints, m: Ints, f: Floats, t: int, r: int) -> None:
    retime(g, m, f, t, r)
    if m[LOADED]:
        weigh(g, m, f, t, r)
    if m[LIMITED]:
        measure_walks(g, m, f, t)


@part
def add_drop(g: Ints, m: Ints, f: Floats, t: int) -> bool:
    """Send a random route past its car, where that costs least, if it has one and is short of room."""
    r = below(m, m[ROUTES])
    o = r * m[WIDTH]
    short = False
    for x in range(o, o + m[t + m[LENGTH] + r] + 1):
        short = short or 2 * m[t + m[ROOM] + x] < m[m[CARRY] + r]
    if not m[m[DROP] + r] or not short:
        return False
    found = scan(g, m, f, t, m[NODES] + r, r, 1, -1)
    if found < PACKED_NOWHERE and unit(m) < 0.5:
        found = scan(g, m, f, t, m[NODES] + r, r, 1, found & PLACE_MASK)
    return found < PACKED_NOWHERE and settle(g, m, f, t, m[NODES] + r, r, found & PLACE_MASK)


@part
def tidy(g: Ints, m: Ints, f: Floats, t: int) -> None:
    """Take out every drop without which the loads still hold."""
    for r in range(m[ROUTES]):
        x = 1
        while m[m[DROP] + r] and x <= m[t + m[LENGTH] + r]:
            if m[t + m[ELEMENT] + r * m[WIDTH] + x] >= m[NODES] and _take_out(g, m, f, t, r, x):
                m[m[CHANGED] + r] = 1
            else:
                x += 1


@part
def _take_out(g: Ints, m: Ints, f: Floats, t: int, r: int, place: int) -> bool:
    """Take an element out if everything then holds; returns whether it did."""
    e = m[t + m[ELEMENT] + r * m[WIDTH] + place]
    take_back(g, m, f, t, r, place)
    holds = retime(g, m, f, t, r) and weigh(g, m, f, t, r)
    if holds and m[LIMITED]:
        holds = measure_walks(g, m, f, t)
    if not holds:
        put(g, m, f, t, e, r, place - 1)
        _restore(g, m, f, t, r)
    return holds
