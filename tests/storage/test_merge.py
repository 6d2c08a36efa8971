"""Two devices' databases become one, whoever merges whom and how often."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.values import CUP, NINE, PLAN, SEEN, TRIP, stall
from yiwutrip.domain.errors import NotFoundError, TripError
from yiwutrip.domain.itinerary import LeftOut, Reason, Route, Stop, StopKind
from yiwutrip.domain.trip import Commitment, CommitmentKind, Place
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.storage.engine import Database
from yiwutrip.storage.other import other_database
from yiwutrip.storage.upkeep import DatabaseUpkeep
from yiwutrip.usecases.ports import Conflict, MergeResult, Store

TEA = stall("16213", name_zh="示范茶具", moq=50)
KEYS = (
    "samples.id",
    "sample_photos.id",
    "visits.id",
    "trips.name",
    "itineraries.trip",
    "packings.trip",
    "stall_edits.code",
)


def merge(ours: Database, theirs: Database) -> MergeResult:
    with ours.write("merge") as store, theirs.read() as other:
        return store.merge(other)


def log(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All that is merged, to the letter."""
    found = {}
    with closing(sqlite3.connect(database.path)) as raw:
        for table, key in (name.split(".") for name in KEYS):
            found[table] = raw.execute(f"SELECT * FROM {table} ORDER BY {key}").fetchall()
    return found


def sound(database: Database) -> list[str]:
    health = DatabaseUpkeep(database, lambda: NINE).doctor()
    return [finding.code for finding in health.findings if not finding.sound and finding.code != "photos-bad"]


@pytest.fixture
def devices(tmp_path: Path) -> list[Database]:
    """Three that set out with the same catalogue and trip, copied or loaded each for itself."""
    return three(tmp_path)


def three(folder: Path) -> list[Database]:
    made = [Database(folder / f"{name}.db", lambda: NINE) for name in "abc"]
    for database in made:
        with database.write("stall import") as store:
            store.import_stalls([TEA], "list.csv")
    with made[0].write("trip load") as store:
        store.put_trip(TRIP)
        store.add_sample(TRIP.name, replace(CUP, photos=("p",)), "A", NINE)
    for database in made[1:]:
        merge(database, made[0])
    return made


def test_what_each_has_logged_is_in_both(devices: list[Database]) -> None:
    one, other, _ = devices
    with one.write("sample add") as store:
        store.add_sample(TRIP.name, CUP, "A", NINE)
        store.add_visit(TRIP.name, SEEN)
    with other.write("sample add") as store:
        store.add_sample(TRIP.name, replace(CUP, article="碗", photos=("q",)), "B", NINE)
        store.edit_stall(replace(TEA, note="好说话"))
        store.put_itinerary(PLAN)

    assert merge(one, other) == MergeResult(added=4, updated=0, same=3, conflicts=())
    with one.read() as store:
        assert [sample.number for sample in store.samples()] == ["A-001", "A-002", "B-001"]
        assert store.sample("B-001").taken.photos == ("q",)
        assert store.stall(TEA.code) == replace(TEA, note="好说话")
        assert store.itinerary(TRIP.name) == PLAN
        assert len(store.visits()) == 1
    assert sound(one) == []
    with one.write("sample add") as store:
        assert store.add_sample(None, CUP, "B", NINE).number == "B-002"


def test_merging_again_changes_nothing_and_is_no_action(devices: list[Database]) -> None:
    one, other, _ = devices
    with other.write("sample add") as store:
        store.add_sample(TRIP.name, CUP, "B", NINE)
    merge(one, other)
    before = log(one)
    with one.read() as store:
        last = store.last_action()

    assert merge(one, other) == MergeResult(added=0, updated=0, same=4, conflicts=())
    with one.read() as store:
        assert store.last_action() == last
    assert log(one) == before


def edit(database: Database, **fields: object) -> None:
    with database.write("sample edit") as store:
        sample = store.sample("A-001")
        store.change_sample(replace(sample, taken=replace(sample.taken, **fields)))  # type: ignore[arg-type]


