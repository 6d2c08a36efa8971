"""What `db doctor` looks at. It changes nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwutrip.storage.copies import copies
from yiwutrip.storage.kinds import KINDS
from yiwutrip.storage.photo_folder import PhotoFolder, folder_beside
from yiwutrip.storage.records import record_of
from yiwutrip.storage.registers import gone, origin, shown
from yiwutrip.storage.schema import VERSION, schema_statements
from yiwutrip.usecases.upkeep import Finding, Health

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from yiwutrip.storage.connection import Connection
    from yiwutrip.storage.engine import Database

_COUNTED = ("stalls", "suppliers", "imports", "trips", "itineraries", "visits", "samples", "sample_photos", "actions")


def examine(database: Database, at: datetime) -> Health:
    """The health of a database."""
    with database.view() as conn:
        findings = (
            _finding("integrity", _integrity(conn)),
            _finding("foreign-keys", [str(tuple(row)) for row in conn.rows("PRAGMA foreign_key_check")]),
            _finding("schema", _schema(conn), version=VERSION),
            _finding("numbers", list(_numbers(conn))),
            _finding("journal", list(_journal(conn))),
            _finding("versions", list(_versions(conn))),
            _finding("photos", _photos(conn, PhotoFolder(folder_beside(database.path)))),
            _backup(database, at),
        )
        counts = {table: _count(conn, table) for table in _COUNTED}
    return Health(database.path, findings, counts)


def _finding(code: str, faults: list[str], **params: object) -> Finding:
    if not faults:
        return Finding(code, sound=True, params=params)
    return Finding(f"{code}-bad", sound=False, params={"count": len(faults), "detail": "; ".join(faults[:5]), **params})


def _count(conn: Connection, table: str) -> int:
    row = conn.row(f"SELECT count(*) AS n FROM {table}")  # noqa: S608 -- our names
    return row["n"] if row else 0


def _integrity(conn: Connection) -> list[str]:
    lines = [str(row[0]) for row in conn.rows("PRAGMA integrity_check")]
    return [] if lines == ["ok"] else lines


def _schema(conn: Connection) -> list[str]:
    """Statements of the schema that the file does not have, by name; SQLite keeps the text as it was given."""
    import sqlite3  # noqa: PLC0415 -- as the rest of this file, only for the doctor
    from contextlib import closing  # noqa: PLC0415

    with closing(sqlite3.connect(":memory:")) as model:
        for statement in schema_statements():
            model.execute(statement)
        wanted = _shape(model)
    return sorted(wanted ^ _shape(conn.raw))


def _shape(raw: object) -> set[str]:
    tables = "SELECT m.name || '.' || c.name || ' ' || c.type FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"  # noqa: E501 -- one statement
    return {row[0] for row in raw.execute(tables)}  # type: ignore[attr-defined]


def _numbers(conn: Connection) -> Iterator[str]:
    """Numbers beyond the counter would be given out a second time."""
    for row in conn.rows(
        "SELECT label FROM samples LEFT JOIN numbers ON letter = substr(label, 1, 1)"
        " WHERE CAST(substr(label, 3) AS INTEGER) > COALESCE(last, 0)"
    ):
        yield row["label"]


def _journal(conn: Connection) -> Iterator[str]:
    """Told from its beginning, the journal ends at what the rows say."""
    told: dict[tuple[str, str], dict[str, object]] = {}
    for number, table, key, after in conn.tuples("SELECT id, tab, key, after FROM changes ORDER BY id"):
        try:
            told.setdefault((table, key), {}).update(json.loads(after))
        except ValueError:
            yield f"change {number}"
    for table, kind in KINDS.items():
        rows = {row[kind.key]: row for row in conn.rows(f"SELECT * FROM {table}")}  # noqa: S608 -- our names
        keys = rows.keys() | {key for named, key in told if named == table}
        for key in sorted(keys):
            end = told.get((table, key))
            if key not in rows or not end or any(rows[key][name] != value for name, value in end.items()):
                yield f"{table} {key}"
    for (number,) in conn.tuples(
        "SELECT id FROM actions WHERE state = 'done' AND event NOT IN (SELECT id FROM events)"
    ):
        yield f"action {number}"


def _versions(conn: Connection) -> Iterator[str]:
    """What is shown follows from what was said, and everything that was said comes from an event that was seen."""
    seen = {row["id"] for row in conn.rows("SELECT id FROM events")}
    for table, kind in KINDS.items():
        for row in conn.rows(f"SELECT * FROM {table}"):  # noqa: S608 -- our names
            registers = record_of(kind, row).registers
            events = {origin(version) for versions in registers.values() for version in versions}
            shows = all(shown(versions) == row[field] for field, versions in registers.items())
            if not shows or bool(row["gone"]) != gone(registers) or not events <= seen:
                yield f"{table} {row[kind.key]}"


def _photos(conn: Connection, folder: PhotoFolder) -> list[str]:
    names = {row["photo"] for row in conn.rows("SELECT photo FROM sample_photos WHERE NOT gone")}
    return folder.missing(names)


def _backup(database: Database, at: datetime) -> Finding:
    kept = copies(database.path)
    if not kept:
        return Finding("backup-none", sound=True, params={"at": f"{at:%Y-%m-%d}"})
    return Finding("backup", sound=True, params={"count": len(kept), "newest": kept[-1].name})
