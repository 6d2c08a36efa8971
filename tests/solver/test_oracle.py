"""PyVRP on what it can express: our search must not be behind it."""

import numpy as np
import pytest

from yiwutrip.solver.check import check
from yiwutrip.solver.problem import Node, Problem, Route
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations


def _random_problem(seed: int) -> Problem:
    random = np.random.default_rng(seed)
    place = random.integers(0, 1000, size=(16, 2))
    travel = np.hypot(*(place[:, None, :] - place[None, :, :]).transpose(2, 0, 1)).astype(np.int32)
    opens = random.integers(0, 2000, 15)
    nodes = tuple(
        Node(i + 1, int(prize), 60, {0: ((int(begin), int(begin) + 900),)})
        for i, (prize, begin) in enumerate(zip(random.integers(1, 30, 15), opens, strict=True))
    )
    return Problem(travel, nodes, (Route(0, 0, 0, 0, 3000), Route(0, 0, 0, 0, 3000)))


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_pyvrp_finds_is_better(seed: int) -> None:
    pyvrp = pytest.importorskip("pyvrp", reason="PyVRP is not installed: pip install yiwutrip[bench]")
    problem = _random_problem(seed)
    model = pyvrp.Model()
    places = [model.add_location(0, 0) for _ in range(16)]
    model.add_depot(places[0])
    model.add_vehicle_type(2, tw_early=0, tw_late=3000)
    for place, node in zip(places[1:], problem.nodes, strict=True):
        ((first, last),) = node.windows[0]
        prize = node.prize * 100_000
        model.add_client(place, service_duration=60, tw_early=first, tw_late=last, prize=prize, required=False)
    for i, a in enumerate(places):
        for j, b in enumerate(places):
            model.add_edge(a, b, int(problem.travel_s[i, j]), int(problem.travel_s[i, j]))
    theirs = model.solve(pyvrp.stop.MaxIterations(300), seed=1, display=False).best

    ours = solve(problem, Iterations(20_000), seed=1)

    assert check(problem, ours) == ()
    assert theirs.is_feasible()
    assert ours.prize >= theirs.prizes() // 100_000
