from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random

import pytest

from tests.planner.worlds import QUICK, at, livestream, one_day, people, random_world, stall
from yiwutrip.domain.errors import NotFoundError, TripError
from yiwutrip.domain.itinerary import Itinerary, StopKind
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import HalfDay, Person, Place, Trip, TripDay
from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.options import PlanOptions
from yiwutrip.planner.progress import standing
from yiwutrip.planner.redo import Course, Slip, redo
from yiwutrip.planner.verify import walks
from yiwutrip.solver.problem import VISIT, Problem, Solution, Step
from yiwutrip.solver.stop import Iterations

STALLS = [stall(number) for number in range(12)]

EATS_NOTHING = 3116
"""A world in which somebody else's day slips while two sit in an event until lunch is over."""

WAITS = 2045
"""A world in which somebody waits at a stall, and later that day sets out again from the base."""


def planned(trip: Trip, stalls: list[Stall] | None = None, visits: tuple[Visit, ...] = ()) -> Course:
    chosen = STALLS if stalls is None else stalls
    return Course(trip, chosen, visits, plan_trip(trip, chosen, [], QUICK))


def visits_of(plan: Itinerary, letter: str) -> list[str]:
    return [s.stall for s in walks(plan)[letter] if s.kind is StopKind.VISIT and s.stall]


def test_before_the_trip_it_is_a_plan_like_any_other() -> None:
    course = planned(one_day())

    redone = redo(course, Slip(at(14, 8)), QUICK)

    assert redone.itinerary.routes[0].stops[0].leave >= at(14, 9)


@pytest.mark.parametrize("minutes", [0, 1])
def test_the_minute_in_which_the_trip_starts_is_no_reason_to_plan_the_days_to_come_afresh(minutes: int) -> None:
    """A hundred and twenty stalls and two days that have time for half: another seed finds another plan."""
    stalls = [stall(number, rating=1 + number % 5) for number in range(120)]
    trip = one_day(2, ends=at(15, 18))
    course = Course(trip, stalls, (), plan_trip(trip, stalls, [], QUICK))

    redone = redo(course, Slip(at(14, 9, minutes)), replace(QUICK, seed=2)).itinerary

    assert tomorrow(redone) == tomorrow(course.plan)


def tomorrow(plan: Itinerary) -> list[tuple[tuple[str, ...], list[tuple[str | None, datetime]]]]:
    """Who is where when on the second day."""
    routes = [route for route in plan.routes if route.date == at(15, 9).date()]
    return [(r.who, [(s.stall, s.start) for s in r.stops if s.kind is StopKind.VISIT]) for r in routes]


def test_after_the_trip_there_is_nothing_to_plan() -> None:
    with pytest.raises(TripError) as caught:
        redo(planned(one_day()), Slip(at(14, 18)), QUICK)

    assert caught.value.code == "trip-is-over"


def test_a_place_that_nobody_knows_is_refused() -> None:
    with pytest.raises(NotFoundError, match="D9-1"):
        redo(planned(one_day()), Slip(at(14, 10), at="D9-1"), QUICK)


def test_what_was_done_stays_as_it_was_and_is_not_planned_again() -> None:
    course = planned(one_day())
    first, second = visits_of(course.plan, "A")[:2]
    log = (
        Visit(first, VisitStatus.DONE, ("A",), at(14, 9, 50), minutes=30),
        Visit(second, VisitStatus.SHUT, ("A",), at(14, 10)),
    )

    redone = redo(replace(course, visits=log), Slip(at(14, 10), at=second, who=("A",)), QUICK)

    stops = [s for s in walks(redone.itinerary)["A"] if s.kind is StopKind.VISIT]
    assert (stops[0].stall, stops[0].start, stops[0].leave) == (first, at(14, 9, 20), at(14, 9, 50))
    assert all(stop.start >= at(14, 10) for stop in stops[1:])
    assert visits_of(redone.itinerary, "A").count(first) == 1
    assert second not in visits_of(redone.itinerary, "A")


