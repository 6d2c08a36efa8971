"""`yiwutrip manifest`: the sample manifest for the drive home."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("manifest", noun=False)


@verb(app, "manifest")
def manifest(
    ctx: typer.Context,
    format_: Annotated[
        str, typer.Option("--format", metavar="html,xlsx,csv,json", show_default=True, help="help.opt-manifest-format")
    ] = "html,xlsx,csv,json",
    out: Annotated[Path, typer.Option(metavar="DIR", show_default=True, help="help.opt-out")] = Path(),
    pdf: Annotated[bool, typer.Option("--pdf", help="help.opt-pdf")] = False,
    open_it: Annotated[bool, typer.Option("--open", help="help.opt-open")] = False,
    redact: Annotated[bool, typer.Option("--redact", help="help.opt-redact")] = False,
) -> ExitCode:
    """Write the manifest of the trip in use."""
    from yiwutrip.cli.manifest_files import MANIFEST, ManifestPaper, watched, write_manifest  # noqa: PLC0415
    from yiwutrip.usecases.build_manifest import without_contacts  # noqa: PLC0415
    from yiwutrip.usecases.gather_manifest import gather_manifest  # noqa: PLC0415

    session = session_of(ctx)
    gathered = gather_manifest(session.words("manifest.untitled"), session.now(), session.store)
    if redact:
        gathered = without_contacts(gathered)
    formats = [name for name in format_.lower().replace(" ", "").split(",") if name]
    wanted = ManifestPaper(tuple(formats), out, pdf=pdf, open_it=open_it)
    picture = watched(session.pictures, len(gathered.samples), session.progress("manifest.progress"))
    return session.show(MANIFEST, write_manifest(gathered, wanted, session.words, picture))
