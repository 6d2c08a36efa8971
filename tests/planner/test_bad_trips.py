"""Trips that cannot be met as they stand: each is a plan that holds or a reason that helps."""

from dataclasses import replace
from datetime import time

import pytest

from tests.planner.worlds import BASE, GATE_17, QUICK, at, livestream, one_day, people, stall
from yiwutrip.domain.address import Address
from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.itinerary import Itinerary, StopKind, Unmet
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import Car, Commitment, CommitmentKind, Place, Trip, Want
from yiwutrip.planner.assumptions import Goods, PlanAssumptions
from yiwutrip.planner.make import plan_trip

FEW = [stall(number) for number in range(5)]


def plan(trip: Trip, stalls: list[Stall] | None = None) -> Itinerary:
    return plan_trip(trip, FEW if stalls is None else stalls, [], QUICK)


def visited(itinerary: Itinerary) -> list[str]:
    return [str(s.stall) for r in itinerary.routes for s in r.stops if s.kind is StopKind.VISIT]


def unmet_musts(itinerary: Itinerary) -> dict[object, Unmet]:
    return {unmet.what.params["stall"]: unmet for unmet in itinerary.unmet if unmet.what.code == "must"}


def test_nobody_to_walk() -> None:
    with pytest.raises(BadInputError) as caught:
        plan(one_day(people=()))

    assert caught.value.code == "no-people"


def test_a_trip_that_ends_before_it_starts() -> None:
    with pytest.raises(BadInputError) as caught:
        plan(one_day(ends=at(14, 8)))

    assert caught.value.code == "trip-ends-first"


def test_a_base_that_is_nowhere() -> None:
    with pytest.raises(BadInputError) as caught:
        plan(one_day(base=Place(name="哪儿")))

    assert caught.value.code == "place-unknown"


def test_an_empty_catalogue_gives_an_empty_plan() -> None:
    assert visited(plan(one_day(), [])) == []


def test_more_musts_than_hours_says_which_and_how_many_seconds_are_missing() -> None:
    # Nine to noon holds at most eleven visits of 15 minutes, even without a step between them.
    stalls = [stall(number) for number in range(14)]
    trip = one_day(must=tuple(s.code for s in stalls), ends=at(14, 12))

    planned = plan(trip, stalls)

    missed = unmet_musts(planned)
    assert len(visited(planned)) + len(missed) == 14
    assert len(missed) >= 3
    assert all(unmet.short_s is not None and unmet.short_s > 0 for unmet in missed.values())


def test_musts_that_exclude_one_another() -> None:
    # Both are open for a quarter of an hour at the same time, half a kilometre apart.
    first = stall(1, opens=time(10), closes=time(10, 15))
    second = stall(2, opens=time(10), closes=time(10, 15))
    trip = one_day(must=(first.code, second.code))

    planned = plan(trip, [first, second])

    assert len(visited(planned)) == 1
    (missed,) = unmet_musts(planned).values()
    assert missed.why.code == "short-of-stall"
    assert missed.why.params["stall"] == visited(planned)[0]
    assert missed.short_s is not None
    assert missed.short_s >= 15 * 60


def test_a_must_beyond_its_own_want_s_at_most() -> None:
    trip = one_day(must=(FEW[0].code, FEW[1].code), wants=(Want(category="陶瓷", weight=5, at_most=1),))

    planned = plan(trip)

    assert len(visited(planned)) == 1
    assert next(iter(unmet_musts(planned).values())).why.code == "want-full"


def test_a_must_that_nobody_knows() -> None:
    assert unmet_musts(plan(one_day(must=("D9-1",))))["D9-1"].why.code == "not-in-catalogue"


