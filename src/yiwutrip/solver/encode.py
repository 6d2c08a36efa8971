"""A problem laid out for the kernels, with the memory that a search on it needs."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from yiwutrip.solver import memory as at
from yiwutrip.solver.draws import seeded
from yiwutrip.solver.jit import Floats, Ints, flat
from yiwutrip.solver.memory import FAR

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from yiwutrip.solver.problem import Problem, Route

REACH = 200
"""Neighbours that a node knows."""

LONGEST = 4000
"""Elements that a route can hold."""

POOLED = 2000
"""Routes in the pool."""

BOOK_PAGES = 8192
"""A power of two, some times the routes in the pool."""

PLAIN = (at.ELEMENT, at.HERE, at.START, at.LEAVE, at.LATEST, at.LEG, at.OPENS)
RICH = (*PLAIN, at.FED_LEAVE, at.FED_LATEST, at.ROOM)


class Shelf:
    """Arrays put end to end; ``address`` says where each begins."""

    def __init__(self, size: int = 0) -> None:
        self.address: dict[int, int] = {}
        self.size = size
        self.rows: list[NDArray[np.generic]] = [np.zeros(size, dtype=np.int64)]

    def put(self, name: int, values: ArrayLike) -> None:
        """Append values under the number of a name in ``memory``."""
        row = np.asarray(values).ravel()
        self.address[name] = self.size
        self.rows.append(row)
        self.size += len(row)

    def contents(self, kind: type[np.generic]) -> NDArray[np.generic]:
        """All of it end to end."""
        return np.concatenate([row.astype(kind) for row in self.rows])


def encode(problem: Problem, seed: int) -> tuple[Ints, Ints, Floats]:
    """Lay a problem out for the kernels (their ``g``, ``m`` and ``f``), with the memory of a search."""
    travel, into, walk = _travel(problem)
    shelf = Shelf(at.DIRECTORY)
    _put_routes(shelf, problem)
    _put_search(shelf, problem)
    _put_nodes(shelf, problem)
    real = _real(problem)
    numbers = {**shelf.address, **real.address, **_sizes(problem), at.INTO: into, at.WALK: walk}
    numbers[at.CANDIDATE_COUNT] = len(shelf.rows[-1])
    memory = shelf.contents(np.int64)
    memory[: at.WORDS] = seeded(seed, at.WORDS)
    for name, number in numbers.items():
        memory[name] = number
    return flat(travel, np.int32), flat(memory, np.int64), flat(real.contents(np.float64), np.float64)


def _travel(problem: Problem) -> tuple[NDArray[np.int32], int, int]:
    """Travel there, back where that differs, and on foot where that differs; and where the latter two begin."""
    there = np.minimum(problem.travel_s, FAR).astype(np.int32)
    rows = [there.ravel()]
    into = walk = 0
    if not (there == there.T).all():
        into = there.size
        rows.append(there.T.ravel())
    if problem.walk_s is not None:
        walk = len(rows) * there.size
        rows.append(np.minimum(problem.walk_s, FAR).astype(np.int32).ravel())
    return np.concatenate(rows) if len(rows) > 1 else rows[0], into, walk


def _sizes(problem: Problem) -> dict[int, int]:
    return {
        at.NODES: len(problem.nodes),
        at.ROUTES: len(problem.routes),
        at.PLACES: len(problem.travel_s),
        at.WIDTH: _width(problem),
        at.REACH: _reach(problem),
        at.GROUPS: len(problem.groups),
        at.RESOURCES: len(problem.resources),
        at.LIMITS: len(problem.walk_limits_s),
        at.CAPPED: bool(problem.groups or problem.resources),
        at.VALUED: any(group.value for group in problem.groups),
        at.LOADED: any(node.load_g for node in problem.nodes),
        at.LIMITED: bool(problem.walk_limits_s),
        at.POOL_SIZE: POOLED,
        at.POOL_WIDTH: _pool_width(problem),
        at.POOL_COUNT: 0,
        at.POOL_NEXT: 0,
        at.BOOK_SIZE: BOOK_PAGES,
        at.FIELD: _width(problem) * len(problem.routes),
        at.PLAIN_FIELDS: len(PLAIN),
        at.RICH_FIELDS: len(RICH),
    }


def _put_routes(shelf: Shelf, problem: Problem) -> None:
    routes = problem.routes
    shelf.put(at.BEGIN, [route.start for route in routes])
    shelf.put(at.END, [route.end for route in routes])
    shelf.put(at.DEPARTS, [min(route.start_s, FAR) for route in routes])
    shelf.put(at.WALL, [min(route.latest_end_s, FAR) for route in routes])
    shelf.put(at.CARRY, [min(route.carry_g, FAR) for route in routes])
    shelf.put(at.CHAIN, [-1 if route.load_chain is None else route.load_chain for route in routes])
    shelf.put(at.BUDGET, [-1 if route.walk_budget is None else route.walk_budget for route in routes])
    shelf.put(at.MEAL, [_meal(route) for route in routes])
    shelf.put(at.DROP, [route.drop is not None for route in routes])
    shelf.put(at.PEOPLE, [route.people for route in routes])
    shelf.put(at.KIND, [_kind(problem, route) for route in routes])
    shelf.put(at.WALK_LIMIT, [min(limit, FAR) for limit in problem.walk_limits_s])
    shelf.put(at.BOUND, [min(bound, FAR) for bound in problem.resources])
    steps = [np.diff(group.value) for group in problem.groups]
    shelf.put(at.MOST, [min(group.at_most, FAR) for group in problem.groups])
    shelf.put(at.STEP_AT, np.cumsum([0] + [len(row) for row in steps]))


def _put_nodes(shelf: Shelf, problem: Problem) -> None:
    """What is known of the nodes; the candidates last, for their number is what is left."""
    nodes, routes = problem.nodes, problem.routes
    days = sorted({route.day for route in routes})
    allowed = _allowed(problem)
    place = [n.location for n in nodes] + [r.drop.location if r.drop else r.start for r in routes]
    shelf.put(at.PLACE, place)
    shelf.put(at.ROW, np.asarray(place, dtype=np.int64) * len(problem.travel_s))
    shelf.put(at.SERVICE, [n.service_s for n in nodes] + [r.drop.service_s if r.drop else 0 for r in routes])
    shelf.put(at.DAY, [days.index(route.day) * (len(nodes) + len(routes)) for route in routes])
    _put_windows(shelf, problem, days)
    shelf.put(at.TWIN, _twins(problem, allowed))
    shelf.put(at.ALLOWED, allowed)
    shelf.put(at.LOAD, [min(node.load_g, FAR) for node in nodes] + [0] * len(routes))
    shelf.put(at.NEAR, _near(problem, _reach(problem)))
    shelf.put(at.GROUP_AT, np.cumsum([0] + [len(node.groups) for node in nodes]))
    shelf.put(at.GROUP, [g for node in nodes for g in node.groups])
    kinds = len(problem.resources)
    shelf.put(at.USES, [[min(u, 2 * FAR) for u in (*n.uses, *[0] * kinds)[:kinds]] for n in nodes])
    shelf.put(at.CANDIDATES, np.flatnonzero(allowed.any(axis=0)) if routes else ())


def _put_search(shelf: Shelf, problem: Problem) -> None:
    """Blocks and scratch."""
    nodes, routes = len(problem.nodes), len(problem.routes)
    inside = _block(problem)
    for block in (at.WORK, at.KEPT, at.BEST):
        shelf.put(block, inside.contents(np.int64))
    shelf.address.update(inside.address)
    shelf.put(at.CHANGED, np.zeros(routes))
    for field in (at.REMOVED, at.FRESH, at.WAITING, at.LEAST, at.HOME):
        shelf.put(field, np.zeros(nodes))
    shelf.put(at.COST, np.zeros(nodes * routes))
    shelf.put(at.SPOT, np.zeros(nodes * routes))
    shelf.put(at.CHANCE, np.full(nodes, int(min(0.5, at.LOOKED_AT / max(nodes, 1)) * 2**31)))
    shelf.put(at.CHOICE, np.full(routes, -1))
    shelf.put(at.MARK, np.zeros(nodes))
    shelf.put(at.KEY, seeded(POOLED, 2 * nodes))
    shelf.put(at.BOOK, np.full(BOOK_PAGES, -1))
    for field in (at.POOL_KIND, at.POOL_LENGTH, at.POOL_WAY):
        shelf.put(field, np.zeros(POOLED))
    shelf.put(at.POOL_HASH, np.zeros(2 * POOLED))
    shelf.put(at.POOL_ROW, np.zeros(POOLED * _pool_width(problem)))


def _block(problem: Problem) -> Shelf:
    """Addresses inside a block of routes; a block begins with nobody visited."""
    size = len(problem.routes) * _width(problem)
    shelf = Shelf()
    for field in RICH:
        shelf.put(field, np.zeros(size))
    shelf.put(at.LENGTH, np.zeros(len(problem.routes)))
    shelf.put(at.OWNER, np.full(len(problem.nodes), -1))
    shelf.put(at.TAKEN, np.zeros(len(problem.groups)))
    shelf.put(at.USED, np.zeros(len(problem.resources)))
    shelf.put(at.WALKED, np.zeros(len(problem.walk_limits_s)))
    return shelf


def _real(problem: Problem) -> Shelf:
    nodes = len(problem.nodes)
    scale = _scale(problem)
    shelf = Shelf()
    duration = max(1, sum(route.people * (route.latest_end_s - route.start_s) for route in problem.routes))
    first = np.zeros(at.REALS)
    first[[at.BEST_PRIZE, at.LEVEL, at.PER_SECOND, at.SCALE]] = -1.0, -1e300, 3.0 * scale / duration, scale
    shelf.put(at.DIRECTORY, first)
    del shelf.address[at.DIRECTORY]
    shelf.put(at.PRIZE, [node.prize for node in problem.nodes])
    shelf.put(at.STEP, np.concatenate([np.zeros(0), *(np.diff(group.value) for group in problem.groups)]))
    shelf.put(at.WEIGHT, _weights(problem))
    shelf.put(at.MINUS_LOG, _minus_log())
    shelf.put(at.WORTH, np.zeros(nodes))
    shelf.put(at.APPEAL, np.zeros(nodes))
    shelf.put(at.LIKING, np.ones(nodes))
    shelf.put(at.POOL_WORTH, np.zeros(POOLED))
    return shelf


def _put_windows(shelf: Shelf, problem: Problem, days: list[int]) -> None:
    """Windows of every element on every day; a drop is always open."""
    hours, first, last = [0], [], []
    for day in days:
        for node in problem.nodes:
            for opens, closes in node.windows.get(day, ()):
                if opens <= closes:
                    first.append(max(opens, -FAR))
                    last.append(min(closes, FAR))
            hours.append(len(first))
        for _ in problem.routes:
            first.append(-FAR)
            last.append(FAR)
            hours.append(len(first))
    shelf.put(at.HOURS, hours)
    shelf.put(at.FIRST, first)
    shelf.put(at.LAST, last)


def _allowed(problem: Problem) -> NDArray[np.int8]:
    """Whether a node may be visited in a route as far as one can tell without the other visits."""
    allowed = np.zeros((len(problem.routes), len(problem.nodes)), dtype=np.int8)
    for n, node in enumerate(problem.nodes):
        fits = all(problem.groups[g].at_most >= 1 for g in node.groups) and all(
            used <= bound for used, bound in zip(node.uses, problem.resources, strict=False)
        )
        worth = node.prize > 0 or any(problem.groups[g].value for g in node.groups)
        for r, route in enumerate(problem.routes):
            mine = node.routes is None or r in node.routes
            opened = any(first <= last for first, last in node.windows.get(route.day, ()))
            allowed[r, n] = fits and worth and mine and opened and node.load_g <= route.carry_g
    return allowed


def _width(problem: Problem) -> int:
    """Places for a route: its visits, as many drops, and both ends."""
    most = len(problem.nodes) * (2 if any(route.drop for route in problem.routes) else 1)
    return min(most, LONGEST) + 2


def _reach(problem: Problem) -> int:
    return min(max(len(problem.nodes) - 1, 0), REACH)


def _pool_width(problem: Problem) -> int:
    """Longer routes are not pooled."""
    return min(_width(problem), 130)


def _meal(route: Route) -> tuple[int, int, int]:
    """A meal as its length, its first and its last start; a length of -1 is no meal."""
    if route.meal is None:
        return -1, 0, 0
    return route.meal.duration_s, route.meal.earliest_start_s, route.meal.latest_start_s


def _kind(problem: Problem, route: Route) -> int:
    loaded = any(node.load_g for node in problem.nodes)
    return int(route.meal is not None or loaded or route.walk_budget is not None)


def _twins(problem: Problem, allowed: NDArray[np.int8]) -> list[int]:
    keys = [
        (r if route.load_chain is not None else -1, route, allowed[r].tobytes())
        for r, route in enumerate(problem.routes)
    ]
    return [keys.index(key) for key in keys]


def _scale(problem: Problem) -> float:
    """Mean of the ordinary prizes: those within sixteen times their median, so that promises do not count."""
    steps = [b - a for group in problem.groups for a, b in pairwise(group.value)]
    worths = sorted(worth for worth in [*steps, *(node.prize for node in problem.nodes)] if worth > 0)
    ordinary = [worth for worth in worths if worth <= 16 * worths[len(worths) // 2]]
    return sum(ordinary) / len(ordinary) if ordinary else 1.0


def _near(problem: Problem, reach: int) -> NDArray[np.int32]:
    """Each node's nearest others by the way there and back, nearest first; ties by index."""
    place = np.asarray([node.location for node in problem.nodes], dtype=np.int64)
    count = len(place)
    near = np.zeros((count, reach), dtype=np.int32)
    for n in range(count if reach else 0):
        both = problem.travel_s[place[n], place].astype(np.int64) + problem.travel_s[place, place[n]]
        both[n] = -1
        few = np.argpartition(both, reach)[: reach + 1] if reach + 1 < count else np.arange(count)
        few = few[np.lexsort((few, both[few]))]
        near[n] = few[few != n][:reach]
    return near


def _weights(problem: Problem) -> NDArray[np.float64]:
    """
    Prizes to the powers 1/2, 3/4 ... 2.

    By square roots, which IEEE 754 defines to the last bit; a general power differs from machine to machine.
    """
    prize = np.maximum(np.asarray([node.prize for node in problem.nodes], dtype=np.float64), 0.0)
    half = np.sqrt(prize)
    quarter = np.sqrt(half)
    return np.stack([half, half * quarter, prize, prize * quarter, prize * half, prize * half * quarter, prize * prize])


def _minus_log() -> list[float]:
    """
    Minus the logarithm of 4,096 numbers between 0 and 1, for acceptance.

    Cut to 2^-20, for the last bits of a logarithm differ from machine to machine.
    """
    return [round(-math.log((k + 0.5) / 4096) * 2**20) / 2**20 for k in range(4096)]
