import pytest

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.trip import Pace
from yiwutrip.market.assumptions import Assumptions


def test_an_override_replaces_one_guess_and_leaves_the_rest() -> None:
    mine = Assumptions.with_overrides({"stairs_s": 60})

    assert mine.stairs_s == 60.0
    assert mine.aisle_mps == Assumptions().aisle_mps


@pytest.mark.parametrize("value", [0.0, -1.0, 99.0, float("nan"), float("inf"), True, "fast"])
def test_a_speed_that_nobody_walks_is_refused(value: float) -> None:
    with pytest.raises(BadInputError) as caught:
        Assumptions.with_overrides({"aisle_mps": value})

    [problem] = caught.value.problems
    assert (problem.code, problem.column) == ("assumption-out-of-range", "aisle_mps")


def test_an_unknown_name_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(BadInputError) as caught:
        Assumptions.with_overrides({"stair_s": 60, "aisle_mps": 1.0})

    [problem] = caught.value.problems
    assert (problem.code, problem.params["right"]) == ("assumption-unknown", "stairs_s")


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(BadInputError) as caught:
        Assumptions.with_overrides({"detour": 0.5, "nonsense": 1, "ride_wait_s": -1})

    assert [problem.column for problem in caught.value.problems] == ["detour", "nonsense", "ride_wait_s"]


def test_a_brisk_walker_is_faster_than_a_relaxed_one() -> None:
    factors = [Assumptions().speed_factor(pace) for pace in (Pace.RELAXED, Pace.NORMAL, Pace.BRISK)]

    assert factors == sorted(factors)
    assert factors[1] == 1.0
