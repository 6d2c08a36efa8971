"""The ranking as a table to share: a row a sample, with the costs that its margin comes from."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import xlsxwriter

from yiwutrip.export import text
from yiwutrip.export.spreadsheet import EDGES, FORMATS, HEADS, WORKBOOK_OPTIONS, Kind, write_row, written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yiwutrip.domain.sample import Quote
    from yiwutrip.domain.words import Words
    from yiwutrip.export.spreadsheet import Cell
    from yiwutrip.usecases.rank_samples import Ranked


@dataclass(frozen=True, slots=True)
class _Column:
    """``head`` is a key of the catalogue, the width is in characters."""

    head: str
    kind: Kind
    width: float
    cell: Callable[[Ranked, Words], Cell]


def _quote(one: Ranked) -> Quote:
    return one.sample.taken.quote


def _yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else text.in_yuan(fen)


def _percent(permille: int | None) -> Decimal | None:
    return None if permille is None else Decimal(permille) / 10


def _unknown(one: Ranked, words: Words) -> str | None:
    return words("review.and").join(words(f"review.ask-{key}") for key in one.margin.unknown) or None


_COLUMNS = (
    _Column("review.col-group", Kind.TEXT, 12, lambda one, _: one.group or None),
    _Column("review.place", Kind.WHOLE, 6, lambda one, _: None if one.margin.fen is None else one.place),
    _Column("manifest.col-number", Kind.CODE, 8, lambda one, _: one.sample.number),
    _Column("manifest.col-article", Kind.TEXT, 22, lambda one, _: one.sample.taken.article),
    _Column("manifest.col-stall", Kind.CODE, 15, lambda one, _: one.sample.taken.stall),
    _Column("sample.status", Kind.TEXT, 9, lambda one, words: words(f"sample.status-{one.sample.status}")),
    _Column("review.col-live", Kind.MONEY, 10, lambda one, _: _yuan(_quote(one).live_price_fen)),
    _Column("manifest.col-price", Kind.MONEY, 10, lambda one, _: _yuan(_quote(one).price_fen)),
    _Column("review.col-commission", Kind.DECIMAL, 8, lambda one, _: _percent(_quote(one).commission_permille)),
    _Column("review.col-freight", Kind.MONEY, 8, lambda one, _: _yuan(_quote(one).freight_fen)),
    _Column("review.col-packaging", Kind.MONEY, 8, lambda one, _: _yuan(_quote(one).packaging_fen)),
    _Column("manifest.col-fee", Kind.MONEY, 8, lambda one, _: _yuan(one.sample.taken.fee_fen)),
    _Column("manifest.col-moq", Kind.WHOLE, 8, lambda one, _: _quote(one).moq),
    _Column("review.col-left", Kind.MONEY, 10, lambda one, _: _yuan(one.margin.fen)),
    _Column("review.col-share", Kind.DECIMAL, 8, lambda one, _: _percent(one.margin.permille)),
    _Column("review.col-capacity", Kind.WHOLE, 9, lambda one, _: _quote(one).daily_capacity),
    _Column("review.col-days", Kind.WHOLE, 9, lambda one, _: one.days_to_fill),
    _Column("review.col-unknown", Kind.TEXT, 30, _unknown),
)


def as_csv(ranked: Sequence[Ranked], words: Words) -> bytes:
    """In UTF-8 with a byte order mark, for Excel and WPS."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([words(column.head) for column in _COLUMNS])
    for one in ranked:
        writer.writerow([written(column.cell(one, words), column.kind) for column in _COLUMNS])
    return out.getvalue().encode("utf-8-sig", errors="replace")


def as_xlsx(ranked: Sequence[Ranked], words: Words) -> bytes:
    """A workbook of one sheet, to sort and to filter."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, WORKBOOK_OPTIONS) as book:
        sheet = book.add_worksheet(words("review.sheet"))
        heads = {kind: book.add_format(dict(head)) for kind, head in HEADS.items()}
        formats = {kind: book.add_format({**EDGES, **extra}) for kind, extra in FORMATS.items()}
        for at, column in enumerate(_COLUMNS):
            sheet.set_column(at, at, column.width)
            sheet.write_string(0, at, words(column.head), heads[column.kind])
        kinds = [column.kind for column in _COLUMNS]
        for at, one in enumerate(ranked, start=1):
            write_row(sheet, at, kinds, [column.cell(one, words) for column in _COLUMNS], formats)
        sheet.freeze_panes(1, 4)
        sheet.autofilter(0, 0, max(1, len(ranked)), len(_COLUMNS) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return out.getvalue()