@pytest.mark.parametrize(
    ("shut", "code"),
    [
        (stall(9, opens=time(10), closes=time(10)), "closed-all-days"),
        (stall(9, closed_on=(3,)), "closed-all-days"),
        (stall(9, visit_min=600), "longer-than-open"),
        (stall(9, opens=time(17, 40), closes=time(18)), "short-of-time"),
    ],
    ids=["a window of no length", "shut on Wednesdays", "longer than the day", "cannot be left before the end"],
)
def test_a_must_that_cannot_be_visited_on_any_day(shut: Stall, code: str) -> None:
    # 14 April 2021 is a Wednesday; the trip ends at six at the base, a quarter of an hour from the market.
    planned = plan(one_day(must=(shut.code,)), [*FEW, shut])

    assert unmet_musts(planned)[shut.code].why.code == code


def test_a_must_a_million_metres_away() -> None:
    far = Stall("X-1", Address(), categories=("陶瓷",), lat=39.9, lon=116.4)

    planned = plan(one_day(must=(far.code,)), [*FEW, far])

    missed = unmet_musts(planned)[far.code]
    assert missed.why.code in {"short-of-time", "closes-first"}
    assert missed.short_s is not None
    assert missed.short_s > 3600


def test_two_commitments_at_once_for_one_person() -> None:
    event = Commitment(CommitmentKind.EVENT, "展会", at(14, 15), at(14, 17), GATE_17, ("A",))

    planned = plan(one_day(commitments=(event, livestream(14, at(14, 16), 1))))

    (missed,) = (unmet for unmet in planned.unmet if unmet.what.code == "commitment")
    # The broadcast stays. Its set-up begins at 15:20; coming from the event at 17:00 one is at least 100 minutes late.
    assert missed.what.params["title"] == "展会"
    assert missed.why.params["with"] == "直播14-16"
    assert missed.short_s is not None
    assert missed.short_s >= 6000


def test_a_commitment_at_a_stall_that_nobody_knows() -> None:
    where = Place(stall="D9-1")
    appointment = Commitment(CommitmentKind.APPOINTMENT, "周厂长", at(14, 15), at(14, 16), where, ("A",))

    (missed,) = plan(one_day(commitments=(appointment,))).unmet

    assert (missed.what.code, missed.why.code) == ("commitment", "not-in-catalogue")


def test_goods_that_nobody_can_carry_are_left_with_their_reason() -> None:
    heavy = replace(QUICK, assumed=PlanAssumptions(by_category=(), goods=Goods(0, 50_000, 0)))
    trip = one_day(car=Car(250_000, 600_000, 0, GATE_17))

    planned = plan_trip(trip, FEW, [], heavy)

    assert visited(planned) == []
    assert {left.reason.code for left in planned.left_out} == {"too-heavy"}


def test_a_budget_for_two_stalls_buys_two() -> None:
    # 30 yuan are expected at a stall for ceramics; 80 are enough for two and short of ten for the third.
    planned = plan(one_day(budget_fen=8_000))

    assert len(visited(planned)) == 2
    assert {left.reason.code for left in planned.left_out} == {"over-budget"}
    assert planned.left_out[0].reason.params["short"] == "10"


def test_two_people_never_visit_the_same_stall() -> None:
    codes = visited(plan(one_day(2)))

    assert len(codes) == len(set(codes)) == 5


def test_a_meal_for_which_commitments_leave_no_time_is_named() -> None:
    event = Commitment(CommitmentKind.EVENT, "展会", at(14, 10), at(14, 15), GATE_17, ("A",))

    planned = plan(one_day(commitments=(event,)))

    assert [(u.what.code, u.why.code) for u in planned.unmet] == [("meal", "no-time-to-eat")]


def test_people_who_pass_each_other_by_walk_apart() -> None:
    everyone = people(2)
    trip = one_day(2, people=everyone, commitments=(livestream(14, at(14, 16), 1, ("A",)),))

    planned = plan(trip)

    ends = {r.who: r.stops[-1].title for r in planned.routes}
    assert ends == {("A",): "departure", ("B",): "departure"}
    assert BASE.name == "酒店"
