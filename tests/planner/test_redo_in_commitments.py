"""Planning again while somebody is at a commitment: it is there once, with its own hours, and nobody is late for it."""

from datetime import datetime, timedelta

import pytest

from tests.planner.worlds import GATE_17, QUICK, at, livestream, one_day, stall
from yiwutrip.domain.itinerary import Itinerary, StopKind
from yiwutrip.domain.trip import Car, Commitment, CommitmentKind, Place, Trip
from yiwutrip.planner.assumptions import PlanAssumptions
from yiwutrip.planner.clock import Clock
from yiwutrip.planner.days import calendar_of
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.redo import Course, Slip, redo
from yiwutrip.planner.risk import Simulation, risk_of
from yiwutrip.planner.verify import walks

STALLS = [stall(number) for number in range(12)]
OFFICE = STALLS[3].code
CAR = Car(250_000, 600_000, 1800, GATE_17)
SUPPLIER = "见厂长"


def meeting_at(place: Place, who: tuple[str, ...]) -> Trip:
    """Four people, and an appointment from ten to eleven for some of them."""
    ten, eleven = at(14, 10), at(14, 11)
    return one_day(4, commitments=(Commitment(CommitmentKind.APPOINTMENT, SUPPLIER, ten, eleven, place, who),))


def planned_again(trip: Trip, slip: Slip) -> Itinerary:
    return redo(Course(trip, STALLS, (), plan_trip(trip, STALLS, [], QUICK)), slip, QUICK).itinerary


def hours(plan: Itinerary, letter: str, title: str) -> list[tuple[datetime, datetime]]:
    """From when to when a person is at a commitment of that title, each time that the plan has it."""
    stops = walks(plan)[letter]
    return [(s.start, s.leave) for s in stops if s.kind is StopKind.COMMITMENT and s.title == title]


@pytest.mark.parametrize("place", [Place(stall=OFFICE), GATE_17])
@pytest.mark.parametrize("who", [("B",), ("A", "B"), ("A", "B", "C", "D")])
def test_a_commitment_under_way_is_there_once_for_each_who_has_it(place: Place, who: tuple[str, ...]) -> None:
    again = planned_again(meeting_at(place, who), Slip(at(14, 10, 20)))

    assert {letter: hours(again, letter, SUPPLIER) for letter in "ABCD"} == {
        letter: [(at(14, 10), at(14, 11))] if letter in who else [] for letter in "ABCD"
    }


def test_who_says_to_be_where_the_commitment_is_has_not_come_late() -> None:
    again = planned_again(meeting_at(Place(stall=OFFICE), ("A", "B")), Slip(at(14, 10, 20), OFFICE, ("B",)))

    assert hours(again, "B", SUPPLIER) == [(at(14, 10), at(14, 11))]
    assert all(stop.stall != OFFICE for stop in walks(again)["B"] if stop.kind is StopKind.VISIT)
    assert again.unmet == ()


def test_who_says_to_be_elsewhere_goes_to_it_late() -> None:
    # The others' appointment is as it was; B is in another shop at 10:20 and at the door after that.
    again = planned_again(meeting_at(Place(stall=OFFICE), ("A", "B")), Slip(at(14, 10, 20), STALLS[5].code, ("B",)))

    ((start, leave),) = hours(again, "B", SUPPLIER)
    assert (start > at(14, 10, 20), leave) == (True, at(14, 11))
    assert hours(again, "A", SUPPLIER) == [(at(14, 10), at(14, 11))]


@pytest.mark.parametrize("count", [1, 2])
def test_while_the_car_is_loaded_nothing_is_planned_any_more(count: int) -> None:
    # Half an hour to load, so all are at the car from 17:30.
    again = planned_again(one_day(count, car=CAR), Slip(at(14, 17, 35)))

    departure = str(CommitmentKind.DEPARTURE)
    assert [hours(again, letter, departure) for letter in "AB"[:count]] == [[(at(14, 17, 30), at(14, 18))]] * count
    assert again.unmet == ()


@pytest.mark.parametrize("now", [at(14, 13, 40), at(14, 14, 10), at(14, 17, 40)])
def test_who_leaves_before_the_others_leaves_once(now: datetime) -> None:
    leaving = Commitment(CommitmentKind.DEPARTURE, "先走", at(14, 14), at(14, 14), GATE_17, ("A",))

    again = planned_again(one_day(2, car=CAR, commitments=(leaving,)), Slip(now))

    assert hours(again, "A", "先走") == [(at(14, 13, 30), at(14, 14))]
    assert hours(again, "B", str(CommitmentKind.DEPARTURE)) == [(at(14, 17, 30), at(14, 18))]
    assert walks(again)["A"][-1].leave == at(14, 14)


def test_nobody_is_late_for_what_has_begun() -> None:
    # Until the minute in which it begins people may still come late; from then on only the broadcast is ahead.
    trip = meeting_at(GATE_17, ("A", "B"))
    trip = one_day(2, commitments=(*trip.commitments, livestream(14, at(14, 15))))
    plan = plan_trip(trip, STALLS, [], QUICK)
    calendar = calendar_of(trip, Clock.of(trip.starts), PlanAssumptions())
    simulation = Simulation(trip, {s.code: s for s in STALLS}, calendar, 100, 1)

    before, within = (risk_of(simulation, plan, at(14, 10) + timedelta(minutes=m)) for m in (-1, 0))

    ahead = [chance.title for chance in within.chances]
    assert SUPPLIER not in ahead
    assert [chance.title for chance in before.chances] == [SUPPLIER, *ahead]
