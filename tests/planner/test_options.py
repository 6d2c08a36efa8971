import pytest

from yiwutrip.planner.options import part_of
from yiwutrip.solver.stop import FirstOf, Iterations, Seconds, Stop


@pytest.mark.parametrize(
    ("rule", "late_s", "part"),
    [
        (Seconds(10), 0.0, Seconds(5.0)),
        # What the parts before took too long is taken off this one, but never more than half of it.
        (Seconds(10), 2.0, Seconds(3.0)),
        (Seconds(10), 9.0, Seconds(2.5)),
        # Iterations are the same on every machine, however long they take.
        (Iterations(100), 9.0, Iterations(50)),
        (FirstOf((Seconds(10), Iterations(100))), 2.0, FirstOf((Seconds(3.0), Iterations(50)))),
    ],
)
def test_half_of_a_rule(rule: Stop, late_s: float, part: Stop) -> None:
    assert part_of(rule, 0.5, late_s) == part
