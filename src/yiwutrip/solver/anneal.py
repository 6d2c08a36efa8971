"""
The search: ruin, recreate, accept by simulated annealing.

After Schrimpf et al. (Record breaking optimization results using the ruin and recreate principle, Journal of
Computational Physics 159(2), 2000), with ejection to force rewarding nodes in.
"""

from __future__ import annotations

from yiwutrip.solver.draws import draw, unit
from yiwutrip.solver.eject import choose, eject
from yiwutrip.solver.jit import Floats, Ints, inlined, kernel, part, pointer
from yiwutrip.solver.load import weigh
from yiwutrip.solver.memory import (
    BEST,
    BEST_PRIZE,
    BEST_WAY,
    CANDIDATE_COUNT,
    CAPPED,
    CHANCE,
    CHANGED,
    CHOICE,
    DONE,
    ELEMENT,
    FOUND,
    KEPT,
    LENGTH,
    LEVEL,
    LIKING,
    LIMITED,
    LOADED,
    LOOKED_AT,
    MINUS_LOG,
    NODES,
    OWNER,
    PER_SECOND,
    ROOM,
    ROUTES,
    VALUED,
    WIDTH,
    WORK,
)
from yiwutrip.solver.mend import mend
from yiwutrip.solver.moves import claim, copy_counts, copy_route, way_of, worth_of, worth_of_groups
from yiwutrip.solver.pool import choose_routes, draw_routes, keep, lay_out
from yiwutrip.solver.recreate import recreate
from yiwutrip.solver.ruin import ruin
from yiwutrip.solver.settle import add_drop, tidy

EJECTIONS = 0.6
"""Share of the steps that force a node in."""

LOOK_BACK = 2000
"""Steps between two looks back."""

POOL_FROM = 0.97
"""Share of the best prize from which on routes are pooled."""

DROPS = 0.3
"""Share of the steps that try another drop, where loads are carried."""


@kernel
def advance(travel: Ints, memory: Ints, reals: Floats, steps: int, heat: float, cycle: bool) -> None:
    """
    Do some steps.

    Args:
        travel: ``g`` of ``memory``.
        memory: its ``m``.
        reals: its ``f``.
        steps: how many.
        heat: the temperature, in units of prize.
        cycle: whether a new cycle begins: with routes of the pool.

    """
    g, m, f = pointer(travel), pointer(memory), pointer(reals)
    t = m[WORK]
    if m[DONE] == 0:
        _begin(g, m, f, t)
    elif cycle:
        draw_routes(g, m, f)
        choose_routes(g, m, f, 0.05)
        _start_over(g, m, f, t)
    for _ in range(steps):
        if m[DONE] % LOOK_BACK == 0:
            _look_back(g, m, f, t)
        removed, forced = _ruin_or_eject(g, m, f, t)
        removed = mend(g, m, f, t, removed)
        recreate(g, m, f, t, removed, forced)
        if m[LOADED] and unit(m) < DROPS and add_drop(g, m, f, t):
            recreate(g, m, f, t, 0, -1)
        if m[LOADED]:
            tidy(g, m, f, t)
        prize, way = _measure(g, m, f, t)
        m[DONE] += 1
        value = prize - f[PER_SECOND] * way
        if value >= f[LEVEL] - heat * f[m[MINUS_LOG] + (draw(m) >> 20)]:
            f[LEVEL] = value
            if prize >= POOL_FROM * f[BEST_PRIZE]:
                for r in range(m[ROUTES]):
                    if m[m[CHANGED] + r]:
                        keep(g, m, f, t, r)
            _adopt(g, m, f, t, m[KEPT])
            if prize > f[BEST_PRIZE] or (prize == f[BEST_PRIZE] and way < m[BEST_WAY]):
                _note_best(g, m, f, prize, way)
        else:
            _adopt(g, m, f, m[KEPT], t)


@part
def _begin(g: Ints, m: Ints, f: Floats, t: int) -> None:
    """Set the times of the first routes, empty or given; what does not hold of given ones is thinned."""
    for r in range(m[ROUTES]):
        m[m[CHANGED] + r] = 1
    claim(g, m, f, t)
    mend(g, m, f, t, 0)
    for r in range(m[ROUTES]):
        weigh(g, m, f, t, r)
    prize, way = _measure(g, m, f, t)
    f[LEVEL] = prize - f[PER_SECOND] * way
    _note_best(g, m, f, prize, way)
    _adopt(g, m, f, t, m[KEPT])


