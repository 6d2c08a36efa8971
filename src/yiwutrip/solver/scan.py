"""Where an element fits into a route, and at what cost."""

from __future__ import annotations

from yiwutrip.solver.draws import draw
from yiwutrip.solver.jit import Floats, Ints, part
from yiwutrip.solver.memory import (
    BUDGET,
    COST,
    DAY,
    ELEMENT,
    FAR,
    FED_LATEST,
    FED_LEAVE,
    FIRST,
    HERE,
    HOURS,
    INTO,
    KIND,
    LAST,
    LATEST,
    LEAVE,
    LEG,
    LENGTH,
    LOAD,
    LOADED,
    MEAL,
    NODES,
    OPENS,
    PLACE,
    PLACES,
    ROOM,
    ROUTES,
    ROW,
    SERVICE,
    SPOT,
    START,
    WALK,
    WALK_LIMIT,
    WALKED,
    WIDTH,
)

NOWHERE = 1 << 30
"""The cost of what does not fit."""

PLACE_BITS = 13
"""A scan packs a cost and a place into one number, so that the least of both is the least number."""

PACKED_NOWHERE = NOWHERE << PLACE_BITS

PLACE_MASK = (1 << PLACE_BITS) - 1


@part
def look(g: Ints, m: Ints, f: Floats, t: int, k: int, r: int, way: int, blink: int) -> int:
    """
    Note the cheapest place of node k in route r.

    Args:
        g: see ``memory``.
        m: see ``memory``.
        f: see ``memory``.
        t: the block of the routes.
        k: a node.
        r: a route.
        way: what a second of detour costs; a second of delay costs two less that.
        blink: how likely the best place is passed over for the second best, of 2^32.

    Returns:
        The cost, or ``NOWHERE``.

    """
    found = scan(g, m, f, t, k, r, way, -1)
    if blink > 0 and found < PACKED_NOWHERE and draw(m) < blink:
        found = scan(g, m, f, t, k, r, way, found & PLACE_MASK)
    i = k * m[ROUTES] + r
    m[m[SPOT] + i] = found & PLACE_MASK
    cost = min(found >> PLACE_BITS, NOWHERE)
    m[m[COST] + i] = cost
    return cost


@part
def scan(g: Ints, m: Ints, f: Floats, t: int, e: int, r: int, way: int, but: int) -> int:
    """
    Find the cheapest place in route r for element e, window by window.

    The inner loop has no branches. A place ``but`` is passed over, -1 for none.

    Returns:
        The cost shifted by ``PLACE_BITS`` over the place *after* which it goes in.

    """
    length = m[t + m[LENGTH] + r]
    if length >= m[WIDTH] - 2:
        return PACKED_NOWHERE
    if m[m[KIND] + r]:
        return _scan_rich(g, m, f, t, e, r, way, but)
    base = t + r * m[WIDTH]
    here, leave, latest = m[HERE] + base, m[LEAVE] + base, m[LATEST] + base
    leg, opens, start = m[LEG] + base, m[OPENS] + base, m[START] + base
    out = m[m[ROW] + e]
    into = m[INTO] + out
    service = m[m[SERVICE] + e]
    delay = 2 - way
    best = PACKED_NOWHERE
    h = m[m[HOURS] + m[m[DAY] + r] + e]
    beyond = m[m[HOURS] + m[m[DAY] + r] + e + 1]
    while h < beyond:
        first = m[m[FIRST] + h]
        last = m[m[LAST] + h]
        h += 1
        done = first + service
        low = 0
        high = length
        while low <= high and m[latest + low + 1] < done:
            low += 1
        while high >= low and m[leave + high] > last:
            high -= 1
        for x in range(low, high + 1):
            there = g[into + m[here + x]]
            onward = g[out + m[here + x + 1]]
            begin = m[leave + x] + there
            ready = max(begin, first) + service + onward
            shut = (begin > last) | (ready > m[latest + x + 1]) | (x == but)
            ready = max(ready, m[opens + x + 1])
            cost = way * (there + onward - m[leg + x]) + delay * (ready - m[start + x + 1])
            packed = (cost << PLACE_BITS) + x
            packed = PACKED_NOWHERE if shut else packed
            best = min(best, packed)
    return best