def test_both_versions_of_a_field_are_kept_and_listed_until_somebody_chooses(devices: list[Database]) -> None:
    one, other, third = devices
    edit(one, pieces=2, note="ours")
    edit(other, pieces=3, material="瓷")
    result = merge(one, other)

    (conflict,) = result.conflicts
    assert (conflict.kind, conflict.name, conflict.field) == ("sample", "A-001", "pieces")
    assert (conflict.ours, conflict.theirs) == (2, 3)
    (there,) = merge(other, one).conflicts
    assert (there.ours, there.theirs, there.shown) == (3, 2, conflict.shown)
    with one.read() as store, other.read() as elsewhere:
        shown = store.sample("A-001").taken
        assert shown == elsewhere.sample("A-001").taken
        assert (shown.note, shown.material, shown.pieces) == ("ours", "瓷", conflict.shown)
    with one.write("settle") as store:
        store.settle(conflict, conflict.theirs)
    for database in (other, third):
        merge(database, one)
        with database.read() as store:
            assert store.sample("A-001").taken.pieces == conflict.theirs
            assert store.conflicts() == []
    with pytest.raises(NotFoundError) as caught, one.write("settle") as store:
        store.settle(conflict, 2)
    assert caught.value.code == "conflict-not-found"


def test_an_edit_settles_a_conflict_too(devices: list[Database]) -> None:
    one, other, _ = devices
    edit(one, pieces=2)
    edit(other, pieces=3)
    merge(one, other)
    edit(one, pieces=9)

    with one.read() as store:
        assert store.conflicts() == []
    with one.write("undo") as store:
        store.undo()
        assert len(store.conflicts()) == 1


@pytest.mark.parametrize("hours", [-1, 0, 1])
def test_clocks_that_disagree_decide_nothing(tmp_path: Path, hours: int) -> None:
    one = Database(tmp_path / "one.db", lambda: NINE)
    other = Database(tmp_path / "other.db", lambda: NINE + timedelta(hours=hours))
    with one.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    merge(other, one)
    edit(one, pieces=2)
    edit(other, pieces=3)

    (conflict,) = merge(one, other).conflicts
    assert {conflict.ours, conflict.theirs} == {2, 3}


def test_deleted_on_one_side_and_edited_on_the_other_is_a_conflict_and_no_loss(devices: list[Database]) -> None:
    one, other, _ = devices
    with one.write("sample remove") as store:
        store.remove_sample("A-001")
    edit(other, pieces=3)
    result = merge(one, other)

    assert Conflict("sample", "A-001", "deleted", 1, 0, 1) in result.conflicts
    with one.read() as store:
        assert store.sample("A-001").number == "A-001"
    deletion = next(conflict for conflict in result.conflicts if conflict.field == "deleted")
    with one.write("settle") as store:
        store.settle(deletion, 1)
        assert store.samples() == []
        assert store.conflicts() == []


@pytest.mark.parametrize("field", ["deleted", "pieces"])
def test_whoever_chooses_a_value_of_what_was_deleted_elsewhere_keeps_it(devices: list[Database], field: str) -> None:
    one, other, _ = devices
    with one.write("sample remove") as store:
        store.remove_sample("A-001")
    edit(other, pieces=3)
    found = {conflict.field: conflict for conflict in merge(one, other).conflicts}
    # Whether the field is listed beside the deletion is up to the events' random names.
    chosen = found.get(field, found["deleted"])

    with one.write("settle") as store:
        store.settle(chosen, 0 if chosen.field == "deleted" else 3)
    merge(other, one)
    for database in (one, other):
        with database.read() as store:
            assert store.sample("A-001").taken.pieces == 3
            assert store.conflicts() == []


def test_what_a_merge_brought_is_counted_before_it_is_taken_back(devices: list[Database]) -> None:
    one, other, _ = devices
    edit(other, pieces=3)
    with other.write("sample add") as store:
        store.add_sample(None, CUP, "B", NINE)
    merge(one, other)

    with one.read() as store:
        last = store.last_action()
    assert last is not None
    assert "A-001" in last.subject
    assert last.details == {"added": (0, 1), "updated": (0, 1)}


def test_a_deletion_that_the_other_knew_nothing_against_is_a_deletion(devices: list[Database]) -> None:
    one, other, _ = devices
    with one.write("sample remove") as store:
        store.remove_sample("A-001")

    assert merge(other, one).conflicts == ()
    with other.read() as store:
        assert store.samples() == []


