"""Databases of every version that there has been open, and a migration is all or nothing."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from tests.storage.values import CUP, NINE, PLAN, TRIP
from yiwutrip.domain.errors import StoreError
from yiwutrip.storage.copies import copies
from yiwutrip.storage.engine import Database
from yiwutrip.storage.migrate import STEPS, migrate
from yiwutrip.storage.schema import APPLICATION_ID, VERSION
from yiwutrip.storage.tables import StallRow
from yiwutrip.storage.upkeep import DatabaseUpkeep

OLD = sorted((Path(__file__).parent / "versions").glob("v*.db"))


def shape(path: Path) -> dict[str, object]:
    """Tables, columns, keys and indexes as SQLite has them."""
    with closing(sqlite3.connect(path)) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        found: dict[str, object] = {}
        for table in tables:
            # The first column of each counts the rows; keys and indexes have no order that means something.
            found[f"{table} columns"] = raw.execute(f"PRAGMA table_xinfo('{table}')").fetchall()
            found[f"{table} keys"] = sorted(row[2:] for row in raw.execute(f"PRAGMA foreign_key_list('{table}')"))
            indexes = sorted(row[1:] for row in raw.execute(f"PRAGMA index_list('{table}')"))
            found[f"{table} indexes"] = indexes
            for name, *_ in indexes:
                # Column, whether it goes down, how it is compared: what SQLAlchemy does not tell of an index.
                found[f"{name} columns"] = [row[2:5] for row in raw.execute(f"PRAGMA index_xinfo('{name}')")]
        return found


def test_every_version_but_the_newest_is_kept_as_a_file() -> None:
    assert [path.name for path in OLD] == [f"v{version}.db" for version in range(1, VERSION)]


def test_the_migrations_from_nothing_arrive_at_the_schema_of_a_new_database(tmp_path: Path) -> None:
    migrated, made = tmp_path / "migrated.db", tmp_path / "made.db"
    migrate(migrated, VERSION)
    with Database(made, lambda: NINE).read():
        pass

    assert shape(migrated) == shape(made)
    engine = create_engine(f"sqlite:///{migrated}")
    # It would take every index of which a column goes down for another one; their columns were compared above.
    opts = {"include_object": lambda _thing, _name, kind, _reflected, _other: kind != "index"}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=opts), StallRow.metadata) == []
    engine.dispose()


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_an_old_database_opens_with_everything_in_it_and_was_copied_first(tmp_path: Path, old: Path) -> None:
    path = tmp_path / "trip.db"
    shutil.copy(old, path)
    database = Database(path, lambda: NINE)
    with database.read() as store:
        assert store.trip() == TRIP
        assert store.itinerary(TRIP.name) == PLAN
        assert [sample.number for sample in store.samples()] == ["A-001", "B-001"]
        assert store.sample("A-001").box == 2
        assert store.sample("A-001").taken.photos == ("a.jpg",)
        assert [stall.moq for stall in store.stalls()] == [10, None]
        assert len(store.visits()) == 1
    for _ in range(2):
        with database.write("undo") as store:
            store.undo()
    with database.write("sample add") as store:
        assert store.sample("A-001").box is None
        assert [sample.number for sample in store.samples()] == ["A-001", "A-002", "B-001"]
        # Two were taken and five reserved.
        assert store.add_sample(None, CUP, "A", NINE).number == "A-008"
    health = DatabaseUpkeep(database, lambda: NINE).doctor()
    assert [finding.code for finding in health.findings if not finding.sound] == ["photos-bad"]
    (copy,) = copies(path)
    assert copy.name == "20210414T090000-schema.db"
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (int(old.stem[1:]),)
    database.close()


@pytest.fixture
def next_version(tmp_path: Path) -> Path:
    """Steps to a version beyond the newest, which makes the samples' table anew and then fails or not."""
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "next.py").write_text(
        f"revision, down_revision = '{VERSION + 1:04d}', '{VERSION:04d}'\n"
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('samples', recreate='always') as batch:\n"
        "        batch.add_column(sa.Column('colour', sa.Text()))\n"
        "    op.execute('UPDATE samples SET colour = fail()' if FAIL else 'UPDATE samples SET colour = 1')\n"
        "FAIL = False\n",
        encoding="utf-8",
    )
    return steps