@part
def _scan_rich(g: Ints, m: Ints, f: Floats, t: int, e: int, r: int, way: int, but: int) -> int:
    """Find it where a meal, a load or a walking limit has a say as well."""
    o = t + r * m[WIDTH]
    row = m[m[ROW] + e]
    length = m[t + m[LENGTH] + r]
    visits = 0
    for x in range(1, length + 1):
        visits += int(m[o + m[ELEMENT] + x] < m[NODES])
    eats = m[m[MEAL] + 3 * r] >= 0
    best = PACKED_NOWHERE
    after = visits
    for x in range(length + 1):
        if x > 0 and m[o + m[ELEMENT] + x] < m[NODES]:
            after -= 1
        if x == but or not still_fits(g, m, f, t, e, r, x):
            continue
        there = int(g[m[INTO] + row + m[o + m[HERE] + x]])
        onward = int(g[row + m[o + m[HERE] + x + 1]])
        ready = _ready(g, m, f, t, e, r, x, there, onward, eats and (visits == 0 or after > 0))
        if ready < FAR:
            late = max(0, max(ready, m[o + m[OPENS] + x + 1]) - m[o + m[START] + x + 1])
            cost = way * (there + onward - m[o + m[LEG] + x]) + (2 - way) * late
            best = min(best, (cost << PLACE_BITS) + x)
    return best


@part
def still_fits(g: Ints, m: Ints, f: Floats, t: int, e: int, r: int, after: int) -> bool:
    """Whether load and walking limit, which other routes share, allow element e behind a place."""
    x = t + r * m[WIDTH] + after
    if m[LOADED] and m[m[ROOM] + x] < m[m[LOAD] + e]:
        return False
    b = m[m[BUDGET] + r]
    if b < 0:
        return True
    here, there, between, p = m[m[HERE] + x], m[m[HERE] + x + 1], m[m[PLACE] + e], m[PLACES]
    w = m[WALK]
    more = g[w + here * p + between] + g[w + between * p + there] - g[w + here * p + there]
    return m[t + m[WALKED] + b] + more <= m[m[WALK_LIMIT] + b]


@part
def _ready(g: Ints, m: Ints, f: Floats, t: int, e: int, r: int, x: int, there: int, onward: int, eat_here: bool) -> int:
    """When one would be at the place after x, the meal before, at, or after e; FAR if no way holds."""
    o = t + r * m[WIDTH] + x
    ready = FAR
    h = m[m[HOURS] + m[m[DAY] + r] + e]
    beyond = m[m[HOURS] + m[m[DAY] + r] + e + 1]
    service = m[m[SERVICE] + e]
    eats = m[m[MEAL] + 3 * r] >= 0
    while h < beyond and ready == FAR:
        first, last = m[m[FIRST] + h], m[m[LAST] + h]
        h += 1
        done = max(m[o + m[LEAVE]] + there, first) + service
        if done - service > last:
            continue
        if done + onward <= m[o + m[LATEST] + 1]:
            ready = done + onward
        bite = max(done, m[m[MEAL] + 3 * r + 1])
        sated = bite + m[m[MEAL] + 3 * r] + onward
        if eat_here and bite <= m[m[MEAL] + 3 * r + 2] and sated <= m[o + m[FED_LATEST] + 1]:
            ready = min(ready, sated)
        done = max(m[o + m[FED_LEAVE]] + there, first) + service
        if eats and done - service <= last and done + onward <= m[o + m[FED_LATEST] + 1]:
            ready = min(ready, done + onward)
    return ready
