"""The columns that the manifest has in a spreadsheet, once for CSV and XLSX."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.phrasing import say_address
from yiwutrip.export import text
from yiwutrip.export.manifest_words import missing_names
from yiwutrip.export.spreadsheet import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from yiwutrip.domain.manifest import ManifestSample
    from yiwutrip.domain.words import Words
    from yiwutrip.export.spreadsheet import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head is ``manifest.col-<name>`` in the catalogue, its width is in characters."""

    name: str
    kind: Kind
    width: float
    cell: Callable[[ManifestSample, Words], Cell]


def _of_supplier(field: str) -> Callable[[ManifestSample, Words], Cell]:
    return lambda row, _: getattr(row.supplier, field) if row.supplier else None


def _of_quote(field: str) -> Callable[[ManifestSample, Words], Cell]:
    return lambda row, _: getattr(row.quote, field)


def _of_row(field: str) -> Callable[[ManifestSample, Words], Cell]:
    return lambda row, _: getattr(row, field)


def _yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else text.in_yuan(fen)


def _thousandth(number: int | None) -> Decimal | None:
    return None if number is None else text.thousandth(number)


def _yes_no(said: bool | None, words: Words) -> str | None:  # noqa: FBT001 - a three-valued answer is what it writes
    return None if said is None else words("manifest.yes" if said else "manifest.no")


PRINTED = 17
"""So many of the first columns go on paper; contacts have a sheet of their own."""

COLUMNS: tuple[Column, ...] = (
    Column("box", Kind.WHOLE, 5, _of_row("box")),
    Column("number", Kind.CODE, 8, _of_row("number")),
    Column("article", Kind.TEXT, 20, _of_row("article")),
    Column("pieces", Kind.WHOLE, 6, _of_row("pieces")),
    Column("stall", Kind.CODE, 16, _of_row("stall")),
    Column("address", Kind.TEXT, 22, lambda row, words: say_address(row.where, words) if row.where else None),
    Column("supplier", Kind.TEXT, 16, _of_supplier("name")),
    Column("price", Kind.MONEY, 9, lambda row, _: _yuan(row.quote.price_fen)),
    Column("moq", Kind.WHOLE, 8, _of_quote("moq")),
    Column("carton-qty", Kind.WHOLE, 8, _of_quote("carton_qty")),
    Column("carton-cm", Kind.CODE, 13, lambda row, _: text.size(row.quote.carton_cm) if row.quote.carton_cm else None),
    Column("total-weight", Kind.WHOLE, 8, _of_row("total_weight_g")),
    Column("fragile", Kind.TEXT, 7, lambda row, words: _yes_no(row.fragile, words)),
    Column("fee", Kind.MONEY, 9, lambda row, _: _yuan(row.fee_fen)),
    Column("deposit", Kind.MONEY, 9, lambda row, _: _yuan(row.deposit_fen)),
    Column("return-by", Kind.DAY, 12, _of_row("return_by")),
    Column("missing", Kind.TEXT, 18, lambda row, words: missing_names(row.missing, words) or None),
    Column("box-size", Kind.CODE, 13, lambda row, _: text.size(row.box_cm) if row.box_cm else None),
    Column("material", Kind.TEXT, 12, _of_row("material")),
    Column("model", Kind.CODE, 10, _of_row("model")),
    Column("contact", Kind.TEXT, 10, _of_supplier("contact")),
    Column("phone", Kind.CODE, 15, _of_supplier("phone")),
    Column("wechat", Kind.CODE, 15, _of_supplier("wechat")),
    Column("per", Kind.TEXT, 6, _of_quote("per")),
    Column("inner", Kind.WHOLE, 8, _of_quote("inner_qty")),
    Column("gross", Kind.DECIMAL, 10, lambda row, _: _thousandth(row.quote.gross_g)),
    Column("lead", Kind.WHOLE, 8, _of_quote("lead_days")),
    Column("weight", Kind.WHOLE, 9, _of_row("weight_g")),
    Column("volume", Kind.DECIMAL, 8, lambda row, _: _thousandth(row.volume_ml)),
    Column("note", Kind.TEXT, 24, _of_row("note")),
    Column("photos", Kind.WHOLE, 6, lambda row, _: len(row.photos)),
)