@part
def _look_back(g: Ints, m: Ints, f: Floats, t: int) -> None:
    """Recombine what was found, and let recreation look at a node the likelier the more often it was put in."""
    if not m[CAPPED]:
        for r in range(m[ROUTES]):
            m[m[CHOICE] + r] = -1
        if choose_routes(g, m, f, 0.0):
            _start_over(g, m, f, t)
    mean = 0.0
    for k in range(m[NODES]):
        mean += f[m[LIKING] + k]
    mean /= max(m[NODES], 1)
    share = min(0.5, LOOKED_AT / max(m[CANDIDATE_COUNT], 1)) / 2.0
    for k in range(m[NODES]):
        chance = share * (1.0 + f[m[LIKING] + k] / mean)
        m[m[CHANCE] + k] = int(min(1.0, chance) * 2147483647.0)
        f[m[LIKING] + k] = 0.8 * f[m[LIKING] + k] + 0.02 * mean


@part
def _start_over(g: Ints, m: Ints, f: Floats, t: int) -> None:
    """Go on from the chosen routes."""
    lay_out(g, m, f, t)
    claim(g, m, f, t)
    mend(g, m, f, t, 0)
    _adopt(g, m, f, t, m[KEPT])
    f[LEVEL] = -1e300


@part
def _measure(g: Ints, m: Ints, f: Floats, t: int) -> tuple[float, int]:
    """Sum prize and seconds on the way of the routes."""
    prize = 0.0
    way = 0
    for r in range(m[ROUTES]):
        prize += worth_of(g, m, f, t, r)
        way += way_of(g, m, f, t, r)
    if m[VALUED]:
        prize += worth_of_groups(g, m, f, t)
    return prize, way


@part
def _ruin_or_eject(g: Ints, m: Ints, f: Floats, t: int) -> tuple[int, int]:
    """Take something out; returns how many nodes are noted as removed, and the node to begin with or -1."""
    visits = 0
    for r in range(m[ROUTES]):
        m[m[CHANGED] + r] = 0
        visits += m[t + m[LENGTH] + r]
    if visits == 0:
        for r in range(m[ROUTES]):
            m[m[CHANGED] + r] = 1
        return 0, -1
    if unit(m) >= EJECTIONS:
        return ruin(g, m, f, t, visits), -1
    forced = choose(g, m, f, t)
    removed = eject(g, m, f, t, forced) if forced >= 0 else -1
    return (removed, forced) if removed >= 0 else (0, -1)


@part
def _note_best(g: Ints, m: Ints, f: Floats, prize: float, way: int) -> None:
    f[BEST_PRIZE] = prize
    m[BEST_WAY] = way
    m[FOUND] = m[DONE]
    for r in range(m[ROUTES]):
        copy_route(g, m, f, m[WORK], m[BEST], r)


@inlined
def _adopt(g: Ints, m: Ints, f: Floats, source: int, target: int) -> None:
    """Make the target what the source is, where they differ."""
    for r in range(m[ROUTES]):
        if m[m[CHANGED] + r]:
            o = r * m[WIDTH]
            for x in range(o + 1, o + m[target + m[LENGTH] + r] + 1):
                if m[target + m[ELEMENT] + x] < m[NODES]:
                    m[target + m[OWNER] + m[target + m[ELEMENT] + x]] = -1
    for r in range(m[ROUTES]):
        if m[m[CHANGED] + r]:
            copy_route(g, m, f, source, target, r)
            o = r * m[WIDTH]
            for x in range(o + 1, o + m[source + m[LENGTH] + r] + 1):
                if m[source + m[ELEMENT] + x] < m[NODES]:
                    m[target + m[OWNER] + m[source + m[ELEMENT] + x]] = r
        elif m[LOADED]:
            for x in range(r * m[WIDTH], r * m[WIDTH] + m[source + m[LENGTH] + r] + 1):
                m[target + m[ROOM] + x] = m[source + m[ROOM] + x]
    if m[CAPPED] or m[LIMITED]:
        copy_counts(g, m, f, source, target)
