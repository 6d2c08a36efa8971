"""
What a step of the search takes out.

Strings of visits near a seed follow Christiaens & Vanden Berghe (Slack induction by string removals for vehicle routing
problems, Transportation Science 54(2), 2020).
"""

from __future__ import annotations

from yiwutrip.solver.draws import below, unit
from yiwutrip.solver.jit import Floats, Ints, inlined, part
from yiwutrip.solver.memory import CHANGED, ELEMENT, LENGTH, NEAR, NODES, OWNER, PRIZE, REACH, ROUTES, WIDTH
from yiwutrip.solver.moves import cut

MOST_RUINED = 14
"""Visits that a string or scattered ruin takes at most."""


@part
def ruin(g: Ints, m: Ints, f: Floats, t: int, visits: int) -> int:
    """Take visits out in one of four ways; returns how many nodes are noted as removed."""
    kind = unit(m)
    most = max(2, min(MOST_RUINED, visits // 2))
    if kind < 0.5:
        return _strings(g, m, f, t, most)
    if kind < 0.7:
        return _segment_of_each(g, m, f, t, visits)
    if kind < 0.97:
        return _scattered(g, m, f, t, 1 + below(m, most))
    r = below(m, m[ROUTES])
    m[m[CHANGED] + r] = 1
    return cut(g, m, f, t, r, 1, m[t + m[LENGTH] + r], 0) if m[t + m[LENGTH] + r] > 0 else 0


@inlined
def place_of(g: Ints, m: Ints, f: Floats, t: int, e: int, r: int) -> int:
    """Find where a node stands in its route."""
    o = r * m[WIDTH]
    place = 1
    while m[t + m[ELEMENT] + o + place] != e:
        place += 1
    return place


@part
def _strings(g: Ints, m: Ints, f: Floats, t: int, most: int) -> int:
    """A string of each of a few routes around a random node."""
    words = m
    seed = _seed(g, m, f, t)
    many = 1 + below(words, most)
    strings = 1 + below(words, min(max(m[ROUTES], 1), 3))
    longest = max(1, many // strings)
    removed = 0
    done = 0
    x = -1
    while x < m[REACH] and done < strings and removed < many:
        k = m[m[NEAR] + seed * m[REACH] + x] if x >= 0 else seed
        x += 1
        r = m[t + m[OWNER] + k]
        if r < 0 or m[m[CHANGED] + r]:
            continue
        place = place_of(g, m, f, t, k, r)
        length = min(1 + below(words, 2 * longest), m[t + m[LENGTH] + r])
        low = max(1, place - length + 1)
        high = min(place, m[t + m[LENGTH] + r] - length + 1)
        removed = cut(g, m, f, t, r, low + below(words, high - low + 1), length, removed)
        done += 1
    return removed


@part
def _seed(g: Ints, m: Ints, f: Floats, t: int) -> int:
    """Draw a node; one that is visited where nodes do not know all others, for its neighbours may all be left out."""
    if m[REACH] < m[NODES] - 1:
        r = below(m, m[ROUTES])
        if m[t + m[LENGTH] + r] > 0:
            e = m[t + m[ELEMENT] + r * m[WIDTH] + 1 + below(m, m[t + m[LENGTH] + r])]
            if e < m[NODES]:
                return e
    return below(m, m[NODES])


@part
def _segment_of_each(g: Ints, m: Ints, f: Floats, t: int, visits: int) -> int:
    """A stretch of the same length out of every route."""
    length = 1 + below(m, 1 + visits // (2 * m[ROUTES]))
    removed = 0
    for r in range(m[ROUTES]):
        if m[t + m[LENGTH] + r] > 0:
            many = min(length, m[t + m[LENGTH] + r])
            removed = cut(g, m, f, t, r, 1 + below(m, m[t + m[LENGTH] + r] - many + 1), many, removed)
    return removed


@part
def _scattered(g: Ints, m: Ints, f: Floats, t: int, many: int) -> int:
    """Single visits anywhere, the less rewarding of two."""
    removed = 0
    for _ in range(many):
        r = below(m, m[ROUTES])
        if m[t + m[LENGTH] + r] == 0:
            continue
        one = 1 + below(m, m[t + m[LENGTH] + r])
        other = 1 + below(m, m[t + m[LENGTH] + r])
        if _own_prize(g, m, f, t, r, other) < _own_prize(g, m, f, t, r, one):
            one = other
        removed = cut(g, m, f, t, r, one, 1, removed)
    return removed


@inlined
def _own_prize(g: Ints, m: Ints, f: Floats, t: int, r: int, place: int) -> float:
    e = m[t + m[ELEMENT] + r * m[WIDTH] + place]
    return f[m[PRIZE] + e] if e < m[NODES] else 0.0
