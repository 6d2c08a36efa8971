"""What is carried, and how much more can be."""

from __future__ import annotations

from yiwutrip.solver.jit import Floats, Ints, part
from yiwutrip.solver.memory import CARRY, CHAIN, ELEMENT, FAR, LENGTH, LOAD, NODES, ROOM, ROUTES, WIDTH


@part
def weigh(g: Ints, m: Ints, f: Floats, t: int, r: int) -> bool:
    """
    Set ``room`` along the load chain of route r.

    Returns:
        Whether nobody carries too much anywhere on it.

    """
    chain = m[m[CHAIN] + r]
    carried = 0
    for q in range(m[ROUTES]):
        if q == r or (chain >= 0 and m[m[CHAIN] + q] == chain):
            carried = _carry(g, m, f, t, q, carried)
    limit = FAR
    for q in range(m[ROUTES] - 1, -1, -1):
        if q == r or (chain >= 0 and m[m[CHAIN] + q] == chain):
            limit = _limit(g, m, f, t, q, limit)
    return limit >= 0 and not _overloaded(g, m, f, t, r)


@part
def _carry(g: Ints, m: Ints, f: Floats, t: int, r: int, carried: int) -> int:
    """Note what is carried after each place (in ``room``, until the limits are known)."""
    o = r * m[WIDTH]
    m[t + m[ROOM] + o] = carried
    for x in range(o + 1, o + m[t + m[LENGTH] + r] + 1):
        e = m[t + m[ELEMENT] + x]
        carried = carried + m[m[LOAD] + e] if e < m[NODES] else 0
        m[t + m[ROOM] + x] = carried
    return carried


@part
def _limit(g: Ints, m: Ints, f: Floats, t: int, r: int, limit: int) -> int:
    """Turn what is carried into what can still be taken until the next drop, which may be on a later route."""
    o = r * m[WIDTH]
    for x in range(o + m[t + m[LENGTH] + r], o - 1, -1):
        carried = m[t + m[ROOM] + x]
        limit = min(limit, m[m[CARRY] + r] - carried)
        m[t + m[ROOM] + x] = limit
        if x > o and m[t + m[ELEMENT] + x] >= m[NODES]:
            limit = FAR
    return limit


@part
def _overloaded(g: Ints, m: Ints, f: Floats, t: int, r: int) -> bool:
    chain = m[m[CHAIN] + r]
    for q in range(m[ROUTES]):
        if q == r or (chain >= 0 and m[m[CHAIN] + q] == chain):
            for x in range(q * m[WIDTH], q * m[WIDTH] + m[t + m[LENGTH] + q] + 1):
                if m[t + m[ROOM] + x] < 0:
                    return True
    return False