def test_two_devices_with_one_letter_lose_no_sample_and_say_so(devices: list[Database]) -> None:
    one, other, third = devices
    for database, article in ((one, "杯"), (other, "碗"), (third, "盘")):
        with database.write("sample add") as store:
            store.add_sample(None, replace(CUP, article=article), "A", NINE)
    merge(one, other)
    result = merge(one, third)
    merge(third, other)
    merge(third, one)

    assert log(one) == log(third)
    with one.read() as store:
        samples = store.samples()
        assert {sample.taken.article for sample in samples[1:]} == {"杯", "碗", "盘"}
        assert len({sample.number for sample in samples}) == 4
    assert [(conflict.name, conflict.field) for conflict in result.conflicts] == [("A-002", "number")] * 2
    assert sound(one) == []


def test_a_sample_that_was_removed_takes_nobody_the_number(devices: list[Database]) -> None:
    one, other, third = devices
    for database, article in ((one, "杯"), (other, "碗")):
        with database.write("sample add") as store:
            store.add_sample(None, replace(CUP, article=article), "A", NINE)
    with one.write("undo") as store:
        store.undo()

    for target, sources in ((third, (one, other)), (one, (other,)), (other, (third,))):
        for source in sources:
            assert merge(target, source).conflicts == ()
        with target.read() as store:
            assert store.sample("A-002").taken.article == "碗"
            assert len(store.samples()) == 2
        assert sound(target) == []
    assert log(one) == log(other) == log(third)


def test_photos_of_both_are_kept(devices: list[Database]) -> None:
    one, other, _ = devices
    edit(one, photos=("p", "x"))
    edit(other, photos=("p", "y"))

    assert merge(one, other).conflicts == ()
    with one.read() as store:
        assert store.sample("A-001").taken.photos == ("p", "x", "y")


def test_a_stall_edited_on_both_sides_keeps_both_versions(devices: list[Database]) -> None:
    one, other, _ = devices
    for database, moq in ((one, 10), (other, 20)):
        with database.write("stall edit") as store:
            store.edit_stall(replace(TEA, moq=moq))
    (conflict,) = merge(one, other).conflicts
    merge(other, one)

    assert (conflict.kind, conflict.name, conflict.field) == ("stall", TEA.code, "moq")
    with one.read() as store, other.read() as elsewhere:
        assert store.stalls() == elsewhere.stalls()
    with one.write("settle") as store:
        store.settle(conflict, 10)
    merge(other, one)
    with other.read() as store:
        assert store.stalls() == [replace(TEA, moq=10)]
    assert sound(other) == []


@pytest.mark.parametrize("seed", range(4))
def test_a_hand_on_one_device_guards_what_it_said_though_the_other_let_go(tmp_path: Path, seed: int) -> None:
    # Whichever of the two events has the greater name.
    with patch("os.urandom", Random(seed).randbytes):
        one, other, _ = three(tmp_path)
        for database, values in ((one, (20,)), (other, (20, 50))):
            for moq in values:
                with database.write("stall edit") as store:
                    store.edit_stall(replace(TEA, moq=moq))
        with one.write("undo") as store:
            store.undo()
        assert merge(one, other).conflicts == ()
        with one.write("stall import") as store:
            counts = store.import_stalls([replace(TEA, moq=99)], "newer.csv")
            assert store.stalls() == [TEA]

    assert (counts.kept_by_hand, counts.updated) == (1, 0)


def test_a_stall_that_only_the_other_knows_comes_with_its_sample(devices: list[Database]) -> None:
    one, other, _ = devices
    new = stall("99999", name_zh="只有那边有")
    with other.write("stall import") as store:
        store.import_stalls([new], "theirs.csv")
        store.add_sample(None, replace(CUP, stall=new.code), "B", NINE)
    merge(one, other)

    with one.read() as store:
        assert store.stall(new.code) == new


