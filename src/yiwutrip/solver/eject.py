"""
Force a node in: the clearest gain of all moves.

Take a rewarding node that is left out, find the cheapest short stretch of visits whose removal makes room for it, cut
that, and let recreation begin with the node.
"""

from __future__ import annotations

from yiwutrip.solver.draws import below, unit
from yiwutrip.solver.jit import Floats, Ints, inlined, part
from yiwutrip.solver.memory import (
    ALLOWED,
    BOUND,
    CANDIDATE_COUNT,
    CANDIDATES,
    CAPPED,
    CHANGED,
    DAY,
    ELEMENT,
    FAR,
    FED_LATEST,
    FED_LEAVE,
    FIRST,
    GROUP,
    GROUP_AT,
    HERE,
    HOURS,
    INTO,
    LAST,
    LATEST,
    LEAVE,
    LENGTH,
    MEAL,
    MOST,
    NEAR,
    NODES,
    OWNER,
    PRIZE,
    REACH,
    RESOURCES,
    ROUTES,
    ROW,
    SERVICE,
    TAKEN,
    USED,
    USES,
    VALUED,
    WIDTH,
)
from yiwutrip.solver.moves import cut, fits_caps, gain, loss
from yiwutrip.solver.ruin import place_of

TRIES = 200


@part
def choose(g: Ints, m: Ints, f: Floats, t: int) -> int:
    """Choose a node that is left out: the best of one to four; -1 if none was met."""
    best = -1
    best_gain = 0.0
    for _ in range(1 + below(m, 4)):
        for _ in range(TRIES):
            k = m[m[CANDIDATES] + below(m, m[CANDIDATE_COUNT])]
            if m[t + m[OWNER] + k] < 0:
                worth = gain(g, m, f, t, k) if m[VALUED] else f[m[PRIZE] + k]
                if best < 0 or worth > best_gain:
                    best = k
                    best_gain = worth
                break
    return best


@part
def eject(g: Ints, m: Ints, f: Floats, t: int, k: int) -> int:
    """
    Cut what stands in the way of node k.

    Returns:
        How many nodes are noted as removed; -1 if no short stretch makes room.

    """
    most = 2 + below(m, 5)
    least = 1e300
    route = -1
    place = 0
    many = 0
    for r in range(m[ROUTES]):
        if not m[m[ALLOWED] + r * m[NODES] + k]:
            continue
        for x in range(1, m[t + m[LENGTH] + r] + 2):
            if m[t + m[LEAVE] + r * m[WIDTH] + x - 1] > m[m[LAST] + m[m[HOURS] + m[m[DAY] + r] + k + 1] - 1]:
                break
            lost = 0.0
            for n in range(min(most, m[t + m[LENGTH] + r] + 1 - x) + 1):
                if n > 0:
                    lost += _price(g, m, f, t, m[t + m[ELEMENT] + r * m[WIDTH] + x + n - 1])
                if _passes(g, m, f, t, k, r, x - 1, x + n):
                    price = 4.0 * lost + (lost + 4.0) * unit(m)
                    if price < least:
                        least = price
                        route = r
                        place = x
                        many = n
                    break
    if route < 0:
        return -1
    m[m[CHANGED] + route] = 1
    removed = cut(g, m, f, t, route, place, many, 0)
    if m[CAPPED]:
        removed = _clear_caps(g, m, f, t, k, removed)
    return _loosen(g, m, f, t, k, removed)


@inlined
def _price(g: Ints, m: Ints, f: Floats, t: int, e: int) -> float:
    """What taking an element out loses."""
    if e >= m[NODES]:
        return 0.0
    return loss(g, m, f, t, e) if m[VALUED] else f[m[PRIZE] + e]


@inlined
def _passes(g: Ints, m: Ints, f: Floats, t: int, k: int, r: int, before: int, behind: int) -> bool:
    """Whether node k fits between two places of a route, all between them gone; meals are taken anywhere."""
    o = r * m[WIDTH]
    there = g[m[INTO] + m[m[ROW] + k] + m[t + m[HERE] + o + before]]
    onward = g[m[m[ROW] + k] + m[t + m[HERE] + o + behind]]
    h = m[m[HOURS] + m[m[DAY] + r] + k]
    beyond = m[m[HOURS] + m[m[DAY] + r] + k + 1]
    eats = m[m[MEAL] + 3 * r] >= 0
    while h < beyond:
        begin = max(m[t + m[LEAVE] + o + before] + there, m[m[FIRST] + h])
        done = begin + m[m[SERVICE] + k]
        if begin <= m[m[LAST] + h]:
            if done + onward <= m[t + m[LATEST] + o + behind]:
                return True
            if (
                eats
                and max(done, m[m[MEAL] + 3 * r + 1]) + m[m[MEAL] + 3 * r] + onward <= m[t + m[FED_LATEST] + o + behind]
            ):
                return True
        if eats and m[t + m[FED_LEAVE] + o + before] < FAR:
            begin = max(m[t + m[FED_LEAVE] + o + before] + there, m[m[FIRST] + h])
            if begin <= m[m[LAST] + h] and begin + m[m[SERVICE] + k] + onward <= m[t + m[FED_LATEST] + o + behind]:
                return True
        h += 1
    return False


@part
def _clear_caps(g: Ints, m: Ints, f: Floats, t: int, k: int, removed: int) -> int:
    """Take out the cheapest visits that stand against k in a group or a resource, a few at most."""
    for _ in range(6):
        if fits_caps(g, m, f, t, k):
            break
        worst = 1e300
        route = -1
        place = 0
        for r in range(m[ROUTES]):
            for x in range(1, m[t + m[LENGTH] + r] + 1):
                e = m[t + m[ELEMENT] + r * m[WIDTH] + x]
                if e < m[NODES]:
                    relief = _relief(g, m, f, t, e, k)
                    if relief > 0.0:
                        price = (_price(g, m, f, t, e) + 1) * (0.5 + unit(m)) / relief
                        if price < worst:
                            worst = price
                            route = r
                            place = x
        if route < 0:
            break
        removed = cut(g, m, f, t, route, place, 1, removed)
    return removed


@part
def _relief(g: Ints, m: Ints, f: Floats, t: int, e: int, k: int) -> float:
    """How much taking e out helps k: 1 for a full group that both are in, the share of each lack in a resource."""
    relief = 0.0
    for c in range(m[m[GROUP_AT] + k], m[m[GROUP_AT] + k + 1]):
        if m[t + m[TAKEN] + m[m[GROUP] + c]] >= m[m[MOST] + m[m[GROUP] + c]]:
            for b in range(m[m[GROUP_AT] + e], m[m[GROUP_AT] + e + 1]):
                if m[m[GROUP] + b] == m[m[GROUP] + c]:
                    relief += 1.0
    kinds = m[RESOURCES]
    for q in range(kinds):
        lack = m[t + m[USED] + q] + m[m[USES] + k * kinds + q] - m[m[BOUND] + q]
        if lack > 0:
            relief += min(m[m[USES] + e * kinds + q], lack) / lack
    return relief


@part
def _loosen(g: Ints, m: Ints, f: Floats, t: int, k: int, removed: int) -> int:
    """Half of the time, take out up to three of the visits nearest to k as well."""
    if unit(m) >= 0.5:
        return removed
    many = 1 + below(m, 3)
    for x in range(m[REACH]):
        near = m[m[NEAR] + k * m[REACH] + x]
        r = m[t + m[OWNER] + near]
        if r >= 0:
            removed = cut(g, m, f, t, r, place_of(g, m, f, t, near, r), 1, removed)
            many -= 1
            if many == 0:
                break
    return removed
