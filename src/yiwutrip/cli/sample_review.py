"""`yiwutrip sample missing`, `due` and `rank`: the evening's looks at the log."""

from __future__ import annotations

from typing import Annotated

import typer

from yiwutrip.cli.command import verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode


def add_review(app: typer.Typer) -> None:
    """Add these verbs to the noun."""
    verb(app, "missing")(_missing)
    verb(app, "due")(_due)
    verb(app, "rank")(_rank)


def _missing(ctx: typer.Context) -> ExitCode:
    """Say what to ask before leaving."""
    from yiwutrip.render.sample_review import MISSING, MissingShown  # noqa: PLC0415
    from yiwutrip.usecases.review_samples import missing_in_log  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(MISSING, MissingShown(*missing_in_log(session.store)))


def _due(ctx: typer.Context) -> ExitCode:
    """Say what waits for somebody."""
    from yiwutrip.render.sample_review import DUE  # noqa: PLC0415
    from yiwutrip.usecases.review_samples import due_in_log  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(DUE, due_in_log(session.now().date(), session.store))


def _rank(
    ctx: typer.Context,
    peak: Annotated[int | None, typer.Option(metavar="PIECES", min=1, help="help.opt-peak")] = None,
    by_category: Annotated[bool, typer.Option("--by-category", help="help.opt-by-category")] = False,
) -> ExitCode:
    """Put the samples in order of what they leave."""
    from yiwutrip.render.sample_review import RANK  # noqa: PLC0415
    from yiwutrip.usecases.review_samples import rank_log  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(RANK, rank_log(peak, session.store, by_category=by_category))
