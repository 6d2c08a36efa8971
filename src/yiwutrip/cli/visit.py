"""`yiwutrip visit`: keep the day's log."""

from __future__ import annotations

from typing import Annotated

import typer

from yiwutrip.cli import values
from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.completion import stall_codes
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode
from yiwutrip.domain.visit import VisitStatus

app = new_app("visit")

Stall = Annotated[str, typer.Argument(metavar="STALL", help="help.arg-stall", autocompletion=stall_codes)]
At = Annotated[str | None, typer.Option(metavar="T", help="help.opt-at")]
Who = Annotated[str | None, typer.Option(metavar="L", help="help.opt-visit-who", envvar="YIWUTRIP_WHO")]
Minutes = Annotated[int | None, typer.Option(metavar="N", min=1, max=1440, help="help.opt-minutes")]


@verb(app, "done")
def done(ctx: typer.Context, stall: Stall, at: At = None, who: Who = None, minutes: Minutes = None) -> ExitCode:
    """Say that a stall has been seen."""
    return _log(ctx, VisitStatus.DONE, stall, at, who, minutes)


@verb(app, "skip")
def skip(ctx: typer.Context, stall: Stall, at: At = None, who: Who = None) -> ExitCode:
    """Say that a stall is passed over."""
    return _log(ctx, VisitStatus.SKIPPED, stall, at, who)


@verb(app, "shut")
def shut(ctx: typer.Context, stall: Stall, at: At = None, who: Who = None) -> ExitCode:
    """Say that a stall was found shut."""
    return _log(ctx, VisitStatus.SHUT, stall, at, who)


def _log(
    ctx: typer.Context, status: VisitStatus, stall: str, at: str | None, who: str | None, minutes: int | None = None
) -> ExitCode:
    from yiwutrip.cli.moments import moment_said  # noqa: PLC0415
    from yiwutrip.render.visit import VIEWS  # noqa: PLC0415
    from yiwutrip.usecases.log_visit import VisitSaid, log_visit  # noqa: PLC0415

    session = session_of(ctx)
    moment = moment_said(session, at, "--at") if at is not None else session.now()
    logged = log_visit(VisitSaid(stall, status, moment, values.letters(who), minutes), session.store)
    return session.show(VIEWS[status], logged, logged.problems)
