"""The photos of a folder and of the folders in it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDINGS: Final = frozenset(
    [".jpg", ".jpeg", ".png", ".heic", ".heif", ".hif", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".jfif"]
)


def find_photos(folder: Path) -> list[Path]:
    """
    Every file with a photo's ending, in order of its path; hidden ones and what lies beside photos (films) are left.

    Links are followed, each folder is looked into once: a link that leads back ends nowhere.

    Raises:
        NotFoundError: there is no such folder.
        BadInputError: it is a file, or cannot be read.

    """
    try:
        if not folder.exists():
            raise NotFoundError("folder", str(folder))
        if not folder.is_dir():
            raise BadInputError("folder-wanted", name=str(folder))
        return sorted(_walk(folder, set()))
    except (OSError, ValueError) as error:
        # ValueError: a name with a NUL in it.
        detail = getattr(error, "strerror", None) or str(error)
        raise BadInputError("file-unreadable", name=str(folder), detail=detail) from None


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """Photos below a folder; ``seen`` are the folders that were looked into, by device and inode."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        status = here.stat()
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(here) as entries:
            for entry in entries:
                path = Path(entry.path)
                # Path, unlike the entry, calls a link to itself neither folder nor file.
                if entry.name.startswith("."):
                    continue
                if path.is_dir():
                    waiting.append(path)
                elif path.suffix.lower() in ENDINGS and path.is_file():
                    yield path
