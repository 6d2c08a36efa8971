"""
What a step of the search puts in again: one node after the other where it is cheapest, the most appealing first.

Each call draws its own taste: what a detour and a delay cost, how prize is weighed against that, how much noise there
is, and whether the best place is now and then passed over (a blink).
"""

from __future__ import annotations

from typing import NamedTuple

from yiwutrip.solver.draws import below, draw, unit
from yiwutrip.solver.jit import Floats, Ints, inlined, part
from yiwutrip.solver.memory import (
    ALLOWED,
    APPEAL,
    BOUND,
    CANDIDATE_COUNT,
    CANDIDATES,
    CAPPED,
    CHANCE,
    CHANGED,
    COST,
    FRESH,
    HOME,
    LEAST,
    LENGTH,
    LIKING,
    LIMITED,
    LOADED,
    LOOKED_AT,
    NODES,
    OWNER,
    POWERS,
    PRIZE,
    REMOVED,
    RESOURCES,
    ROUTES,
    SPOT,
    USES,
    VALUED,
    WAITING,
    WEIGHT,
    WORTH,
)
from yiwutrip.solver.moves import fits_caps, gain, share_group
from yiwutrip.solver.scan import NOWHERE, look, still_fits
from yiwutrip.solver.settle import settle

BLINK = int(0.03 * 4294967296)

BY_RATIO, BY_PRIZE, BY_CHANCE, BY_COST = range(4)


class Taste(NamedTuple):
    """How one recreation chooses."""

    way: int
    blink: int
    rule: int
    power: int
    noise: float
    picky: int
    thrift: float


@part
def taste(g: Ints, m: Ints, f: Floats) -> Taste:
    """Draw one."""
    words = m
    way = below(words, 3)
    rule_draw = unit(words)
    rule = BY_COST
    if rule_draw < 0.75:
        rule = BY_RATIO
    elif rule_draw < 0.82:
        rule = BY_PRIZE
    elif rule_draw < 0.95:
        rule = BY_CHANCE
    blink = BLINK if unit(words) < 0.5 else 0
    power = below(words, POWERS)
    noise = 0.6 * unit(words)
    if unit(words) < 0.3:
        noise = 0.0
    picky = int(unit(words) < 0.8 or m[CANDIDATE_COUNT] > 2 * LOOKED_AT)
    thrift = 4.0 * unit(words)
    if unit(words) < 0.5:
        thrift = 0.0
    return Taste(way, blink, rule, power, noise, picky, thrift)


@inlined
def _appeal(g: Ints, m: Ints, f: Floats, s: Taste, k: int) -> float:
    cost = m[m[LEAST] + k]
    if s.rule == BY_RATIO:
        return f[m[WORTH] + k] / (cost + 2 if cost > 0 else 2)
    return -float(cost) if s.rule == BY_COST else f[m[WORTH] + k]


@part
def _weigh_up(g: Ints, m: Ints, f: Floats, t: int, s: Taste, k: int) -> float:
    """What a node counts for in this recreation, the cost left aside."""
    if s.rule == BY_CHANCE:
        return unit(m)
    weight = f[m[WEIGHT] + s.power * m[NODES] + k]
    if m[VALUED] and f[m[PRIZE] + k] > 0:
        weight = weight * gain(g, m, f, t, k) / f[m[PRIZE] + k]
    elif m[VALUED]:
        weight = float(gain(g, m, f, t, k))
    if m[RESOURCES] and s.thrift > 0.0:
        weight /= 1.0 + s.thrift * _scarcity(g, m, f, t, k)
    return weight * (1.0 + s.noise * (unit(m) - 0.5))


@part
def _scarcity(g: Ints, m: Ints, f: Floats, t: int, k: int) -> float:
    """What a visit uses of the resources, in shares of what each of the visits so far could."""
    visits = 1
    for r in range(m[ROUTES]):
        visits += m[t + m[LENGTH] + r]
    total = 0.0
    for q in range(m[RESOURCES]):
        total += visits * m[m[USES] + k * m[RESOURCES] + q] / max(1, m[m[BOUND] + q])
    return total


