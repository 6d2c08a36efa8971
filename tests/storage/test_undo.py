import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import time
from functools import partial

import pytest

from tests.storage.values import CUP, LATER, NINE, PLAN, SEEN, TRIP, stall
from yiwutrip.domain.errors import NotFoundError
from yiwutrip.domain.stall import StallKind, Supplier
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.domain.words import Lang
from yiwutrip.render.fields import field_label, field_value
from yiwutrip.render.words import CatalogueWords
from yiwutrip.storage.engine import Database
from yiwutrip.usecases.ports import Store

TEA = stall("16213", name_zh="汝窑茶具行")

ACTIONS: dict[str, Callable[[Store], object]] = {
    "stall import": lambda store: store.import_stalls([TEA, stall("16214")], "list.csv"),
    "stall edit": lambda store: store.edit_stall(replace(TEA, moq=5, note="a")),
    "stall edit again": lambda store: store.edit_stall(replace(TEA, moq=6, note="a")),
    "stall import newer": lambda store: store.import_stalls([replace(TEA, moq=7, name_en="Tea")], "newer.csv"),
    "stall new": lambda store: store.edit_stall(
        stall("16299", opens=time(9), supplier=Supplier("青禾"), closed_on=(7,))
    ),
    "stall edit new": lambda store: store.edit_stall(stall("16299", supplier=Supplier("乙"), kind=StallKind.BOTH)),
    "trip load": lambda store: store.put_trip(TRIP),
    "trip load later": lambda store: store.put_trip(LATER),
    "trip use": lambda store: store.use_trip(TRIP.name),
    "trip load again": lambda store: store.put_trip(replace(TRIP, budget_fen=1)),
    "plan make": lambda store: store.put_itinerary(PLAN),
    "plan redo": lambda store: store.put_itinerary(replace(PLAN, prize=11)),
    "visit done": lambda store: store.add_visit(TRIP.name, SEEN),
    "visit shut": lambda store: store.add_visit(TRIP.name, replace(SEEN, status=VisitStatus.SHUT, minutes=None)),
    "sample add": lambda store: store.add_sample(TRIP.name, replace(CUP, photos=("p", "q")), "A", NINE),
    "sample edit": lambda store: store.change_sample(
        replace(store.sample("A-001"), box=3, taken=replace(CUP, pieces=2, photos=("r", "p")))
    ),
    "sample remove": lambda store: store.remove_sample("A-001"),
}


def everything(store: Store) -> list[object]:
    """All that a user can see of the database."""
    seen: list[object] = [store.stalls(), store.trips(), store.visits(), store.samples()]
    seen += [_or_code(store.trip), *(_or_code(partial(store.itinerary, trip.name)) for trip in (TRIP, LATER))]
    return seen


def _or_code(look: Callable[[], object]) -> object:
    try:
        return look()
    except NotFoundError as error:
        return error.code


def test_every_action_can_be_taken_back_one_after_the_other(database: Database) -> None:
    states = []
    for verb, act in ACTIONS.items():
        with database.read() as store:
            states.append(everything(store))
        with database.write(verb) as store:
            act(store)
    for verb in reversed(ACTIONS):
        with database.read() as store:
            action = store.last_action()
        with database.write("undo") as store:
            assert store.undo() == action
        assert action is not None
        assert action.verb == verb
        for words in (CatalogueWords(Lang.ZH), CatalogueWords(Lang.EN)):
            for name, both in action.details.items():
                assert field_label(name, words)
                assert not any(value is not None and "{" in field_value(name, value, words) for value in both)
        with database.read() as store:
            assert everything(store) == states.pop(), verb
    with pytest.raises(NotFoundError) as caught, database.write("undo") as store:
        store.undo()
    assert caught.value.code == "nothing-to-undo"


def test_after_an_undo_new_actions_go_on_and_are_taken_back_first(database: Database) -> None:
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    with database.write("undo") as store:
        assert store.undo().subject == "A-002"
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    with database.write("undo") as store:
        assert store.undo().subject == "A-003"
    with database.write("undo") as store:
        assert store.undo().subject == "A-001"


def test_the_last_action_says_what_changed_from_what_to_what(database: Database) -> None:
    with database.write("sample add") as store:
        added = store.add_sample(None, CUP, "A", NINE)
    with database.write("sample edit") as store:
        store.change_sample(replace(added, taken=replace(CUP, pieces=3)))
    with database.read() as store:
        action = store.last_action()

    assert action is not None
    assert (action.verb, action.subject, action.details) == ("sample edit", "A-001", {"pieces": (1, 3)})


def test_photos_that_came_and_went_are_told_as_such(database: Database) -> None:
    with database.write("sample add") as store:
        added = store.add_sample(None, replace(CUP, photos=("p",)), "A", NINE)
    details = []
    for taken in (replace(CUP, photos=("p", "q"), pieces=2), replace(CUP, photos=("q",), pieces=2)):
        with database.write("sample edit") as store:
            store.change_sample(replace(added, taken=taken))
        with database.read() as store:
            action = store.last_action()
        assert action is not None
        details.append(action.details)

    assert details == [{"pieces": (1, 2), "photo": (None, "q")}, {"photo": ("p", None)}]


def test_a_plan_or_a_choice_of_trip_is_not_told_by_its_insides(database: Database) -> None:
    details = []
    for verb, act in (("trip load", ACTIONS["trip load"]), ("plan make", ACTIONS["plan make"])):
        with database.write(verb) as store:
            act(store)
        with database.read() as store:
            action = store.last_action()
        assert action is not None
        details.append(dict(action.details))

    assert details[0]["trip"] == (None, TRIP.name)
    assert details[1] == {"trip": (None, TRIP.name)}


def test_what_changed_nothing_is_no_action(database: Database) -> None:
    with database.write("sample add") as store:
        added = store.add_sample(None, CUP, "A", NINE)
    with database.write("sample edit") as store:
        store.change_sample(added)
    with database.read() as store:
        action = store.last_action()

    assert action is not None
    assert action.verb == "sample add"


def test_an_import_taken_back_by_its_number_is_passed_over_by_undo(database: Database) -> None:
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    with database.write("stall import") as store:
        store.import_stalls([TEA], "list.csv")
    with database.write("import undo") as store:
        store.undo_import(1)
    with database.write("undo") as store:
        assert store.undo().verb == "sample add"


def test_a_rehearsal_shows_what_would_happen_and_leaves_nothing(database: Database) -> None:
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    with database.write("undo", rehearse=True) as store:
        store.undo()
        assert store.samples() == []
    with database.read() as store:
        assert [sample.number for sample in store.samples()] == ["A-001"]


UNDO = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from yiwutrip.storage.engine import Database
with Database(Path(sys.argv[1]), lambda: datetime.now(timezone.utc)).write("undo") as store:
    store.undo()
"""


def test_an_undo_is_in_the_journal_where_python_leaves_assertions_out(database: Database) -> None:
    with database.write("stall import") as store:
        store.import_stalls([TEA], "list.csv")
    database.close()
    subprocess.run([sys.executable, "-O", "-c", UNDO, database.path], check=True)

    with closing(sqlite3.connect(database.path)) as raw:
        assert raw.execute("SELECT verb, state FROM actions ORDER BY id").fetchall() == [
            ("stall import", "undone"),
            ("undo", "kept"),
        ]
        assert raw.execute("SELECT count(*) FROM events").fetchone() == (2,)
