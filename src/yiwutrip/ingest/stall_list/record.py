"""
One row of a list, from cells to a `Stall`.

This is the loop that a list of a million rows goes through, so it does for each cell one look into a dictionary: what a
column's cells mean is worked out once for each different text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from yiwutrip.domain.address import Address
from yiwutrip.domain.problems import Problem
from yiwutrip.domain.stall import Datum, Stall, Supplier, stall_code
from yiwutrip.ingest.stall_list import amounts, parts, times, words
from yiwutrip.ingest.stall_list.faults import CellError
from yiwutrip.ingest.stall_list.fields import Field
from yiwutrip.ingest.stall_list.where import Whereabouts, locate, weigh
from yiwutrip.market.datum import to_wgs84

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import time

    from yiwutrip.ingest.stall_list.grid import Row
    from yiwutrip.ingest.stall_list.understanding import Column

READERS: Final[dict[Field, Callable[[str], Any]]] = {
    Field.DISTRICT: parts.read_district,
    Field.FLOOR: parts.read_floor,
    Field.GATE: parts.read_gate,
    Field.STREET: parts.read_street,
    Field.UNIT: parts.read_unit,
    Field.BOOTH: parts.read_booth,
    Field.NAME_ZH: words.read_text,
    Field.NAME_EN: words.read_text,
    Field.SUPPLIER: words.read_text,
    Field.CONTACT: words.read_text,
    Field.PHONE: words.read_phone,
    Field.WECHAT: words.read_phone,
    Field.KIND: words.read_kind,
    Field.OPENS: times.read_clock,
    Field.CLOSES: times.read_clock,
    Field.CLOSED_ON: times.read_weekdays,
    Field.ALLIANCE: words.read_yes_no,
    Field.INTRODUCTION: words.read_yes_no,
    Field.APPOINTMENT: words.read_yes_no,
    Field.MOQ: amounts.read_count,
    Field.PRICE_LOW: amounts.read_price,
    Field.PRICE_HIGH: amounts.read_price,
    Field.SHIPS_SINGLE: words.read_yes_no,
    Field.DAILY_CAPACITY: amounts.read_count,
    Field.RATING: amounts.read_rating,
    Field.VISIT_MIN: amounts.read_minutes,
    Field.LAT: amounts.read_degrees,
    Field.LON: amounts.read_degrees,
    Field.DATUM: words.read_datum,
    Field.PRICE: amounts.read_price,
    Field.HOURS: times.read_hours,
    Field.CONTACT_PHONE: words.read_contact_phone,
    # What one stall may say differently in two rows.
    Field.ADDRESS: words.read_note,
    Field.CATEGORY: words.read_names,
    Field.KEYWORDS: words.read_keywords,
    Field.NOTE: words.read_note,
    Field.SOURCE: words.read_text,
    Field.AS_OF: times.read_as_of,
}
_ORDER: Final = tuple(READERS)
_CORE: Final = _ORDER.index(Field.ADDRESS)
_AT: Final = {field: index for index, field in enumerate(_ORDER)}
_MOST_WEIGHED: Final = 20_000
"""Rows whose address is held against itself; who loads more reads no doubts one by one, and each costs time."""

_LEFT_EMPTY: Final = {"bad-count": "count-left-out"}
"""Faults of cells that no plan hangs on: where the rest of a row is good, the cell is left out and told."""

_MOST_REMEMBERED: Final = 5_000
_TYPED_APOSTROPHE: Final = ("'=", "'+", "'-", "'@", "'\t", "'\r", "'＝", "'＋", "'－", "'＠")
_Price = tuple[int | None, int | None]
_UNKNOWN_PRICE: Final[_Price] = (None, None)


class _Meanings(dict[str, Any]):
    """What the texts of one column mean, worked out when a text is first met; ``""`` is unknown."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__({"": None})
        self._read = read

    def __missing__(self, text: str) -> object:
        stripped = text.strip()
        if stripped.startswith(_TYPED_APOSTROPHE):
            # What our own files put before a cell that a spreadsheet would take for a formula.
            stripped = stripped[1:]
        elif stripped.startswith('="') and stripped.endswith('"'):
            # The way to make Excel keep a number as text.
            stripped = stripped[2:-1]
        value = self._read(stripped) if stripped else None
        if len(self) < _MOST_REMEMBERED:
            self[text] = value
        return value


