"""Photos beside the database: originals under the SHA-256 of their bytes, readable by their owner alone."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from yiwutrip.usecases.ports import Progress

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
_LEFT_BEHIND_S = 3600
"""A part of this age is no longer being written: its process was killed."""


def folder_beside(database: Path) -> Path:
    """Where the photos of a database lie."""
    return database.parent / "photos"


class PhotoFolder:
    """The `ports.Photos` of a folder; it is made with the first photo."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, Path] = {}
        self._looked: int | None = None

    def keep(self, content: bytes, suffix: str = "") -> str:
        """
        Store an original once; its SHA-256.

        Args:
            content: the file's bytes.
            suffix: of its name (``.jpg``), so that people can open it where it lies.

        Raises:
            StoreError: ``photo-not-stored``: the folder cannot be written or is full.

        """
        name = hashlib.sha256(content).hexdigest()
        if self._path(name) is not None:
            return name
        ending = suffix.lower() if _SUFFIX.fullmatch(suffix.lower()) else ""
        path = self.folder / f"{name}{ending}"
        try:
            self._write(path, content)
        except OSError as error:
            raise StoreError("photo-not-stored", path=str(self.folder), detail=error.strerror or str(error)) from error
        self._files[name] = path
        return name

    def open(self, name: str) -> BinaryIO | None:
        """The original of that SHA-256 to read from, None where it has gone."""
        path = self._path(name)
        if path is None:
            return None
        try:
            return path.open("rb")
        except OSError:
            return None

    def missing(self, names: set[str]) -> list[str]:
        """Of these names those whose original has gone."""
        there = {path.stem for path in self.folder.iterdir()} if self.folder.is_dir() else set()
        return sorted(names - there)

    def take_from(self, other: PhotoFolder, came: Callable[[str, bytes], object], tell: Progress) -> int:
        """
        Keep what another device's folder has and this one has not; how many.

        A file that is not what its name says is left where it is.

        Args:
            other: the other device's.
            came: is handed the name and the bytes of each that was kept.
            tell: is told how many of those that are new have been looked at.

        Raises:
            StoreError: ``photo-not-stored``.

        """
        files = sorted(other.folder.iterdir()) if other.folder.is_dir() else []
        new = [path for path in files if _SHA256.fullmatch(path.stem) and self._path(path.stem) is None]
        taken = 0
        for looked, path in enumerate(new, start=1):
            content = path.read_bytes()
            if hashlib.sha256(content).hexdigest() == path.stem:
                came(self.keep(content, path.suffix), content)
                taken += 1
            tell(looked, len(new))
        return taken

    def _path(self, name: str) -> Path | None:
        if not _SHA256.fullmatch(name):
            return None
        self._look()
        return self._files.get(name)

    def _look(self) -> None:
        """List the folder if it has changed: looking through it for each of thousands of photos takes their square."""
        try:
            changed = self.folder.stat().st_mtime_ns
            if changed != self._looked:
                self._files = {path.stem: path for path in self.folder.iterdir() if path.is_file()}
        except OSError:
            changed, self._files = None, {}
        self._looked = changed

    def _write(self, path: Path, content: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._sweep()
        handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=self.folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).replace(path)
            _settle(self.folder)
        except OSError:
            with suppress(OSError):
                Path(beside).unlink()
            raise

    def _sweep(self) -> None:
        """Take away what killed processes left half-written."""
        for part in self.folder.glob(".*.part"):
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > _LEFT_BEHIND_S:
                    part.unlink()


def _settle(folder: Path) -> None:
    """A new name outlasts a power cut once its folder is written out; Windows opens no folders and needs it not."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
