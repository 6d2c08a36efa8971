"""On tiny trips the plan is the best there is, found by trying every order of every choice."""

from datetime import date, time
from itertools import permutations
from random import Random

import pytest

from tests.planner.worlds import BASE, at, one_day, stall
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import TripDay, Want
from yiwutrip.market.legs import travel
from yiwutrip.market.spots import Spot, spot_of_stall
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.options import PlanOptions
from yiwutrip.solver.stop import Iterations

START_S, END_S = 9 * 3600, 12 * 3600


def best_prize(stalls: list[Stall], want: Want) -> int:
    """Visits worth 5 each, and the whole weight of the want for each of the first four; from nine to noon, on foot."""
    table = travel([Spot(lat=BASE.lat, lon=BASE.lon), *map(spot_of_stall, stalls)]).seconds
    best = 0
    for count in range(1, len(stalls) + 1):
        for order in permutations(range(1, len(stalls) + 1), count):
            if _can_be_walked(order, stalls, table.tolist()):
                best = max(best, count * (5 + 10 * want.weight))
    return best


def _can_be_walked(order: tuple[int, ...], stalls: list[Stall], table: list[list[int]]) -> bool:
    now, here = START_S, 0
    for there in order:
        visited = stalls[there - 1]
        opens = visited.opens.hour * 3600 if visited.opens else 9 * 3600
        closes = visited.closes.hour * 3600 if visited.closes else 17 * 3600
        stay_s = (visited.visit_min or 15) * 60
        now = max(now + table[here][there], opens) + stay_s
        if now > closes:
            return False
        here = there
    return now + table[here][0] <= END_S


@pytest.mark.parametrize("seed", range(12))
def test_the_plan_of_a_tiny_trip_is_the_best(seed: int) -> None:
    draw = Random(seed)
    stalls = [
        stall(
            number,
            opens=draw.choice((None, time(10), time(11))),
            closes=draw.choice((None, time(11), time(12))),
            visit_min=draw.choice((20, 40, 60)),
        )
        for number in draw.sample(range(40), 4)
    ]
    stalls = [s for s in stalls if s.opens is None or s.closes is None or s.opens < s.closes]
    want = Want(category="陶瓷", weight=3)
    trip = one_day(ends=at(14, 12), wants=(want,), days=(TripDay(date(2021, 4, 14)),), confidence=0.01)

    plan = plan_trip(trip, stalls, [], PlanOptions(Iterations(150)))

    assert plan.prize == best_prize(stalls, want)
