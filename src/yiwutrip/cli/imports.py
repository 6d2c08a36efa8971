"""`yiwutrip import`: what was loaded, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("import")


@verb(app, "list")
def list_(ctx: typer.Context) -> ExitCode:
    """List what was loaded, and when."""
    from yiwutrip.render.imports import LIST  # noqa: PLC0415
    from yiwutrip.usecases.list_imports import list_imports  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(LIST, list_imports(session.store))


@verb(app, "undo")
def undo(
    ctx: typer.Context, number: Annotated[int, typer.Argument(metavar="N", min=1, help="help.arg-import")]
) -> ExitCode:
    """Take a whole import back."""
    from yiwutrip.render.imports import UNDO  # noqa: PLC0415
    from yiwutrip.usecases.list_imports import undo_import  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(UNDO, undo_import(number, session.store))
