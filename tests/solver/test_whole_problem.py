"""Problems with every constraint in play, against trying everything."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.solver.brute import best_by_brute_force
from tests.solver.generated import problems
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import DROP, VISIT, Problem, Solution, Step
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations


def _against_brute_force(problem: Problem) -> None:
    best = best_by_brute_force(problem)
    solved = solve(problem, Iterations(1000), seed=1)
    if best is None:
        assert check(problem, solved) != ()
    else:
        assert check(problem, solved) == ()
        assert solved.prize == best


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(problems(most_nodes=3))
def test_tiny_problems_are_solved_to_the_best(problem: Problem) -> None:
    _against_brute_force(problem)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(problems(most_nodes=4))
def test_a_thousand_tiny_problems_are_solved_to_the_best(problem: Problem) -> None:
    _against_brute_force(problem)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(problems(most_nodes=12, most_routes=4))
def test_what_is_wrong_with_a_solution_was_wrong_without_a_visit(problem: Problem) -> None:
    """A route that cannot be walked at all, or a limit that the bare ways exceed, is all that ``check`` may find."""
    _nothing_wrong_but_the_bare_ways(problem, solve(problem, Iterations(100), seed=1))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(problems(most_nodes=12, most_routes=4), st.lists(st.lists(st.integers(-1, 11), max_size=8), max_size=4))
def test_whatever_a_search_begins_with_is_mended(problem: Problem, rows: list[list[int]]) -> None:
    """Visits twice, in routes that they may not be in, in any order, with drops where there is no car."""
    start = tuple(
        tuple(Step(VISIT, n) if n >= 0 else Step(DROP) for n in row if n < len(problem.nodes))
        for row in (*rows, *[[]] * len(problem.routes))[: len(problem.routes)]
    )

    _nothing_wrong_but_the_bare_ways(problem, solve(problem, Iterations(0), seed=1, start=start))
    _nothing_wrong_but_the_bare_ways(problem, solve(problem, Iterations(30), seed=1, start=start))


def _nothing_wrong_but_the_bare_ways(problem: Problem, solved: Solution) -> None:
    for violation in check(problem, solved):
        assert violation.route is not None or violation.code == "walked-too-far"
        if violation.route is not None:
            assert not any(step.kind == VISIT for step in solved.routes[violation.route])
