"""A trip's own numbers in the place of the planner's and the market's."""

import pytest

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.trip import Pace
from yiwutrip.planner.assumptions import PlanAssumptions


def test_numbers_of_planner_and_market_go_in_together_and_counts_stay_whole() -> None:
    mine = PlanAssumptions().with_overrides({"drop_s": 300.0, "decay": 0.5, "candidates": 100.0, "stairs_s": 60.0})

    assert (mine.drop_s, mine.decay, mine.candidates, mine.market.stairs_s) == (300, 0.5, 100, 60.0)
    assert isinstance(mine.candidates, int)
    assert mine.early_s == PlanAssumptions().early_s
    assert mine.market.aisle_mps == PlanAssumptions().market.aisle_mps


def test_one_walk_limit_holds_for_every_pace() -> None:
    mine = PlanAssumptions().with_overrides({"walk_limit_s": 7200.0})

    assert mine.walk_limit_s == dict.fromkeys(Pace, 7200)


def test_every_slip_is_named_whosever_number_it_is() -> None:
    with pytest.raises(BadInputError) as caught:
        PlanAssumptions().with_overrides({"drop": 1.0, "decay": 2.0, "aisle_mps": 99.0, "walk_limit_s": 0.0})

    assert [(problem.code, problem.column) for problem in caught.value.problems] == [
        ("assumption-unknown", "drop"),
        ("assumption-out-of-range", "decay"),
        ("assumption-out-of-range", "aisle_mps"),
        ("assumption-out-of-range", "walk_limit_s"),
    ]
    assert caught.value.problems[0].params["right"] == "drop_s"
