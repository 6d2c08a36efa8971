from dataclasses import replace
from datetime import time

import pytest

from tests.planner.worlds import GATE_17, QUICK, at, livestream, one_day, stall
from yiwutrip.domain.errors import NotFoundError
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.stall import Stall, StallKind
from yiwutrip.domain.trip import Commitment, CommitmentKind, Trip, Want
from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.why import Why, why

STALLS = [stall(number) for number in range(30)]


def asked(trip: Trip, stalls: list[Stall], code: str, visits: tuple[Visit, ...] = ()) -> Why:
    return why(trip, stalls, visits, plan_trip(trip, stalls, visits, QUICK), code)


def test_an_unknown_stall_is_an_error_with_its_name() -> None:
    with pytest.raises(NotFoundError, match="D9-1"):
        asked(one_day(), STALLS, "D9-1")


def test_a_planned_stall_says_where_it_is_in_the_plan() -> None:
    answer = asked(one_day(), STALLS[:3], STALLS[0].code)

    assert answer.verdict.code == "planned"
    assert answer.planned is not None
    assert answer.planned[1].stall == STALLS[0].code
    assert answer.gap is None


def test_the_terms_of_a_stall_add_up() -> None:
    # First of its want: weight 5 gives 50; 5 for being a stall; a factory 2; rated 4.5: (4.5 - 3) * 2 = 3.
    best = stall(1, kind=StallKind.FACTORY, rating=4.5)

    answer = asked(one_day(), [best], best.code)

    assert {w.reason.code: w.points for w in answer.weights} == {
        "term-want": 50,
        "term-plain": 5,
        "term-factory": 2,
        "term-rating": 3,
    }
    assert answer.points == 60


def test_what_nobody_wants_says_so() -> None:
    umbrella = stall(1, "雨伞")

    assert asked(one_day(), [*STALLS[2:5], umbrella], umbrella.code).verdict.code == "not-wanted"


@pytest.mark.parametrize(
    ("barred", "code"),
    [
        (stall(1, appointment=True), "needs-appointment"),
        (stall(1, introduction=True), "needs-introduction"),
        (stall(1, alliance=True), "order-from-home"),
    ],
)
def test_what_bars_a_stall_is_named(barred: Stall, code: str) -> None:
    assert asked(one_day(), [*STALLS[2:5], barred], barred.code).verdict.code == code


def test_what_was_visited_says_so() -> None:
    done = Visit(STALLS[0].code, VisitStatus.DONE, ("A",), at(14, 9, 30))

    assert asked(one_day(), STALLS[:3], STALLS[0].code, (done,)).verdict.code == "done"


def test_a_stall_that_does_not_fit_says_how_many_seconds_are_missing_and_what_could_go() -> None:
    # From nine to a broadcast at noon there are three hours: other stalls and one of 170 minutes do not fit both.
    long = stall(29, visit_min=170, rating=0.0)
    trip = one_day(commitments=(livestream(14, at(14, 12, 40)),))
    plan = plan_trip(trip, [*STALLS[:6], long], [], QUICK)
    inside = {stop.stall for route in plan.routes for stop in route.stops if stop.kind is StopKind.VISIT}

    answer = why(trip, [*STALLS[:6], long], [], plan, long.code)

    assert long.code not in inside
    assert answer.gap is not None
    assert answer.gap.short_s > 0
    late = [one.spare for one in answer.obstacles if one.spare < 0]
    assert -sum(late) == answer.gap.short_s == answer.gap.door_s + answer.gap.after_s
    assert {give.stall for give in answer.gives} <= inside


def test_a_full_want_leaves_no_room() -> None:
    trip = one_day(wants=(Want(category="陶瓷", weight=5, at_most=2),))
    plan = plan_trip(trip, STALLS, [], QUICK)
    inside = {stop.stall for route in plan.routes for stop in route.stops if stop.kind is StopKind.VISIT}
    out = next(s for s in STALLS if s.code not in inside)

    answer = why(trip, STALLS, [], plan, out.code)

    assert len(inside) == 2
    assert answer.verdict.code == "want-full"
    assert next(o.spare for o in answer.obstacles if o.reason.code == "bound-want") == -1


def test_a_trip_with_a_budget_says_what_is_left_of_it() -> None:
    # A ceramics stall is expected to cost 30 yuan; three of them and the one asked about leave 300 - 120 = 180.
    trip = replace(one_day(wants=(Want(category="陶瓷", weight=5, at_most=3),)), budget_fen=30_000)
    plan = plan_trip(trip, STALLS, [], QUICK)
    inside = {stop.stall for route in plan.routes for stop in route.stops if stop.kind is StopKind.VISIT}
    out = next(s for s in STALLS if s.code not in inside)

    answer = why(trip, STALLS, [], plan, out.code)

    assert next(o.spare for o in answer.obstacles if o.reason.code == "bound-budget") == 18_000


def test_a_door_that_shuts_first_is_what_stands_in_the_way() -> None:
    # Free from three on beside a stall that is open from half past twelve to one: two hours and the visit are missing.
    event = Commitment(CommitmentKind.EVENT, "展会", at(14, 9, 20), at(14, 15), GATE_17, ("A",))
    early = stall(1, opens=time(12, 30), closes=time(13))

    answer = asked(one_day(commitments=(event,)), [early, *STALLS[2:4]], early.code)

    assert answer.verdict.code == "closes-first"
    first = answer.obstacles[0]
    assert first.reason.code == "bound-door"
    assert -first.spare >= 2 * 3600 + 15 * 60
    assert answer.gap is not None
    assert answer.gap.after_s == 0


def test_what_would_have_to_give_frees_all_that_is_short() -> None:
    # 80 yuan buy two ceramics stalls at 30 each; a third needs one of the two to go, for 10 yuan are short of it.
    trip = replace(one_day(), budget_fen=8_000)
    plan = plan_trip(trip, STALLS[:5], [], QUICK)
    inside = {stop.stall for route in plan.routes for stop in route.stops if stop.kind is StopKind.VISIT}
    out = next(s for s in STALLS[:5] if s.code not in inside)

    answer = why(trip, STALLS[:5], [], plan, out.code)

    assert next(one.spare for one in answer.obstacles if one.reason.code == "bound-budget") == -1_000
    assert {give.stall for give in answer.gives} == inside
