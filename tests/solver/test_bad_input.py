"""What no plan can be made of, and what only looks like it."""

from dataclasses import replace

import numpy as np
import pytest

from tests.solver.worlds import HOUR, line, node, solution, visit, walk
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import NO_LIMIT, Group, Meal, Node, Problem
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations


def prize(problem: Problem, iterations: int = 100) -> int:
    solved = solve(problem, Iterations(iterations), seed=1)
    assert check(problem, solved) == ()
    return solved.prize


def test_a_window_of_zero_length_can_be_met_exactly() -> None:
    assert prize(Problem(line(2), (node(1, first=900, last=900),), (walk(),))) == 1


def test_a_window_that_ends_before_it_begins_is_never_met() -> None:
    assert prize(Problem(line(2), (node(1, first=900, last=899),), (walk(),))) == 0


def test_travel_need_not_be_a_metric() -> None:
    # straight from 0 to 2 takes an hour, by way of 1 two minutes: 1 has no prize of its own worth stopping for, but
    # only with it can 2 be reached in time
    travel = np.asarray([[0, 60, 3600], [60, 0, 60], [60, 60, 0]], dtype=np.int32)
    problem = Problem(travel, (node(1, service_s=0), node(2, service_s=0, prize=9, last=600)), (walk(),))

    assert prize(problem) == 10


def test_a_million_metres_are_too_far_and_nothing_overflows() -> None:
    travel = np.full((2, 2), 2**31 - 1, dtype=np.int32)
    np.fill_diagonal(travel, 0)

    assert prize(Problem(travel, (node(1),), (walk(latest_end_s=NO_LIMIT),))) in {0, 1}
    assert prize(Problem(travel, (node(1),), (walk(),))) == 0


def test_without_routes_nobody_is_visited() -> None:
    assert prize(Problem(line(2), (node(1),), ())) == 0


def test_a_thousand_candidates_of_fifty_kilograms_stay_where_they_are() -> None:
    heavy = tuple(replace(node(i % 9), load_g=50_000) for i in range(1000))

    assert prize(Problem(line(9), heavy, (replace(walk(), carry_g=12_000),)), iterations=20) == 0


def test_a_route_that_cannot_be_walked_stays_without_visits_and_the_others_do_not_suffer() -> None:
    impossible = walk(start=0, end=3, latest_end_s=60)
    problem = Problem(line(4), (node(1), node(2)), (impossible, walk()))

    solved = solve(problem, Iterations(100), seed=1)

    assert solved.routes[0] == ()
    assert {step.node for step in solved.routes[1]} == {0, 1}
    assert [violation.code for violation in check(problem, solved)] == ["end-late"]


def test_musts_that_exclude_each_other_give_way_one_to_the_other() -> None:
    # both open only at the same moment; each outweighs all ordinary nodes
    musts = (node(1, prize=10**12, first=600, last=600), node(3, prize=10**12 + 1, first=600, last=600))
    problem = Problem(line(5), (*musts, node(2, prize=5)), (walk(),))

    # the dearer one, and the ordinary node after it
    assert prize(problem, 300) == 10**12 + 1 + 5


def test_a_promise_outweighs_every_ordinary_prize() -> None:
    must = node(9, prize=10**9, service_s=9 * HOUR)
    problem = Problem(line(10), (must, *(node(i, prize=100) for i in range(1, 9))), (walk(),))

    assert prize(problem, 300) == 10**9 + 400


def test_more_of_a_group_is_worth_less_and_in_the_end_nothing() -> None:
    # three of one kind are worth 9 + 4, the third nothing; a fourth node of another kind 3: there is time for two
    kinds = tuple(Node(i, 0, 3 * HOUR, {0: ((0, 10 * HOUR),)}, groups=(0,)) for i in (1, 2, 3))
    other = Node(4, 3, 3 * HOUR, {0: ((0, 10 * HOUR),)})
    problem = Problem(line(5), (*kinds, other), (walk(),), (Group(value=(0, 9, 13, 13)),))

    # 3 x 3 h + the ways fit 10 h: two of the kind and the other
    assert prize(problem, 300) == 16


def test_a_meal_that_nobody_can_take_leaves_the_route_empty() -> None:
    late = replace(walk(latest_end_s=HOUR), meal=Meal(1800, 5 * HOUR, 6 * HOUR))
    problem = Problem(line(2), (node(1),), (late,))

    assert all(step.node is None for step in solve(problem, Iterations(50), seed=1).routes[0])


@pytest.mark.parametrize("iterations", [0, 1])
def test_a_search_that_has_no_time_still_answers(iterations: int) -> None:
    problem = Problem(line(2), (node(1),), (walk(),))

    assert check(problem, solve(problem, Iterations(iterations), seed=1)) == ()


def test_routes_of_one_visit_are_written_as_the_steps_say() -> None:
    problem = Problem(line(2), (node(1),), (walk(),))

    assert solve(problem, Iterations(5), seed=1).routes == solution(problem, (visit(0),), prize=1, walk_s=120).routes


def test_a_route_holds_no_more_than_there_is_memory_for() -> None:
    nowhere = np.zeros((1, 1), dtype=np.int32)
    problem = Problem(nowhere, tuple(node(0, service_s=0) for _ in range(4100)), (walk(),))

    # all could be visited at once; a route ends at 4,000 elements
    assert prize(problem, 12) <= 4000
