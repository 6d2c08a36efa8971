"""What can be said of a sample on the command line, shared by `sample add` and `sample edit`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from yiwutrip.cli import values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

Price = Annotated[str | None, typer.Option("--price", metavar="YUAN", help="help.opt-price")]
Per = Annotated[str | None, typer.Option("--per", metavar="UNIT", help="help.opt-per")]
Moq = Annotated[str | None, typer.Option("--moq", metavar="N", help="help.opt-moq")]
InnerQty = Annotated[str | None, typer.Option("--inner-qty", metavar="N", help="help.opt-inner-qty")]
CartonQty = Annotated[str | None, typer.Option("--carton-qty", metavar="N", help="help.opt-carton-qty")]
CartonCm = Annotated[str | None, typer.Option("--carton-cm", metavar="LxWxH", help="help.opt-carton-cm")]
GrossG = Annotated[str | None, typer.Option("--gross-g", metavar="N", help="help.opt-gross-g")]
LeadDays = Annotated[int | None, typer.Option("--lead-days", metavar="N", min=0, max=1000, help="help.opt-lead-days")]
Capacity = Annotated[str | None, typer.Option("--daily-capacity", metavar="N", help="help.opt-capacity")]
LivePrice = Annotated[str | None, typer.Option("--live-price", metavar="YUAN", help="help.opt-live-price")]
Commission = Annotated[
    float | None, typer.Option("--commission", metavar="%", min=0, max=100, help="help.opt-commission")
]
Freight = Annotated[str | None, typer.Option("--freight", metavar="YUAN", help="help.opt-freight")]
Packaging = Annotated[str | None, typer.Option("--packaging", metavar="YUAN", help="help.opt-packaging")]
Material = Annotated[str | None, typer.Option("--material", metavar="TEXT", help="help.opt-material")]
Model = Annotated[str | None, typer.Option("--model", metavar="TEXT", help="help.opt-model")]
Pieces = Annotated[int | None, typer.Option("--pieces", metavar="N", min=1, max=100_000, help="help.opt-pieces")]
WeightG = Annotated[str | None, typer.Option("--weight-g", metavar="N", help="help.opt-weight-g")]
SizeCm = Annotated[str | None, typer.Option("--size-cm", metavar="LxWxH", help="help.opt-size-cm")]
Fragile = Annotated[bool | None, typer.Option("--fragile/--no-fragile", help="help.opt-fragile")]
Fee = Annotated[str | None, typer.Option("--fee", metavar="YUAN", help="help.opt-fee")]
Deposit = Annotated[str | None, typer.Option("--deposit", metavar="YUAN", help="help.opt-deposit")]
ReturnBy = Annotated[str | None, typer.Option("--return-by", metavar="DATE", help="help.opt-return-by")]
Want = Annotated[str | None, typer.Option("--want", metavar="TEXT", help="help.opt-want")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="help.opt-note")]


@dataclass(frozen=True, slots=True)
class Said:
    """Fields of a sample and of its quote by their names; only those that were said."""

    sample: Mapping[str, Any]
    quote: Mapping[str, Any]


def read_options(options: Mapping[str, object], today: date, taken: date) -> Said:
    """
    The options of `sample add` and `sample edit` as fields.

    Args:
        options: the command's own parameters by name; those that are not said are None.
        today: what a day is told from that is said as tomorrow or without its month.
        taken: the sample's day, from which on a day without a year is looked for.

    Raises:
        CommandLineError: a value cannot be what its option takes.

    """
    quote = {field: _value(name, read, options) for name, (field, read) in _QUOTE.items()}
    sample = {field: _value(name, read, options) for name, (field, read) in _SAMPLE.items()}
    if options.get("return_by") is not None:
        sample["return_by"] = values.day(str(options["return_by"]), "--return-by", today, since=taken)
    return Said(_said(sample), _said(quote))


def _said(fields: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in fields.items() if value is not None}


def _value(name: str, read: Callable[[str, str], object] | None, options: Mapping[str, object]) -> object:
    value = options.get(name)
    if value is None or read is None:
        return value
    return read(str(value), f"--{name.replace('_', '-')}")


def _permille(percent: str, _: str) -> int:
    return round(float(percent) * 10)


_QUOTE: Mapping[str, tuple[str, Callable[[str, str], object] | None]] = {
    "price": ("price_fen", values.price_to_fen),
    "per": ("per", None),
    "moq": ("moq", values.count),
    "inner_qty": ("inner_qty", values.count),
    "carton_qty": ("carton_qty", values.count),
    "carton_cm": ("carton_cm", values.size_cm),
    "gross_g": ("gross_g", values.grams),
    "lead_days": ("lead_days", None),
    "daily_capacity": ("daily_capacity", values.count),
    "live_price": ("live_price_fen", values.price_to_fen),
    "commission": ("commission_permille", _permille),
    "freight": ("freight_fen", values.yuan_to_fen),
    "packaging": ("packaging_fen", values.yuan_to_fen),
}

_SAMPLE: Mapping[str, tuple[str, Callable[[str, str], object] | None]] = {
    "article": ("article", values.article),
    "stall": ("stall", None),
    "material": ("material", None),
    "model": ("model", None),
    "pieces": ("pieces", None),
    "weight_g": ("weight_g", values.grams),
    "size_cm": ("size_cm", values.size_cm),
    "fragile": ("fragile", None),
    "fee": ("fee_fen", values.yuan_to_fen),
    "deposit": ("deposit_fen", values.yuan_to_fen),
    "want": ("want", None),
    "note": ("note", None),
}
