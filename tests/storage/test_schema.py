import os
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.storage.values import CUP, NINE
from yiwutrip.domain.errors import StoreError
from yiwutrip.storage.engine import Database
from yiwutrip.storage.schema import VERSION
from yiwutrip.storage.write_schema import SCHEMA, schema_sql


def opened(path: str | Path, **options: object) -> str:
    """The code of the error that opening it makes, or nothing."""
    database = Database(path, lambda: NINE, **options)  # type: ignore[arg-type]
    try:
        with database.write("sample add") as store:
            store.add_sample(None, CUP, "A", NINE)
    except StoreError as error:
        return error.code
    finally:
        database.close()
    return ""


def test_the_written_schema_is_that_of_the_classes() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_sql(), "run python -m yiwutrip.storage.write_schema"


def test_a_new_database_is_made_whole_and_safe(tmp_path: Path) -> None:
    assert opened(tmp_path / "trip.db") == ""

    raw = sqlite3.connect(tmp_path / "trip.db")
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert raw.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    raw.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes; a user's profile is private there")
def test_a_new_database_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    database = Database(tmp_path / "new" / "trip.db", lambda: NINE, make_folder=True)
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)

    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode) for path in [database.path.parent, *database.path.parent.iterdir()]
    }
    assert modes == {"new": 0o700, "trip.db": 0o600, "trip.db-wal": 0o600, "trip.db-shm": 0o600}
    database.close()


def test_a_url_names_the_same_file_as_its_path(tmp_path: Path) -> None:
    path = tmp_path / "行程 1.db"
    assert opened(f"sqlite:///{path}") == ""
    assert path.exists()
    assert opened(path) == ""


@pytest.mark.parametrize("url", ["mysql://u:secret@host/db", ":memory:", "sqlite://", "http://x"])
def test_what_is_no_file_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        Database(url, lambda: NINE)

    assert caught.value.code == "store-url-unsupported"
    assert "secret" not in str(caught.value)


def test_each_wrong_file_is_told_apart(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("16213 汝窑茶杯 12块5 起订50\n" * 100, encoding="utf-8")
    foreign = tmp_path / "browser.db"
    with sqlite3.connect(foreign) as raw:
        raw.execute("CREATE TABLE history (url)")
    raw.close()
    newer = tmp_path / "newer.db"
    assert opened(newer) == ""
    with sqlite3.connect(newer) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()

    assert opened(text) == "store-not-a-database"
    assert text.read_text(encoding="utf-8").startswith("16213")
    assert opened(foreign) == "store-foreign"
    assert opened(newer) == "store-newer"
    assert opened(tmp_path) == "store-is-a-folder"
    assert opened(tmp_path / "none" / "trip.db") == "store-no-folder"
    assert opened(text / "trip.db") == "store-no-folder"


def test_half_a_database_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    assert opened(whole) == ""
    half = tmp_path / "half.db"
    half.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])

    assert opened(half) == "store-damaged"


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "trip.db"
    path.touch()

    assert opened(path) == ""


def test_a_locked_database_is_said_to_be_locked(tmp_path: Path) -> None:
    path = tmp_path / "trip.db"
    assert opened(path) == ""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert opened(path, timeout_s=0.1) == "store-locked"
    other.close()
    assert opened(path) == ""


def test_a_database_from_which_a_table_was_taken_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "trip.db"
    assert opened(path) == ""
    with sqlite3.connect(path) as raw:
        raw.execute("DROP TABLE numbers")
    raw.close()

    assert opened(path) == "store-damaged"
