"""Files that the user names, read whole with a sentence for each way in which that can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.errors import BadInputError, NotFoundError, TripError

if TYPE_CHECKING:
    from pathlib import Path


# The first bytes of JPEG, PNG, GIF, WebP (RIFF) and of HEIC and AVIF (a box named "ftyp" after its length).
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"RIFF")


def is_picture(content: bytes) -> bool:
    """Whether the bytes begin as a photo's do; what is in it is looked at when it is shown."""
    return content.startswith(_PICTURES) or content[4:8] == b"ftyp"


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


def make_folder(folder: Path) -> None:
    """
    Make a folder to write into where there is none; what holds it has to be there.

    Raises:
        TripError: ``no-folder``, ``not-a-folder``, ``folder-read-only``.

    """
    try:
        folder.mkdir(exist_ok=True)
    except FileNotFoundError:
        raise TripError("no-folder", path=str(folder.parent)) from None
    except FileExistsError:
        raise TripError("not-a-folder", path=str(folder)) from None
    except NotADirectoryError:
        raise TripError("not-a-folder", path=str(folder.parent)) from None
    except (OSError, ValueError):
        raise TripError("folder-read-only", path=str(folder)) from None
