"""
Transactions on one SQLite file.

Write-ahead log, foreign keys on, ``synchronous=FULL``, a busy timeout, ``BEGIN IMMEDIATE`` for writers: what was
confirmed survives a killed process and a power cut, and two processes wait for one another instead of failing.
"""

from __future__ import annotations

import weakref
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import StoreError
from yiwutrip.storage.codec import moment_of
from yiwutrip.storage.connection import Connection
from yiwutrip.storage.faults import told_apart
from yiwutrip.storage.journal import Journal
from yiwutrip.storage.opening import open_file
from yiwutrip.storage.place import path_of
from yiwutrip.storage.store import SqlStore

if TYPE_CHECKING:
    import os
    import sqlite3
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
        with self.view() as conn:
            yield SqlStore(conn, Journal(conn, "", self._now), self._now)

    @contextmanager
    def view(self) -> Iterator[Connection]:
        """The same for this room: the rows themselves."""
        with told_apart(self.path):
            raw = self._raw()
            raw.execute("PRAGMA query_only = ON")
            raw.execute("BEGIN")
            try:
                yield Connection(raw)
            finally:
                _roll_back(raw)
                raw.execute("PRAGMA query_only = OFF")

    @contextmanager
    def write(self, verb: str, *, rehearse: bool = False) -> Iterator[Store]:
        """All or nothing, journaled under that verb; a rehearsal is rolled back at the end."""
        with told_apart(self.path):
            raw = self._raw()
            self._copy_of_yesterday(raw)
            raw.execute("BEGIN IMMEDIATE")
            try:
                conn = Connection(raw)
                journal = Journal(conn, verb, self._now)
                yield SqlStore(conn, journal, self._now)
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

    def _copy_of_yesterday(self, raw: sqlite3.Connection) -> None:
        """Before the first change of a day, keep a copy of how the day before ended."""
        last = raw.execute("SELECT at FROM actions ORDER BY id DESC LIMIT 1").fetchone()
        if last is None:
            return
        ended = moment_of(last[0])
        if ended.date() >= self._now().astimezone(ended.tzinfo).date():
            return
        from yiwutrip.storage.copies import DAILY, copy_to_folder  # noqa: PLC0415 -- once a day

        # What somebody wants to write down now matters more than a copy; `db doctor` says how old the newest one is.
        with suppress(StoreError):
            copy_to_folder(self.path, ended, DAILY)

    def _raw(self) -> sqlite3.Connection:
        if self._opened is None:
            raw = open_file(self.path, self._now, make_folder=self._make_folder, timeout_s=self._timeout_s)
            self._opened = raw
            # Python warns of a connection that nobody closed; a command that ends has nothing left to say to it.
            weakref.finalize(self, raw.close)
        return self._opened


def _roll_back(raw: sqlite3.Connection) -> None:
    """End a transaction that was not committed; SQLite may have ended it itself after a full disk."""
    if raw.in_transaction:
        raw.execute("ROLLBACK")
