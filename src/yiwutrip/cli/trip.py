"""`yiwutrip trip`: write, check, load and choose a trip."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.context import session_of
from yiwutrip.cli.files import read_bytes
from yiwutrip.cli.trip_new import add_new
from yiwutrip.domain.errors import ExitCode

app = new_app("trip")

add_new(app)

File = Annotated[Path, typer.Argument(metavar="FILE", help="help.arg-trip-file")]


@verb(app, "load")
def load(ctx: typer.Context, file: File) -> ExitCode:
    """Load a trip file and use it."""
    from yiwutrip.ingest.trip_file.read import read_trip  # noqa: PLC0415
    from yiwutrip.render.trip import LOAD  # noqa: PLC0415
    from yiwutrip.usecases.load_trip import load_trip  # noqa: PLC0415

    session = session_of(ctx)
    loaded = load_trip(read_trip(read_bytes(file), file.name), file.name, session.store)
    return session.show(LOAD, loaded, loaded.problems)


@verb(app, "check")
def check(ctx: typer.Context, file: File) -> ExitCode:
    """Check a trip file and store nothing."""
    from yiwutrip.ingest.trip_file.read import read_trip  # noqa: PLC0415
    from yiwutrip.render.trip import CHECK  # noqa: PLC0415
    from yiwutrip.usecases.load_trip import check_trip  # noqa: PLC0415

    session = session_of(ctx)
    checked = check_trip(read_trip(read_bytes(file), file.name), file.name, session.store)
    return session.show(CHECK, checked, checked.problems)


@verb(app, "show")
def show(ctx: typer.Context) -> ExitCode:
    """Show the trip in use."""
    from yiwutrip.render.trip import SHOW  # noqa: PLC0415
    from yiwutrip.usecases.list_trips import show_trip  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(SHOW, show_trip(session.store))


@verb(app, "list")
def list_(ctx: typer.Context) -> ExitCode:
    """List all trips."""
    from yiwutrip.render.trip import LIST  # noqa: PLC0415
    from yiwutrip.usecases.list_trips import list_trips  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(LIST, list_trips(session.store))


@verb(app, "use")
def use(
    ctx: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME", help="help.arg-trip-name")]
) -> ExitCode:
    """Use another trip from now on."""
    from yiwutrip.render.trip import USE  # noqa: PLC0415
    from yiwutrip.usecases.list_trips import use_trip  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(USE, use_trip(name, session.store))
