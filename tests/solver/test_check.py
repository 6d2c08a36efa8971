"""Each rule of ``check`` with a solution that breaks it alone."""

from dataclasses import replace

import pytest

from tests.solver.worlds import CAR, LUNCH, line, node, solution, visit, walk
from yiwutrip.solver.check import Violation, check
from yiwutrip.solver.problem import Drop, Group, Meal, Problem, Solution, Step

PAIR = Problem(line(4), (node(1, prize=5), node(3, prize=7)), (walk(), walk()))


def codes(problem: Problem, solved: Solution) -> list[str]:
    return [violation.code for violation in check(problem, solved)]


def test_a_sound_solution_breaks_nothing() -> None:
    assert check(PAIR, solution(PAIR, (visit(0), visit(1)), (), prize=12, walk_s=360)) == ()


def test_every_route_of_the_problem_is_answered() -> None:
    assert check(PAIR, Solution((), 0, 0, 0, 0.0)) == (Violation("route-count", amount=-2),)


@pytest.mark.parametrize("step", [visit(2), visit(-1), Step("visit"), CAR, Step("nap")])
def test_a_step_that_means_nothing_is_strange(step: Step) -> None:
    assert check(PAIR, solution(PAIR, (), (step,), prize=0, walk_s=0)) == (Violation("strange-step", 1, 0),)


def test_nobody_is_visited_twice() -> None:
    solved = solution(PAIR, (visit(0),), (visit(0),), prize=10, walk_s=240)

    assert check(PAIR, solved) == (Violation("visited-twice", 1, 0),)


def test_service_begins_inside_a_window() -> None:
    problem = replace(PAIR, nodes=(node(1), node(3, last=779)))

    # arrival at place 3: 60 + 600 + 120 = 780
    assert check(problem, solution(problem, (visit(0), visit(1)), (), prize=2, walk_s=360)) == (
        Violation("window-missed", 0, 1, 1),
    )


def test_a_later_window_of_the_day_is_waited_for() -> None:
    late = replace(node(3), windows={0: ((0, 100), (1000, 2000))})
    problem = replace(PAIR, nodes=(late,), routes=(walk(latest_end_s=1780),))

    # starts at 1000, leaves at 1600, is home at 1780
    assert check(problem, solution(problem, (visit(0),), prize=1, walk_s=360)) == ()


def test_a_node_without_windows_that_day_is_shut() -> None:
    problem = replace(PAIR, nodes=(replace(node(1), windows={1: ((0, 9),)}),))

    assert codes(problem, solution(problem, (visit(0),), (), prize=1, walk_s=120)) == ["shut-that-day"]


def test_a_window_that_ends_before_it_begins_is_none() -> None:
    problem = replace(PAIR, nodes=(node(1, first=200, last=100),))

    assert codes(problem, solution(problem, (visit(0),), (), prize=1, walk_s=120)) == ["shut-that-day"]


def test_the_end_is_a_wall() -> None:
    problem = replace(PAIR, routes=(walk(latest_end_s=719), walk()))

    assert check(problem, solution(problem, (visit(0),), (), prize=5, walk_s=120)) == (
        Violation("end-late", 0, None, 1),
    )


def test_a_route_visits_only_what_it_may() -> None:
    problem = replace(PAIR, nodes=(replace(node(1), routes=frozenset({1})),))

    assert check(problem, solution(problem, (visit(0),), (), prize=1, walk_s=120)) == (Violation("wrong-route", 0, 0),)


def test_a_group_takes_no_more_than_its_most() -> None:
    problem = Problem(
        line(4), (replace(node(1), groups=(0,)), replace(node(3), groups=(0,))), (walk(),), (Group(at_most=1),)
    )

    assert check(problem, solution(problem, (visit(0), visit(1)), prize=2, walk_s=360)) == (
        Violation("group-full", amount=1),
    )


def test_resources_are_bounded_over_all_routes() -> None:
    problem = replace(PAIR, nodes=(replace(node(1), uses=(60,)), replace(node(3), uses=(50,))), resources=(100,))

    solved = solution(problem, (visit(0),), (visit(1),), prize=2, walk_s=480)
    assert check(problem, solved) == (Violation("resource-exceeded", amount=10),)


def eating(*, visits: int = 2) -> Problem:
    return Problem(line(5), tuple(node(i + 1) for i in range(visits)), (replace(walk(), meal=Meal(1800, 600, 3000)),))


def test_a_meal_between_visits_is_well_placed() -> None:
    problem = eating()

    assert check(problem, solution(problem, (visit(0), LUNCH, visit(1)), prize=2, walk_s=240)) == ()


