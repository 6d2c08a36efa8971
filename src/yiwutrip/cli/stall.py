"""`yiwutrip stall`: load the catalogue and search it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli import values
from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.completion import stall_codes
from yiwutrip.cli.context import session_of
from yiwutrip.domain.errors import ExitCode

app = new_app("stall")


@verb(app, "import")
def import_(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="help.arg-stall-list")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.opt-import-dry-run")] = False,
    encoding: Annotated[str | None, typer.Option(metavar="E", help="help.opt-encoding")] = None,
    map_: Annotated[list[str] | None, typer.Option("--map", metavar="HEADER=FIELD", help="help.opt-map")] = None,
    sheet: Annotated[str | None, typer.Option(metavar="S", help="help.opt-sheet")] = None,
    rejects: Annotated[Path | None, typer.Option(metavar="FILE", help="help.opt-rejects")] = None,
    force: Annotated[bool, typer.Option("--force", help="help.opt-force")] = False,
) -> ExitCode:
    """Load lists of stalls."""
    from yiwutrip.cli.stall_import import ImportAsked, load, read_mappings  # noqa: PLC0415
    from yiwutrip.ingest.stall_list import ListOptions  # noqa: PLC0415

    options = ListOptions(encoding, read_mappings(map_ or ()), sheet)
    return load(session_of(ctx), ImportAsked(files, options, rejects, force, dry_run))


@verb(app, "find")
def find(
    ctx: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="help.stall-find-text")] = None,
    district: Annotated[str | None, typer.Option(metavar="D", help="help.opt-district")] = None,
    floor: Annotated[int | None, typer.Option(metavar="N", help="help.opt-floor")] = None,
    category: Annotated[str | None, typer.Option(metavar="C", help="help.opt-category")] = None,
    alliance: Annotated[bool | None, typer.Option("--alliance/--no-alliance", help="help.opt-alliance")] = None,
    never_visited: Annotated[bool, typer.Option("--never-visited", help="help.opt-never-visited")] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=100_000, show_default=True, help="help.opt-limit")] = 20,
) -> ExitCode:
    """Search the catalogue."""
    from yiwutrip.render.stall import FIND  # noqa: PLC0415
    from yiwutrip.usecases.find_stalls import find_stalls  # noqa: PLC0415
    from yiwutrip.usecases.ports import StallQuery  # noqa: PLC0415

    session = session_of(ctx)
    query = StallQuery(
        words=tuple(word for said in text or () for word in said.split()),
        district=values.perhaps(district, values.district, "--district"),
        floor=floor,
        category=category,
        alliance=alliance,
        never_visited=never_visited,
        limit=limit,
    )
    return session.show(FIND, find_stalls(query, session.store))


@verb(app, "show")
def show(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="help.arg-stall", autocompletion=stall_codes)],
) -> ExitCode:
    """One stall with all that is known of it."""
    from yiwutrip.domain.way import say_way  # noqa: PLC0415
    from yiwutrip.render.stall import SHOW, CardShown  # noqa: PLC0415
    from yiwutrip.usecases.show_stall import show_stall  # noqa: PLC0415

    session = session_of(ctx)
    card = show_stall(code, session.now().date(), session.store)
    return session.show(SHOW, CardShown(card, say_way(card.way.steps, session.words) if card.way else ""))


@verb(app, "edit")
def edit(
    ctx: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="help.arg-stall", autocompletion=stall_codes)],
    said: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE", help="help.arg-stall-edits")],
) -> ExitCode:
    """Change what is known of a stall by hand."""
    from yiwutrip.ingest.stall_list.edits import read_edits  # noqa: PLC0415
    from yiwutrip.render.stall import EDIT  # noqa: PLC0415
    from yiwutrip.usecases.edit_stall import edit_stall  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(EDIT, edit_stall(code, read_edits(said), session.store))


@verb(app, "address")
def address(
    ctx: typer.Context, text: Annotated[list[str], typer.Argument(metavar="TEXT", help="help.stall-address-text")]
) -> ExitCode:
    """Read an address without storing anything."""
    from yiwutrip.render.address import ADDRESS  # noqa: PLC0415
    from yiwutrip.usecases.read_address import read_address  # noqa: PLC0415

    session = session_of(ctx)
    reading = read_address(" ".join(text))
    return session.show(ADDRESS, reading, reading.problems)
