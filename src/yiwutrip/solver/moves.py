"""Putting elements into routes and taking them out, and what that changes besides the times."""

from __future__ import annotations

from yiwutrip.solver.jit import Floats, Ints, inlined, part
from yiwutrip.solver.memory import (
    BOUND,
    BUDGET,
    CAPPED,
    CHANGED,
    ELEMENT,
    FIELD,
    GROUP,
    GROUP_AT,
    GROUPS,
    HERE,
    KIND,
    LEG,
    LENGTH,
    LIMITS,
    MOST,
    NODES,
    OWNER,
    PEOPLE,
    PLACES,
    PLAIN_FIELDS,
    PRIZE,
    REMOVED,
    RESOURCES,
    RICH_FIELDS,
    ROUTES,
    STEP,
    STEP_AT,
    TAKEN,
    USED,
    USES,
    WALK,
    WALK_LIMIT,
    WALKED,
    WIDTH,
)


@part
def put(g: Ints, m: Ints, f: Floats, t: int, e: int, r: int, after: int) -> None:
    """Put an element behind a place of a route; its times are for ``retime``."""
    o = r * m[WIDTH]
    element = t + m[ELEMENT]
    for x in range(o + m[t + m[LENGTH] + r], o + after, -1):
        m[element + x + 1] = m[element + x]
    m[element + o + after + 1] = e
    m[t + m[LENGTH] + r] += 1
    if e < m[NODES]:
        m[t + m[OWNER] + e] = r
        _count(g, m, f, t, e, 1)


@part
def cut(g: Ints, m: Ints, f: Floats, t: int, r: int, first: int, many: int, removed: int) -> int:
    """Take elements out of a route from a place on; notes the nodes among them and returns how many are noted."""
    o = r * m[WIDTH]
    element = t + m[ELEMENT]
    for x in range(o + first, o + first + many):
        e = m[element + x]
        if e < m[NODES]:
            m[m[REMOVED] + removed] = e
            removed += 1
            m[t + m[OWNER] + e] = -1
            _count(g, m, f, t, e, -1)
    length = m[t + m[LENGTH] + r] - many
    for x in range(o + first, o + length + 1):
        m[element + x] = m[element + x + many]
    m[t + m[LENGTH] + r] = length
    m[m[CHANGED] + r] = 1
    return removed


@inlined
def _count(g: Ints, m: Ints, f: Floats, t: int, e: int, sign: int) -> None:
    """Enter a visit into the groups and resources that it counts in, or take it off."""
    if not m[CAPPED]:
        return
    for c in range(m[m[GROUP_AT] + e], m[m[GROUP_AT] + e + 1]):
        m[t + m[TAKEN] + m[m[GROUP] + c]] += sign
    kinds = m[RESOURCES]
    for k in range(kinds):
        m[t + m[USED] + k] += sign * m[m[USES] + e * kinds + k]


@part
def take_back(g: Ints, m: Ints, f: Floats, t: int, r: int, place: int) -> None:
    """Take out what was just put in at a place; its times are for ``retime``."""
    o = r * m[WIDTH]
    e = m[t + m[ELEMENT] + o + place]
    m[t + m[LENGTH] + r] -= 1
    for x in range(o + place, o + m[t + m[LENGTH] + r] + 1):
        m[t + m[ELEMENT] + x] = m[t + m[ELEMENT] + x + 1]
    if e < m[NODES]:
        m[t + m[OWNER] + e] = -1
        _count(g, m, f, t, e, -1)


@part
def fits_caps(g: Ints, m: Ints, f: Floats, t: int, e: int) -> bool:
    """Whether groups and resources leave room for one more visit."""
    for c in range(m[m[GROUP_AT] + e], m[m[GROUP_AT] + e + 1]):
        if m[t + m[TAKEN] + m[m[GROUP] + c]] >= m[m[MOST] + m[m[GROUP] + c]]:
            return False
    for k in range(m[RESOURCES]):
        if m[t + m[USED] + k] + m[m[USES] + e * m[RESOURCES] + k] > m[m[BOUND] + k]:
            return False
    return True


@part
def gain(g: Ints, m: Ints, f: Floats, t: int, e: int) -> float:
    """What the visit adds to the prize now."""
    total = f[m[PRIZE] + e]
    for c in range(m[m[GROUP_AT] + e], m[m[GROUP_AT] + e + 1]):
        step = m[m[STEP_AT] + m[m[GROUP] + c]] + m[t + m[TAKEN] + m[m[GROUP] + c]]
        if step < m[m[STEP_AT] + m[m[GROUP] + c] + 1]:
            total += f[m[STEP] + step]
    return total