def test_what_was_planned_for_the_partner_stands_where_it_was_done() -> None:
    course = planned(one_day(2), [stall(number) for number in range(80)])
    *_, one, other = visits_of(course.plan, "B")
    log = (
        Visit(one, VisitStatus.DONE, ("A",), at(14, 9, 20), minutes=12),
        Visit(other, VisitStatus.DONE, ("A",), at(14, 9, 40), minutes=10),
    )

    redone = redo(replace(course, visits=log), Slip(at(14, 9, 45)), QUICK).itinerary

    seen = {s.stall: (s.start, s.leave) for s in walks(redone)["A"] if s.stall in {one, other}}
    assert seen == {one: (at(14, 9, 8), at(14, 9, 20)), other: (at(14, 9, 30), at(14, 9, 40))}


def test_what_is_under_way_is_finished_where_it_is() -> None:
    course = planned(one_day())
    here = next(s for s in walks(course.plan)["A"] if s.kind is StopKind.VISIT)

    redone = redo(course, Slip(here.start + timedelta(minutes=5), at=here.stall, who=("A",)), QUICK)

    stops = [s for s in walks(redone.itinerary)["A"] if s.kind is StopKind.VISIT]
    assert (stops[0].stall, stops[0].start, stops[0].leave) == (here.stall, here.start, here.leave)
    assert stops[1].arrive >= here.leave


def test_a_stall_found_shut_while_somebody_is_in_it_is_left_at_once() -> None:
    course = planned(one_day())
    here = next(s for s in walks(course.plan)["A"] if s.kind is StopKind.VISIT)
    now = here.start + timedelta(minutes=5)
    log = (Visit(str(here.stall), VisitStatus.SHUT, ("A",), now),)

    redone = redo(replace(course, visits=log), Slip(now, at=here.stall, who=("A",)), QUICK)

    stops = [s for s in walks(redone.itinerary)["A"] if s.kind is StopKind.VISIT]
    assert here.stall not in {s.stall for s in stops}
    assert stops[0].arrive < here.leave


def test_the_partner_keeps_the_route_where_moving_it_gains_nothing() -> None:
    # Every stall is visited in the old plan and can still be visited by A: no plan can be worth more.
    trip = one_day(2, ends=at(14, 20))
    course = planned(trip, STALLS[:8])
    before = [s for s in walks(course.plan)["B"] if s.leave > at(14, 9, 40)]

    redone = redo(course, Slip(at(14, 9, 30), who=("A",)), QUICK)

    after = [s for s in walks(redone.itinerary)["B"] if s.leave > at(14, 9, 40)]
    assert [(s.kind, s.stall, s.start) for s in after] == [(s.kind, s.stall, s.start) for s in before]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_people_have_in_hand_stays_although_nobody_searched_for_it(seed: int) -> None:
    """A hundred and twenty stalls, and a day that has time for some fifty: two searches seldom agree."""
    stalls = [stall(number, rating=1 + number % 5) for number in range(120)]
    trip = one_day(2)
    plan = plan_trip(trip, stalls, [], PlanOptions(Iterations(400), seed))
    first = next(s for s in walks(plan)["A"] if s.kind is StopKind.VISIT and s.stall)
    course = Course(trip, stalls, (Visit(str(first.stall), VisitStatus.DONE, ("A",), first.leave),), plan)

    redone = redo(course, Slip(first.leave), PlanOptions(Iterations(5), seed + 100))

    assert redone.changes.dropped == ()


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_planned_again_twice_with_nothing_new_changes_nothing(seed: int) -> None:
    """The first look at a day that slipped may change much; the second, with another seed, finds all of it in time."""
    stalls = [stall(number, rating=1 + number % 5) for number in range(120)]
    trip = one_day(2, commitments=(livestream(14, at(14, 16)),))
    plan = plan_trip(trip, stalls, [], PlanOptions(Iterations(400), seed))
    first = next(s for s in walks(plan)["A"] if s.kind is StopKind.VISIT and s.stall)
    now = first.leave + timedelta(minutes=25)
    course = Course(trip, stalls, (Visit(str(first.stall), VisitStatus.DONE, ("A",), now),), plan)
    once = redo(course, Slip(now), PlanOptions(Iterations(300), seed + 100))

    course = replace(course, plan=once.itinerary)
    twice = redo(course, Slip(now), PlanOptions(Iterations(300), seed + 200))
    later = redo(course, Slip(now + timedelta(minutes=1)), PlanOptions(Iterations(300), seed + 300))

    assert order_of(twice.itinerary) == order_of(later.itinerary) == order_of(once.itinerary)


