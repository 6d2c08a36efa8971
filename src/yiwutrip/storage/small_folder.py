"""Small copies of photos beside the originals: made once, and nothing is lost with them but time."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")
_BEGINS, _ENDS = b"\xff\xd8", b"\xff\xd9"  # SOI and EOI of a JPEG (ITU-T T.81, table B.1)


class SmallFolder:
    """The `ports.SmallPhotos` of a folder; it is made with the first of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        """The small copy of the photo of that SHA-256; None where there is none, or half of one."""
        try:
            jpeg = self._path(name).read_bytes()
        except (OSError, ValueError):
            return None
        return jpeg if jpeg.startswith(_BEGINS) and jpeg.endswith(_ENDS) else None

    def keep(self, name: str, jpeg: bytes) -> None:
        """Store it for the next time; where that cannot be, it is made again then."""
        with suppress(OSError, ValueError):
            path = self._path(name)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._folder)
            # Not made sure of on the disk, unlike an original: what a power cut leaves half is noticed when read.
            with os.fdopen(handle, "wb") as file:
                file.write(jpeg)
            Path(beside).replace(path)

    def _path(self, name: str) -> Path:
        if not _SHA256.fullmatch(name):
            raise ValueError(f"no SHA-256: {name!r}")
        return self._folder / f"{name}.jpg"
