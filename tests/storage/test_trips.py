from dataclasses import replace
from datetime import timedelta

import pytest

from tests.storage.values import LATER, NINE, PLAN, SEEN, TRIP
from yiwutrip.domain.box import Box, BoxesUsed
from yiwutrip.domain.errors import NotFoundError
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.storage.engine import Database


@pytest.fixture
def two_trips(database: Database) -> Database:
    with database.write("trip load") as store:
        assert not store.put_trip(LATER)
        assert not store.put_trip(TRIP)
    return database


def test_the_last_trip_loaded_is_the_one_in_use(two_trips: Database) -> None:
    with two_trips.read() as store:
        assert store.trip() == TRIP
        assert store.trips() == [TRIP, LATER]


def test_another_trip_can_be_put_to_use(two_trips: Database) -> None:
    with two_trips.write("trip use") as store:
        assert store.use_trip(LATER.name) == LATER
    with two_trips.read() as store:
        assert store.trip() == LATER


def test_a_trip_of_the_same_name_replaces_the_old_one(two_trips: Database) -> None:
    with two_trips.write("trip load") as store:
        assert store.put_trip(replace(TRIP, budget_fen=300_000))
    with two_trips.read() as store:
        assert store.trip(TRIP.name).budget_fen == 300_000


def test_without_a_trip_it_says_so(database: Database) -> None:
    with pytest.raises(NotFoundError) as caught, database.read() as store:
        store.trip()

    assert caught.value.code == "no-trip"


def test_an_unknown_trip_is_answered_with_the_nearest(two_trips: Database) -> None:
    with pytest.raises(NotFoundError) as caught, two_trips.read() as store:
        store.trip("四月义乌")

    assert (caught.value.code, caught.value.similar) == ("trip-not-found", (TRIP.name,))


def test_the_newest_plan_is_the_plan(two_trips: Database) -> None:
    with pytest.raises(NotFoundError) as caught, two_trips.read() as store:
        store.itinerary(TRIP.name)
    assert caught.value.code == "itinerary-not-found"
    newer = replace(PLAN, prize=20, made_at=NINE)
    for plan in (PLAN, newer):
        with two_trips.write("plan make") as store:
            store.put_itinerary(plan)
    with two_trips.read() as store:
        assert store.itinerary(TRIP.name) == newer


def test_the_plans_before_are_known_whatever_became_of_them(two_trips: Database) -> None:
    newer, newest = replace(PLAN, prize=20), replace(PLAN, prize=30)
    for plan in (PLAN, newer, newest):
        with two_trips.write("plan make") as store:
            store.put_itinerary(plan)
    with two_trips.read() as store:
        assert store.earlier_itineraries(TRIP.name) == [PLAN, newer]
        assert store.earlier_itineraries(LATER.name) == []
    with two_trips.write("undo") as store:
        store.undo()
    with two_trips.read() as store:
        # The newest was taken back, but what was handed out of it is still in somebody's calendar.
        assert store.itinerary(TRIP.name) == newer
        assert store.earlier_itineraries(TRIP.name) == [PLAN, newest]


def test_the_same_stall_again_replaces_what_was_said(two_trips: Database) -> None:
    later = replace(SEEN, status=VisitStatus.SHUT, at=NINE + timedelta(hours=1), minutes=None)
    other = replace(SEEN, stall="D2-3F-1", at=NINE + timedelta(minutes=30))
    with two_trips.write("visit done") as store:
        first = store.add_visit(TRIP.name, SEEN)
        again = store.add_visit(TRIP.name, later)
        store.add_visit(TRIP.name, other)
        store.add_visit(LATER.name, SEEN)
    assert first.id == again.id
    with two_trips.read() as store:
        assert [(visit.stall, visit.status) for visit in store.visits(TRIP.name)] == [
            (other.stall, VisitStatus.DONE),
            (SEEN.stall, VisitStatus.SHUT),
        ]
        assert len(store.visits()) == 3
        assert replace(store.visits(TRIP.name)[1], id=None) == later


def test_a_visit_on_an_unknown_trip_is_not_stored(database: Database) -> None:
    with pytest.raises(NotFoundError) as caught, database.write("visit done") as store:
        store.add_visit("没有", SEEN)

    assert caught.value.code == "trip-not-found"


OWN = BoxesUsed((Box(1, (60.0, 40.0, 35.5), 20_000, "后备箱 左下"), Box(2)), own=True, made_at=NINE)


def test_what_a_trip_was_packed_into_comes_back_as_it_was(two_trips: Database) -> None:
    common = replace(OWN, boxes=OWN.boxes[:1], own=False)
    for used in (OWN, common):
        with two_trips.write("pack") as store:
            store.put_boxes(TRIP.name, used)
        with two_trips.read() as store:
            assert store.boxes(TRIP.name) == used
            assert store.boxes(LATER.name) is None
    with two_trips.write("undo") as store:
        assert store.undo().verb == "pack"
    with two_trips.read() as store:
        assert store.boxes(TRIP.name) == OWN


def test_boxes_of_an_unknown_trip_are_not_stored(database: Database) -> None:
    with pytest.raises(NotFoundError) as caught, database.write("pack") as store:
        store.put_boxes("没有", OWN)

    assert caught.value.code == "trip-not-found"