@part
def loss(g: Ints, m: Ints, f: Floats, t: int, e: int) -> float:
    """What the prize would lose without a visit that is in a route."""
    total = f[m[PRIZE] + e]
    for c in range(m[m[GROUP_AT] + e], m[m[GROUP_AT] + e + 1]):
        step = m[m[STEP_AT] + m[m[GROUP] + c]] + m[t + m[TAKEN] + m[m[GROUP] + c]] - 1
        if step < m[m[STEP_AT] + m[m[GROUP] + c] + 1]:
            total += f[m[STEP] + step]
    return total


@part
def share_group(g: Ints, m: Ints, f: Floats, one: int, other: int) -> bool:
    """Whether two nodes are in a group together."""
    for c in range(m[m[GROUP_AT] + one], m[m[GROUP_AT] + one + 1]):
        for b in range(m[m[GROUP_AT] + other], m[m[GROUP_AT] + other + 1]):
            if m[m[GROUP] + b] == m[m[GROUP] + c]:
                return True
    return False


@part
def measure_walks(g: Ints, m: Ints, f: Floats, t: int) -> bool:
    """
    Sum what counts against each walking limit.

    Returns:
        Whether all are kept.

    """
    for b in range(m[LIMITS]):
        m[t + m[WALKED] + b] = 0
    for r in range(m[ROUTES]):
        if m[m[BUDGET] + r] >= 0:
            m[t + m[WALKED] + m[m[BUDGET] + r]] += walking(g, m, f, t, r)
    for b in range(m[LIMITS]):
        if m[t + m[WALKED] + b] > m[m[WALK_LIMIT] + b]:
            return False
    return True


@inlined
def walking(g: Ints, m: Ints, f: Floats, t: int, r: int) -> int:
    """Seconds on foot of a route whose times are set."""
    o = r * m[WIDTH]
    total = 0
    for x in range(o, o + m[t + m[LENGTH] + r] + 1):
        total += g[m[WALK] + m[t + m[HERE] + x] * m[PLACES] + m[t + m[HERE] + x + 1]]
    return total


@inlined
def way_of(g: Ints, m: Ints, f: Floats, t: int, r: int) -> int:
    """Seconds on the way, on foot or not, of all people of a route whose times are set."""
    o = t + m[LEG] + r * m[WIDTH]
    total = 0
    for x in range(o, o + m[t + m[LENGTH] + r] + 1):
        total += m[x]
    return total * m[m[PEOPLE] + r]


@inlined
def worth_of(g: Ints, m: Ints, f: Floats, t: int, r: int) -> float:
    """Sum of the nodes' own prizes in a route."""
    o = r * m[WIDTH]
    total = 0.0
    for x in range(o + 1, o + m[t + m[LENGTH] + r] + 1):
        e = m[t + m[ELEMENT] + x]
        total += f[m[PRIZE] + e] if e < m[NODES] else 0.0
    return total


@part
def worth_of_groups(g: Ints, m: Ints, f: Floats, t: int) -> float:
    """Sum of what the groups are worth as they are counted."""
    total = 0.0
    for c in range(m[GROUPS]):
        first = m[m[STEP_AT] + c]
        for k in range(first, min(first + m[t + m[TAKEN] + c], m[m[STEP_AT] + c + 1])):
            total += f[m[STEP] + k]
    return total


@part
def claim(g: Ints, m: Ints, f: Floats, t: int) -> None:
    """Set who owns which node and what is counted, from the routes as they stand; what exceeds a cap is left out."""
    for k in range(m[NODES]):
        m[t + m[OWNER] + k] = -1
    for x in range(t + m[TAKEN], t + m[WALKED] + m[LIMITS]):
        m[x] = 0
    for r in range(m[ROUTES]):
        o = t + m[ELEMENT] + r * m[WIDTH]
        kept = 0
        for x in range(o + 1, o + m[t + m[LENGTH] + r] + 1):
            e = m[x]
            if e < m[NODES]:
                if m[CAPPED] and not fits_caps(g, m, f, t, e):
                    continue
                m[t + m[OWNER] + e] = r
                _count(g, m, f, t, e, 1)
            kept += 1
            m[o + kept] = e
        m[t + m[LENGTH] + r] = kept


@inlined
def copy_route(g: Ints, m: Ints, f: Floats, source: int, target: int, r: int) -> None:
    """Copy one route and its times, not who owns what."""
    length = m[source + m[LENGTH] + r]
    m[target + m[LENGTH] + r] = length
    fields = m[RICH_FIELDS] if m[m[KIND] + r] else m[PLAIN_FIELDS]
    for field in range(fields):
        begin = field * m[FIELD] + r * m[WIDTH]
        for x in range(begin, begin + length + 2):
            m[target + x] = m[source + x]


@part
def copy_counts(g: Ints, m: Ints, f: Floats, source: int, target: int) -> None:
    """Copy what is counted over all routes."""
    for x in range(m[TAKEN], m[WALKED] + m[LIMITS]):
        m[target + x] = m[source + x]
