"""The other side of a merge: looked at in a copy, so that nothing of it changes."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError, StoreError
from yiwutrip.storage.copies import copy
from yiwutrip.storage.engine import Database
from yiwutrip.storage.upkeep import require_sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime


@contextmanager
def other_database(path: Path, ours: Path, now: Callable[[], datetime]) -> Iterator[Database]:
    """
    The database of that path to read from, where ``ours`` is the file in use; an older one is brought up in the copy.

    Raises:
        NotFoundError: there is no such file.
        StoreError: ``merge-same-file``, or what it is instead of a sound database of ours.

    """
    if not path.is_file():
        raise NotFoundError("file", str(path))
    require_sound(path)
    if ours.exists() and path.samefile(ours):
        raise StoreError("merge-same-file", path=str(path))
    with tempfile.TemporaryDirectory(prefix="yiwutrip-") as folder:
        target = Path(folder) / "other.db"
        copy(path, target)
        database = Database(target, now)
        try:
            yield database
        finally:
            database.close()
