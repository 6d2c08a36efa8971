"""The file that a list comes in: opened once, bounded, and held to be the same until its last byte is read."""

from __future__ import annotations

import io
import stat
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from yiwutrip.domain.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import stat_result
    from pathlib import Path

LARGEST_TEXT_BYTES: Final = 1024**3
"""A million rows of all columns take about 300 MB."""

_CHUNK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where the bytes come from: a file, or bytes that somebody has already.

    ``name`` is what problems call it. ``state`` is the file's size and time of change when it was first looked at.
    """

    name: str
    path: Path | None
    data: bytes
    size: int
    state: tuple[int, int] | None

    def open(self) -> BinaryIO:
        """The bytes from the start; to be closed."""
        if self.path is None:
            return io.BytesIO(self.data)
        with _readable(self.name):
            return self.path.open("rb")

    def head(self, count: int) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(count)

    def chunks(self) -> Iterator[bytes]:
        """All bytes, a piece at a time."""
        with self.open() as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk

    def whole(self) -> bytes:
        """All bytes at once; for formats that cannot be read piecemeal, whose size is bounded by the caller."""
        with self.open() as stream:
            return stream.read()

    def check_unchanged(self) -> None:
        """
        Make sure that nobody wrote to the file while it was being read.

        Raises:
            BadInputError: somebody did; what was read of it may be half old and half new.

        """
        if self.path is None:
            return
        with _readable(self.name):
            status = self.path.stat()
        if _state(status) != self.state:
            raise BadInputError("file-changed", file=self.name)


def open_source(source: Path | bytes, name: str | None = None) -> Source:
    """
    Look at a file before it is read.

    Raises:
        NotFoundError: there is no such file.
        BadInputError: it is a folder, a device, not readable, empty, or larger than a list can be.

    """
    if isinstance(source, bytes):
        found = Source(name or "-", None, source, len(source), None)
    else:
        shown = name or source.name
        with _readable(str(source)):
            status = source.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BadInputError("file-is-a-folder", name=str(source))
        if not stat.S_ISREG(status.st_mode):
            raise BadInputError("not-a-file", file=str(source))
        found = Source(shown, source, b"", status.st_size, _state(status))
    if found.size == 0:
        raise BadInputError("empty-file", file=found.name)
    if found.size > LARGEST_TEXT_BYTES:
        limit, size = (f"{count / 1024**2:,.0f}" for count in (LARGEST_TEXT_BYTES, found.size))
        raise BadInputError("file-too-large", file=found.name, size_mb=size, limit_mb=limit)
    return found


def _state(status: stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """Turn what the system says about a path into errors that a user understands."""
    try:
        yield
    except FileNotFoundError:
        raise NotFoundError("file", name) from None
    except (OSError, ValueError) as error:
        # ValueError: a name with a NUL in it.
        detail = getattr(error, "strerror", None) or str(error)
        raise BadInputError("file-unreadable", name=name, detail=detail) from None
