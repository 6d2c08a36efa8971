"""Where things are kept unless the user says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwutrip.cli.context import Session
    from yiwutrip.usecases.ports import Photos, Transactions

VARIABLE = "YIWUTRIP_DB"
FILE_NAME = "yiwutrip.db"
PHOTO_FOLDER = "photos"


def open_database(session: Session) -> Transactions:
    """The database in use; only the default folder is made where it is missing, a typed one is not."""
    from yiwutrip.storage.engine import Database  # noqa: PLC0415  (--help must not pay for it)

    typed = session.db or session.environ.get(VARIABLE)
    return Database(session.database, session.now, make_folder=not typed)


def open_photos(session: Session) -> Photos:
    """The photos that lie beside the database in use."""
    from yiwutrip.storage.photo_folder import PhotoFolder  # noqa: PLC0415  (--help must not pay for it)
    from yiwutrip.storage.place import path_of  # noqa: PLC0415

    return PhotoFolder(path_of(session.database).parent / PHOTO_FOLDER)


def database_name(said: str | None, environ: Mapping[str, str]) -> str:
    """The database to use: ``--db``, else ``YIWUTRIP_DB``, else a file in the user's data directory."""
    chosen = said or environ.get(VARIABLE)
    if chosen:
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415  (only where nothing was said)

    return str(user_data_path("yiwutrip", appauthor=False) / FILE_NAME)
