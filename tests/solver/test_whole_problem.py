"""Problems with every constraint in play, against trying everything."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.solver.brute import best_by_brute_force
from tests.solver.generated import problems
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import VISIT, Problem
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
    solved = solve(problem, Iterations(100), seed=1)

    for violation in check(problem, solved):
        assert violation.route is not None or violation.code == "walked-too-far"
        if violation.route is not None:
            assert not any(step.kind == VISIT for step in solved.routes[violation.route])
