"""Copies of the database: made while others write, kept in bounded number, brought back without loss."""

from __future__ import annotations

import contextlib
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

KEPT = {"daily": 14, "schema": 5, "restore": 5, "manual": 50}
"""How many copies of each sort stay in the folder; the oldest make room."""


def folder_of(path: Path) -> Path:
    """Where the copies of a database lie: ``trip.db`` has ``trip-backups`` beside it."""
    return path.with_name(f"{path.stem}-backups")


def copies(path: Path) -> list[Path]:
    """The copies in the folder, the oldest first: their names begin with the time."""
    return sorted(folder_of(path).glob("*.db"))


def name_of(at: datetime, sort: str) -> str:
    """``20210414T210000-daily.db``: sortable, and no colon for Windows."""
    return f"{at:%Y%m%dT%H%M%S}-{sort}.db"


def copy_to_folder(path: Path, at: datetime, sort: str) -> Path:
    """Copy into the folder, and let the oldest of that sort go."""
    folder = folder_of(path)
    with _told(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / name_of(at, sort)
    if not target.exists():
        copy(path, target)
    for old in sorted(folder.glob(f"*-{sort}.db"))[: -KEPT[sort]]:
        old.unlink(missing_ok=True)
    return target


def copy(path: Path, target: Path) -> None:
    """
    Copy a database, whole and consistent, with SQLite's backup while others may write; readable by its owner alone.

    It is made beside the target and renamed, so that there is never half a copy under that name.

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
            partial.replace(target)
        finally:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)


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