def order_of(plan: Itinerary) -> dict[str, list[str]]:
    return {letter: visits_of(plan, letter) for letter in "AB"}


@pytest.mark.parametrize("minutes", range(1, 30, 4))
def test_a_plan_can_be_made_for_an_earlier_minute_than_the_one_in_hand(minutes: int) -> None:
    course = planned(one_day(2))
    first, second = [s for s in walks(course.plan)["A"] if s.kind is StopKind.VISIT][:2]
    log = (Visit(str(first.stall), VisitStatus.DONE, ("A",), first.leave),)
    later = redo(replace(course, visits=log), Slip(second.start + timedelta(minutes=30)), QUICK).itinerary

    again = redo(Course(course.trip, STALLS, log, later), Slip(first.leave + timedelta(minutes=minutes)), QUICK)

    assert walks(again.itinerary)["A"][-1].leave == course.trip.ends


@pytest.mark.parametrize("status", [VisitStatus.SHUT, VisitStatus.SKIPPED])
def test_time_that_a_stall_leaves_free_is_used(status: VisitStatus) -> None:
    """Two hours and sixty stalls alike: where one falls away another one fits."""
    stalls = [stall(number) for number in range(60)]
    course = planned(one_day(ends=at(14, 11)), stalls)
    first = visits_of(course.plan, "A")[0]
    log = (Visit(first, status, ("A",), at(14, 9, 6)),)

    redone = redo(replace(course, visits=log), Slip(at(14, 9, 6), at=first), QUICK)

    assert redone.changes.gained != ()


def test_dropped_and_gained_are_named() -> None:
    # Until 18:00 there was time for all twelve; at 16:10 and with a broadcast at 16:50 there is for hardly any.
    trip = one_day(commitments=(livestream(14, at(14, 17, 30), 0.5),))
    course = planned(trip)
    log = (Visit(visits_of(course.plan, "A")[0], VisitStatus.DONE, ("A",), at(14, 16)),)

    redone = redo(replace(course, visits=log), Slip(at(14, 16, 10), who=("A",)), QUICK)

    left = set(visits_of(course.plan, "A")) - set(visits_of(redone.itinerary, "A"))
    assert set(redone.changes.dropped) == left
    assert left
    assert redone.changes.gained == ()


@pytest.mark.parametrize("logged_at", [at(6, 20), at(30, 20)])
@pytest.mark.parametrize("nth", [0, 2])
def test_what_was_logged_for_the_trip_on_another_day_is_done_all_the_same(nth: int, logged_at: datetime) -> None:
    # Ticked off a week before, or with a clock that is two weeks ahead: seen, and nobody goes there again.
    course = planned(one_day())
    before = visits_of(course.plan, "A")
    log = (Visit(before[nth], VisitStatus.DONE, ("A",), logged_at, trip="t"),)

    redone = redo(replace(course, visits=log), Slip(at(14, 9, 30), who=("A",)), QUICK)

    assert before[nth] not in visits_of(redone.itinerary, "A")
    assert before[nth] not in redone.changes.dropped
    assert set(before) - {before[nth]} <= {*visits_of(redone.itinerary, "A"), *redone.changes.dropped}


def test_what_was_seen_on_another_trip_can_be_seen_again() -> None:
    course = planned(one_day(), STALLS[:3])
    first = visits_of(course.plan, "A")[0]
    log = (Visit(first, VisitStatus.DONE, ("A",), at(6, 20), trip="last time"),)

    redone = redo(replace(course, visits=log), Slip(at(14, 9, 5), who=("A",)), QUICK)

    assert visits_of(redone.itinerary, "A").count(first) == 1


def test_a_meal_that_a_commitment_under_way_swallows_is_named() -> None:
    slip_and_redo(EATS_NOTHING, slips=6)


@pytest.mark.parametrize("seed", range(2000, 2012))
def test_no_commitment_is_given_up_that_can_still_be_reached(seed: int) -> None:
    slip_and_redo(seed, slips=2)


def test_who_has_left_for_a_stall_does_not_go_on_from_where_the_day_began() -> None:
    slip_and_redo(WAITS, slips=6)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [s for s in range(2012, 2060) if s != WAITS])
def test_no_commitment_is_given_up_after_many_slips(seed: int) -> None:
    slip_and_redo(seed, slips=6)


