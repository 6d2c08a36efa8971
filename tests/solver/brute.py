"""The best solution of a tiny problem by trying everything."""

from collections.abc import Iterator
from itertools import combinations, permutations, product

from yiwutrip.solver.check import check
from yiwutrip.solver.problem import DROP, MEAL, VISIT, Problem, Solution, Step

Row = tuple[Step, ...]


def best_by_brute_force(problem: Problem) -> int | None:
    """Prize of the best solution that holds, with drops only where something is carried; None if there is none."""
    prizes = [
        prize_of(problem, rows)
        for shares in product(range(-1, len(problem.routes)), repeat=len(problem.nodes))
        for rows in _all_rows(problem, shares)
        if _holds(problem, rows)
    ]
    return max(prizes, default=None)


def prize_of(problem: Problem, rows: tuple[Row, ...]) -> int:
    nodes = [step.node for row in rows for step in row if step.node is not None]
    total = sum(problem.nodes[n].prize for n in nodes)
    for g, group in enumerate(problem.groups):
        count = sum(g in problem.nodes[n].groups for n in nodes)
        total += group.value[min(count, len(group.value) - 1)] if group.value else 0
    return total


def _holds(problem: Problem, rows: tuple[Row, ...]) -> bool:
    broken = {v.code for v in check(problem, Solution(rows, 0, 0, 0, 0.0))}
    return broken <= {"wrong-prize", "wrong-walk"}


def _all_rows(problem: Problem, shares: tuple[int, ...]) -> Iterator[tuple[Row, ...]]:
    mine = [[n for n, r in enumerate(shares) if r == route] for route in range(len(problem.routes))]
    yield from product(*(list(_orders(problem, r, nodes)) for r, nodes in enumerate(mine)))


def _orders(problem: Problem, r: int, nodes: list[int]) -> Iterator[Row]:
    for order in permutations(nodes):
        visits = tuple(Step(VISIT, n) for n in order)
        unloads = problem.routes[r].drop is not None and any(problem.nodes[n].load_g for n in order)
        for drops in _subsets(range(len(order)) if unloads else ()):
            row = tuple(s for i, visit in enumerate(visits) for s in ((Step(DROP),) if i in drops else ()) + (visit,))
            for end in ((), (Step(DROP),)) if unloads else ((),):
                yield from _meals(problem, r, row + end)


def _subsets(items: range | tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for size in range(len(items) + 1):
        yield from combinations(items, size)


def _meals(problem: Problem, r: int, row: Row) -> Iterator[Row]:
    if problem.routes[r].meal is None:
        yield row
        return
    for i in range(len(row) + 1):
        yield (*row[:i], Step(MEAL), *row[i:])