def test_the_stalls_of_a_trip_and_its_plan_come_with_them(tmp_path: Path, devices: list[Database]) -> None:
    must, stop, spare, promised, other = (stall(str(booth)) for booth in range(20_000, 20_005))
    visit = Stop(StopKind.VISIT, NINE, NINE, NINE, 0, stall=stop.code)
    plan = replace(
        PLAN,
        routes=(Route(NINE.date(), ("A",), (visit,)),),
        left_out=(LeftOut(spare.code, Reason("alliance", {})),),
    )
    meeting = Commitment(
        CommitmentKind.APPOINTMENT, "看厂", NINE, NINE + timedelta(hours=1), Place(stall=promised.code), ("A",)
    )
    with devices[0].write("stall import") as store:
        store.import_stalls([must, stop, spare, promised, other], "more.csv")
        store.put_trip(replace(TRIP, must=(must.code,), commitments=(meeting,)))
        store.put_itinerary(plan)
    fresh = Database(tmp_path / "fresh.db", lambda: NINE)
    merge(fresh, devices[0])

    with fresh.read() as store:
        assert store.itinerary(TRIP.name) == plan
        assert {one.code for one in store.stalls()} == {one.code for one in (TEA, must, stop, spare, promised)}


NEW = stall("55555", name_zh="巷子里新开的", moq=5)


def test_a_stall_that_was_noted_and_taken_back_there_comes_to_nobody(devices: list[Database]) -> None:
    one, other, _ = devices
    with other.write("stall edit") as store:
        store.edit_stall(NEW)
    with other.write("undo") as store:
        store.undo()
    merge(one, other)

    with one.read() as store:
        assert store.stalls() == [TEA]
    assert sound(one) == []
    with other.write("stall edit") as store:
        store.edit_stall(NEW)
    merge(one, other)
    with one.read() as store:
        assert store.stall(NEW.code) == NEW


def test_a_stall_that_one_has_gone_to_keeps_its_address_when_the_other_takes_it_back(devices: list[Database]) -> None:
    one, other, _ = devices
    with other.write("stall edit") as store:
        store.edit_stall(NEW)
    merge(one, other)
    with one.write("sample add") as store:
        store.add_sample(None, replace(CUP, stall=NEW.code), "A", NINE)
    with other.write("undo") as store:
        store.undo()
    merge(one, other)

    with one.read() as store:
        assert store.stall(NEW.code) == NEW
    assert sound(one) == []


def test_a_merge_that_brought_a_new_stall_is_taken_back(devices: list[Database]) -> None:
    one, other, _ = devices
    with other.write("stall edit") as store:
        store.edit_stall(NEW)
        store.add_sample(None, replace(CUP, stall=NEW.code), "B", NINE)
    before = log(one)
    merge(one, other)
    with one.write("undo") as store:
        store.undo()

    assert log(one) == before
    with one.read() as store:
        assert store.stalls() == [TEA]
    merge(one, other)
    with one.read() as store:
        assert store.stall(NEW.code) == NEW


def test_a_merge_is_taken_back_whole_and_can_be_done_again(devices: list[Database]) -> None:
    one, other, _ = devices
    edit(one, pieces=2)
    edit(other, pieces=3)
    with other.write("sample add") as store:
        store.add_sample(TRIP.name, CUP, "B", NINE)
        store.edit_stall(replace(TEA, note="n"))
    before, theirs = log(one), log(other)
    merge(one, other)
    after = log(one)
    edit(one, pieces=7)
    for _ in range(2):
        with one.write("undo") as store:
            store.undo()

    assert log(one) == before
    assert sound(one) == []
    # The other device did not lose its log by our change of mind.
    merge(other, one)
    with other.read() as store:
        assert [sample.number for sample in store.samples()] == ["A-001", "B-001"]
    (its_own,) = [row for row in theirs["samples"] if "B-001" in row]
    assert its_own in log(other)["samples"]
    merge(one, other)
    assert {row[0] for row in log(one)["samples"]} == {row[0] for row in after["samples"]}


def test_a_fresh_device_takes_over_the_trip_in_use(tmp_path: Path, devices: list[Database]) -> None:
    fresh = Database(tmp_path / "fresh.db", lambda: NINE)
    merge(fresh, devices[0])

    with fresh.read() as store:
        assert store.trip() == TRIP
        # And the stalls that the other's log speaks of.
        assert store.stalls() == [TEA]


