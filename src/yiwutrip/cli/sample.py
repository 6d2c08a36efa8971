"""`yiwutrip sample`: log what was taken, and keep track of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yiwutrip.cli import sample_options as say
from yiwutrip.cli import values
from yiwutrip.cli.command import new_app, verb
from yiwutrip.cli.completion import sample_numbers, stall_codes
from yiwutrip.cli.context import session_of
from yiwutrip.cli.sample_log import add_log
from yiwutrip.cli.sample_note import add_note
from yiwutrip.cli.sample_photos import add_photos
from yiwutrip.cli.sample_review import add_review
from yiwutrip.domain.errors import ExitCode

app = new_app("sample")

Number = Annotated[str, typer.Argument(metavar="NO", help="help.arg-sample", autocompletion=sample_numbers)]


@verb(app, "add")
def add(
    ctx: typer.Context,
    stall: Annotated[str, typer.Argument(metavar="STALL", help="help.arg-stall", autocompletion=stall_codes)],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="help.arg-article")],
    price: say.Price = None,
    per: say.Per = None,
    moq: say.Moq = None,
    inner_qty: say.InnerQty = None,
    carton_qty: say.CartonQty = None,
    carton_cm: say.CartonCm = None,
    gross_g: say.GrossG = None,
    lead_days: say.LeadDays = None,
    daily_capacity: say.Capacity = None,
    live_price: say.LivePrice = None,
    commission: say.Commission = None,
    freight: say.Freight = None,
    packaging: say.Packaging = None,
    material: say.Material = None,
    model: say.Model = None,
    pieces: say.Pieces = None,
    weight_g: say.WeightG = None,
    size_cm: say.SizeCm = None,
    fragile: say.Fragile = None,
    fee: say.Fee = None,
    deposit: say.Deposit = None,
    return_by: say.ReturnBy = None,
    want: say.Want = None,
    note: say.Note = None,
    photo: Annotated[list[Path] | None, typer.Option("--photo", metavar="FILE", help="help.opt-photo")] = None,
    who: Annotated[str | None, typer.Option(metavar="L", help="help.opt-sample-who", envvar="YIWUTRIP_WHO")] = None,
    at: Annotated[str | None, typer.Option(metavar="T", help="help.opt-at")] = None,
    new_stall: Annotated[bool, typer.Option("--new-stall", help="help.opt-new-stall")] = False,
) -> ExitCode:
    """Log a sample taken at STALL."""
    options = dict(locals())
    from yiwutrip.cli.sample_add import log  # noqa: PLC0415

    return log(session_of(ctx), options)


@verb(app, "list")
def list_(
    ctx: typer.Context, all_trips: Annotated[bool, typer.Option("--all", help="help.opt-all-trips")] = False
) -> ExitCode:
    """List the samples."""
    from yiwutrip.render.sample import LIST  # noqa: PLC0415
    from yiwutrip.usecases.list_samples import list_samples  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(LIST, list_samples(session.store, all_trips=all_trips))


@verb(app, "show")
def show(ctx: typer.Context, number: Number) -> ExitCode:
    """Show one sample."""
    from yiwutrip.render.sample import SHOW  # noqa: PLC0415
    from yiwutrip.usecases.list_samples import show_sample  # noqa: PLC0415

    session = session_of(ctx)
    return session.show(SHOW, show_sample(values.sample_number(number), session.store))


@verb(app, "edit")
def edit(
    ctx: typer.Context,
    number: Number,
    article: Annotated[str | None, typer.Option(metavar="TEXT", help="help.arg-article")] = None,
    stall: Annotated[
        str | None, typer.Option(metavar="STALL", help="help.arg-stall", autocompletion=stall_codes)
    ] = None,
    price: say.Price = None,
    per: say.Per = None,
    moq: say.Moq = None,
    inner_qty: say.InnerQty = None,
    carton_qty: say.CartonQty = None,
    carton_cm: say.CartonCm = None,
    gross_g: say.GrossG = None,
    lead_days: say.LeadDays = None,
    daily_capacity: say.Capacity = None,
    live_price: say.LivePrice = None,
    commission: say.Commission = None,
    freight: say.Freight = None,
    packaging: say.Packaging = None,
    material: say.Material = None,
    model: say.Model = None,
    pieces: say.Pieces = None,
    weight_g: say.WeightG = None,
    size_cm: say.SizeCm = None,
    fragile: say.Fragile = None,
    fee: say.Fee = None,
    deposit: say.Deposit = None,
    return_by: say.ReturnBy = None,
    want: say.Want = None,
    note: say.Note = None,
) -> ExitCode:
    """Change what is known of a sample."""
    options = dict(locals())
    from yiwutrip.cli.usage import CommandLineError  # noqa: PLC0415
    from yiwutrip.render.sample import EDIT  # noqa: PLC0415
    from yiwutrip.usecases.edit_sample import edit_sample, sample_at  # noqa: PLC0415

    session = session_of(ctx)
    number = values.sample_number(number)
    today = session.now().date()
    taken = today if return_by is None else sample_at(number, session.store).date()
    said = say.read_options(options, today, taken)
    if not said.sample and not said.quote:
        raise CommandLineError("nothing-to-edit")
    return session.show(EDIT, edit_sample(number, said.sample, said.quote, session.store))


@verb(app, "status")
def status(
    ctx: typer.Context,
    number: Number,
    status: Annotated[str, typer.Argument(metavar="STATUS", help="help.arg-status")],
) -> ExitCode:
    """Say what became of a sample."""
    from yiwutrip.render.sample import STATUS  # noqa: PLC0415
    from yiwutrip.usecases.edit_sample import set_status  # noqa: PLC0415

    session = session_of(ctx)
    said = values.sample_status(status, "STATUS")
    return session.show(STATUS, set_status(values.sample_number(number), said, session.now(), session.store))


add_note(app)
add_log(app)
add_photos(app)
add_review(app)
