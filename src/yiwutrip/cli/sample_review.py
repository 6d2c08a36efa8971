"""`yiwutrip sample missing`, `due` and `rank`: the evening's looks at the log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yiwutrip.cli.command import verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.words import Words
    from yiwutrip.usecases.rank_samples import Ranked


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
    format_: Annotated[str, typer.Option("--format", metavar="xlsx,csv", help="help.opt-rank-format")] = "",
    out: Annotated[Path, typer.Option(metavar="DIR", show_default=True, help="help.opt-out")] = Path(),
) -> ExitCode:
    """Put the samples in order of what they leave."""
    from yiwutrip.render.sample_review import RANK, RankShown  # noqa: PLC0415
    from yiwutrip.usecases.review_samples import rank_log  # noqa: PLC0415

    session = session_of(ctx)
    ranked = rank_log(peak, session.store, by_category=by_category)
    formats = [name for name in format_.lower().replace(" ", "").split(",") if name]
    files = _write_ranking(ranked, formats, out, session.words) if formats else []
    return session.show(RANK, RankShown(ranked, files))


def _write_ranking(ranked: Sequence[Ranked], formats: Sequence[str], folder: Path, words: Words) -> list[Path]:
    """
    Write the ranking in each format; nothing is written where one of them is unknown.

    Raises:
        UsageError: ``unknown-format``.
        TripError: a file cannot be written.

    """
    from yiwutrip.cli.files import make_folder  # noqa: PLC0415
    from yiwutrip.export.files import write_file  # noqa: PLC0415
    from yiwutrip.export.registry import ranking_exporter  # noqa: PLC0415

    contents = {name: ranking_exporter(name)(ranked, words) for name in dict.fromkeys(formats)}
    make_folder(folder)
    return [write_file(folder / f"ranking.{name}", content) for name, content in contents.items()]
