"""`yiwutrip merge`: bring another device's log in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.cli.wiring import open_other, take_photos
from yiwutrip.domain.errors import ExitCode

app = new_app("merge", noun=False)


@verb(app, "merge")
def merge(
    ctx: typer.Context,
    other: Annotated[Path, typer.Argument(metavar="OTHER.db", help="help.arg-other-db")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.opt-merge-dry-run")] = False,
) -> ExitCode:
    """Bring another device's log in."""
    from yiwutrip.render.merge import DRY_RUN, MERGE  # noqa: PLC0415
    from yiwutrip.usecases.merge_device import merge_device  # noqa: PLC0415

    session = session_of(ctx)
    with open_other(session, other) as theirs:
        if not dry_run:
            # The pictures first: a record never names one that is not there yet.
            take_photos(session, other)
        result = merge_device(session.store, theirs, dry_run=dry_run)
    session.show(DRY_RUN if dry_run else MERGE, result)
    return ExitCode.PROBLEMS if result.conflicts else ExitCode.DONE
