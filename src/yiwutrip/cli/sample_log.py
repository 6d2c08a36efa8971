"""`yiwutrip sample log`: the registration of the evening's prompt."""

from __future__ import annotations

from typing import Annotated

import typer

from yiwutrip.cli import values
from yiwutrip.cli.command import verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode


def add_log(app: typer.Typer) -> None:
    """Add the verb to the noun."""
    verb(app, "log")(_log)


def _log(
    ctx: typer.Context,
    stall: Annotated[str | None, typer.Option(metavar="CODE", help="help.opt-log-stall")] = None,
    who: Annotated[str | None, typer.Option(metavar="L", help="help.opt-sample-who", envvar="YIWUTRIP_WHO")] = None,
) -> ExitCode:
    """Log samples line after line."""
    from yiwutrip.cli.evening import EveningPrompt  # noqa: PLC0415
    from yiwutrip.usecases.evening import named_stall  # noqa: PLC0415

    session = session_of(ctx)
    letter = values.letter(who, "--who") if who else None
    code = named_stall(stall, session.store).code if stall else None
    return EveningPrompt(session, letter, code).run()
