"""Times of a route, forwards and backwards."""

from __future__ import annotations

from yiwutrip.solver.jit import Floats, Ints, inlined, part
from yiwutrip.solver.memory import (
    BEGIN,
    DAY,
    DEPARTS,
    ELEMENT,
    END,
    FAR,
    FED_LATEST,
    FED_LEAVE,
    FIRST,
    HERE,
    HOURS,
    LAST,
    LATEST,
    LEAVE,
    LEG,
    LENGTH,
    MEAL,
    NODES,
    OPENS,
    PLACE,
    PLACES,
    SERVICE,
    START,
    WALL,
    WIDTH,
)


@part
def retime(g: Ints, m: Ints, f: Floats, t: int, r: int) -> bool:
    """
    Set a route's times after its elements have changed.

    Returns:
        Whether every window, the meal and the wall are kept.

    """
    late = _forwards(g, m, f, t, r)
    if m[m[MEAL] + 3 * r] < 0:
        _backwards(g, m, f, t, r, m[LATEST])
        return m[t + m[LATEST] + r * m[WIDTH]] >= m[m[DEPARTS] + r]
    _backwards(g, m, f, t, r, m[FED_LATEST])
    _hungry_backwards(g, m, f, t, r)
    return _eat(g, m, f, t, r, late)


@inlined
def _forwards(g: Ints, m: Ints, f: Floats, t: int, r: int) -> int:
    """Do everything as early as it can be; returns the first place whose windows are missed, or the end's."""
    o = r * m[WIDTH]
    length = m[t + m[LENGTH] + r]

    element, here, start, leave = t + m[ELEMENT], t + m[HERE], t + m[START], t + m[LEAVE]
    leg, opens = t + m[LEG], t + m[OPENS]
    late = length + 1
    clock = m[m[DEPARTS] + r]
    spot = m[m[BEGIN] + r]
    m[here + o] = spot
    m[start + o] = clock
    m[leave + o] = clock
    day = m[HOURS] + m[m[DAY] + r]
    for x in range(o + 1, o + length + 1):
        e = m[element + x]
        next_spot = m[m[PLACE] + e]
        gap = g[spot * m[PLACES] + next_spot]
        spot = next_spot
        m[leg + x - 1] = gap
        m[here + x] = spot
        clock += gap
        h = m[day + e]
        beyond = m[day + e + 1]
        while h < beyond and clock > m[m[LAST] + h]:
            h += 1
        opened = clock
        if h < beyond:
            opened = m[m[FIRST] + h]
        elif late > length:
            late = x - o
        clock = max(clock, opened)
        m[opens + x] = opened
        m[start + x] = clock
        clock += m[m[SERVICE] + e]
        m[leave + x] = clock
    x = o + length + 1
    gap = g[spot * m[PLACES] + m[m[END] + r]]
    m[leg + x - 1] = gap
    m[here + x] = m[m[END] + r]
    m[start + x] = clock + gap
    m[opens + x] = -FAR
    return late


@inlined
def _before(g: Ints, m: Ints, f: Floats, h: int, beyond: int, bound: int) -> int:
    """Last moment up to ``bound`` inside the windows h to beyond; -FAR if there is none."""
    p = beyond - 1
    while p >= h and m[m[FIRST] + p] > bound:
        p -= 1
    return min(bound, m[m[LAST] + p]) if p >= h else -FAR


@inlined
def _backwards(g: Ints, m: Ints, f: Floats, t: int, r: int, field: int) -> None:
    """Set the last starts with which the rest of the route holds, nothing but windows and the wall considered."""
    o = r * m[WIDTH]
    length = m[t + m[LENGTH] + r]
    day = m[HOURS] + m[m[DAY] + r]
    latest = t + field
    bound = m[m[WALL] + r]
    m[latest + o + length + 1] = bound
    for x in range(o + length, o, -1):
        e = m[t + m[ELEMENT] + x]
        bound -= m[t + m[LEG] + x] + m[m[SERVICE] + e]
        bound = _before(g, m, f, m[day + e], m[day + e + 1], bound)
        m[latest + x] = bound
    m[latest + o] = bound - m[t + m[LEG] + o]


