"""`yiwutrip undo`: take the last action back."""

from __future__ import annotations

from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("undo", noun=False)


@verb(app, "undo")
def undo(
    ctx: typer.Context, dry_run: Annotated[bool, typer.Option("--dry-run", help="help.opt-undo-dry-run")] = False
) -> ExitCode:
    """Take back what was done last."""
    from yiwutrip.render.undo import DRY_RUN, UNDO  # noqa: PLC0415
    from yiwutrip.usecases.undo import undo as take_back  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(DRY_RUN if dry_run else UNDO, take_back(session.store, dry_run=dry_run))