@dataclass(frozen=True, slots=True)
class Read:
    """
    What became of a row: a stall (its code with serial 1) and its doubts, or the problems for which it is refused.

    Attributes:
        core: hash of all that two rows of one stall have to agree on.

    """

    stall: Stall | None
    core: int = 0
    doubts: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    def without(self, dropped: Sequence[Problem]) -> Read:
        """The same, told of cells that were left out; of a row that is refused they are faults like the others."""
        if self.stall is None:
            return replace(self, problems=(*dropped, *self.problems))
        return replace(self, doubts=(*(replace(one, code=_LEFT_EMPTY[one.code]) for one in dropped), *self.doubts))


class RowReader:
    """Reads the rows of one list by the columns that were settled for it."""

    def __init__(self, columns: Sequence[Column], file: str) -> None:
        self._file = file
        self._width = len(columns)
        self._usual = 0
        self._weighed = 0
        self._columns = [column for column in columns if column.field in READERS]
        self._meanings = [_Meanings(READERS[column.field]) for column in self._columns if column.field]
        # Two columns at least, so that the getters give tuples.
        self._texts = itemgetter(*[column.index for column in self._columns], 0, 0)
        place = {column.field: index for index, column in enumerate(self._columns)}
        self._arrange = itemgetter(*[place.get(field, len(place)) for field in _ORDER])

    def read(self, row: Row) -> Read:
        """One row; never raises for what stands in it."""
        cells = row.cells
        breaks_off = row.last and len(cells) < self._usual
        self._usual = len(cells)
        if len(cells) < self._width:
            cells = cells + [""] * (self._width - len(cells))
        problems: list[Problem] = []
        dropped: list[Problem] = []
        try:
            meant = [meanings[text] for meanings, text in zip(self._meanings, self._texts(cells), strict=False)]
        except CellError:
            meant = self._read_each(row, cells, problems, dropped)
        if breaks_off:
            problems.append(self._problem("half-row", row.line, None, None, {}))
        if len(cells) > self._width and any(cell.strip() for cell in cells[self._width :]):
            problems.append(self._problem("too-many-cells", row.line, None, None, {"count": len(cells)}))
        meant.append(None)
        read = self._assemble(row, self._arrange(meant), problems)
        return read.without(dropped) if dropped else read

    def _read_each(self, row: Row, cells: list[str], problems: list[Problem], dropped: list[Problem]) -> list[Any]:
        """The same, one cell at a time, for rows of which some cell cannot be meant."""
        meant: list[Any] = []
        for column, meanings in zip(self._columns, self._meanings, strict=True):
            text = cells[column.index]
            try:
                meant.append(meanings[text])
            except CellError as fault:
                meant.append(None)
                faults = dropped if fault.code in _LEFT_EMPTY else problems
                faults.append(self._problem(fault.code, row.line, column, text, fault.params))
        return meant

    def _problem(
        self, code: str, line: int, column: Column | None, value: str | None, params: Mapping[str, object]
    ) -> Problem:
        return Problem(
            code,
            file=self._file,
            line=line,
            column=column.name if column else None,
            value=words.shortened(value) if value else None,
            params=params,
        )

    def _column(self, field: Field) -> Column | None:
        return next((column for column in self._columns if column.field is field), None)

    def _complain(self, problems: list[Problem], code: str, row: Row, field: Field, **params: object) -> None:
        column = self._column(field)
        value = row.cells[column.index] if column and column.index < len(row.cells) else None
        problems.append(self._problem(code, row.line, column, value, params))

    def _assemble(self, row: Row, values: Sequence[Any], problems: list[Problem]) -> Read:
        district, floor, gate, street, unit, booth, name_zh, name_en = values[:8]
        text = values[_AT[Field.ADDRESS]]
        opens, closes = self._opening(row, values, problems)
        low, high = self._prices(row, values, problems)
        lat, lon = self._point(row, values, problems)
        stated = Address(
            district,
            floor,
            gate if type(gate) is int else None,
            street if type(street) is int else None,
            unit,
            booth,
            gate if type(gate) is str else None,
            street if type(street) is str else None,
        )
        found = Whereabouts(stated)
        if district is None or floor is None or (text and (booth is None or gate is None or street is None)):
            if problems:
                # A cell of the place may be among them; what it should say would only be missed a second time.
                return Read(None, problems=tuple(problems))
            found = locate(stated, text)
        elif not (booth or gate or problems):
            self._complain(problems, "no-booth-or-gate", row, Field.BOOTH)
        if self._weighed < _MOST_WEIGHED and not (problems or found.refused):
            self._weighed += 1
            found = weigh(found)
        if found.refused:
            return Read(None, problems=(self._about(found.refused, row, text),))
        if problems:
            return Read(None, problems=tuple(problems))
        facts = [
            stall_code(found.address),
            found.address,
            name_zh,
            name_en,
            _supplier(values),
            values[_AT[Field.CATEGORY]] or (),
            values[_AT[Field.KEYWORDS]] or (),
            values[_AT[Field.KIND]],
            opens,
            closes,
            values[_AT[Field.CLOSED_ON]] or (),
            *values[_AT[Field.ALLIANCE] : _AT[Field.MOQ] + 1],
            low,
            high,
            *values[_AT[Field.SHIPS_SINGLE] : _AT[Field.VISIT_MIN] + 1],
            lat,
            lon,
            *values[_AT[Field.NOTE] : _AT[Field.AS_OF] + 1],
            found.inferred,
        ]
        doubts = tuple(self._about(doubt, row, text) for doubt in found.doubts)
        return Read(Stall(*facts), hash(values[:_CORE]), doubts)

    def _about(self, problem: Problem, row: Row, text: str | None) -> Problem:
        """A problem of the address parser with its place in the file."""
        column = self._column(Field.ADDRESS) if text else None
        if column is None:
            column = self._column(Field.BOOTH) or self._column(Field.GATE)
        value = problem.value if problem.value is not None else text
        return self._problem(problem.code, row.line, column, value, problem.params)

    def _opening(self, row: Row, values: Sequence[Any], problems: list[Problem]) -> tuple[time | None, time | None]:
        opens, closes, both = values[_AT[Field.OPENS]], values[_AT[Field.CLOSES]], values[_AT[Field.HOURS]]
        if both:
            opens, closes = opens or both[0], closes or both[1]
        if opens and closes and closes <= opens:
            field = Field.HOURS if both else Field.CLOSES
            self._complain(
                problems, "closes-before-opens", row, field, opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}"
            )
        return opens, closes

    def _prices(self, row: Row, values: Sequence[Any], problems: list[Problem]) -> _Price:
        low, high, price = values[_AT[Field.PRICE_LOW]], values[_AT[Field.PRICE_HIGH]], values[_AT[Field.PRICE]]
        if not (low or high or price):
            return _UNKNOWN_PRICE
        lowest = low[0] if low and low[0] is not None else price[0] if price else None
        highest = high[1] if high and high[1] is not None else price[1] if price else None
        if highest is None and low and low[1] != low[0]:
            highest = low[1]
        if lowest is not None and highest is not None and lowest > highest:
            self._complain(problems, "price-range-upside-down", row, Field.PRICE_LOW)
        return lowest, highest

    def _point(self, row: Row, values: Sequence[Any], problems: list[Problem]) -> tuple[float | None, float | None]:
        lat, lon, datum = values[_AT[Field.LAT]], values[_AT[Field.LON]], values[_AT[Field.DATUM]]
        if lat is None and lon is None:
            return None, None
        if lat is None or lon is None:
            self._complain(problems, "half-a-point", row, Field.LAT if lat is None else Field.LON)
            return None, None
        if abs(lat) > 90:
            self._complain(problems, "lat-lon-swapped", row, Field.LAT)
            return None, None
        return to_wgs84(lat, lon, datum) if datum and datum is not Datum.WGS84 else (lat, lon)


def _supplier(values: Sequence[Any]) -> Supplier | None:
    """Who trades there: the supplier's name, or what stands for it."""
    name_zh, name_en, supplier, contact, phone, wechat = values[_AT[Field.NAME_ZH] : _AT[Field.WECHAT] + 1]
    if both := values[_AT[Field.CONTACT_PHONE]]:
        contact, phone = contact or both[0], phone or both[1]
    name = supplier or name_zh or name_en or contact or phone or wechat
    return Supplier(name, contact, phone, wechat) if name else None
