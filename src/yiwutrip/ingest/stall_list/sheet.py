"""Spreadsheets: rows of text cells from xlsx and xls, by content and not by name."""

from __future__ import annotations

import io
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.errors import BadInputError, NotFoundError
from yiwutrip.ingest.stall_list.grid import Grid, Row
from yiwutrip.ingest.stall_list.xlsx_guard import MOST_CELLS, SheetShape, inspect_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from python_calamine import CalamineSheet, CalamineWorkbook

    from yiwutrip.ingest.stall_list.source import Source

XLSX_MAGIC: Final = b"PK\x03\x04"
XLS_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_XLS_BYTES: Final = 64 * 1024**2


def read_sheet(source: Source, wanted: str | None) -> Grid:
    """
    The rows of one sheet of a workbook.

    Args:
        source: the file.
        wanted: name or number (from 1) of the sheet; without it, the first that is visible and not empty.

    Raises:
        BadInputError: it is no workbook, damaged, protected by a password, empty, or too large.
        NotFoundError: it has no such sheet.

    """
    kind = "xlsx" if source.head(len(XLSX_MAGIC)) == XLSX_MAGIC else "xls"
    shapes: Mapping[str, SheetShape] = {}
    if kind == "xlsx":
        with source.open() as stream:
            shapes = inspect_xlsx(stream, source.size, source.name)
    elif source.size > _LARGEST_XLS_BYTES:
        limit, mb = (f"{count / 1024**2:,.0f}" for count in (_LARGEST_XLS_BYTES, source.size))
        raise BadInputError("file-too-large", file=source.name, size_mb=mb, limit_mb=limit)
    data = source.whole()
    source.check_unchanged()
    workbook = _open(data, source.name)
    name = _choose(workbook, wanted, shapes, source.name)
    sheet = _load(workbook, name, shapes.get(name), source.name)
    others = tuple(other for other in workbook.sheet_names if other != name)
    lost = shapes[name].lost if name in shapes else {}
    return Grid(lambda: _rows(sheet, lost), kind=kind, sheet=name, other_sheets=others)


@contextmanager
def _reading(file: str) -> Iterator[None]:
    """Turn what the reader cannot read into errors that a user understands."""
    from python_calamine import CalamineError, PasswordError  # noqa: PLC0415 -- only who needs it

    try:
        yield
    except PasswordError:
        raise BadInputError("file-protected", file=file) from None
    except (CalamineError, OSError, ValueError):
        raise BadInputError("damaged-workbook", file=file) from None
    except BaseException as error:
        # The reader is written in Rust; what it panics over is a damaged file, and no ``Exception``.
        if type(error).__name__ == "PanicException":
            raise BadInputError("damaged-workbook", file=file) from None
        raise


def _open(data: bytes, file: str) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 -- only who needs it

    with _reading(file):
        return CalamineWorkbook.from_filelike(io.BytesIO(data))


def _choose(workbook: CalamineWorkbook, wanted: str | None, shapes: Mapping[str, SheetShape], file: str) -> str:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 -- only who needs it

    names = workbook.sheet_names
    if wanted is not None:
        if wanted in names:
            return wanted
        if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted[:6]) <= len(names):
            return names[int(wanted) - 1]
        raise NotFoundError("sheet", wanted, similar=names)
    for meta in workbook.sheets_metadata:
        is_shown = meta.typ == SheetTypeEnum.WorkSheet and meta.visible == SheetVisibleEnum.Visible
        shape = shapes.get(meta.name)
        if is_shown and (shape is None or shape.rows):
            return meta.name
    raise BadInputError("empty-file", file=file)


def _load(workbook: CalamineWorkbook, name: str, shape: SheetShape | None, file: str) -> CalamineSheet:
    if shape and shape.rows * shape.columns > MOST_CELLS:
        raise BadInputError("sheet-too-large", file=file, rows=shape.rows, columns=shape.columns, limit=MOST_CELLS)
    with _reading(file):
        return workbook.get_sheet_by_name(name)


def _rows(sheet: CalamineSheet, lost: Mapping[tuple[int, int], str]) -> Iterator[Row]:
    merged = _merged_downwards(sheet)
    lost_in_row: dict[int, list[tuple[int, str]]] = {}
    for (row, column), shown in lost.items():
        lost_in_row.setdefault(row, []).append((column - 1, shown))
    held: dict[int, tuple[int, str]] = {}
    for index, cells in _placed(sheet):
        for column, shown in lost_in_row.get(index + 1, ()):
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = shown
        for column, last_row in merged.get(index, ()):
            if column < len(cells) and cells[column]:
                held[column] = (last_row, cells[column])
        if held:
            held = {column: item for column, item in held.items() if index <= item[0]}
            for column, (_, text) in held.items():
                cells[column] = cells[column] or text
        yield Row(index + 1, cells)


def _placed(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """
    Rows with their index from 0, cells from column A.

    The reader leaves out empty columns on the left and, depending on its version, empty rows at the top; the first row
    that it has something in tells which.
    """
    if sheet.start is None or sheet.end is None:
        return
    (first_row, first_column), (_, last_column) = sheet.start, sheet.end
    index = 0
    for values in sheet.iter_rows():
        if index < first_row and any(value != "" for value in values):
            index = first_row
        left_out = last_column + 1 - len(values)
        yield index, [""] * min(left_out, first_column) + [cell_text(value) for value in values]
        index += 1


def _merged_downwards(sheet: CalamineSheet) -> dict[int, list[tuple[int, int]]]:
    """For each first row of a merged block that spans rows: its column and last row."""
    found: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        if bottom > top:
            found.setdefault(top, []).append((left, bottom))
    return found


def cell_text(value: object) -> str:
    """
    A cell's value as the text that a person sees in it.

    Excel keeps every number as a float: 16213.0 is 16213. A date at midnight is a date.
    """
    match value:
        case str():
            return value
        case bool():
            return "1" if value else "0"
        case float():
            return str(int(value)) if value.is_integer() else f"{value:.15g}"
        case date() | time() | timedelta():
            return _moment_text(value)
        case _:
            return "" if value is None else str(value)


def _moment_text(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(timespec="seconds")
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return value.isoformat()
