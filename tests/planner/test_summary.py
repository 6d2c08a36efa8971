from dataclasses import replace

from tests.planner.worlds import QUICK, at, livestream, one_day, stall
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.summary import added_by_others, first_break, time_spent

STALLS = [stall(number) for number in range(12)]


def test_the_first_break_is_the_run_with_the_least_slack() -> None:
    plan = plan_trip(one_day(commitments=(livestream(14, at(14, 12, 40)),)), STALLS, [], QUICK)

    tightest = first_break(plan)

    slacks = [s.slack_s for r in plan.routes for s in r.stops if s.kind is StopKind.VISIT]
    assert tightest is not None
    assert tightest.slack_s == min(slacks)
    assert all(stop.slack_s == tightest.slack_s for stop in tightest.stops)


def test_what_is_over_breaks_no_more() -> None:
    plan = plan_trip(one_day(commitments=(livestream(14, at(14, 12, 40)),)), STALLS, [], QUICK)
    visits = sorted((s for r in plan.routes for s in r.stops if s.kind is StopKind.VISIT), key=lambda stop: stop.start)
    half = visits[len(visits) // 2]

    later = first_break(replace(plan, since=half.leave))

    assert later is not None
    assert later.stops[0].leave > half.leave
    assert first_break(replace(plan, since=at(14, 23))) is None


def test_without_visits_nothing_breaks_first() -> None:
    assert first_break(plan_trip(one_day(), [], [], QUICK)) is None


def test_every_minute_of_the_day_is_somewhere() -> None:
    plan = plan_trip(one_day(commitments=(livestream(14, at(14, 15), 1),)), STALLS, [], QUICK)

    spent = time_spent(plan)

    # From leaving to the end of the trip at six, nothing is counted twice and nothing is lost.
    began = min(stop.leave for route in plan.routes for stop in route.stops)
    for day in spent:
        parts = day.in_stalls_s + day.walking_s + day.riding_s + day.meals_s + day.waiting_s
        parts += day.committed_s + day.car_s + day.free_s
        assert parts == (at(14, 18) - began).total_seconds()


def test_the_second_person_adds_what_one_alone_could_not_see() -> None:
    plan = plan_trip(one_day(2), [stall(number) for number in range(60)], [], replace(QUICK, alone=True))

    added = added_by_others(plan)

    assert added is not None
    assert added.alone == plan.alone_prize
    assert added.more == plan.prize - added.alone
    assert added.more > 0
