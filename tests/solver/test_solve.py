from dataclasses import replace

import pytest

from tests.solver.worlds import CAR, line, node, visit, walk
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import Drop, Group, Problem
from yiwutrip.solver.schedule import schedule
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations, NoImprovement


def test_everything_that_fits_is_visited_on_the_shortest_walk() -> None:
    problem = Problem(line(5), tuple(node(i) for i in (3, 1, 4, 2)), (walk(),))

    solved = solve(problem, Iterations(50), seed=1)

    assert check(problem, solved) == ()
    assert (solved.prize, solved.walk_s) == (4, 480)


def test_the_same_seed_gives_the_same_solution() -> None:
    problem = Problem(line(9), tuple(node(i, prize=i, last=900 * i) for i in range(1, 9)), (walk(), walk()))

    first, second = (solve(problem, Iterations(30), seed=7) for _ in range(2))

    assert first.routes == second.routes


def test_nothing_to_visit_is_an_answer() -> None:
    problem = Problem(line(1), (), (walk(),))

    assert solve(problem, Iterations(5), seed=1).routes == ((),)


def test_what_cannot_be_reached_in_time_is_left_out() -> None:
    problem = Problem(line(3), (node(1, last=59), node(2)), (walk(),))

    assert solve(problem, Iterations(5), seed=1).routes == ((visit(1),),)


def test_two_threads_share_what_they_find_and_repeat_it() -> None:
    problem = Problem(line(9), tuple(node(i, prize=i, last=900 * i) for i in range(1, 9)), (walk(), walk()))

    first, second = (solve(problem, Iterations(3000), seed=7, threads=2) for _ in range(2))

    assert check(problem, first) == ()
    assert first.routes == second.routes
    assert first.prize >= solve(problem, Iterations(3000), seed=7).prize


def test_progress_is_told_and_a_stale_search_ends() -> None:
    problem = Problem(line(5), tuple(node(i) for i in (3, 1, 4, 2)), (walk(),))
    told: list[int] = []

    solved = solve(problem, NoImprovement(200), seed=1, on_progress=lambda _, prize: told.append(prize))

    assert told == sorted(told)
    assert told[-1] == solved.prize == 4
    assert solved.iterations >= 200


def test_routes_to_begin_with_are_never_lost() -> None:
    problem = Problem(line(5), tuple(node(i) for i in (3, 1, 4, 2)), (walk(),))
    start = ((visit(1), visit(3), visit(0), visit(2)),)

    solved = solve(problem, Iterations(0), seed=1, start=start)

    assert solved.routes == start
    assert (solved.prize, solved.walk_s) == (4, 480)


def test_what_does_not_hold_of_routes_to_begin_with_is_left_out() -> None:
    # Of the five stalls one is shut by then, one is for the second walk only, two are of a group that takes one.
    nodes = (
        node(1, last=0),
        replace(node(2), routes=frozenset({1})),
        replace(node(3), groups=(0,)),
        replace(node(4), groups=(0,)),
        node(5),
    )
    problem = Problem(line(6), nodes, (walk(), walk(latest_end_s=0)), (Group(1),))

    solved = solve(problem, Iterations(0), seed=1, start=((CAR, *map(visit, (0, 1, 2, 3, 4, 4))), (visit(4),)))

    assert check(problem, solved) == ()
    assert solved.routes in {((visit(2), visit(4)), ()), ((visit(2),), ()), ((visit(4),), ()), ((), ())}


def test_a_car_that_was_passed_stays_where_it_is_needed() -> None:
    laden = tuple(replace(node(i), load_g=6) for i in (1, 2))
    route = replace(walk(), carry_g=6, load_chain=0, drop=Drop(0, 60))
    start = ((visit(0), CAR, visit(1)),)

    assert solve(Problem(line(3), laden, (route,)), Iterations(0), seed=1, start=start).routes == start


@pytest.mark.parametrize("load_g", [0, 6])
def test_a_car_that_nobody_needs_is_not_passed(load_g: int) -> None:
    """Neither where all that is left is shut that day, nor where nothing is carried."""
    route = replace(walk(), load_chain=0, drop=Drop(1, 60))
    shut = replace(node(2), load_g=load_g, windows={})
    light = replace(node(2), load_g=0)

    for nodes in ((shut,), (shut, light)):
        solved = solve(Problem(line(3), nodes, (route,)), Iterations(50), seed=1, start=((CAR, CAR),))
        assert solved.routes == ((visit(1),) if light in nodes else (),)


def test_rides_are_as_long_as_walks() -> None:
    ridden = Problem(line(5), tuple(node(i) for i in (3, 1, 4, 2)), (walk(),), walk_s=line(5, 0))

    solved = solve(ridden, Iterations(200), seed=1)

    # Four minutes there and back; nobody takes a step, so walking alone would not tell one order from another.
    assert (solved.walk_s, schedule(ridden, 0, solved.routes[0]).travel_s) == (0, 480)


def test_one_goes_out_of_the_way_rather_than_two() -> None:
    # Two hours have time for one visit each; the far one costs a pair twice the way of one alone.
    far, near = node(4, service_s=3000), node(1, service_s=3000)
    pair = replace(walk(latest_end_s=3600), people=2)
    problem = Problem(line(5), (far, near), (pair, walk(latest_end_s=3600)))

    assert solve(problem, Iterations(200), seed=1).routes == ((visit(1),), (visit(0),))
