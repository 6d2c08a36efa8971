"""A plan that holds, broken in one place at a time: the verification must see each break."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.planner.worlds import GATE_17, QUICK, at, livestream, one_day, people, stall
from yiwutrip.domain.itinerary import Itinerary, LegMode, Stop, StopKind
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import AlliancePolicy, Car, HalfDay, Trip, TripDay, Want
from yiwutrip.planner.assumptions import PlanAssumptions
from yiwutrip.planner.ground import for_people, lay_out
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.verify import verify

STALLS = [stall(number) for number in range(6)]
TRIP = one_day(
    commitments=(livestream(14, at(14, 16), 1),),
    wants=(Want(category="陶瓷", weight=5, at_least=2, at_most=6),),
    must=(STALLS[0].code,),
    budget_fen=18_000,
    car=Car(100_000, 100_000, 0, GATE_17),
)
PLAN = plan_trip(TRIP, STALLS, [], QUICK)

Break = Callable[[Itinerary], Itinerary]


def faults(plan: Itinerary, trip: Trip = TRIP, stalls: list[Stall] = STALLS) -> set[str]:
    ground = lay_out(for_people(trip, None), stalls, [], PlanAssumptions())
    return {fault.code for fault in verify(ground, plan)}


def changed(plan: Itinerary, index: int, **fields: object) -> Itinerary:
    (route,) = plan.routes
    stops = list(route.stops)
    stops[index] = replace(stops[index], **fields)  # type: ignore[arg-type]
    return replace(plan, routes=(replace(route, stops=tuple(stops)),))


def where(kind: StopKind) -> int:
    return next(i for i, stop in enumerate(PLAN.routes[0].stops) if stop.kind is kind)


def without(index: int) -> Itinerary:
    (route,) = PLAN.routes
    return replace(PLAN, routes=(replace(route, stops=route.stops[:index] + route.stops[index + 1 :]),))


def later(index: int, by: timedelta) -> Itinerary:
    stop = PLAN.routes[0].stops[index]
    return changed(PLAN, index, arrive=stop.arrive + by, start=stop.start + by, leave=stop.leave + by)


VISIT, MEAL, WALL = where(StopKind.VISIT), where(StopKind.MEAL), where(StopKind.COMMITMENT)
FIRST: Stop = PLAN.routes[0].stops[VISIT]


def test_the_plan_as_it_is_has_no_fault() -> None:
    assert faults(PLAN) == set()


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (later(WALL, timedelta(hours=5)), "commitment-missed"),
        (without(WALL), "commitment-missed"),
        (without(len(PLAN.routes[0].stops) - 1), "departure-missed"),
        (without(MEAL), "meal-forgotten"),
        (later(MEAL, timedelta(hours=5)), "meal-outside-window"),
        (changed(PLAN, VISIT, stall=PLAN.routes[0].stops[VISIT + 1].stall or STALLS[1].code), "visited-twice"),
        (changed(PLAN, VISIT, leave=FIRST.start + timedelta(minutes=1)), "visit-too-short"),
        (changed(PLAN, VISIT, start=FIRST.start - timedelta(hours=3)), "shut"),
        (changed(PLAN, VISIT, arrive=FIRST.start + timedelta(minutes=1)), "times-out-of-order"),
        (changed(PLAN, VISIT, arrive=FIRST.arrive - timedelta(minutes=10)), "way-too-short"),
        (changed(PLAN, VISIT, leg=replace(FIRST.leg, seconds=0) if FIRST.leg else None), "leg-too-short"),
        (
            changed(PLAN, VISIT, leg=replace(FIRST.leg, mode=LegMode.WALK, seconds=50_000) if FIRST.leg else None),
            "walks-too-far",
        ),
    ],
)
def test_a_broken_plan_is_seen(broken: Itinerary, fault: str) -> None:
    assert fault in faults(broken)


@pytest.mark.parametrize(
    ("trip", "fault"),
    [
        (replace(TRIP, must=("D9-1",)), "must-forgotten"),
        (replace(TRIP, wants=(Want(category="陶瓷", at_most=2),)), "too-many"),
        (replace(TRIP, wants=(Want(category="陶瓷", at_least=7),)), "too-few"),
        (replace(TRIP, budget_fen=100), "too-much-money"),
        (replace(TRIP, car=Car(100, 100_000, 0, GATE_17)), "too-much-weight"),
        (replace(TRIP, car=Car(100_000, 100, 0, GATE_17)), "too-much-volume"),
        (replace(TRIP, people=(replace(TRIP.people[0], carry_g=100),)), "too-heavy"),
    ],
)
def test_a_plan_that_breaks_what_the_trip_asks_is_seen(trip: Trip, fault: str) -> None:
    # The same six visits, held against a trip that asks for something else.
    assert fault in faults(PLAN, trip)


def test_a_stall_of_the_alliance_in_the_plan_is_seen() -> None:
    in_alliance = [replace(s, alliance=True) for s in STALLS]
    trip = replace(TRIP, must=(), alliance=AlliancePolicy.SKIP)
    ground = lay_out(for_people(TRIP, None), STALLS, [], PlanAssumptions())
    known = {s.code: s for s in in_alliance}

    seen = {fault.code for fault in verify(replace(ground, trip=trip, known=known), PLAN)}

    assert "alliance-visited" in seen


def test_a_visit_alone_in_a_half_day_together_is_seen() -> None:
    together = TripDay(date(2021, 4, 14), frozenset(HalfDay))

    assert "walked-alone" in faults(PLAN, replace(TRIP, people=people(2), days=(together,), commitments=()))
