"""How a list was understood: shown before it is imported, and asked about where it is unsure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.ingest.stall_list.fields import Field


class How(StrEnum):
    """Why a column is taken for what it is: the user said so, its header, a header much like it, or its contents."""

    MAPPED = "mapped"
    NAMED = "named"
    SIMILAR = "similar"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Column:
    """
    One column of the list.

    Attributes:
        index: from 0.
        letter: as spreadsheets count, A the first.
        header: as it stands in the file, empty where there is none.
        field: what it is taken for, None where it is left out.
        how: why; None where it is left out.
        sample: the first values in it, for a preview.

    """

    index: int
    letter: str
    header: str
    field: Field | None
    how: How | None
    sample: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What ``--map`` calls it: its header, else its letter."""
        return self.header or self.letter


@dataclass(frozen=True, slots=True)
class Doubt:
    """
    A question that only the user can answer: which column holds ``field``?

    ``columns`` are the names of those that may, the likeliest first; none where nothing looks like it.
    """

    field: Field
    columns: tuple[str, ...]

    @property
    def answers(self) -> tuple[str, ...]:
        """What would settle it, each a value for ``--map``."""
        return tuple(f"{column}={self.field}" for column in self.columns)


@dataclass(frozen=True, slots=True)
class Understanding:
    """
    How the file was read and what each column was taken for.

    Attributes:
        kind: csv, xlsx, xls or json.
        header_lines: lines of the header; none where the list has none.
        doubts: what has to be settled before the list can be imported.

    """

    file: str
    kind: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    other_sheets: tuple[str, ...]
    header_lines: tuple[int, ...]
    columns: tuple[Column, ...]
    doubts: tuple[Doubt, ...] = ()
