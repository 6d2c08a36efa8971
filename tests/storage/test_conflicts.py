"""What is listed as a conflict is told by values that a user knows, and choosing touches nothing beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.storage.test_merge import merge, sound
from tests.storage.values import CUP, LATER, NINE, PLAN, SEEN, TRIP, stall
from yiwutrip.domain.box import BoxesUsed
from yiwutrip.domain.sample import SampleStatus
from yiwutrip.domain.stall import StallKind, Supplier
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.storage.engine import Database
from yiwutrip.usecases.ports import Conflict, Store

TEA = stall("16213", name_zh="示范茶具")
TEN = NINE + timedelta(hours=1)


def a_sample(store: Store, **fields: object) -> None:
    sample = store.sample("A-001")
    taken = {name: value for name, value in fields.items() if hasattr(sample.taken, name)}
    own = {name: value for name, value in fields.items() if name not in taken}
    store.change_sample(replace(sample, **own, taken=replace(sample.taken, **taken)))  # type: ignore[arg-type]


@pytest.fixture
def both(tmp_path: Path) -> tuple[Database, Database]:
    """Two devices with two trips, a visit in each to one stall, and two samples with one photo."""
    one, other = (Database(tmp_path / name, lambda: NINE) for name in ("one.db", "other.db"))
    for database in (one, other):
        with database.write("stall import") as store:
            store.import_stalls([TEA], "list.csv")
    with one.write("trip load") as store:
        for trip in (LATER, TRIP):
            store.put_trip(trip)
            store.add_visit(trip.name, SEEN)
            store.add_sample(trip.name, replace(CUP, photos=("photograph",)), "A", NINE)
        store.put_itinerary(PLAN)
    merge(other, one)
    return one, other


Act = Callable[[Store], object]


def quarrel(both: tuple[Database, Database], ours: Act, theirs: Act) -> list[Conflict]:
    """What the first of two devices lists after each has done its own."""
    for database, act in zip(both, (ours, theirs), strict=True):
        with database.write("edit") as store:
            act(store)
    return list(merge(*both).conflicts)


SAID: dict[str, tuple[Callable[[Store, Any], object], object, object]] = {
    "sample status": (
        lambda store, value: a_sample(store, status=value, status_at=TEN),
        SampleStatus.CHOSEN,
        SampleStatus.REJECTED,
    ),
    "sample return_by": (
        lambda store, value: a_sample(store, return_by=value),
        date(2021, 5, 1),
        date(2021, 5, 2),
    ),
    "sample size_cm": (lambda store, value: a_sample(store, size_cm=value), (1.0, 2.0, 3.5), (3.0, 2.0, 1.0)),
    "sample fragile": (lambda store, value: a_sample(store, fragile=value), True, False),
    "sample note": (lambda store, value: a_sample(store, note=value), "甲", "乙"),
    "visit at": (lambda store, value: store.add_visit(TRIP.name, replace(SEEN, at=value)), TEN, NINE - timedelta(1)),
    "visit who": (lambda store, value: store.add_visit(TRIP.name, replace(SEEN, who=value)), ("B",), ("A", "B")),
    "visit status": (
        lambda store, value: store.add_visit(TRIP.name, replace(SEEN, status=value)),
        VisitStatus.SHUT,
        VisitStatus.SKIPPED,
    ),
    "plan body": (lambda store, value: store.put_itinerary(replace(PLAN, made_at=value)), NINE, TEN),
    "packing body": (
        lambda store, value: store.put_boxes(TRIP.name, BoxesUsed((), own=True, made_at=value)),
        NINE,
        TEN,
    ),
    "trip body": (lambda store, value: store.put_trip(replace(TRIP, source=value)), "[trip]\npace = 1", "[trip]"),
    "stall opens": (lambda store, value: store.edit_stall(replace(TEA, opens=value)), time(9), time(8, 30)),
    "stall kind": (lambda store, value: store.edit_stall(replace(TEA, kind=value)), StallKind.SHOP, StallKind.BOTH),
    "stall keywords": (lambda store, value: store.edit_stall(replace(TEA, keywords=value)), ("粗陶",), ("汝窑", "杯")),
    "stall alliance": (lambda store, value: store.edit_stall(replace(TEA, alliance=value)), True, False),
    "stall supplier": (
        lambda store, value: store.edit_stall(replace(TEA, supplier=value)),
        Supplier("甲", "王", "1", None),
        Supplier("甲", "李", None, "w"),
    ),
}


@pytest.mark.parametrize("what", SAID)
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_each_kind_of_field_is_told_and_chosen_as_what_it_is(
    both: tuple[Database, Database], what: str, side: str
) -> None:
    act, first, second = SAID[what]
    (conflict,) = quarrel(both, lambda store: act(store, first), lambda store: act(store, second))

    assert f"{conflict.kind} {conflict.field}" == what
    assert (conflict.ours, conflict.theirs) == (first, second)
    assert conflict.shown in (first, second)
    with both[0].write("choose") as store:
        store.settle(conflict, chosen := getattr(conflict, side))
        assert store.conflicts() == []
        action = store.last_action()
    # And the undo of the choice tells it likewise; a body is told by the words of the verb.
    assert action is not None
    if chosen != conflict.shown and conflict.field != "body":
        assert action.details[conflict.field] == (conflict.shown, chosen)
    merge(both[1], both[0])
    again = quarrel(both, lambda store: act(store, getattr(conflict, side)), lambda _: None)
    assert again == []
    assert [sound(database) for database in both] == [[], []]


def test_choosing_to_drop_a_photo_drops_it_from_no_other_sample(both: tuple[Database, Database]) -> None:
    photos = quarrel(
        both,
        lambda store: a_sample(store, photos=()),
        lambda store: a_sample(store, photos=("first", "photograph")),
    )
    (deletion,) = [conflict for conflict in photos if conflict.kind == "photo"]

    assert (deletion.name, deletion.field) == ("A-001 photogra", "deleted")
    with both[0].write("choose") as store:
        store.settle(deletion, value=True)
        assert store.sample("A-001").taken.photos == ("first",)
        assert store.sample("A-002").taken.photos == ("photograph",)


def test_a_visit_of_another_trip_to_the_same_stall_has_its_own_choice(both: tuple[Database, Database]) -> None:
    def said(trip: str, now: datetime) -> Act:
        return lambda store: store.add_visit(trip, replace(SEEN, at=now))

    quarrel(both, said(TRIP.name, NINE + timedelta(1)), said(TRIP.name, NINE + timedelta(2)))
    listed = quarrel(both, said(LATER.name, NINE + timedelta(3)), said(LATER.name, NINE + timedelta(4)))
    assert len(listed) == 2
    with both[0].write("choose") as store:
        store.settle(listed[0], listed[0].theirs)
        assert store.conflicts() == listed[1:]
        kept = {visit.at for visit in store.visits()}

    assert kept == {listed[0].theirs, listed[1].shown}


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_what_was_said_together_is_chosen_together(both: tuple[Database, Database], side: str) -> None:
    def status(to: SampleStatus, since: datetime) -> Act:
        return lambda store: a_sample(store, status=to, status_at=since)

    def starts(source: str, at: datetime) -> Act:
        return lambda store: store.put_trip(replace(TRIP, starts=at, source=source))

    since = {SampleStatus.CHOSEN: NINE, SampleStatus.RETURNED: TEN}
    (conflict,) = quarrel(both, *(status(*said) for said in since.items()))
    with both[0].write("choose") as store:
        store.settle(conflict, chosen := getattr(conflict, side))
        assert store.sample("A-001").status_at == since[chosen]
    began = {"early": NINE - timedelta(days=99), "late": NINE + timedelta(days=99)}
    (conflict,) = quarrel(both, *(starts(*said) for said in began.items()))
    with both[0].write("choose") as store:
        store.settle(conflict, chosen := getattr(conflict, side))
        # Trips are listed by their start.
        names = [TRIP.name, LATER.name]
        assert [trip.name for trip in store.trips()] == (names if chosen == "early" else names[::-1])
    assert sound(both[0]) == []


def test_two_that_are_told_alike_are_told_whole_and_chosen_right(both: tuple[Database, Database]) -> None:
    def planned(prize: int) -> Act:
        return lambda store: store.put_itinerary(replace(PLAN, prize=prize, made_at=NINE))

    (conflict,) = quarrel(both, planned(7), planned(8))
    with both[0].write("choose") as store:
        store.settle(conflict, conflict.theirs)
        assert store.itinerary(TRIP.name).prize == 8
