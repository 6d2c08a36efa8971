import pytest

from tests.planner.worlds import QUICK, random_world
from yiwutrip.domain.itinerary import Itinerary, StopKind
from yiwutrip.domain.trip import Trip
from yiwutrip.planner.make import plan_trip


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


def hold(seed: int) -> None:
    """`plan_trip` raises if the solver's check or the planner's own verification finds a fault; lateness is ours."""
    trip, stalls = random_world(seed)

    plan = plan_trip(trip, stalls, [], QUICK)

    assert late_at(plan, trip) == [], f"seed {seed}"
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