def test_making_a_table_anew_keeps_its_children(tmp_path: Path, next_version: Path) -> None:
    # With foreign keys on, dropping the old table would delete the photos by the way.
    path = tmp_path / "trip.db"
    database = Database(path, lambda: NINE)
    with database.write("sample add") as store:
        store.put_trip(TRIP)
        store.add_sample(TRIP.name, CUP.__class__("杯", photos=("p", "q")), "A", NINE)
    database.close()
    migrate(path, VERSION + 1, next_version)

    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT number, colour FROM samples").fetchall() == [("A-001", "1")]
        assert raw.execute("SELECT count(*) FROM sample_photos").fetchone() == (2,)
        assert raw.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path, next_version: Path) -> None:
    path = tmp_path / "trip.db"
    database = Database(path, lambda: NINE)
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    database.close()
    step = next_version / "versions" / "next.py"
    step.write_text(step.read_text(encoding="utf-8").replace("FAIL = False", "FAIL = True"), encoding="utf-8")
    before = shape(path)
    with pytest.raises(Exception, match="no such function: fail"):
        migrate(path, VERSION + 1, next_version)

    assert shape(path) == before
    assert Database(path, lambda: NINE).read().__enter__().sample("A-001").taken == CUP


def test_an_old_database_that_cannot_be_copied_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "trip.db"
    shutil.copy(OLD[0], path)
    before = path.read_bytes()
    (tmp_path / "trip-backups").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreError), Database(path, lambda: NINE).read():
        pass

    assert path.read_bytes() == before


def test_a_copy_of_an_old_version_comes_back_as_the_newest(tmp_path: Path) -> None:
    database = Database(tmp_path / "trip.db", lambda: NINE)
    with database.write("sample add") as store:
        for _ in range(9):
            store.add_sample(None, CUP, "A", NINE)
    DatabaseUpkeep(database, lambda: NINE).restore(OLD[0])

    with database.write("sample add") as store:
        assert [sample.number for sample in store.samples()] == ["A-001", "B-001"]
        assert store.add_sample(None, CUP, "A", NINE).number == "A-010"
    database.close()


@pytest.mark.parametrize("column", [11, 12])
def test_what_an_undo_said_again_under_one_name_is_read_in_one_way(tmp_path: Path, column: int) -> None:
    # Until version 4 an undo gave both values of a conflict its one event; which stood in the column was chance.
    path = tmp_path / "trip.db"
    database = Database(path, lambda: NINE)
    with database.write("sample add") as store:
        store.add_sample(None, replace(CUP, pieces=11), "A", NINE)
    database.close()
    with closing(sqlite3.connect(path)) as raw:
        ((text,),) = raw.execute("SELECT versions FROM samples").fetchall()
        versions = json.loads(text)
        versions["pieces"] = [[versions[""], 12], [versions[""], 11]]
        new = {"pieces": column, "versions": json.dumps(versions)}
        raw.execute("UPDATE samples SET pieces = :pieces, versions = :versions", new)
        raw.execute("UPDATE changes SET after = json_patch(after, ?)", (json.dumps(new),))
        raw.execute("PRAGMA user_version = 4")
        raw.commit()

    with database.read() as store:
        # Of two values under one name the greater text is shown.
        assert store.sample("A-001").taken.pieces == 12
        assert [(one.ours, one.theirs) for one in store.conflicts()] == [(12, 11)]
    assert DatabaseUpkeep(database, lambda: NINE).doctor().sound
    with database.read() as store:
        last = store.last_action()
    assert last is not None
    assert last.verb == "sample add"
    database.close()
