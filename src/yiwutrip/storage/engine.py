"""
Transactions on one SQLite file.

Write-ahead log, foreign keys on, ``synchronous=FULL``, a busy timeout, ``BEGIN IMMEDIATE`` for writers: what was
confirmed survives a killed process and a power cut, and two processes wait for one another instead of failing.
"""

from __future__ import annotations

import sqlite3
import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING

from yiwutrip.storage.connection import Connection
from yiwutrip.storage.faults import told_apart
from yiwutrip.storage.journal import Journal
from yiwutrip.storage.place import make_file, path_of
from yiwutrip.storage.schema import ensure_schema
from yiwutrip.storage.store import SqlStore

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from yiwutrip.usecases.ports import Store

_TIMEOUT_S = 20.0


class Database:
    """
    The `ports.Transactions` of a file. It is opened with the first transaction and made where there is none.

    Attributes:
        path: of the file.

    """

    def __init__(
        self,
        place: str | os.PathLike[str],
        now: Callable[[], datetime],
        *,
        make_folder: bool = False,
        timeout_s: float = _TIMEOUT_S,
    ) -> None:
        """
        Name the database; nothing is opened yet.

        Args:
            place: a path, or a SQLAlchemy URL of a SQLite file.
            now: the clock; its datetimes are aware.
            make_folder: whether a missing folder is made (the default place) or refused (a place that somebody typed).
            timeout_s: how long to wait for another process that writes.

        """
        self.path = path_of(place)
        self._now = now
        self._make_folder = make_folder
        self._timeout_s = timeout_s
        self._opened: sqlite3.Connection | None = None

    @contextmanager
    def read(self) -> Iterator[Store]:
        """One consistent view; nothing can be written."""
        with told_apart(self.path):
            raw = self._raw()
            raw.execute("PRAGMA query_only = ON")
            raw.execute("BEGIN")
            try:
                yield self._store(raw, "")[0]
            finally:
                _roll_back(raw)
                raw.execute("PRAGMA query_only = OFF")

    @contextmanager
    def write(self, verb: str, *, rehearse: bool = False) -> Iterator[Store]:
        """All or nothing, journaled under that verb; a rehearsal is rolled back at the end."""
        with told_apart(self.path):
            raw = self._raw()
            raw.execute("BEGIN IMMEDIATE")
            try:
                store, journal = self._store(raw, verb)
                yield store
                journal.close()
                if not rehearse:
                    raw.execute("COMMIT")
            finally:
                _roll_back(raw)

    def close(self) -> None:
        """Close the file; the next transaction opens it again."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _store(self, raw: sqlite3.Connection, verb: str) -> tuple[SqlStore, Journal]:
        conn = Connection(raw)
        journal = Journal(conn, verb, self._now)
        return SqlStore(conn, journal, self._now), journal

    def _raw(self) -> sqlite3.Connection:
        if self._opened is None:
            make_file(self.path, make_folder=self._make_folder)
            raw = sqlite3.connect(self.path, timeout=self._timeout_s, isolation_level=None)
            try:
                raw.execute("PRAGMA foreign_keys = ON")
                raw.execute("PRAGMA synchronous = FULL")
                ensure_schema(raw, self.path)
            except BaseException:
                raw.close()
                raise
            self._opened = raw
            # Python warns of a connection that nobody closed; a command that ends has nothing left to say to it.
            weakref.finalize(self, raw.close)
        return self._opened


def _roll_back(raw: sqlite3.Connection) -> None:
    """End a transaction that was not committed; SQLite may have ended it itself after a full disk."""
    if raw.in_transaction:
        raw.execute("ROLLBACK")
