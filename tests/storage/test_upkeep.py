"""Copies that are whole, that are kept in bounded number, and that come back without loss."""

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.storage.values import CUP, NINE, SEEN, TRIP
from yiwutrip.domain.errors import StoreError, TripError
from yiwutrip.storage.copies import KEPT, copies
from yiwutrip.storage.engine import Database
from yiwutrip.storage.photo_folder import PhotoFolder, folder_beside
from yiwutrip.storage.schema import VERSION
from yiwutrip.storage.upkeep import DatabaseUpkeep

if TYPE_CHECKING:
    from tests.storage.conftest import Clock


@pytest.fixture
def upkeep(database: Database, clock: "Clock") -> DatabaseUpkeep:
    add(database)
    return DatabaseUpkeep(database, clock)


def add(database: Database, article: str = "杯") -> None:
    with database.write("sample add") as store:
        store.add_sample(None, replace(CUP, article=article), "A", NINE)


def articles(database: Database) -> list[str]:
    with database.read() as store:
        return [sample.taken.article for sample in store.samples()]


def test_a_copy_holds_everything_and_is_one_file_for_its_owner(
    database: Database, upkeep: DatabaseUpkeep, tmp_path: Path
) -> None:
    target = upkeep.backup(tmp_path / "stick.db")

    copy = Database(target, lambda: NINE)
    assert articles(copy) == articles(database) == ["杯"]
    copy.close()
    assert not list(tmp_path.glob("stick.db?*"))
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_copy_is_made_while_another_writes(database: Database, upkeep: DatabaseUpkeep, tmp_path: Path) -> None:
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
        # What is not confirmed is not in the copy.
        other = DatabaseUpkeep(Database(database.path, lambda: NINE), lambda: NINE)
        target = other.backup(tmp_path / "copy.db")
    assert len(articles(Database(target, lambda: NINE))) == 1
    assert len(articles(database)) == 2
    del upkeep


