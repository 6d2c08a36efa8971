"""`yiwutrip db`: where the database is, and its health."""

from __future__ import annotations

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode
from yiwutrip.render.db import PATH

app = new_app("db")


@verb(app, "path")
def path(ctx: typer.Context) -> ExitCode:
    """Say where the database is."""
    session = session_of(ctx)
    return session.show(PATH, session.database)
