from dataclasses import replace
from datetime import date, time

import numpy as np
import pytest

from tests.planner.worlds import GATE_17, QUICK, at, one_day, stall
from yiwutrip.domain.address import Address, District
from yiwutrip.domain.itinerary import Itinerary, StopKind
from yiwutrip.domain.stall import Stall, stall_code
from yiwutrip.domain.trip import Car, Commitment, CommitmentKind, HalfDay, Place, TripDay
from yiwutrip.planner.assumptions import MEAL
from yiwutrip.planner.confidence import with_early_meals
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.summary import first_break
from yiwutrip.solver.problem import Meal, Problem, Route

DAY = date(2021, 4, 14)


def far(number: int) -> Stall:
    """A stall in D4, half an hour's walk from the car in D1."""
    place = Address(District.D4, 3, 81, 2, booth=str(30_000 + number))
    return Stall(stall_code(place), place, categories=("陶瓷",))


def halves(*together: HalfDay) -> tuple[TripDay, ...]:
    return (TripDay(DAY, frozenset(together), None),)


def place_of_parting(plan: Itinerary) -> Place | None:
    together = next(route for route in plan.routes if len(route.who) == 2)
    return together.stops[-1].place


def test_people_part_where_they_are_and_not_at_a_car_half_an_hour_away() -> None:
    # Car in D1, one stall beside it and fifteen in D4: they are in D4 at one o'clock, and go on there.
    trip = one_day(2, days=halves(HalfDay.AM), car=Car(250_000, 600_000, 600, GATE_17), ends=at(14, 20))

    plan = plan_trip(trip, [far(n) for n in range(30)], [], QUICK)

    place = place_of_parting(plan)
    assert place is not None
    assert place.stall is not None
    assert place.stall.startswith("D4")


def test_people_part_at_the_car_where_that_costs_next_to_nothing() -> None:
    trip = one_day(2, days=halves(HalfDay.AM), car=Car(250_000, 600_000, 600, GATE_17), ends=at(14, 20))

    plan = plan_trip(trip, [stall(n) for n in range(30)], [], QUICK)

    assert place_of_parting(plan) == GATE_17


def test_who_parts_late_is_as_late_as_those_who_go_on_can_bear() -> None:
    # Everything shuts at four and the trip ends at eight: what the pair may slip is what is left before the doors.
    trip = one_day(2, days=halves(HalfDay.AM), ends=at(14, 20), confidence=0.9)
    stalls = [stall(n, closes=time(16)) for n in range(60)]

    plan = plan_trip(trip, stalls, [], QUICK)

    pair, *alone = plan.routes
    visits = [[s for s in route.stops if s.kind is StopKind.VISIT] for route in alone]
    slack_s = min(stops[0].slack_s for stops in visits)
    idle_s = (alone[0].stops[0].leave - pair.stops[-1].arrive).total_seconds()
    assert pair.stops[-1].slack_s == slack_s + idle_s
    breaks = first_break(plan)
    assert breaks is not None
    assert breaks.breaks.kind is StopKind.VISIT


def test_the_last_visit_before_a_door_shuts_leaves_room_for_its_own_length() -> None:
    trip = one_day(ends=at(14, 20), confidence=0.95)
    stalls = [stall(n, closes=time(16)) for n in range(60)]

    plan = plan_trip(trip, stalls, [], QUICK)

    # A visit of 15 minutes exceeds its plan by exp(0.35 * 1.645 - 0.35² / 2) - 1 = 67 % once in twenty: ten minutes.
    last = [s for route in plan.routes for s in route.stops if s.kind is StopKind.VISIT][-1]
    assert (at(14, 16) - last.leave).total_seconds() >= 600


def test_no_promise_is_given_up_for_room_before_a_door() -> None:
    # Free at half past three beside a stall that shuts at four: 15 minutes inside are possible, 30 before four are not.
    event = Commitment(CommitmentKind.EVENT, "展会", at(14, 9), at(14, 15, 30), GATE_17, ("A",))
    shuts = stall(1, closes=time(16))
    trip = one_day(must=(shuts.code,), confidence=0.95, ends=at(14, 20), commitments=(event,))

    plan = plan_trip(trip, [shuts], [], QUICK)

    assert not [unmet for unmet in plan.unmet if unmet.what.code == "must"]
    assert shuts.code in {s.stall for route in plan.routes for s in route.stops}


@pytest.mark.parametrize(
    ("free_from", "latest"),
    [
        ("9:00", "12:40"),
        ("12:00", "12:40"),
        # Half an hour of choice stays: a visit and the way to it come before a meal.
        ("12:15", "12:45"),
        ("12:30", "12:50"),
    ],
)
def test_lunch_begins_ten_minutes_before_it_is_too_late_where_that_leaves_a_choice(free_from: str, latest: str) -> None:
    # Forty minutes that end by half past one begin at ten to one at the latest.
    lunch = Meal(2400, seconds("11:00"), seconds("12:50"))
    route = Route(0, 0, 0, seconds(free_from), seconds("18:00"), meal=lunch)
    problem = Problem(np.zeros((1, 1), np.int32), (), (route,))

    early = with_early_meals(problem, 600)

    assert early.routes == (replace(route, meal=replace(lunch, latest_start_s=seconds(latest))),)


def test_a_plan_that_is_to_hold_has_room_before_lunch() -> None:
    # Free at noon; what is to be 95 % sure begins lunch by 12:40 (ten minutes, as before a door).
    event = Commitment(CommitmentKind.EVENT, "展会", at(14, 9), at(14, 12), GATE_17, ("A",))
    trip = one_day(days=(TripDay(DAY, frozenset(), MEAL),), confidence=0.95, ends=at(14, 20), commitments=(event,))

    plan = plan_trip(trip, [stall(n) for n in range(60)], [], QUICK)

    lunch = next(s for route in plan.routes for s in route.stops if s.kind is StopKind.MEAL)
    assert lunch.start <= at(14, 12, 40)


def seconds(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60
