"""Planning again after days on which people did as they liked, with a catalogue that lost some of the plan's stalls."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from tests.planner.worlds import QUICK, at, one_day, random_world, stall
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.planner.ground import lay_out
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.next_stop import next_stop
from yiwutrip.planner.redo import Course, Slip, redo
from yiwutrip.planner.risk import Simulation, risk_of
from yiwutrip.planner.spots import survey
from yiwutrip.planner.verify import walks

LEFT_UNSAID = "D1-3F-0000"
"""A code that no catalogue has, as a log merged from another device may name it."""


@pytest.mark.parametrize("seed", range(3000, 3030))
def test_whatever_was_done_and_wherever_one_is_the_rest_can_be_planned(seed: int) -> None:
    """Nothing that happened makes a plan impossible: `redo` checks its own plan and would raise."""
    draw = Random(seed)
    trip, stalls = random_world(seed)
    letters = [person.letter for person in trip.people]
    plan = plan_trip(trip, stalls, [], QUICK)
    unplanned = [stall(100 + i, category=draw.choice(("五金", "陶瓷"))) for i in range(4)]
    gone = draw.sample(stalls, draw.randint(0, 3))
    known = [*[s for s in stalls if s not in gone], *unplanned]
    course = Course(trip, known, (), plan)
    now = trip.starts
    for _ in range(4):
        now += timedelta(minutes=draw.randint(1, 240), seconds=draw.randint(0, 59))
        if now >= trip.ends:
            break
        for _ in range(draw.randint(0, 3)):
            code = draw.choice([*(s.code for s in [*stalls, *unplanned]), LEFT_UNSAID])
            who = tuple(sorted(draw.sample(letters, draw.randint(1, len(letters)))))
            when = now - timedelta(minutes=draw.randint(0, 60))
            visit = Visit(code, draw.choice(tuple(VisitStatus)), who, when, draw.choice((None, 5, 90)))
            course = replace(course, visits=(*course.visits, visit))
        here = draw.choice((None, draw.choice(known).code))
        slip = Slip(now, here, tuple(draw.sample(letters, draw.randint(0, len(letters)))))
        redone = redo(course, slip, QUICK)
        ground = lay_out(trip, known, course.visits, QUICK.assumed)
        risk_of(Simulation(trip, ground.known, ground.calendar, 10, 1), course.plan)
        for letter in letters:
            next_stop(course.plan, course.visits, now, letter)
        course = replace(course, plan=redone.itinerary)


def test_who_dropped_in_somewhere_goes_on_from_there() -> None:
    # The next stop is reached from the shop that nobody planned, so its way is the way from there.
    trip, others = one_day(), [stall(number) for number in range(12)]
    shop = stall(40, category="五金")
    course = Course(trip, [*others, shop], (), plan_trip(trip, others, [], QUICK))
    log = (Visit(shop.code, VisitStatus.DONE, ("A",), at(14, 9, 40), 30),)

    redone = redo(replace(course, visits=log), Slip(at(14, 9, 40)), QUICK)

    stops = [s for s in walks(redone.itinerary)["A"] if s.kind is StopKind.VISIT]
    assert stops[0].stall == shop.code
    travel = survey(trip, {}, [*others, shop], QUICK.assumed.market)
    way_s = travel.seconds(travel.stalls[shop.code], travel.stalls[str(stops[1].stall)])
    assert stops[1].arrive >= at(14, 9, 40) + timedelta(seconds=way_s)
    assert stops[1].leg is not None
    assert stops[1].leg.seconds == way_s
