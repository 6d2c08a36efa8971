"""Where things are kept unless the user says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "YIWUTRIP_DB"
FILE_NAME = "yiwutrip.db"


def database_name(said: str | None, environ: Mapping[str, str]) -> str:
    """The database to use: ``--db``, else ``YIWUTRIP_DB``, else a file in the user's data directory."""
    chosen = said or environ.get(VARIABLE)
    if chosen:
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415  (only where nothing was said)

    return str(user_data_path("yiwutrip", appauthor=False) / FILE_NAME)
