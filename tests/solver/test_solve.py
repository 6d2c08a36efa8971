from tests.solver.worlds import line, node, visit, walk
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import Problem
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
