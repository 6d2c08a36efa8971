"""Small worlds that the solver's tests share: places on a line, a minute (60 s) apart."""

import numpy as np
from numpy.typing import NDArray

from yiwutrip.solver.problem import DROP, MEAL, VISIT, Node, Problem, Route, Solution, Step

HOUR = 3600
LUNCH = Step(MEAL)
CAR = Step(DROP)


def line(places: int, step_s: int = 60) -> NDArray[np.int32]:
    """Travel between places 0, 1, 2 ... on a line."""
    at = np.arange(places, dtype=np.int32)
    apart: NDArray[np.int32] = np.abs(at[:, None] - at[None, :]) * np.int32(step_s)
    return apart


def visit(node: int) -> Step:
    return Step(VISIT, node)


def node(location: int, prize: int = 1, service_s: int = 600, first: int = 0, last: int = 10 * HOUR) -> Node:
    """One that opens on day 0 only."""
    return Node(location, prize, service_s, {0: ((first, last),)})


def walk(start: int = 0, end: int = 0, start_s: int = 0, latest_end_s: int = 10 * HOUR) -> Route:
    return Route(0, start, end, start_s, latest_end_s)


def solution(problem: Problem, *routes: tuple[Step, ...], prize: int, walk_s: int) -> Solution:
    assert len(routes) == len(problem.routes)
    return Solution(routes, prize, walk_s, iterations=0, seconds=0.0)