def slip_and_redo(seed: int, slips: int) -> None:
    """Walk a plan with visits that take up to twice as long, and plan the rest again after every other one."""
    draw = Random(seed)
    trip, stalls = random_world(seed)
    course = Course(trip, stalls, (), plan_trip(trip, stalls, [], QUICK))
    given_up = {
        (u.what.params["title"], u.what.params["who"]) for u in course.plan.unmet if u.what.code == "commitment"
    }
    now = trip.starts
    for _ in range(slips):
        coming = [(s, r) for r in course.plan.routes for s in r.stops if s.kind is StopKind.VISIT and s.start >= now]
        if not coming:
            return
        stop, route = min(coming, key=lambda pair: pair[0].start)
        took = (stop.leave - stop.start) * draw.uniform(0.5, 2)
        now = stop.start + took
        if now >= trip.ends:
            return
        status = draw.choice((VisitStatus.DONE, VisitStatus.DONE, VisitStatus.SHUT))
        visit = Visit(str(stop.stall), status, route.who, now, int(took.total_seconds() // 60))
        course = replace(course, visits=(*course.visits, visit))
        redone = redo(course, Slip(now, at=stop.stall, who=route.who), QUICK)
        course = replace(course, plan=redone.itinerary)
        for unmet in redone.itinerary.unmet:
            if (
                unmet.what.code == "commitment"
                and (unmet.what.params["title"], unmet.what.params["who"]) not in given_up
            ):
                assert cannot_be_reached(trip, str(unmet.what.params["title"]), unmet.short_s, now), f"{unmet}"


def cannot_be_reached(trip: Trip, title: str, short_s: int | None, now: datetime) -> bool:
    """Late even by the shortest way: the plan says by how much, and only for what had not begun to be due long ago."""
    return short_s is not None and short_s > 0 and now < trip.ends and title != ""


def test_a_new_plan_that_breaks_a_promise_is_not_shown_and_the_old_one_goes_on_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A search that puts every stall into the first route forgets the meal and the end of the day.
    course = planned(one_day(ends=at(14, 13, 30)))
    before = visits_of(course.plan, "A")
    now = at(14, 10)

    def everything(problem: Problem, *_: object, **__: object) -> Solution:
        steps = tuple(Step(VISIT, n) for n in range(len(problem.nodes)))
        return Solution((steps, *((),) * (len(problem.routes) - 1)), 1, 1, 1, 0.0)

    monkeypatch.setattr("yiwutrip.planner.search.solve", everything)
    redone = redo(course, Slip(now, at=before[2], who=("A",)), QUICK)

    after = visits_of(redone.itinerary, "A")
    still = [code for code in before if code in after]
    assert after == still
    assert 3 < len(after) <= len(before)
    assert walks(redone.itinerary)["A"][-1].arrive <= at(14, 13, 30)


def test_a_visit_alone_that_slipped_into_the_half_day_together_is_no_fault() -> None:
    # They meet at one; A comes to the last stall of the morning five minutes after that, and leaves it at half past.
    days = (TripDay(at(14, 9).date(), frozenset({HalfDay.PM}), None),)
    course = planned(one_day(2, days=days), [stall(number) for number in range(40)])
    alone = next(route for route in course.plan.routes if route.who == ("A",))
    last = next(stop for stop in reversed(alone.stops) if stop.kind is StopKind.VISIT)
    log = tuple(
        Visit(
            str(s.stall), VisitStatus.DONE, ("A",), at(14, 13, 30) if s is last else s.leave, 25 if s is last else None
        )
        for s in alone.stops
        if s.kind is StopKind.VISIT
    )

    redone = redo(replace(course, visits=log), Slip(at(14, 13, 30), at=last.stall, who=("A",)), QUICK)

    slipped = next(s for s in walks(redone.itinerary)["A"] if s.stall == last.stall)
    assert slipped.start == at(14, 13, 5)
    assert any(len(route.who) == 2 for route in redone.itinerary.routes)


def two_days(count: int = 1, **fields: object) -> Trip:
    """Two full days for people who can carry anything, with more stalls than anybody can see."""
    return replace(one_day(count, ends=at(15, 18), people=strong(count)), **fields)  # type: ignore[arg-type]


def strong(count: int) -> tuple[Person, ...]:
    return tuple(replace(one, carry_g=100_000) for one in people(count))


MANY = [stall(number, visit_min=10 + number % 4 * 10, rating=1 + number % 5) for number in range(90)]


@pytest.mark.parametrize("count", [1, 2])
def test_the_days_to_come_stay_as_they_are_after_twenty_minutes_lost(count: int) -> None:
    trip = two_days(count)
    # A plan that was searched for so briefly that another is worth a twentieth more need not stay.
    course = Course(trip, MANY, (), plan_trip(trip, MANY, [], PlanOptions(Iterations(2000), seed=1)))
    first = next(s for s in walks(course.plan)["A"] if s.kind is StopKind.VISIT)
    late = first.leave + timedelta(minutes=20)
    log = (Visit(str(first.stall), VisitStatus.DONE, ("A",), late),)

    redone = redo(replace(course, visits=log), Slip(late, at=first.stall, who=("A",)), QUICK)

    def to_come(plan: Itinerary) -> list[tuple[str, StopKind, str | None, datetime]]:
        days = sorted(walks(plan).items())
        return [(p, s.kind, s.stall, s.start) for p, stops in days for s in stops if s.start.day == 15]

    assert len(to_come(course.plan)) > 10
    assert to_come(redone.itinerary) == to_come(course.plan)


def test_a_must_that_is_nowhere_in_the_plan_moves_the_days_to_come() -> None:
    # Tomorrow is full already, of stalls that are worth as much each; nothing but a promise moves it.
    course = planned(two_days(), MANY)
    must = next(one.code for one in MANY if one.code not in visits_of(course.plan, "A"))

    redone = redo(replace(course, trip=two_days(must=(must,))), Slip(at(14, 20, 40)), QUICK)

    assert [s.start.day for s in walks(redone.itinerary)["A"] if s.stall == must] == [15]


def test_the_room_before_a_door_is_kept_when_the_partner_keeps_the_route() -> None:
    # Doors shut at five. A visit of 15 minutes exceeds its plan by 10 minutes as seldom as 0.95 asks (decision 0041).
    stalls = [replace(one, closes=time(17), visit_min=15) for one in MANY]
    course = planned(one_day(2, confidence=0.95, ends=at(14, 20), people=strong(2)), stalls)
    first = next(s for s in walks(course.plan)["A"] if s.kind is StopKind.VISIT)
    late = first.leave + timedelta(minutes=20)
    log = (Visit(str(first.stall), VisitStatus.DONE, ("A",), late),)

    redone = redo(replace(course, visits=log), Slip(late, at=first.stall, who=("A",)), QUICK)

    ahead = [s for s in walks(redone.itinerary)["A"] if s.kind is StopKind.VISIT and s.start > late]
    assert len(ahead) > 10
    assert min(s.slack_s for s in ahead) >= 600


def test_who_drops_in_where_the_partner_was_to_go_sets_out_from_there() -> None:
    course = planned(one_day(2), [stall(number) for number in range(80)])
    theirs = visits_of(course.plan, "B")[-1]
    log = (Visit(theirs, VisitStatus.DONE, ("A",), at(14, 10, 20), minutes=5),)

    redone = redo(replace(course, visits=log), Slip(at(14, 10, 25)), QUICK).itinerary

    stops = walks(redone)["A"]
    after = next(place for place, stop in enumerate(stops) if stop.leave > at(14, 10, 25))
    assert stops[after - 1].stall == theirs or stops[after].place == Place(stall=theirs)


def test_what_was_taken_for_history_once_is_not_ahead_again() -> None:
    # One visit is logged at 9:20 and nothing more until one o'clock.
    course = planned(one_day())
    first, second = visits_of(course.plan, "A")[:2]
    log = (Visit(first, VisitStatus.DONE, ("A",), at(14, 9, 20), minutes=15),)
    redone = redo(replace(course, visits=log), Slip(at(14, 13)), QUICK).itinerary
    history = [s.stall for s in walks(redone)["A"] if s.kind is StopKind.VISIT and redone.is_over(s)]
    assert history == [first, second]

    now = standing(redone, log, at(14, 13, 1), "A")

    assert second not in {stop.stall for stop in now.ahead}
    assert [stop.stall for stop in now.past if stop.kind is StopKind.VISIT] == history
