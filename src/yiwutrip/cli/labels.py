"""`yiwutrip labels`: labels with QR codes, and blank ones ahead of the trip."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli import values
from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("labels", noun=False)


@verb(app, "labels")
def labels(
    ctx: typer.Context,
    paper: Annotated[str, typer.Option(metavar="PAPER", show_default=True, help="help.opt-paper")] = "a4-3x8",
    blank: Annotated[int, typer.Option(metavar="N", min=0, max=1000, help="help.opt-blank")] = 0,
    who: Annotated[str, typer.Option(metavar="L", help="help.opt-label-who", envvar="YIWUTRIP_WHO")] = "A",
    out: Annotated[Path, typer.Option(metavar="DIR", show_default=True, help="help.opt-out")] = Path(),
    pdf: Annotated[bool, typer.Option("--pdf", help="help.opt-pdf")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="help.opt-open")] = False,
) -> ExitCode:
    """Write labels to print."""
    from yiwutrip.cli.papers import Paper  # noqa: PLC0415
    from yiwutrip.export.labels import export_labels, paper_called  # noqa: PLC0415
    from yiwutrip.render.written import Written, written_view  # noqa: PLC0415
    from yiwutrip.usecases.gather_manifest import gather_manifest  # noqa: PLC0415
    from yiwutrip.usecases.reserve_labels import reserved_labels  # noqa: PLC0415

    session = session_of(ctx)
    chosen = paper_called(paper)
    target = Paper(out, pdf, open_it)
    if blank:
        # Blank labels are a print run of their own: those of logged samples were printed before.
        with reserved_labels(values.letter(who, "--who"), blank, session.store) as numbers:
            files = target.write(f"labels-{paper}", export_labels((), numbers, chosen, session.words))
        count = blank
    else:
        samples = gather_manifest(session.words("manifest.untitled"), session.now(), session.store).samples
        files = target.write(f"labels-{paper}", export_labels(samples, [], chosen, session.words))
        count = len(samples)
    view = written_view("labels", "label.written", if_none="yiwutrip labels --blank 24")
    return session.show(view, Written(files, count))
