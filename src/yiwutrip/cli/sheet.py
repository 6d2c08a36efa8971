"""`yiwutrip sheet`: the day's sheet for paper and phone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("sheet", noun=False)


@verb(app, "sheet")
def sheet(
    ctx: typer.Context,
    day: Annotated[str | None, typer.Option(metavar="DATE", help="help.opt-day")] = None,
    who: Annotated[str | None, typer.Option(metavar="L", help="help.opt-plan-who")] = None,
    out: Annotated[Path, typer.Option(metavar="DIR", show_default=True, help="help.opt-out")] = Path(),
    pdf: Annotated[bool, typer.Option("--pdf", help="help.opt-pdf")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="help.opt-open")] = False,
) -> ExitCode:
    """Write the sheet of a day, or of every day."""
    from yiwutrip.cli.planned import SheetAsked, write_sheet  # noqa: PLC0415

    session = session_of(ctx)
    return write_sheet(session, SheetAsked("sheet", day, who, out, pdf, open_it))
