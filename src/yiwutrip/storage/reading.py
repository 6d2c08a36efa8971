"""Reading a database that may lie where nothing can be written: a stick, a read-only folder."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SEALED = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})


def connect_to_read(path: Path) -> sqlite3.Connection:
    """
    A connection to read from.

    Raises:
        sqlite3.DatabaseError: what SQLite says.

    """
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        raw.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        raw.close()
        return connect_sealed(path, error)
    except BaseException:
        raw.close()
        raise
    return raw


def connect_sealed(path: Path, error: sqlite3.OperationalError) -> sqlite3.Connection:
    """
    Read what lies in a folder that cannot be written.

    SQLite wants to make files beside the database unless told that nobody changes it. Where a log lies beside it, that
    would not be true, and the error stands, as it does where it means something else.
    """
    log = path.with_name(f"{path.name}-wal")
    sealed = error.sqlite_errorcode & 0xFF in _SEALED
    if not sealed or not path.exists() or not path.stat().st_size or (log.exists() and log.stat().st_size):
        raise error
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    # A connection that nobody closed is closed by whichever thread collects it.
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
