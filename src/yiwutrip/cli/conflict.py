"""`yiwutrip conflict`: what two devices said differently, and choosing."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("conflict")


class Side(StrEnum):
    """Which of the two values."""

    OURS = "ours"
    THEIRS = "theirs"


@verb(app, "list")
def list_(ctx: typer.Context) -> ExitCode:
    """List what is open."""
    from yiwutrip.render.merge import CONFLICTS  # noqa: PLC0415
    from yiwutrip.usecases.merge_device import list_conflicts  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(CONFLICTS, list_conflicts(session.store))


@verb(app, "choose")
def choose(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="help.arg-conflict")],
    side: Annotated[Side, typer.Argument(metavar="ours|theirs", help="help.arg-side")],
) -> ExitCode:
    """Choose one of the two values."""
    from yiwutrip.render.merge import SETTLED  # noqa: PLC0415
    from yiwutrip.usecases.merge_device import settle_conflict  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(SETTLED, settle_conflict(number, session.store, theirs=side is Side.THEIRS))
