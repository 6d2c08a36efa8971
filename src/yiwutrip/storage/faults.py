"""What SQLite's result codes mean to somebody who only wanted to log a cup."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import BadInputError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Primary result codes, https://www.sqlite.org/rescode.html; the low byte of an extended code is its primary code.
_CODES = {
    sqlite3.SQLITE_BUSY: "store-locked",
    sqlite3.SQLITE_LOCKED: "store-locked",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_PERM: "store-read-only",
    sqlite3.SQLITE_FULL: "store-full",
    sqlite3.SQLITE_NOTADB: "store-not-a-database",
    sqlite3.SQLITE_CORRUPT: "store-damaged",
    sqlite3.SQLITE_CANTOPEN: "store-cannot-open",
    sqlite3.SQLITE_IOERR: "store-disk-fault",
    sqlite3.SQLITE_NOMEM: "store-no-memory",
    sqlite3.SQLITE_TOOBIG: "store-value-too-big",
}
# The index of the write-ahead log has no room, which even a reader needs where nobody else is reading.
_EXTENDED_CODES = {sqlite3.SQLITE_IOERR_SHMSIZE: "store-full"}


@contextmanager
def told_apart(path: object) -> Iterator[None]:
    """
    Turn what the database raises into a `StoreError` with a stable code.

    Raises:
        StoreError: one of the codes above, with the file's ``path`` and SQLite's own word as ``detail``.
        BadInputError: a value that no database holds: an integer beyond 64 bits, half of a surrogate pair.

    """
    try:
        yield
    except (OverflowError, UnicodeEncodeError) as error:
        raise BadInputError("value-cannot-be-stored", detail=str(error)) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise
        extended = getattr(error, "sqlite_errorcode", 0)
        code = _EXTENDED_CODES.get(extended) or _CODES.get(extended & 0xFF)
        if str(error).startswith("no such "):
            # Ours by its mark, but a table is missing: somebody has been at it.
            code = "store-damaged"
        if code is None:
            raise
        raise StoreError(code, path=str(path), detail=str(error)) from error
