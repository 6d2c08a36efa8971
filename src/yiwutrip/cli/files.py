"""Files that the user names, read whole with a sentence for each way in which that can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from pathlib import Path


def read_bytes(path: Path) -> bytes:
    """
    The file's bytes.

    Raises:
        NotFoundError: ``file-not-found``.
        BadInputError: ``file-is-a-folder``, ``file-unreadable``.

    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise NotFoundError("file", str(path), similar=_beside(path)) from None
    except IsADirectoryError:
        raise BadInputError("file-is-a-folder", name=str(path)) from None
    except (OSError, ValueError) as error:
        if _is_folder(path):
            raise BadInputError("file-is-a-folder", name=str(path)) from None
        detail = getattr(error, "strerror", None) or str(error)
        raise BadInputError("file-unreadable", name=str(path), detail=detail) from None


def _is_folder(path: Path) -> bool:
    """Windows calls reading a folder "permission denied"."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _beside(path: Path) -> list[str]:
    from difflib import get_close_matches  # noqa: PLC0415  (only when a file is not there)

    try:
        names = [one.name for one in path.parent.iterdir() if one.is_file()]
    except OSError:
        return []
    return get_close_matches(path.name, names)
