"""Looking after the file: copies, bringing one back, the doctor."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError, StoreError
from yiwutrip.storage.copies import bring_back, copies, copy, copy_to_folder, folder_of, names_of
from yiwutrip.storage.faults import told_apart
from yiwutrip.storage.reading import connect_to_read
from yiwutrip.storage.schema import version_of
from yiwutrip.usecases.upkeep import Restored

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from yiwutrip.storage.engine import Database
    from yiwutrip.usecases.upkeep import Health

_BROKEN = frozenset({"store-damaged", "store-not-a-database", "store-foreign"})


class DatabaseUpkeep:
    """The `upkeep.Upkeep` of a database."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._path = database.path
        self._now = now

    def backup(self, target: Path | None = None) -> Path:
        """Copy the database, whole and consistent, while others may write."""
        # Opening it says what is wrong with it, and makes it where there is none.
        with self._database.read():
            pass
        if target is None:
            return copy_to_folder(self._path, self._now(), "manual")
        copy(self._path, target)
        return target

    def backups(self) -> list[Path]:
        """The copies in the backups' folder, the newest last."""
        return copies(self._path)

    def restore(self, source: Path) -> Restored:
        """Bring a copy back; what was there is copied to the backups' folder first."""
        if self._path.exists() and source.exists() and source.samefile(self._path):
            raise StoreError("backup-is-database", path=str(source))
        require_sound(source)
        self._database.close()
        if not self._path.exists():
            copy(source, self._path)
            return Restored(source, None)
        try:
            require_sound(self._path)
        except StoreError as error:
            if error.code not in _BROKEN:
                raise
            kept = self._set_aside()
            copy(source, self._path)
            return Restored(source, kept)
        kept = copy_to_folder(self._path, self._now(), "restore", spare=source)
        bring_back(source, self._path)
        return Restored(source, kept)

    def doctor(self) -> Health:
        """Look at everything that can be wrong with the file."""
        from yiwutrip.storage.doctor import examine  # noqa: PLC0415 -- the only one who needs it

        return examine(self._database, self._now())

    def _set_aside(self) -> Path:
        """A broken file cannot be copied by SQLite; it is kept as it is, with its log."""
        folder_of(self._path).mkdir(mode=0o700, exist_ok=True)
        kept = next(name for name in names_of(self._path, self._now(), "broken") if not name.exists())
        for end in ("", "-wal", "-shm"):
            part = self._path.with_name(self._path.name + end)
            if part.exists():
                part.replace(kept.with_name(kept.name + end))
        return kept


def require_sound(path: Path) -> None:
    """
    Make sure that a file is a whole database of ours.

    Raises:
        NotFoundError: ``backup-not-found``.
        StoreError: what it is instead.

    """
    if not path.is_file():
        if path.is_dir():
            raise StoreError("store-is-a-folder", path=str(path))
        raise NotFoundError("backup", str(path))
    with told_apart(path), closing(connect_to_read(path)) as raw:
        if version_of(raw, path) == 0:
            raise StoreError("store-foreign", path=str(path))
        if raw.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise StoreError("store-damaged", path=str(path), detail="integrity_check")
