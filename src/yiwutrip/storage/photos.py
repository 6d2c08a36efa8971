"""The folder of photos beside the database."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path


class PhotoFolder:
    """The `upkeep.Photos` of a database: ``trip.db`` has ``trip-photos`` beside it (0700, its files 0600)."""

    def __init__(self, database: Path) -> None:
        self.folder = database.with_name(f"{database.stem}-photos")

    def put(self, data: bytes, suffix: str) -> str:
        """
        Keep a photo, whole or not at all; its name.

        Raises:
            StoreError: the folder cannot be written (``store-read-only``, ``store-full`` or ``store-cannot-open``).

        """
        name = f"{hashlib.sha256(data).hexdigest()}{suffix.lower()}"
        target = self.folder / name
        if target.exists():
            return name
        partial = self.folder / f"{name}.{os.getpid()}.part"
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with os.fdopen(os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(target)
        except PermissionError as error:
            raise StoreError("store-read-only", path=str(self.folder)) from error
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise StoreError("store-cannot-open", path=str(target), detail=str(error)) from error
        return name

    def path(self, name: str) -> Path:
        """Where a photo of that name is or would be."""
        return self.folder / name

    def missing(self, names: set[str]) -> list[str]:
        """Of these photos those whose file is not there."""
        there = {entry.name for entry in os.scandir(self.folder)} if self.folder.is_dir() else set()
        return sorted(names - there)

    def take_from(self, other: PhotoFolder) -> int:
        """Copy what the other folder has and this one has not, checked by name; how many."""
        if not other.folder.is_dir():
            return 0
        new = [entry for entry in sorted(other.folder.iterdir()) if not self.path(entry.name).exists()]
        taken = 0
        for entry in new:
            data = entry.read_bytes()
            if hashlib.sha256(data).hexdigest() == entry.stem:
                self.put(data, entry.suffix)
                taken += 1
        return taken
