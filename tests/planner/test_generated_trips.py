"""
Generated trips: every plan holds, nobody is late, and what cannot be kept is named.

``YIWUTRIP_TRIPS=1000 python -m pytest tests/planner/test_generated_trips.py -k everything`` plans a thousand trips in
which every constraint is in play.
"""

import os
from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.planner.worlds import QUICK, full_world, random_world
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import Itinerary, StopKind
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import Trip
from yiwutrip.market.hours import opening_windows
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.verify import walks

TRIPS = int(os.environ.get("YIWUTRIP_TRIPS", "40"))
BLOCKS = 10

World = Callable[[int], tuple[Trip, list[Stall]]]


def late_at(plan: Itinerary, trip: Trip) -> list[str]:
    """Commitments that somebody reaches after their start less the time to set up, straight from the trip file."""
    due = {c.title: c.starts.timestamp() - c.setup_s for c in trip.commitments}
    loading_s = trip.car.loading_s if trip.car else 0
    due["departure"] = trip.ends.timestamp() - loading_s
    return [
        stop.title
        for route in plan.routes
        for stop in route.stops
        if stop.kind is StopKind.COMMITMENT and stop.title and stop.arrive.timestamp() > due[stop.title]
    ]


def shut_at(plan: Itinerary, stalls: list[Stall]) -> list[str]:
    """Stalls that shut while somebody is inside, by the hours on their door."""
    known = {stall.code: stall for stall in stalls}
    found = []
    for route in plan.routes:
        for stop in route.stops:
            if stop.kind is StopKind.VISIT and stop.stall:
                begin, end = stop.start.astimezone(MARKET_ZONE).time(), stop.leave.astimezone(MARKET_ZONE).time()
                hours = opening_windows(known[stop.stall], route.date)
                if not any(opens <= begin and end <= closes for opens, closes in hours):
                    found.append(stop.stall)
    return found


def hold(seed: int, world: World = random_world) -> None:
    """`plan_trip` raises if the solver's check or the planner's own verification finds a fault; the rest is ours."""
    trip, stalls = world(seed)

    plan = plan_trip(trip, stalls, [], QUICK)

    assert late_at(plan, trip) == [], f"seed {seed}"
    assert shut_at(plan, stalls) == [], f"seed {seed}"
    for stops in walks(plan).values():
        assert all(before.leave <= stop.arrive for before, stop in pairwise(stops)), f"seed {seed}"
    visits = [s.stall for r in plan.routes for s in r.stops if s.kind is StopKind.VISIT]
    assert len(visits) == len(set(visits)), f"seed {seed}"
    promised = {(c.title, letter) for c in trip.commitments for letter in c.who}
    kept = {(s.title, p) for r in plan.routes for s in r.stops if s.kind is StopKind.COMMITMENT for p in r.who}
    named = {
        (u.what.params["title"], p)
        for u in plan.unmet
        if u.what.code == "commitment"
        for p in str(u.what.params["who"]).split()
    }
    assert promised <= kept | named, f"seed {seed}"


@pytest.mark.parametrize("seed", range(20))
def test_generated_trips_hold(seed: int) -> None:
    hold(seed)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(9))
def test_two_hundred_generated_trips_hold(block: int) -> None:
    for seed in range(20 + block * 20, 40 + block * 20):
        hold(seed)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_trips_with_everything_in_play_hold(block: int) -> None:
    for seed in range(block, TRIPS, BLOCKS):
        hold(seed, full_world)
