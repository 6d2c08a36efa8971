"""The manifest as CSV that Excel and WPS open with Chinese whole and nothing in it alive."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

from yiwutrip.export.manifest_table import COLUMNS, Cell, Kind

if TYPE_CHECKING:
    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.words import Words
    from yiwutrip.export.registry import PictureLoader

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def export(manifest: Manifest, words: Words, picture: PictureLoader) -> bytes:
    """The samples as CSV in UTF-8 with a byte order mark, a head in the reader's language."""
    del picture
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([words(f"manifest.col-{column.name}") for column in COLUMNS])
    for row in manifest.samples:
        writer.writerow([_written(column.cell(row, words), column.kind) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig", errors="replace")


def _written(cell: Cell, kind: Kind) -> str:
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
