from datetime import date, timedelta

import pytest

from tests.planner.worlds import QUICK, at, livestream, one_day, stall
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.trip import HalfDay, TripDay
from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.next_stop import next_stop

STALLS = [stall(number) for number in range(6)]
NO_MEAL = TripDay(date(2021, 4, 14))
TRIP = one_day(commitments=(livestream(14, at(14, 17), 0.5),), days=(NO_MEAL,))
PLAN = plan_trip(TRIP, STALLS, [], QUICK)
VISITS = [stop for route in PLAN.routes for stop in route.stops if stop.kind is StopKind.VISIT]


def test_before_setting_out_the_first_stop_is_next() -> None:
    answer = next_stop(PLAN, [], at(14, 9), "A")

    assert answer.stop is not None
    assert answer.stop.stall == VISITS[0].stall
    assert answer.wall is not None
    assert answer.wall.title == "直播14-17"


def test_inside_a_stall_the_plan_says_what_is_under_way() -> None:
    answer = next_stop(PLAN, [], VISITS[0].start + timedelta(minutes=1), "A")

    assert answer.under_way is not None
    assert answer.under_way.stall == VISITS[0].stall
    assert answer.leave_at == VISITS[0].leave
    assert answer.late_s == 0


def test_late_out_of_a_stall_the_next_one_is_reached_late_and_the_slack_shrinks_by_as_much() -> None:
    # Twenty minutes late out of the first stall: one sets out twenty minutes later than the plan says.
    now = VISITS[0].leave + timedelta(minutes=20)
    log = [Visit(str(VISITS[0].stall), VisitStatus.DONE, ("A",), now)]

    answer = next_stop(PLAN, log, now, "A")

    assert answer.stop is not None
    assert answer.late_s == 1200
    assert answer.slack_s == answer.stop.slack_s - 1200


def test_a_stall_that_was_found_shut_is_not_next() -> None:
    log = [Visit(str(VISITS[0].stall), VisitStatus.SHUT, ("A",), VISITS[0].start)]

    answer = next_stop(PLAN, log, VISITS[0].start, "A")

    assert answer.stop is not None
    assert answer.stop.stall != VISITS[0].stall


def test_after_the_trip_there_is_no_next() -> None:
    assert next_stop(PLAN, [], at(14, 19), "A").stop is None


def test_what_the_partner_logs_of_a_walk_together_is_known_to_both() -> None:
    trip = one_day(2, days=(TripDay(date(2021, 4, 14), frozenset(HalfDay)),))
    plan = plan_trip(trip, STALLS, [], QUICK)
    visits = [stop for route in plan.routes for stop in route.stops if stop.kind is StopKind.VISIT]
    log = [Visit(str(visits[0].stall), VisitStatus.DONE, ("A",), visits[0].leave)]

    answer = next_stop(plan, log, visits[0].leave, "B")

    assert answer.stop is not None
    assert answer.stop.stall == visits[1].stall


def test_what_was_passed_over_on_the_way_to_something_later_is_not_next() -> None:
    log = [Visit(str(VISITS[2].stall), VisitStatus.DONE, ("A",), VISITS[2].leave)]

    answer = next_stop(PLAN, log, VISITS[2].leave, "A")

    assert answer.stop is not None
    assert answer.stop.stall == VISITS[3].stall


def test_a_route_of_which_nothing_is_logged_is_taken_as_walked() -> None:
    answer = next_stop(PLAN, [], VISITS[3].leave, "A")

    assert answer.stop is not None
    assert answer.stop.stall == VISITS[4].stall


@pytest.mark.parametrize("later_min", [-4, 4])
def test_nobody_is_told_to_reach_a_broadcast_after_it_began(later_min: int) -> None:
    now = VISITS[-1].leave + timedelta(minutes=later_min)
    answer = next_stop(PLAN, [Visit(str(VISITS[-1].stall), VisitStatus.DONE, ("A",), now)], now, "A")

    assert answer.stop is not None
    assert answer.stop.kind is StopKind.COMMITMENT
    # One is there before it begins, and what can slip is getting there: by its beginning and no later.
    assert answer.stop.arrive < answer.stop.start
    assert answer.latest_start == answer.stop.start
    assert answer.arrive is not None
    assert answer.slack_s == int((answer.stop.start - answer.arrive).total_seconds())
