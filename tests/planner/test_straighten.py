from dataclasses import replace

import numpy as np
import pytest

from tests.planner.worlds import QUICK, full_world
from yiwutrip.planner.ground import lay_out
from yiwutrip.planner.prepare import prepare
from yiwutrip.planner.shedding import valued
from yiwutrip.planner.straighten import straighten, way_s
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import MEAL, VISIT, Meal, Node, Problem, Route, Solution, Step
from yiwutrip.solver.schedule import schedule
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations

WHOLE_DAY = {0: ((0, 40_000),)}


def on_a_line(*minutes: int) -> Problem:
    """Stalls along a street, ten minutes inside each; the walk begins and ends at its beginning."""
    places = np.array([0, *minutes], dtype=np.int32) * 60
    nodes = tuple(Node(i + 1, 10, 600, WHOLE_DAY) for i in range(len(minutes)))
    return Problem(np.abs(places[:, None] - places[None, :]), nodes, (Route(0, 0, 0, 0, 50_000),))


def visits(*nodes: int) -> tuple[Step, ...]:
    return tuple(Step(VISIT, node) for node in nodes)


def test_a_way_there_and_back_for_nothing_is_taken_out() -> None:
    # Stalls 5, 10, 20 and 21 minutes along the street: 42 minutes there and back, not 5 + 15 + 10 + 11 + 21.
    (route,) = straighten(on_a_line(5, 10, 20, 21), (visits(0, 2, 1, 3),))

    table = schedule(on_a_line(5, 10, 20, 21), 0, route)
    assert table.travel_s == 42 * 60
    assert {step.node for step in route} == {0, 1, 2, 3}


def test_who_goes_along_is_on_the_way_too() -> None:
    problem = on_a_line(5, 10)
    pair = replace(problem, routes=(replace(problem.routes[0], people=2), problem.routes[0]))

    # Ten minutes there and back for the pair, twenty for the one alone.
    assert way_s(pair, (visits(0), visits(1))) == (2 * 10 + 20) * 60


def test_a_ride_counts_although_nobody_walks() -> None:
    ridden = replace(on_a_line(5, 10, 20, 21), walk_s=np.zeros((5, 5), dtype=np.int32))

    (route,) = straighten(ridden, (visits(0, 2, 1, 3),))

    assert schedule(ridden, 0, route).travel_s == 42 * 60


def test_a_meal_stays_between_visits_and_windows_are_kept() -> None:
    problem = on_a_line(5, 10, 20, 21)
    # The farthest is open in the first half hour only; lunch is from 3600 s on.
    nodes = (*problem.nodes[:3], replace(problem.nodes[3], windows={0: ((0, 1_800),)}))
    route = replace(problem.routes[0], meal=Meal(1_800, 3_600, 7_200))
    problem = replace(problem, nodes=nodes, routes=(route,))
    steps = (*visits(3, 0), Step(MEAL), *visits(2, 1))
    assert schedule(problem, 0, steps).holds

    (straight,) = straighten(problem, (steps,))

    # 21 there, 20, 10 and 5 on the way back.
    assert schedule(problem, 0, straight).travel_s == 42 * 60
    assert schedule(problem, 0, straight).holds
    assert straight[0].node == 3
    assert MEAL in {step.kind for step in straight[1:-1]}


@pytest.mark.parametrize("seed", range(8))
def test_what_held_still_holds_with_the_same_visits(seed: int) -> None:
    trip, stalls = full_world(seed)
    problem = prepare(lay_out(trip, stalls, [], QUICK.assumed)).model.problem
    found = solve(problem, Iterations(5), seed=1)
    assert check(problem, found) == ()

    routes = straighten(problem, found.routes)

    straight = valued(problem, routes, found)
    assert check(problem, straight) == ()
    assert straight.prize == found.prize
    assert [_set(steps) for steps in routes] == [_set(steps) for steps in found.routes]
    assert _way_s(problem, straight) <= _way_s(problem, found)


def _set(steps: tuple[Step, ...]) -> set[int | None]:
    return {step.node for step in steps}


def _way_s(problem: Problem, solution: Solution) -> int:
    return sum(schedule(problem, i, steps).travel_s for i, steps in enumerate(solution.routes))
