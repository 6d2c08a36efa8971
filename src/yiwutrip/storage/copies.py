"""Copies of the database: made while others write, kept in bounded number, brought back without loss."""

from __future__ import annotations

import contextlib
import itertools
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import StoreError
from yiwutrip.storage.faults import told_apart
from yiwutrip.storage.reading import connect_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

DAILY = "daily"
KEPT = {DAILY: 14, "schema": 5, "restore": 5, "manual": 50}
"""How many copies of each sort stay in the folder; the oldest make room."""


def folder_of(path: Path) -> Path:
    """Where the copies of a database lie: ``trip.db`` has ``trip-backups`` beside it."""
    return path.with_name(f"{path.stem}-backups")


def copies(path: Path) -> list[Path]:
    """The copies in the folder, the oldest first."""
    return sorted(folder_of(path).glob("*.db"), key=_age)


def names_of(path: Path, at: datetime, sort: str) -> Iterator[Path]:
    """``20210414T210000-daily.db``, then ``…-daily-2.db``: by time without a colon, which Windows does not take."""
    stem = f"{at:%Y%m%dT%H%M%S}-{sort}"
    yield folder_of(path) / f"{stem}.db"
    for again in itertools.count(2):
        yield folder_of(path) / f"{stem}-{again}.db"


def _age(copied: Path) -> tuple[str, int, str]:
    """By time; of one second, in the order in which they were made."""
    time, _, rest = copied.stem.partition("-")
    again = rest.rpartition("-")[2]
    return time, int(again) if again.isdecimal() else 1, copied.name


def copy_to_folder(path: Path, at: datetime, sort: str, spare: Path | None = None) -> Path:
    """
    Copy into the folder, and let the oldest of that sort go but the one to ``spare``.

    A day ends once, however often somebody tries to begin the next; of every other sort each is a copy of its own.
    """
    folder = folder_of(path)
    with _told(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    names = names_of(path, at, sort)
    target = next(names)
    if sort != DAILY or not target.exists():
        target = next(name for name in itertools.chain((target,), names) if _made(path, name))
    ours = [one for one in copies(path) if one.stem.split("-")[1:2] == [sort]]
    for old in ours[: -KEPT[sort]]:
        if spare is None or not spare.samefile(old):
            old.unlink(missing_ok=True)
    return target


def _made(path: Path, target: Path) -> bool:
    """Copy unless the name is taken."""
    try:
        copy(path, target)
    except StoreError as error:
        if error.code != "backup-exists":
            raise
        return False
    return True


def copy(path: Path, target: Path) -> None:
    """
    Copy a database, whole and consistent, with SQLite's backup while others may write; readable by its owner alone.

    It is made beside the target and then given the name, so that there is never half a copy under it, nor one over
    another that was made meanwhile.

    Raises:
        StoreError: ``backup-exists``, or what reading and writing raise.

    """
    if target.exists():
        raise StoreError("backup-exists", path=str(target))
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    with _told(target), told_apart(target):
        try:
            os.close(os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
            source = connect_to_read(path)
            into = sqlite3.connect(partial)
            try:
                source.backup(into)
                # One file that can be read from a stick: without this it would want a log beside it.
                into.execute("PRAGMA journal_mode = DELETE")
            finally:
                into.close()
                source.close()
            with partial.open("rb+") as written:
                os.fsync(written.fileno())
            _name(partial, target)
        finally:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)


def _name(partial: Path, target: Path) -> None:
    try:
        # Fails where the name is taken, which a renaming would not everywhere.
        os.link(partial, target)
    except FileExistsError as error:
        raise StoreError("backup-exists", path=str(target)) from error
    except OSError:
        # A stick's file system knows no second name for a file.
        partial.replace(target)


def bring_back(source: Path, path: Path) -> None:
    """
    Write a copy's contents over the database in one transaction, so that others who have it open see all or nothing.

    Sample numbers that were given out since stay given out; they are put into the copy's copy first, so that nothing
    can come between.
    """
    staged = path.with_name(f"{path.name}.{os.getpid()}.staged")
    try:
        copy(source, staged)
        with (
            told_apart(path),
            closing(sqlite3.connect(path, isolation_level=None)) as into,
            closing(sqlite3.connect(staged, isolation_level=None)) as copied,
        ):
            copied.executemany(
                "INSERT INTO numbers (letter, last) VALUES (?, ?)"
                " ON CONFLICT (letter) DO UPDATE SET last = max(last, excluded.last)",
                into.execute("SELECT letter, last FROM numbers").fetchall(),
            )
            copied.backup(into)
            into.execute("PRAGMA journal_mode = WAL")
    finally:
        staged.unlink(missing_ok=True)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise StoreError("store-no-folder", path=str(path), folder=str(path.parent)) from error
    except PermissionError as error:
        raise StoreError("store-read-only", path=str(path)) from error
    except OSError as error:
        raise StoreError("store-cannot-open", path=str(path), detail=str(error)) from error
