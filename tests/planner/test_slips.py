"""
Days of random slips, planned again at each.

The long form walks as many trips as ``YIWUTRIP_SLIPS`` says on the bundled catalogue and prints what came of them:
``YIWUTRIP_SLIPS=100 python -m pytest tests/planner/test_slips.py -k market -s``.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.planner.slips import SlippingTrip
from tests.planner.worlds import market_trip, random_world
from yiwutrip.ingest.stall_list.listing import read_stall_list
from yiwutrip.planner.options import PlanOptions
from yiwutrip.solver.stop import Iterations

TRIPS = int(os.environ.get("YIWUTRIP_SLIPS", "1"))
CATALOGUE = Path(__file__).parents[2] / "data" / "stalls.csv"

AT_A_MEETING = 29
LONGER_THAN_THE_ROUTE = 21


@pytest.mark.parametrize("seed", [AT_A_MEETING, LONGER_THAN_THE_ROUTE, *range(100, 112)])
def test_no_commitment_is_given_up_that_can_still_be_met(seed: int) -> None:
    trip, stalls = random_world(seed)

    walked = SlippingTrip(replace(trip, confidence=0.9), stalls, PlanOptions(Iterations(100)), Random(seed)).walk()

    assert walked.given_up == []


def test_on_the_market_commitments_are_met_as_often_as_was_asked() -> None:
    stalls = list(read_stall_list(CATALOGUE).stalls())
    reached = late = redos = 0
    for seed in range(1, TRIPS + 1):
        walked = SlippingTrip(market_trip(seed, stalls), stalls, PlanOptions(Iterations(400)), Random(seed)).walk()
        assert walked.given_up == [], f"seed {seed}"
        redos += walked.redos
        reached += len(walked.reached) + len(walked.missed())
        late += sum(one.late_s > 0 for one in walked.reached) + len(walked.missed())
    sys.stdout.write(f"{TRIPS} trips, {redos} redos, {reached} commitments, {late} of them late or missed\n")

    # 0.9 was asked for; of n commitments np - 3 sqrt(np(1-p)) are in time at least, but once in a thousand.
    assert reached - late >= 0.9 * reached - 3 * (0.09 * reached) ** 0.5
