"""Where the database is: a path or a SQLAlchemy URL, and making the file so that its owner alone can read it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote

from yiwutrip.domain.errors import StoreError

_SQLITE = ("sqlite:///", "sqlite+pysqlite:///")


def path_of(place: str | os.PathLike[str]) -> Path:
    """
    The file that a path or a URL (``sqlite:///trip.db``) names.

    Raises:
        StoreError: ``store-url-unsupported``: a URL of something that is no SQLite file.

    """
    text = os.fspath(place)
    for prefix in _SQLITE:
        if text.startswith(prefix) and len(text) > len(prefix):
            return Path(unquote(text[len(prefix) :].partition("?")[0]))
    if "://" in text or text in {"", ":memory:"}:
        raise StoreError("store-url-unsupported", url=text.partition("?")[0].rpartition("@")[2])
    return Path(text).expanduser()


def make_file(path: Path, *, make_folder: bool) -> None:
    """
    Make an empty file (0600) where there is none, and its folder (0700) if that is ours to make.

    Raises:
        StoreError: ``store-no-folder``, ``store-is-a-folder``, ``store-read-only`` or ``store-full``.

    """
    if path.is_dir():
        raise StoreError("store-is-a-folder", path=str(path))
    try:
        if make_folder:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError("store-no-folder", path=str(path), folder=str(path.parent)) from error
    except PermissionError as error:
        raise StoreError("store-read-only", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise StoreError("store-cannot-open", path=str(path), detail=str(error)) from error
