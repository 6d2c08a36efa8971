"""What a column holds, told from its cells, where its header says nothing or misleads."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from yiwutrip.ingest.stall_list.faults import CellError
from yiwutrip.ingest.stall_list.fields import PLACE_FIELDS, Field
from yiwutrip.ingest.stall_list.parts import DISTRICTS, read_unit
from yiwutrip.ingest.stall_list.understanding import Column, Doubt, How
from yiwutrip.ingest.stall_list.words import plain
from yiwutrip.market.address import parse_address
from yiwutrip.market.booths import infer_from_booth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwutrip.ingest.stall_list.grid import Row

_LOOKED_AT: Final = 40
_MANY: Final = 0.5
"""An address column: so many of its cells are addresses of the market."""

_FEW: Final = 0.25
"""A column that is called an address and is not: fewer of its cells are."""

_CLOSE: Final = 0.15
_DISTRICT_NAMES: Final = {name for name in DISTRICTS if not name.isdigit()}
_LONGEST_ADDRESS: Final = 300
_BOOTH: Final = re.compile(r"(?:[A-Z]{1,2}\d?F?-)?\d{4,6}[A-Z]?(?:-\d{1,2})?")
_PHONE: Final = re.compile(r"\+?[\d ()-]{7,20}")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class Settled:
    """The columns as their contents leave them, and what remains to be asked."""

    columns: list[Column]
    doubts: list[Doubt]


def settle_place(columns: Sequence[Column], rows: Sequence[Row]) -> Settled:
    """
    Make sure that there is a column that says where a stall is.

    A column that is called an address or a booth is believed if its cells look like it. Else the column is taken whose
    cells are addresses; where two are, or none, it is a doubt.
    """
    settled = [_not_a_measure(column, rows) for column in columns]
    by_field = {column.field: column for column in settled if column.field in PLACE_FIELDS}
    booth, address = by_field.get(Field.BOOTH), by_field.get(Field.ADDRESS)
    if booth and booth.how is not How.MAPPED and _speaks(_cells(booth, rows)):
        without = settle_place(_renamed(settled, booth), rows)
        if not without.doubts:
            return without
    if booth and booth.how is not How.MAPPED and _address_share(_cells(booth, rows)) >= _MANY:
        settled[booth.index] = replace(booth, field=None, how=None)
        return _take_best(settled, rows, Field.ADDRESS, replaced=address)
    if booth or Field.GATE in by_field:
        return Settled(settled, [])
    if address and (address.how is How.MAPPED or _address_share(_cells(address, rows)) >= _FEW):
        return Settled(settled, [])
    return _take_best(settled, rows, Field.ADDRESS, replaced=address)


def _not_a_measure(column: Column, rows: Sequence[Row]) -> Column:
    """Unit: pcs. What is called a unit is mostly what goods are counted in, and no part of a place."""
    if column.field is not Field.UNIT or column.how is How.MAPPED:
        return column
    cells = _cells(column, rows)
    return replace(column, field=None, how=None) if cells and not any(map(_is_unit, cells)) else column


def _is_unit(cell: str) -> bool:
    try:
        return read_unit(cell) is not None
    except CellError:
        return False


def _renamed(columns: Sequence[Column], booth: Column) -> list[Column]:
    """档口: 甲店. What is called a booth names who is there."""
    named = any(column.field is Field.NAME_ZH for column in columns)
    name = replace(booth, field=None if named else Field.NAME_ZH, how=None if named else How.CONTENT)
    return [name if column is booth else column for column in columns]


def _take_best(columns: list[Column], rows: Sequence[Row], field: Field, replaced: Column | None) -> Settled:
    free = [column for column in columns if column.how is not How.MAPPED]
    shares = sorted(((_address_share(_cells(column, rows)), column) for column in free), key=lambda item: -item[0])
    good = [(share, column) for share, column in shares if share >= _MANY]
    if not good and replaced is not None:
        return Settled(columns, [])
    if not good:
        return _take_booths(columns, rows, free)
    if len(good) > 1 and good[0][0] - good[1][0] < _CLOSE and not _same(good[0][1], good[1][1], rows):
        return Settled(columns, [Doubt(field, _called([column for _, column in good]))])
    if replaced is not None:
        columns[replaced.index] = replace(replaced, field=None, how=None)
    best = good[0][1]
    columns[best.index] = replace(best, field=field, how=How.CONTENT)
    return Settled(columns, [])


def _take_booths(columns: list[Column], rows: Sequence[Row], free: Iterable[Column]) -> Settled:
    shares = [(_booth_share(_cells(column, rows)), column) for column in free if column.field in {None, Field.NAME_ZH}]
    good = sorted(((share, column) for share, column in shares if share >= _MANY), key=lambda item: -item[0])
    if len(good) == 1 or (good and good[0][0] - good[1][0] >= _CLOSE):
        best = good[0][1]
        columns[best.index] = replace(best, field=Field.BOOTH, how=How.CONTENT)
        return Settled(columns, [])
    return Settled(columns, [Doubt(Field.ADDRESS, _called([column for _, column in good]))])


def guess_unnamed(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """What the other columns of a list without a header are: districts, phones and names are told by their cells."""
    guessed = list(columns)
    taken = {column.field for column in columns}
    for column in columns:
        if column.field is not None:
            continue
        cells = _cells(column, rows)
        if not cells:
            continue
        field = None
        if Field.DISTRICT not in taken and sum(plain(cell) in _DISTRICT_NAMES for cell in cells) >= len(cells) * _MANY:
            field = Field.DISTRICT
        elif Field.PHONE not in taken and _share(cells, _PHONE) >= _MANY and not _booth_share(cells) >= _MANY:
            field = Field.PHONE
        elif Field.NAME_ZH not in taken and _is_name(cells):
            field = Field.NAME_ZH
        if field:
            taken.add(field)
            guessed[column.index] = replace(column, field=field, how=How.CONTENT)
    return guessed


def _is_name(cells: Sequence[str]) -> bool:
    """Mostly Chinese, mostly different from row to row, and short."""
    chinese = sum(bool(_HAN.search(cell)) and len(cell) <= 30 for cell in cells)
    return chinese >= len(cells) * 0.8 and len(set(cells)) >= len(cells) * 0.6


def _cells(column: Column, rows: Sequence[Row]) -> list[str]:
    found = []
    for row in rows:
        cell = row.cells[column.index].strip() if column.index < len(row.cells) else ""
        if cell:
            found.append(cell)
            if len(found) == _LOOKED_AT:
                break
    return found


def _share(cells: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(pattern.fullmatch(cell) is not None for cell in cells) / len(cells) if cells else 0.0


def _address_share(cells: Sequence[str]) -> float:
    return sum(map(_is_address, cells)) / len(cells) if cells else 0.0


def _is_address(cell: str) -> bool:
    # A bare number can be anything; an address says at least one part in words.
    if not 4 <= len(cell) <= _LONGEST_ADDRESS or cell.isdigit():
        return False
    said = parse_address(cell).address
    return said.district is not None and (said.booth is not None or said.gate is not None or said.street is not None)


def _booth_share(cells: Sequence[str]) -> float:
    return sum(_BOOTH.fullmatch(cell) is not None and infer_from_booth(cell) is not None for cell in cells) / max(
        len(cells), 1
    )


def _called(columns: Sequence[Column]) -> tuple[str, ...]:
    """Names that ``--map`` can tell apart: headers, or letters where two have the same header."""
    names = [column.name for column in columns]
    return tuple(column.name if names.count(column.name) == 1 else column.letter for column in columns)


def _speaks(cells: Sequence[str]) -> bool:
    """Whether these are words: hardly a cell has a digit."""
    return bool(cells) and sum(any(char.isdigit() for char in cell) for cell in cells) < len(cells) * _FEW


def _same(one: Column, other: Column, rows: Sequence[Row]) -> bool:
    """Two columns that say the same: either will do."""
    return _cells(one, rows) == _cells(other, rows)
