"""Where the header of a list is, and what it says."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.errors import BadInputError
from yiwutrip.ingest.stall_list.fields import MEANINGS, Field, header_key, meaning_of
from yiwutrip.ingest.stall_list.understanding import Column, How
from yiwutrip.ingest.stall_list.words import shortened
from yiwutrip.ingest.stall_list.xlsx_guard import column_letters, column_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwutrip.ingest.stall_list.grid import Row

MOST_COLUMNS: Final = 1024
_LOOKED_AT: Final = 25
_SAMPLES: Final = 3
_ALIKE: Final = 0.86
_DATA: Final = re.compile(r"\d{3}|^\d+$")
_LETTERS: Final = re.compile(r"[A-Za-z]{1,3}")


@dataclass(frozen=True, slots=True)
class Header:
    """
    The header of a list: the text over each column and the lines it stands on.

    ``texts`` is as wide as the list; ``deepest`` is the index, among the rows looked at, of the first row of data.
    """

    texts: tuple[str, ...]
    lines: tuple[int, ...]
    first_data: int


def find_header(rows: Sequence[Row], mapped: Mapping[str, Field]) -> Header:
    """
    Find the header among the first rows: the row with the most known names, and one beside it that adds to it.

    Titles above it are passed over. Where no row has known names, the list has no header.
    """
    looked_at = rows[:_LOOKED_AT]
    hits = [_hits(row.cells, mapped) for row in looked_at]
    best = max(range(len(hits)), key=lambda index: (hits[index], -index), default=None)
    if best is None or hits[best] < _enough(looked_at[best].cells):
        return _unknown_header(rows)
    used = [best]
    if best + 1 < len(hits) and hits[best + 1] >= 2 and not _is_data(looked_at[best + 1].cells):
        used.append(best + 1)
    elif best and _fills_gaps(looked_at[best - 1].cells, looked_at[best].cells):
        used.insert(0, best - 1)
    layers = [looked_at[index].cells for index in used]
    width = _used_width([*layers, *(row.cells for row in rows[used[-1] + 1 :])], max(map(len, layers)))
    texts = tuple(_joined([_cell(layer, column) for layer in layers]) for column in range(width))
    return Header(texts, tuple(looked_at[index].line for index in used), used[-1] + 1)


def _unknown_header(rows: Sequence[Row]) -> Header:
    """A first row without any digit above rows that have some is a header, if one that says nothing known."""
    filled = [index for index, row in enumerate(rows[:_LOOKED_AT]) if _distinct(row.cells)]
    if len(filled) > 1:
        first, second = rows[filled[0]], rows[filled[1]]
        if _distinct(first.cells) > 1 and not _has_digit(first.cells) and _has_digit(second.cells):
            width = _used_width([row.cells for row in rows], len(first.cells))
            texts = tuple(_cell(first.cells, column) for column in range(width))
            return Header(texts, (first.line,), filled[0] + 1)
    widths = Counter(len(row.cells) for row in rows if any(row.cells))
    usual = widths.most_common(1)[0][0] if widths else 0
    return Header(("",) * min(usual, MOST_COLUMNS), (), 0)


def _used_width(rows: Sequence[Sequence[str]], declared: int) -> int:
    """The declared columns, less those at the end in which no row has anything; spreadsheets declare up to 16,384."""
    used = max((index + 1 for row in rows for index, cell in enumerate(row[:MOST_COLUMNS]) if cell.strip()), default=0)
    return min(declared, used)


def _has_digit(cells: Sequence[str]) -> bool:
    return any(char.isdigit() for cell in cells for char in cell)


def _fills_gaps(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the row above a header names a column that the header leaves empty."""
    return any(
        meaning_of(cell) and not _cell(below, column)
        for column, cell in enumerate(above[:MOST_COLUMNS])
        if cell.strip()
    )


def _enough(cells: Sequence[str]) -> int:
    """Known names that make a row a header: one where nothing in it looks like data, else two."""
    return 2 if _is_data(cells) else 1


def _cell(cells: Sequence[str], column: int) -> str:
    return " ".join(cells[column].split()) if column < len(cells) else ""


