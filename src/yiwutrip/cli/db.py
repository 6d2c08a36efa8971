"""`yiwutrip db`: where the database is, its copies, and its health."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.cli.wiring import open_upkeep
from yiwutrip.domain.errors import ExitCode
from yiwutrip.render.db import BACKUP, DOCTOR, PATH, RESTORE

app = new_app("db")


@verb(app, "path")
def path(ctx: typer.Context) -> ExitCode:
    """Say where the database is."""
    session = session_of(ctx)
    return session.show(PATH, session.database)


@verb(app, "backup")
def backup(
    ctx: typer.Context, file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="help.arg-backup")] = None
) -> ExitCode:
    """Copy the database."""
    session = session_of(ctx)
    return session.show(BACKUP, open_upkeep(session).backup(file))


@verb(app, "restore")
def restore(
    ctx: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE", help="help.arg-restore")]
) -> ExitCode:
    """Bring a copy back."""
    session = session_of(ctx)
    return session.show(RESTORE, open_upkeep(session).restore(file))


@verb(app, "doctor")
def doctor(ctx: typer.Context) -> ExitCode:
    """Look at the database's health."""
    session = session_of(ctx)
    health = open_upkeep(session).doctor()
    session.show(DOCTOR, health)
    return ExitCode.DONE if health.sound else ExitCode.PROBLEMS
