"""Opening the file: made where there is none, brought to the newest version, only read where it cannot be written."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

from yiwutrip.storage.place import make_file
from yiwutrip.storage.reading import connect_sealed
from yiwutrip.storage.schema import VERSION, create, version_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


def open_file(path: Path, now: Callable[[], datetime], *, make_folder: bool, timeout_s: float) -> sqlite3.Connection:
    """
    A connection to the database of that path, of the newest version.

    Raises:
        StoreError: it cannot be made, is newer or somebody else's.
        sqlite3.DatabaseError: what SQLite says.

    """
    make_file(path, make_folder=make_folder)
    # A connection that nobody closed is closed by whichever thread collects it.
    raw = sqlite3.connect(path, timeout=timeout_s, isolation_level=None, check_same_thread=False)
    try:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = FULL")
        version = version_of(raw, path)
        if version == 0:
            _write_ahead(raw, timeout_s)
            create(raw)
        elif version < VERSION:
            _bring_up(path, now(), timeout_s)
    except sqlite3.OperationalError as error:
        raw.close()
        return _open_sealed(path, error)
    except BaseException:
        raw.close()
        raise
    return raw


def _bring_up(path: Path, at: datetime, timeout_s: float) -> None:
    # Alembic and SQLAlchemy take longer to import than everything else together.
    from yiwutrip.storage.copies import copy_to_folder  # noqa: PLC0415
    from yiwutrip.storage.migrate import migrate  # noqa: PLC0415

    copy_to_folder(path, at, "schema")
    migrate(path, VERSION, timeout_s=timeout_s)


def _write_ahead(raw: sqlite3.Connection, timeout_s: float) -> None:
    """Switch to the write-ahead log; SQLite does not wait for others with this, so it is tried again."""
    until = time.monotonic() + timeout_s
    while True:
        try:
            raw.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _open_sealed(path: Path, error: sqlite3.OperationalError) -> sqlite3.Connection:
    """Only to read, and only of the newest version: nothing can be brought up where nothing can be written."""
    raw = connect_sealed(path, error)
    try:
        version = version_of(raw, path)
    except BaseException:
        raw.close()
        raise
    if version != VERSION:
        raw.close()
        raise error
    return raw
