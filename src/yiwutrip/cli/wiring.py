"""Where things are kept unless the user says otherwise."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from yiwutrip.cli.context import Session
    from yiwutrip.export.pictures import SmallPictures
    from yiwutrip.usecases.ports import Photos, Transactions
    from yiwutrip.usecases.upkeep import Upkeep

VARIABLE = "YIWUTRIP_DB"
FILE_NAME = "yiwutrip.db"


def open_database(session: Session) -> Transactions:
    """The database in use; only the default folder is made where it is missing, a typed one is not."""
    from yiwutrip.storage.engine import Database  # noqa: PLC0415  (--help must not pay for it)

    typed = session.db or session.environ.get(VARIABLE)
    return Database(session.database, session.now, make_folder=not typed)


def open_photos(session: Session) -> Photos:
    """The photos that lie beside the database in use."""
    from yiwutrip.storage.photo_folder import PhotoFolder, folder_beside  # noqa: PLC0415  (--help must not pay for it)
    from yiwutrip.storage.place import path_of  # noqa: PLC0415

    return PhotoFolder(folder_beside(path_of(session.database)))


def open_pictures(session: Session) -> SmallPictures:
    """Small pictures of the samples' photos, kept beside the originals."""
    from yiwutrip.export.pictures import SIDE_PX, SmallPictures  # noqa: PLC0415  (as above)
    from yiwutrip.storage.photo_folder import folder_beside  # noqa: PLC0415
    from yiwutrip.storage.place import path_of  # noqa: PLC0415
    from yiwutrip.storage.small_folder import SmallFolder  # noqa: PLC0415

    originals = folder_beside(path_of(session.database))
    kept = SmallFolder(originals.with_name(f"{originals.name}-small-{SIDE_PX}"))
    return SmallPictures(session.photos.open, kept)


def keep_photo(session: Session, content: bytes, path: Path) -> str:
    """
    Store an original and, so that no manifest has to wait for it, its small picture; the SHA-256.

    One that cannot be seen is stored all the same, and told while another can be taken.

    Args:
        session: of the command.
        content: the file's bytes.
        path: of the file.

    """
    name = session.photos.keep(content, path.suffix)
    if session.pictures.make(name, BytesIO(content)) is None:
        session.warn("sample.photo-unseen", name=path.name)
    return name


def open_upkeep(session: Session) -> Upkeep:
    """What looks after the file of the database in use."""
    from yiwutrip.storage.engine import Database  # noqa: PLC0415  (as above)
    from yiwutrip.storage.upkeep import DatabaseUpkeep  # noqa: PLC0415

    return DatabaseUpkeep(Database(session.database, session.now), session.now)


@contextmanager
def open_other(session: Session, other: Path) -> Iterator[Transactions]:
    """Another device's database, to read from."""
    from yiwutrip.storage.other import other_database  # noqa: PLC0415  (as above)
    from yiwutrip.storage.place import path_of  # noqa: PLC0415

    with other_database(other, path_of(session.database), session.now) as theirs:
        yield theirs


def take_photos(session: Session, other: Path) -> int:
    """Keep the photos that lie beside another device's database, and make their small pictures; how many were new."""
    from yiwutrip.storage.photo_folder import PhotoFolder, folder_beside  # noqa: PLC0415  (as above)
    from yiwutrip.storage.place import path_of  # noqa: PLC0415

    pictures = session.pictures
    ours, theirs = PhotoFolder(folder_beside(path_of(session.database))), PhotoFolder(folder_beside(other))

    def make_small(name: str, content: bytes) -> None:
        pictures.make(name, BytesIO(content))

    return ours.take_from(theirs, make_small, session.progress("merge.progress"))


def database_name(said: str | None, environ: Mapping[str, str]) -> str:
    """The database to use: ``--db``, else ``YIWUTRIP_DB``, else a file in the user's data directory."""
    chosen = said or environ.get(VARIABLE)
    if chosen:
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415  (only where nothing was said)

    return str(user_data_path("yiwutrip", appauthor=False) / FILE_NAME)
