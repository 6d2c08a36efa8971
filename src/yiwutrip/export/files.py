"""
Bytes onto a disk, whole or not at all.

A file is written beside the old one, made sure of (fsync) and then renamed over it: whoever looks sees the old one or
the new one, and a full disk or a power cut in between costs neither.
"""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import TripError

if TYPE_CHECKING:
    from typing import Final

DISK_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
# Windows: the file is open in another program (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION).
OPEN_ELSEWHERE: Final = frozenset({32, 33})


def write_file(path: Path, content: bytes) -> Path:
    """
    Put the content there, replacing a file of that name only once the new one is whole; its owner alone can read it.

    What is written may hold people's names and numbers, so that it is shared by whoever shares it, not by the folder.

    Raises:
        TripError: ``no-folder``, ``not-a-folder``, ``is-a-folder``, ``folder-read-only``, ``file-open-elsewhere``,
            ``disk-full`` or ``cannot-write``; the old file is untouched and nothing is left beside it.

    """
    _check_place(path)
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except OSError as fault:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()
        raise _sentence(fault, path) from fault
    return path


def _check_place(path: Path) -> None:
    folder = path.parent
    try:
        if not folder.exists():
            raise TripError("no-folder", path=str(folder))
        if not folder.is_dir():
            raise TripError("not-a-folder", path=str(folder))
        if path.is_dir():
            raise TripError("is-a-folder", path=str(path))
    except OSError as fault:
        raise _sentence(fault, path) from fault


def _sentence(fault: OSError, path: Path) -> TripError:
    if fault.errno in DISK_FULL:
        return TripError("disk-full", path=str(path))
    if getattr(fault, "winerror", None) in OPEN_ELSEWHERE:
        return TripError("file-open-elsewhere", path=str(path))
    if fault.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        # On Windows replacing a file that Excel holds is "access denied" as well.
        code = "file-open-elsewhere" if os.name == "nt" and path.exists() else "folder-read-only"
        return TripError(code, path=str(path))
    return TripError("cannot-write", path=str(path), why=fault.strerror or str(fault))
