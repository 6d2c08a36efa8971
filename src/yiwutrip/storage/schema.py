"""Which version a database has, and making a new one; one cheap query where there is nothing to do."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import StoreError

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

VERSION = 1
"""The newest schema; kept in SQLite's ``user_version``. Migration ``0002`` arrives at 2."""

APPLICATION_ID = 0x59575452
"""``YWTR`` in SQLite's ``application_id``: by this a file says that it is ours."""


def ensure_schema(raw: sqlite3.Connection, path: Path) -> None:
    """
    Make sure that the database is ours and of the newest version; make or migrate it where it is not.

    Raises:
        StoreError: ``store-newer``, ``store-foreign``; or what opening it raises.

    """
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    ours = raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if version == VERSION and ours:
        return
    if not ours:
        if version or raw.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            raise StoreError("store-foreign", path=str(path))
        create(raw)
    elif version > VERSION:
        raise StoreError("store-newer", path=str(path), version=version, known=VERSION)
    else:
        raise StoreError("store-newer", path=str(path), version=version, known=VERSION)


def create(raw: sqlite3.Connection) -> None:
    """Make an empty database of the newest version, in one transaction; a second process finds it made."""
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("BEGIN IMMEDIATE")
    try:
        if not raw.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            for statement in schema_statements():
                raw.execute(statement)
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version = {VERSION}")
        raw.execute("COMMIT")
    except BaseException:
        raw.execute("ROLLBACK")
        raise


def schema_statements() -> list[str]:
    """The statements of ``schema.sql``."""
    text = files("yiwutrip.storage").joinpath("schema.sql").read_text(encoding="utf-8")
    return [statement for statement in text.split(";\n") if statement.strip()]