@inlined
def _hungry_backwards(g: Ints, m: Ints, f: Floats, t: int, r: int) -> None:
    """
    Set the last starts of a walker who still has the meal before them.

    It may be taken at any place with a visit after it: whatever is put in before is a visit too.
    """
    o = r * m[WIDTH]
    length = m[t + m[LENGTH] + r]
    day = m[m[DAY] + r]
    lasts, earliest, closes = m[m[MEAL] + 3 * r], m[m[MEAL] + 3 * r + 1], m[m[MEAL] + 3 * r + 2]
    bound = -FAR
    m[t + m[LATEST] + o + length + 1] = bound
    visits_after = 0
    for x in range(o + length, o, -1):
        e = m[t + m[ELEMENT] + x]
        eat = min(closes, m[t + m[FED_LATEST] + x + 1] - m[t + m[LEG] + x] - lasts)
        bound = max(bound - m[t + m[LEG] + x], eat if visits_after > 0 and eat >= earliest else -FAR)
        bound = _before(g, m, f, m[m[HOURS] + day + e], m[m[HOURS] + day + e + 1], bound - m[m[SERVICE] + e])
        bound = max(bound, -FAR)
        m[t + m[LATEST] + x] = bound
        visits_after += int(e < m[NODES])
    m[t + m[LATEST] + o] = bound - m[t + m[LEG] + o]


@inlined
def _eat(g: Ints, m: Ints, f: Floats, t: int, r: int, late: int) -> bool:
    """
    Set what depends on where the meal is taken, and take it where the route then ends first.

    Returns:
        Whether it can be taken at all.

    """
    o = r * m[WIDTH]
    length = m[t + m[LENGTH] + r]
    lasts, earliest, closes = m[m[MEAL] + 3 * r], m[m[MEAL] + 3 * r + 1], m[m[MEAL] + 3 * r + 2]
    first = length + 1
    final = 0
    for x in range(1, length + 1):
        if m[t + m[ELEMENT] + o + x] < m[NODES]:
            first = min(first, x)
            final = x
    alone = first >= final
    source = -1
    fed = FAR
    for x in range(length + 1):
        ride = _ride(g, m, f, t, r, x, fed) if x > 0 else FAR
        begin = max(m[t + m[LEAVE] + o + x], earliest)
        eaten = begin + lasts if begin <= closes and x < late else FAR
        if eaten + m[t + m[LEG] + o + x] > m[t + m[FED_LATEST] + o + x + 1]:
            eaten = FAR
        if eaten < FAR and (alone or (first <= x < final and eaten < ride)):
            source = x
        fed = min(ride, eaten) if x >= first or final == 0 else ride
        m[t + m[FED_LEAVE] + o + x] = fed
        if x == final and not alone and ride == FAR:
            source = -1
    if source < 0:
        return False
    _settle(g, m, f, t, r, source, max(m[t + m[LEAVE] + o + source], earliest) + lasts)
    return True


@inlined
def _ride(g: Ints, m: Ints, f: Floats, t: int, r: int, x: int, fed: int) -> int:
    """When a fed walker, who left the place before at ``fed``, leaves place x; FAR if that is too late for the rest."""
    o = r * m[WIDTH]
    clock = fed + m[t + m[LEG] + o + x - 1]
    if fed == FAR or clock > m[t + m[FED_LATEST] + o + x]:
        return FAR
    e = m[t + m[ELEMENT] + o + x]
    h = m[m[HOURS] + m[m[DAY] + r] + e]
    while clock > m[m[LAST] + h]:
        h += 1
    return max(clock, m[m[FIRST] + h]) + m[m[SERVICE] + e]


@inlined
def _settle(g: Ints, m: Ints, f: Floats, t: int, r: int, source: int, fed: int) -> None:
    """Let the starts behind the meal be what they are after it."""
    o = r * m[WIDTH]
    length = m[t + m[LENGTH] + r]
    clock = fed
    for x in range(o + source + 1, o + length + 1):
        e = m[t + m[ELEMENT] + x]
        clock += m[t + m[LEG] + x - 1]
        h = m[m[HOURS] + m[m[DAY] + r] + e]
        while clock > m[m[LAST] + h]:
            h += 1
        m[t + m[OPENS] + x] = m[m[FIRST] + h]
        clock = max(clock, m[m[FIRST] + h])
        m[t + m[START] + x] = clock
        clock += m[m[SERVICE] + e]
    m[t + m[START] + o + length + 1] = clock + m[t + m[LEG] + o + length]
