"""Which version a database has, and making a new one; one cheap query where there is nothing to do."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import StoreError

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

VERSION = 5
"""The newest schema; kept in SQLite's ``user_version``. Migration ``0005`` arrives at 5."""

APPLICATION_ID = 0x59575452
"""``YWTR`` in SQLite's ``application_id``: by this a file says that it is ours."""


def version_of(raw: sqlite3.Connection, path: Path) -> int:
    """
    The schema's version; 0 for a file that is still empty.

    Raises:
        StoreError: ``store-newer`` or ``store-foreign``.

    """
    version: int = raw.execute("PRAGMA user_version").fetchone()[0]
    if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        if version or raw.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            raise StoreError("store-foreign", path=str(path))
        return 0
    if version > VERSION:
        raise StoreError("store-newer", path=str(path), version=version, known=VERSION)
    return version


def create(raw: sqlite3.Connection) -> None:
    """Make an empty database of the newest version, in one transaction; a second process finds it made."""
    raw.execute("BEGIN IMMEDIATE")
    try:
        if not raw.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            for statement in schema_statements():
                raw.execute(statement)
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version = {VERSION}")
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise


@cache
def schema_statements() -> tuple[str, ...]:
    """The statements of ``schema.sql``."""
    text = files("yiwutrip.storage").joinpath("schema.sql").read_text(encoding="utf-8")
    return tuple(statement for statement in text.split(";\n") if statement.strip())