def test_a_copy_never_overwrites(upkeep: DatabaseUpkeep, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        upkeep.backup(tmp_path / "thesis.txt")

    assert caught.value.code == "backup-exists"
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_a_copy_into_a_folder_that_is_not_there_is_refused(upkeep: DatabaseUpkeep, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        upkeep.backup(tmp_path / "none" / "copy.db")

    assert caught.value.code == "store-no-folder"


def test_what_comes_back_replaces_what_was_there_and_that_is_kept(database: Database, upkeep: DatabaseUpkeep) -> None:
    first = upkeep.backup()
    add(database, "碗")
    restored = upkeep.restore(first)

    assert articles(database) == ["杯"]
    assert restored.kept is not None
    assert articles(Database(restored.kept, lambda: NINE)) == ["杯", "碗"]
    # A-002 is on a bowl's label; it is not given out again.
    with database.write("sample add") as store:
        assert store.add_sample(None, CUP, "A", NINE).number == "A-003"
    assert upkeep.doctor().findings[0].sound


def test_every_copy_of_one_second_is_one_of_its_own(database: Database) -> None:
    still = DatabaseUpkeep(database, lambda: NINE)
    made = []
    for number in range(12):
        add(database, f"{number}")
        made.append(still.backup())

    assert copies(database.path) == made
    assert [len(articles(Database(path, lambda: NINE))) for path in made] == list(range(1, 13))
    assert [path.name for path in made[:2]] == ["20210414T090000-manual.db", "20210414T090000-manual-2.db"]


def test_two_restores_in_one_second_keep_both_that_were_there(database: Database) -> None:
    still = DatabaseUpkeep(database, lambda: NINE)
    add(database)
    first = still.backup()
    kept = []
    for article in ("碗", "盘"):
        add(database, article)
        kept.append(still.restore(first).kept)

    assert [articles(Database(path, lambda: NINE)) for path in kept if path] == [["杯", "碗"], ["杯", "盘"]]


def test_the_oldest_copy_can_be_brought_back_though_its_place_is_wanted(
    database: Database, upkeep: DatabaseUpkeep
) -> None:
    first = upkeep.backup()
    for number in range(KEPT["restore"]):
        add(database, f"{number}")
        upkeep.restore(first)
    oldest = next(path for path in upkeep.backups() if "-restore" in path.name)

    upkeep.restore(oldest)
    assert articles(database) == ["杯", "0"]
    assert oldest.exists()


def test_two_broken_databases_of_one_second_are_both_kept(database: Database) -> None:
    still = DatabaseUpkeep(database, lambda: NINE)
    add(database)
    first = still.backup()
    for broken in (b"one", b"other"):
        database.close()
        database.path.write_bytes(broken)
        still.restore(first)

    folder = first.parent
    assert [path.read_bytes() for path in sorted(folder.glob("*-broken*.db"), key=lambda path: len(path.name))] == [
        b"one",
        b"other",
    ]


@pytest.mark.parametrize("linked", [True, False], ids=["links", "stick"])
def test_a_copy_made_meanwhile_under_the_same_name_is_not_overwritten(
    upkeep: DatabaseUpkeep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    target = tmp_path / "copy.db"
    fsync = os.fsync

    def meanwhile(descriptor: int) -> None:
        if linked:
            target.write_bytes(b"another's")
        fsync(descriptor)

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links on this file system")

    monkeypatch.setattr("os.fsync", meanwhile)
    if not linked:
        monkeypatch.setattr("os.link", refuse)
        assert articles(Database(upkeep.backup(target), lambda: NINE)) == ["杯"]
        return
    with pytest.raises(StoreError) as caught:
        upkeep.backup(target)
    assert caught.value.code == "backup-exists"
    assert target.read_bytes() == b"another's"
    assert not list(tmp_path.glob("*.part"))


def test_others_who_have_it_open_see_what_came_back(database: Database, upkeep: DatabaseUpkeep) -> None:
    first = upkeep.backup()
    add(database, "碗")
    other = Database(database.path, lambda: NINE)
    assert articles(other) == ["杯", "碗"]
    upkeep.restore(first)

    assert articles(other) == ["杯"]
    other.close()


def test_a_broken_database_is_set_aside_and_the_copy_comes_back(database: Database, upkeep: DatabaseUpkeep) -> None:
    first = upkeep.backup()
    database.close()
    database.path.write_bytes(database.path.read_bytes()[:5000])
    broken = database.path.read_bytes()
    restored = upkeep.restore(first)

    assert articles(database) == ["杯"]
    assert restored.kept is not None
    assert restored.kept.read_bytes() == broken


def test_a_copy_comes_back_where_nothing_is_left(database: Database, upkeep: DatabaseUpkeep) -> None:
    first = upkeep.backup()
    database.close()
    database.path.unlink()

    assert upkeep.restore(first).kept is None
    assert articles(database) == ["杯"]


def test_what_is_no_copy_changes_nothing(database: Database, upkeep: DatabaseUpkeep, tmp_path: Path) -> None:
    text, half, newer, foreign = (tmp_path / name for name in ("text", "half", "newer", "foreign"))
    text.write_text("茶杯 12块5\n" * 100, encoding="utf-8")
    whole = upkeep.backup()
    half.write_bytes(whole.read_bytes()[:60_000])
    newer.write_bytes(whole.read_bytes())
    for path, statement in ((newer, f"PRAGMA user_version = {VERSION + 1}"), (foreign, "CREATE TABLE history (url)")):
        with closing(sqlite3.connect(path)) as raw:
            raw.execute(statement)

    def code(path: Path) -> str:
        with pytest.raises(TripError) as caught:
            upkeep.restore(path)
        return caught.value.code

    assert code(text) == "store-not-a-database"
    assert code(half) == "store-damaged"
    assert code(newer) == "store-newer"
    assert code(foreign) == "store-foreign"
    assert code(tmp_path / "none") == "backup-not-found"
    assert code(tmp_path) == "store-is-a-folder"
    assert code(database.path) == "backup-is-database"
    assert articles(database) == ["杯"]


def test_before_the_first_change_of_a_day_the_day_before_is_copied(database: Database, clock: "Clock") -> None:
    for day in range(3):
        clock.at = NINE + timedelta(days=day)
        for article in ("杯", "碗"):
            add(database, article)

    kept = copies(database.path)
    # Named after the day that they end.
    assert [path.name[:8] for path in kept] == ["20210414", "20210415"]
    assert len(articles(Database(kept[0], lambda: NINE))) == 2
    assert len(articles(Database(kept[1], lambda: NINE))) == 4


def test_no_more_copies_are_kept_than_are_of_use(database: Database, clock: "Clock") -> None:
    for day in range(KEPT["daily"] + 5):
        clock.at = NINE + timedelta(days=day)
        add(database)

    assert len(copies(database.path)) == KEPT["daily"]


def test_a_copy_that_cannot_be_made_does_not_keep_anybody_from_logging(database: Database, clock: "Clock") -> None:
    add(database)
    database.path.with_name("trip-backups").write_text("a file where the folder should be", encoding="utf-8")
    clock.at += timedelta(days=1)
    add(database)

    assert len(articles(database)) == 2


@pytest.fixture
def busy(database: Database) -> Iterator[sqlite3.Connection]:
    """A database with something of everything, and a hand in its rows."""
    with database.write("trip load") as store:
        store.put_trip(TRIP)
        store.add_visit(TRIP.name, SEEN)
        store.add_sample(TRIP.name, CUP, "A", NINE)
    database.close()
    with closing(sqlite3.connect(database.path, isolation_level=None)) as raw:
        yield raw


@pytest.mark.parametrize(
    ("harm", "finding"),
    [
        ("UPDATE samples SET pieces = 99", "journal-bad"),
        ("UPDATE samples SET gone = 1", "versions-bad"),
        ("DELETE FROM visits", "journal-bad"),
        ("DELETE FROM changes WHERE tab = 'samples'", "journal-bad"),
        ("UPDATE changes SET after = 'x'", "journal-bad"),
        ("DELETE FROM events", "versions-bad"),
        ("UPDATE numbers SET last = 0", "numbers-bad"),
        ("DELETE FROM trips", "foreign-keys-bad"),
        ("ALTER TABLE samples ADD COLUMN colour TEXT", "schema-bad"),
    ],
)
def test_the_doctor_finds_each_harm(database: Database, busy: sqlite3.Connection, harm: str, finding: str) -> None:
    upkeep = DatabaseUpkeep(database, lambda: NINE)
    assert upkeep.doctor().sound
    busy.execute(harm)

    assert finding in {found.code for found in upkeep.doctor().findings if not found.sound}


def test_the_doctor_counts_and_names_photos_that_are_gone(database: Database, clock: "Clock") -> None:
    folder = PhotoFolder(folder_beside(database.path))
    here, gone = folder.keep(b"here", ".JPG"), folder.keep(b"gone", ".jpg")
    with database.write("sample add") as store:
        store.add_sample(None, replace(CUP, photos=(here, gone)), "A", NINE)
    upkeep = DatabaseUpkeep(database, clock)
    assert upkeep.doctor().sound
    (folder.folder / f"{gone}.jpg").unlink()

    (finding,) = (finding for finding in upkeep.doctor().findings if not finding.sound)
    assert (finding.code, finding.params) == ("photos-bad", {"count": 1, "detail": gone})
    assert upkeep.doctor().counts["samples"] == 1