@part
def recreate(g: Ints, m: Ints, f: Floats, t: int, removed: int, forced: int) -> None:
    """
    Put nodes in until none fits.

    Args:
        g: see ``memory``.
        m: see ``memory``.
        f: see ``memory``.
        t: the block of the routes, with their times.
        removed: how many nodes the ruin noted; these are always looked at.
        forced: a node to begin with, or -1.

    """
    s = taste(g, m, f)
    for x in range(removed):
        m[m[FRESH] + m[m[REMOVED] + x]] = 1
    waiting = 0
    for c in range(m[CANDIDATE_COUNT]):
        k = m[m[CANDIDATES] + c]
        if m[t + m[OWNER] + k] >= 0:
            continue
        fresh = m[m[FRESH] + k]
        if not fresh and k != forced and s.picky and draw(m) >> 1 > m[m[CHANCE] + k]:
            continue
        if (m[CAPPED] and not fits_caps(g, m, f, t, k)) or (m[VALUED] and gain(g, m, f, t, k) <= 0):
            continue
        everywhere = fresh or m[CAPPED]
        least = NOWHERE
        for r in range(m[ROUTES]):
            cost = NOWHERE
            if (everywhere or m[m[CHANGED] + r]) and m[m[ALLOWED] + r * m[NODES] + k]:
                cost = look(g, m, f, t, k, r, s.way, s.blink)
                if cost < least:
                    least = cost
                    m[m[HOME] + k] = r
            else:
                m[m[COST] + k * m[ROUTES] + r] = NOWHERE
        if least < NOWHERE:
            m[m[LEAST] + k] = least
            f[m[WORTH] + k] = _weigh_up(g, m, f, t, s, k)
            f[m[APPEAL] + waiting] = 1e300 if k == forced else _appeal(g, m, f, s, k)
            m[m[WAITING] + waiting] = k
            waiting += 1
    for x in range(removed):
        m[m[FRESH] + m[m[REMOVED] + x]] = 0
    while waiting > 0:
        waiting = _put_best(g, m, f, t, s, waiting)


@part
def _put_best(g: Ints, m: Ints, f: Floats, t: int, s: Taste, waiting: int) -> int:
    """Put the most appealing node in, and look again at the others where that matters; returns how many wait now."""
    best = 0
    for z in range(1, waiting):
        if f[m[APPEAL] + z] > f[m[APPEAL] + best]:
            best = z
    k = m[m[WAITING] + best]
    r = m[m[HOME] + k]
    waiting -= 1
    m[m[WAITING] + best] = m[m[WAITING] + waiting]
    f[m[APPEAL] + best] = f[m[APPEAL] + waiting]
    if (m[LOADED] or m[LIMITED]) and not still_fits(g, m, f, t, k, r, m[m[SPOT] + k * m[ROUTES] + r]):
        return _keep_waiting(g, m, f, t, s, k, waiting)
    if not settle(g, m, f, t, k, r, m[m[SPOT] + k * m[ROUTES] + r]):
        return waiting
    f[m[LIKING] + k] += 1.0
    z = 0
    while z < waiting:
        if _look_again(g, m, f, t, s, k, r, z):
            z += 1
        else:
            waiting -= 1
            m[m[WAITING] + z] = m[m[WAITING] + waiting]
            f[m[APPEAL] + z] = f[m[APPEAL] + waiting]
    return waiting


@inlined
def _look_again(g: Ints, m: Ints, f: Floats, t: int, s: Taste, new: int, r: int, z: int) -> bool:
    """Look again at the z-th that waits, after route r has got a new visit; whether it still fits anywhere."""
    k = m[m[WAITING] + z]
    if m[CAPPED] and not fits_caps(g, m, f, t, k):
        return False
    if m[VALUED] and share_group(g, m, f, k, new):
        if gain(g, m, f, t, k) <= 0:
            return False
        f[m[WORTH] + k] = _weigh_up(g, m, f, t, s, k)
        f[m[APPEAL] + z] = _appeal(g, m, f, s, k)
    i = k * m[ROUTES]
    if m[m[COST] + i + r] == NOWHERE:
        return True
    cost = look(g, m, f, t, k, r, s.way, s.blink)
    if m[m[HOME] + k] != r:
        if cost < m[m[LEAST] + k]:
            m[m[HOME] + k] = r
            m[m[LEAST] + k] = cost
            f[m[APPEAL] + z] = _appeal(g, m, f, s, k)
        return True
    if cost > m[m[LEAST] + k]:
        for q in range(m[ROUTES]):
            if m[m[COST] + i + q] < cost:
                cost = m[m[COST] + i + q]
                m[m[HOME] + k] = q
    if cost == NOWHERE:
        return False
    if cost != m[m[LEAST] + k]:
        m[m[LEAST] + k] = cost
        f[m[APPEAL] + z] = _appeal(g, m, f, s, k)
    return True


@part
def _keep_waiting(g: Ints, m: Ints, f: Floats, t: int, s: Taste, k: int, waiting: int) -> int:
    """Look everywhere again for a node whose place is no longer good; it waits on if it fits somewhere."""
    least = NOWHERE
    for r in range(m[ROUTES]):
        if m[m[COST] + k * m[ROUTES] + r] < NOWHERE:
            cost = look(g, m, f, t, k, r, s.way, s.blink)
            if cost < least:
                least = cost
                m[m[HOME] + k] = r
    if least == NOWHERE:
        return waiting
    m[m[LEAST] + k] = least
    m[m[WAITING] + waiting] = k
    f[m[APPEAL] + waiting] = _appeal(g, m, f, s, k)
    return waiting + 1
