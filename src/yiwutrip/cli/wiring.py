"""Where things are kept unless the user says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwutrip.cli.context import Session
    from yiwutrip.usecases.ports import Transactions

VARIABLE = "YIWUTRIP_DB"
FILE_NAME = "yiwutrip.db"


def open_database(session: Session) -> Transactions:
    """The database in use; only the default folder is made where it is missing, a typed one is not."""
    from yiwutrip.storage.engine import Database  # noqa: PLC0415  (--help must not pay for it)

    typed = session.db or session.environ.get(VARIABLE)
    return Database(session.database, session.now, make_folder=not typed)


def database_name(said: str | None, environ: Mapping[str, str]) -> str:
    """The database to use: ``--db``, else ``YIWUTRIP_DB``, else a file in the user's data directory."""
    chosen = said or environ.get(VARIABLE)
    if chosen:
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415  (only where nothing was said)

    return str(user_data_path("yiwutrip", appauthor=False) / FILE_NAME)
