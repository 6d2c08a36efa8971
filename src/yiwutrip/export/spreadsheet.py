"""Cells of spreadsheets: as text for CSV, typed for XLSX."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

Cell: TypeAlias = "str | int | Decimal | date | None"


class Kind(Enum):
    """How a column is shown; ``CODE`` is text that a spreadsheet would take for a number if it were let."""

    TEXT = auto()
    CODE = auto()
    WHOLE = auto()
    MONEY = auto()
    DECIMAL = auto()
    DAY = auto()


# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# A cell holds no more (Excel specifications and limits).
LONGEST_CELL = 32_767
WORKBOOK_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
FORMATS: dict[Kind, dict[str, object]] = {
    Kind.TEXT: {"text_wrap": True, "indent": 1},
    Kind.CODE: {"num_format": "@", "text_wrap": True, "indent": 1},
    Kind.WHOLE: {"num_format": "#,##0"},
    Kind.MONEY: {"num_format": "#,##0.00"},
    Kind.DECIMAL: {"num_format": "#,##0.0"},
    Kind.DAY: {"num_format": "yyyy-mm-dd", "align": "left", "indent": 1},
}
EDGES: Mapping[str, object] = {"valign": "vcenter", "border": 1, "border_color": "#BBBBBB", "font_size": 10.5}
HEAD: Mapping[str, object] = {**EDGES, "bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#EEEEEE"}
_NUMBERS = (Kind.WHOLE, Kind.MONEY, Kind.DECIMAL)
# Above its column; at the top, for the filter's button covers what stands at the right of the bottom.
HEADS: Mapping[Kind, Mapping[str, object]] = {
    kind: {**HEAD, "valign": "top", **({"align": "right"} if kind in _NUMBERS else {"align": "left", "indent": 1})}
    for kind in Kind
}


def write_row(sheet: Any, at: int, kinds: Sequence[Kind], cells: Sequence[Cell], formats: Mapping[Kind, Any]) -> None:  # noqa: ANN401 - xlsxwriter has no types
    """Write a row of a worksheet, each cell as what it is."""
    for column, (kind, cell) in enumerate(zip(kinds, cells, strict=True)):
        shown = formats[kind]
        if cell is None:
            sheet.write_blank(at, column, None, shown)
        elif isinstance(cell, str):
            sheet.write_string(at, column, cell[:LONGEST_CELL], shown)
        elif isinstance(cell, date):
            sheet.write_datetime(at, column, cell, shown)
        else:
            sheet.write_number(at, column, cell, shown)


def written(cell: Cell, kind: Kind) -> str:
    """A cell of a CSV that Excel and WPS open, with nothing in it alive."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return str(cell)
    return _neutral(_grouped(cell) if kind is Kind.CODE else cell)


def _neutral(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would compute."""
    clean = text.replace("\0", "")
    return f"'{clean}" if clean.startswith(FORMULA_STARTS) else clean


def _grouped(code: str) -> str:
    """
    Digits in groups of four from the right, which a spreadsheet takes for text: ``138 0000 1111``.

    Excel turns a bare ``057912345678`` into a number, even between quotation marks: the nought goes, and beyond eleven
    digits the rest is rounded off.
    """
    if not (code.isascii() and code.isdigit()):
        return code
    first = len(code) % 4
    groups = [code[:first]] * bool(first) + [code[at : at + 4] for at in range(first, len(code), 4)]
    return " ".join(groups)