@pytest.mark.parametrize("steps", [(LUNCH, visit(0), visit(1)), (visit(0), visit(1), LUNCH)])
def test_a_meal_is_not_at_the_edge_of_a_route(steps: tuple[Step, ...]) -> None:
    problem = eating()

    assert codes(problem, solution(problem, steps, prize=2, walk_s=240)) == ["meal-at-edge"]


@pytest.mark.parametrize("steps", [(LUNCH, visit(0)), (visit(0), LUNCH)])
def test_a_single_visit_may_have_the_meal_on_either_side(steps: tuple[Step, ...]) -> None:
    problem = eating(visits=1)

    assert check(problem, solution(problem, steps, prize=1, walk_s=120)) == ()


@pytest.mark.parametrize("steps", [(visit(0), visit(1)), (visit(0), LUNCH, LUNCH, visit(1))])
def test_a_meal_is_taken_once(steps: tuple[Step, ...]) -> None:
    problem = eating()

    assert "meal-count" in codes(problem, solution(problem, steps, prize=2, walk_s=240))


def test_a_route_that_plans_no_meal_has_none() -> None:
    assert codes(PAIR, solution(PAIR, (LUNCH,), (), prize=0, walk_s=0)) == ["meal-count"]


def test_a_meal_begins_inside_its_window() -> None:
    problem = eating(visits=3)

    solved = solution(problem, (visit(0), visit(1), visit(2)), prize=3, walk_s=360)
    late = replace(solved, routes=((visit(0), visit(1), LUNCH, visit(2)),))
    problem = replace(problem, routes=(replace(walk(), meal=Meal(1800, 600, 1000)),))
    # after two visits it is 60 + 600 + 60 + 600 = 1320
    assert check(problem, late) == (Violation("meal-late", 0, 2, 320),)


def carrying(*routes: tuple[int | None, int]) -> Problem:
    """Routes as (load chain, carry_g) with a car at place 4, and nodes of 6 kg each."""
    return Problem(
        line(5),
        tuple(replace(node(i + 1), load_g=6000) for i in range(3)),
        tuple(replace(walk(), load_chain=chain, carry_g=carry, drop=Drop(4, 60)) for chain, carry in routes),
    )


def test_nobody_carries_more_than_they_can() -> None:
    problem = carrying((None, 10_000))

    assert check(problem, solution(problem, (visit(0), visit(1)), prize=2, walk_s=240)) == (
        Violation("too-heavy", 0, 1, 2000),
    )


def test_a_drop_at_the_car_makes_room() -> None:
    problem = carrying((None, 10_000))

    assert check(problem, solution(problem, (visit(0), CAR, visit(1)), prize=2, walk_s=480)) == ()


def test_a_chain_hands_on_what_is_carried() -> None:
    problem = carrying((0, 10_000), (0, 10_000))

    assert check(problem, solution(problem, (visit(0),), (visit(1),), prize=2, walk_s=360)) == (
        Violation("too-heavy", 1, 0, 2000),
    )


def test_a_chain_cannot_hand_on_more_than_the_next_can_carry() -> None:
    problem = carrying((0, 10_000), (0, 5000))

    assert check(problem, solution(problem, (visit(0),), (), prize=1, walk_s=120)) == (
        Violation("too-heavy", 1, None, 1000),
    )


def test_a_route_without_a_chain_starts_empty_handed() -> None:
    problem = carrying((None, 10_000), (None, 10_000))

    assert check(problem, solution(problem, (visit(0),), (visit(1),), prize=2, walk_s=360)) == ()


def test_walking_is_bounded_over_the_routes_that_share_a_limit() -> None:
    problem = replace(PAIR, routes=(replace(walk(), walk_budget=0),) * 2, walk_limits_s=(400,))

    solved = solution(problem, (visit(0),), (visit(1),), prize=12, walk_s=480)
    assert check(problem, solved) == (Violation("walked-too-far", amount=80),)


def test_only_feet_count_against_a_walking_limit() -> None:
    problem = replace(PAIR, routes=(replace(walk(), walk_budget=0),) * 2, walk_limits_s=(400,), walk_s=line(4, 50))

    assert check(problem, solution(problem, (visit(0),), (visit(1),), prize=12, walk_s=400)) == ()


def test_the_prize_is_the_sum_of_nodes_and_groups() -> None:
    problem = Problem(
        line(4),
        (replace(node(1, prize=5), groups=(0,)), replace(node(3, prize=7), groups=(0,))),
        (walk(),),
        (Group(value=(0, 100)),),
    )

    # beyond the table's end its last value stands: 5 + 7 + 100
    assert check(problem, solution(problem, (visit(0), visit(1)), prize=112, walk_s=360)) == ()
    assert check(problem, solution(problem, (visit(0), visit(1)), prize=113, walk_s=359)) == (
        Violation("wrong-walk", amount=-1),
        Violation("wrong-prize", amount=1),
    )
