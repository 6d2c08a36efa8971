"""
Where compiled kernels lie between runs.

Each version of the sources has a folder of its own. One that no process has used for a week is removed: two versions
that are used side by side keep theirs.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from enum import Enum
from importlib.util import find_spec
from pathlib import Path

import platformdirs

UNUSED_S = 7 * 24 * 3600
"""After so long without a run, in seconds, compiled kernels are given up; compiling anew takes some ten."""


def cache_folder() -> Path:
    """
    Find a folder for compiled kernels that can be written.

    Numba looks only at the file of the kernel that is called, so the folder's name holds a digest of all of them.
    """
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    for parent in (platformdirs.user_cache_path("yiwutrip", appauthor=False), Path(tempfile.gettempdir(), "yiwutrip")):
        folder = parent / "kernels" / digest.hexdigest()[:16]
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            clear_unused(folder, time.time())
            return folder
    return Path(tempfile.mkdtemp(prefix="yiwutrip-"))


def clear_unused(mine: Path, now: float) -> None:
    """
    Mark one version's folder as used, and remove its neighbours that nobody has used for a week.

    Whatever cannot be removed, because somebody reads it or has removed it meanwhile, is left: numba compiles anew
    where a part is missing.

    Args:
        mine: the folder of the sources that run.
        now: seconds since 1970.

    """
    with suppress(OSError):  # a cache that cannot be read or marked is used as it is
        os.utime(mine, (now, now))
        for other in list(mine.parent.iterdir()):
            if other != mine and re.fullmatch("[0-9a-f]{16}", other.name) and _is_old(other, now):
                shutil.rmtree(other, ignore_errors=True)


def _is_old(folder: Path, now: float) -> bool:
    """Whether nobody has used a folder for a week; not what is gone already, nor what is no folder of ours."""
    try:
        used = folder.lstat().st_mtime
    except OSError:
        return False
    return folder.is_dir() and not folder.is_symlink() and now - used > UNUSED_S


class Readiness(Enum):
    """What a search can count on: compiled kernels, a compiler that has to make them first, or no compiler at all."""

    READY = "ready"
    COLD = "cold"
    NO_COMPILER = "no compiler"


def readiness() -> Readiness:
    """Whether a search begins at once; the compiler itself is not imported for the answer."""
    if find_spec("numba") is None:
        return Readiness.NO_COMPILER
    folder = Path(os.environ.get("NUMBA_CACHE_DIR") or cache_folder())
    version = f"py{sys.version_info.major}{sys.version_info.minor}"
    return Readiness.READY if any(folder.glob(f"*/anneal.advance-*.{version}*.nbi")) else Readiness.COLD