ACTS: dict[str, Callable[[Store, str], object]] = {
    "add": lambda store, letter: store.add_sample(TRIP.name, replace(CUP, article=letter), letter, NINE),
    "same letter": lambda store, letter: store.add_sample(None, replace(CUP, article=letter), "Z", NINE),
    "pieces": lambda store, letter: _change(store, pieces=ord(letter)),
    "note": lambda store, letter: _change(store, note=letter),
    "photos": lambda store, letter: _change(store, photos=("p", letter)),
    "remove": lambda store, _: _remove(store),
    "visit": lambda store, letter: store.add_visit(TRIP.name, replace(SEEN, who=(letter,))),
    "shut": lambda store, _: store.add_visit(TRIP.name, replace(SEEN, status=VisitStatus.SHUT)),
    "stall": lambda store, letter: store.edit_stall(replace(TEA, note=letter)),
    "stall moq": lambda store, letter: store.edit_stall(replace(TEA, moq=ord(letter))),
    "new stall": lambda store, letter: store.edit_stall(stall("55555", name_zh=letter)),
    "trip": lambda store, letter: store.put_trip(replace(TRIP, budget_fen=ord(letter))),
    "plan": lambda store, letter: store.put_itinerary(replace(PLAN, prize=ord(letter))),
    "undo": lambda store, _: store.undo() if store.last_action() else None,
}


def _change(store: Store, **fields: object) -> None:
    for sample in store.samples()[:1]:
        store.change_sample(replace(sample, taken=replace(sample.taken, **fields)))  # type: ignore[arg-type]


def _remove(store: Store) -> None:
    for sample in store.samples()[:1]:
        store.remove_sample(sample.number)


histories = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(sorted(ACTS))) | st.tuples(st.integers(0, 2), st.integers(0, 2)),
    max_size=12,
)


def converge(folder: Path, history: list[tuple[int, str | int]]) -> None:
    """Play a history, then merge three devices in every order and look that they are alike and sound."""
    devices = three(folder)
    for at, what in history:
        if isinstance(what, int):
            if what != at:
                merge(devices[at], devices[what])
        else:
            # After an undo there may be no trip, or no such stall any more; then nothing was done.
            with suppress(NotFoundError), devices[at].write(what) as store:
                ACTS[what](store, "ABC"[at])
    for database in devices:
        database.close()
    results = []
    for number, order in enumerate(permutations(devices)):
        target = Database(folder / f"all{number}.db", lambda: NINE)
        for database in order:
            merge(target, database)
        again = merge(target, order[0])
        assert (again.added, again.updated) == (0, 0)
        assert sound(target) == []
        results.append(log(target))
        target.close()
    assert all(result == results[0] for result in results)


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(histories)
def test_three_devices_end_up_alike_in_whatever_order(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[int, str | int]]
) -> None:
    converge(tmp_path_factory.mktemp("merge"), history)


@pytest.mark.slow
@settings(
    deadline=None,
    max_examples=30 * int(os.environ.get("YIWUTRIP_FAULTS", "1")),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(histories)
def test_three_devices_end_up_alike_in_whatever_order_at_length(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[int, str | int]]
) -> None:
    converge(tmp_path_factory.mktemp("merge"), history)


def test_the_other_side_is_read_and_not_touched(devices: list[Database]) -> None:
    one, other, _ = devices
    other.close()
    before = other.path.read_bytes()
    with other_database(other.path, one.path, lambda: NINE) as theirs:
        merge(one, theirs)

    assert other.path.read_bytes() == before


def test_what_cannot_be_merged_is_told_apart(tmp_path: Path, devices: list[Database]) -> None:
    one, other, _ = devices
    other.close()
    half, foreign, text = tmp_path / "half.db", tmp_path / "foreign.db", tmp_path / "text.db"
    half.write_bytes(other.path.read_bytes()[: other.path.stat().st_size // 2])
    text.write_text("茶杯 12块5\n" * 100, encoding="utf-8")
    with closing(sqlite3.connect(foreign)) as raw:
        raw.execute("CREATE TABLE history (url)")
    link = tmp_path / "link.db"
    link.symlink_to(one.path)

    def code(path: Path) -> str:
        with pytest.raises(TripError) as caught, other_database(path, one.path, lambda: NINE):
            pass
        return caught.value.code

    assert code(one.path) == "merge-same-file"
    assert code(link) == "merge-same-file"
    assert code(half) == "store-damaged"
    assert code(foreign) == "store-foreign"
    assert code(text) == "store-not-a-database"
    assert code(tmp_path / "none.db") == "file-not-found"
    assert code(tmp_path) == "file-not-found"
