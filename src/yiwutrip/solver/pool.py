"""
Good routes are kept, and recombined.

The pool holds routes of accepted solutions, one for each set of visits. Now and then a local search looks for the
routes of the pool that together are worth most; each later cycle of the annealing begins with some of them.
"""

from __future__ import annotations

from yiwutrip.solver.draws import below, unit
from yiwutrip.solver.jit import Floats, Ints, inlined, part
from yiwutrip.solver.memory import (
    BEST,
    BOOK,
    BOOK_SIZE,
    CHANGED,
    CHOICE,
    ELEMENT,
    KEY,
    LEG,
    LENGTH,
    MARK,
    NODES,
    POOL_COUNT,
    POOL_HASH,
    POOL_KIND,
    POOL_LENGTH,
    POOL_NEXT,
    POOL_ROW,
    POOL_SIZE,
    POOL_WAY,
    POOL_WIDTH,
    POOL_WORTH,
    PRIZE,
    ROUTES,
    TWIN,
    WIDTH,
)

PASSES = 6


@part
def keep(g: Ints, m: Ints, f: Floats, t: int, r: int) -> None:
    """Take a route into the pool, in place of the oldest or of a longer way to the same visits."""
    o = t + r * m[WIDTH]
    length = m[t + m[LENGTH] + r]
    if length == 0 or length > m[POOL_WIDTH]:
        return
    one = other = way = 0
    worth = 0.0
    for x in range(1, length + 1):
        e = m[o + m[ELEMENT] + x]
        if e < m[NODES]:
            one ^= m[m[KEY] + 2 * e]
            other ^= m[m[KEY] + 2 * e + 1]
            worth += f[m[PRIZE] + e]
        way += m[o + m[LEG] + x]
    way += m[o + m[LEG]]
    page = m[BOOK] + ((one + m[m[TWIN] + r]) & (m[BOOK_SIZE] - 1))
    i = m[page]
    if i >= 0 and _same(g, m, f, i, one, other, m[m[TWIN] + r]):
        if way >= m[m[POOL_WAY] + i]:
            return
    else:
        i = m[POOL_NEXT]
        m[POOL_NEXT] = (i + 1) % m[POOL_SIZE]
        m[POOL_COUNT] = min(m[POOL_COUNT] + 1, m[POOL_SIZE])
        m[page] = i
    m[m[POOL_HASH] + 2 * i] = one
    m[m[POOL_HASH] + 2 * i + 1] = other
    m[m[POOL_KIND] + i] = m[m[TWIN] + r]
    m[m[POOL_LENGTH] + i] = length
    m[m[POOL_WAY] + i] = way
    f[m[POOL_WORTH] + i] = worth
    for x in range(length):
        m[m[POOL_ROW] + i * m[POOL_WIDTH] + x] = m[o + m[ELEMENT] + x + 1]


@inlined
def _same(g: Ints, m: Ints, f: Floats, i: int, one: int, other: int, kind: int) -> bool:
    return m[m[POOL_HASH] + 2 * i] == one and m[m[POOL_HASH] + 2 * i + 1] == other and m[m[POOL_KIND] + i] == kind


@inlined
def _row_of(g: Ints, m: Ints, f: Floats, r: int) -> tuple[int, int]:
    """Where the elements of a route's choice begin, and how many they are: of the pool, or the best solution's own."""
    i = m[m[CHOICE] + r]
    if i >= 0:
        return m[POOL_ROW] + i * m[POOL_WIDTH], m[m[POOL_LENGTH] + i]
    return m[BEST] + m[ELEMENT] + r * m[WIDTH] + 1, m[m[BEST] + m[LENGTH] + r]


@part
def choose_routes(g: Ints, m: Ints, f: Floats, noise: float) -> bool:
    """
    Exchange one choice after the other for the route that adds most to the others.

    Args:
        g: see ``memory``.
        m: see ``memory``.
        f: see ``memory``.
        noise: how far the first pass misjudges what a route adds, as a share.

    Returns:
        Whether any was exchanged.

    """
    exchanged = False
    for _ in range(PASSES):
        better = False
        first = below(m, m[ROUTES])
        for q in range(m[ROUTES]):
            r = (first + q) % m[ROUTES]
            _mark(g, m, f, r)
            row, length = _row_of(g, m, f, r)
            own = _adds(g, m, f, row, length)
            most = own
            for i in range(m[POOL_COUNT]):
                if f[m[POOL_WORTH] + i] > own and m[m[POOL_KIND] + i] == m[m[TWIN] + r]:
                    row = m[POOL_ROW] + i * m[POOL_WIDTH]
                    adds = _adds(g, m, f, row, m[m[POOL_LENGTH] + i])
                    if noise > 0.0:
                        adds *= 1.0 + noise * (unit(m) - 0.5)
                    if adds > most + 0.5:
                        most = adds
                        m[m[CHOICE] + r] = i
                        better = True
        exchanged = exchanged or better
        if not better:
            break
        noise = 0.0
    return exchanged


@part
def _mark(g: Ints, m: Ints, f: Floats, but: int) -> None:
    """Mark the nodes of all choices but one."""
    for k in range(m[NODES]):
        m[m[MARK] + k] = 0
    for r in range(m[ROUTES]):
        if r != but:
            row, length = _row_of(g, m, f, r)
            for x in range(row, row + length):
                if m[x] < m[NODES]:
                    m[m[MARK] + m[x]] = 1


@inlined
def _adds(g: Ints, m: Ints, f: Floats, row: int, length: int) -> float:
    """Prize of the nodes in a row that are not marked."""
    total = 0.0
    for x in range(row, row + length):
        if m[x] < m[NODES] and m[m[MARK] + m[x]] == 0:
            total += f[m[PRIZE] + m[x]]
    return total


@part
def draw_routes(g: Ints, m: Ints, f: Floats) -> None:
    """Choose for each route, with equal chances, the best solution's own or the better of two in the pool."""
    for r in range(m[ROUTES]):
        m[m[CHOICE] + r] = -1
        if m[POOL_COUNT] > m[ROUTES] and unit(m) < 0.5:
            i = below(m, m[POOL_COUNT])
            j = below(m, m[POOL_COUNT])
            if f[m[POOL_WORTH] + j] > f[m[POOL_WORTH] + i]:
                i = j
            if m[m[POOL_KIND] + i] == m[m[TWIN] + r]:
                m[m[CHOICE] + r] = i


@part
def lay_out(g: Ints, m: Ints, f: Floats, t: int) -> None:
    """Make the choices the routes worked on; a node stays in the first that has it. The times are not set."""
    for k in range(m[NODES]):
        m[m[MARK] + k] = 0
    first = below(m, max(m[ROUTES], 1))
    for q in range(m[ROUTES]):
        r = (first + q) % m[ROUTES]
        row, length = _row_of(g, m, f, r)
        o = t + m[ELEMENT] + r * m[WIDTH]
        kept = 0
        for x in range(row, row + length):
            e = m[x]
            if e >= m[NODES]:
                e = m[NODES] + r
            elif m[m[MARK] + e] == 0:
                m[m[MARK] + e] = 1
            else:
                continue
            kept += 1
            m[o + kept] = e
        m[t + m[LENGTH] + r] = kept
        m[m[CHANGED] + r] = 1