def _distinct(cells: Sequence[str]) -> int:
    return len({cell.strip() for cell in cells if cell.strip()})


def _hits(cells: Sequence[str], mapped: Mapping[str, Field]) -> int:
    fields: set[str] = set()
    for cell in cells[:MOST_COLUMNS]:
        if 0 < len(cell) <= 60:
            key = header_key(cell)
            if key in mapped:
                fields.add(key)
            elif meaning := meaning_of(cell):
                fields.add(meaning.field)
    return len(fields)


def _is_data(cells: Sequence[str]) -> bool:
    """Whether a quarter of the filled cells hold numbers, as no header does."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return sum(bool(_DATA.search(cell)) for cell in filled) * 4 >= len(filled)


def _joined(layers: list[str]) -> str:
    """One header out of two rows: the one that is known, the lower first; else both."""
    for text in reversed(layers):
        if text and meaning_of(text):
            return text
    return " ".join(dict.fromkeys(text for text in layers if text))


def read_mapping(mapping: Mapping[str, str]) -> dict[str, Field]:
    """
    What the user says about columns, by header key (or letter, or number).

    Raises:
        BadInputError: there is no field of that name.

    """
    read = {}
    for header, name in mapping.items():
        wanted = name.strip().lower()
        if wanted not in set(Field):
            close = difflib.get_close_matches(wanted, list(Field), n=1)
            meaning = meaning_of(name)
            right = meaning.field if meaning else close[0] if close else ", ".join(Field)
            raise BadInputError("unknown-field", name=name, right=right)
        read[header_key(header)] = Field(wanted)
    return read


def name_columns(header: Header, rows: Sequence[Row], mapped: Mapping[str, Field]) -> list[Column]:
    """
    What each column is taken for by what the user says and by its header; contents are not looked at.

    Raises:
        BadInputError: the user speaks of a column that is not there.

    """
    width = len(header.texts)
    fields: dict[int, tuple[Field, How]] = {}
    for key, field in mapped.items():
        fields[_column_called(key, header.texts, width)] = (field, How.MAPPED)
    taken = {field for field, _ in fields.values()}
    ranked = [
        (meaning.rank, index, meaning.field)
        for index, text in enumerate(header.texts)
        if index not in fields and (meaning := meaning_of(text))
    ]
    for _, index, field in sorted(ranked):
        if field not in taken or field is Field.IGNORED:
            fields[index] = (field, How.NAMED)
            taken.add(field)
    for index, text in enumerate(header.texts):
        if index not in fields and meaning_of(text) is None and (alike := _alike(text)) and alike not in taken:
            fields[index] = (alike, How.SIMILAR)
            taken.add(alike)
    samples = _samples(rows[header.first_data :], width)
    columns = []
    for index, text in enumerate(header.texts):
        known = fields.get(index)
        column = Column(index, column_letters(index + 1), text, None, None, samples[index])
        columns.append(replace(column, field=known[0], how=known[1]) if known else column)
    return columns


def _column_called(key: str, texts: Sequence[str], width: int) -> int:
    for index, text in enumerate(texts):
        if text and header_key(text) == key:
            return index
    number = 0
    if key.isascii() and key.isdigit():
        number = int(key[:5])
    elif _LETTERS.fullmatch(key):
        number = column_number(key.upper())
    if 1 <= number <= width:
        return number - 1
    raise BadInputError("no-such-column", name=key, allowed=", ".join(text for text in texts if text) or f"1-{width}")


def _alike(text: str) -> Field | None:
    """A field whose header is spelt almost like this one: a slip of the pen."""
    key = header_key(text)
    if len(key) < 4:
        return None
    close = difflib.get_close_matches(key, MEANINGS, n=1, cutoff=_ALIKE)
    return MEANINGS[close[0]].field if close else None


def _samples(rows: Sequence[Row], width: int) -> list[tuple[str, ...]]:
    samples: list[tuple[str, ...]] = [()] * width
    for row in rows:
        for index, cell in enumerate(row.cells[:width]):
            if len(samples[index]) < _SAMPLES and cell.strip():
                samples[index] += (shortened(cell),)
    return samples
