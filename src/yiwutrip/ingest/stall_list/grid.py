"""What every format gives: rows of text cells, each with the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Row(NamedTuple):
    """
    One row: its line in the file (or row in the sheet), from 1, and its cells as text.

    ``last`` says that the file ends within or right behind it, without a line end: it may be half a row.
    """

    line: int
    cells: list[str]
    last: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """
    A file as rows of cells.

    Attributes:
        rows: gives them from the first again, each time it is called; holds no more than one at a time where it can.
        kind: csv, xlsx, xls or json.
        headers: the names of the columns where the format itself says them (JSON); else they are among the rows.
        other_sheets: names of sheets that were not read.

    """

    rows: Callable[[], Iterator[Row]]
    kind: str
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    other_sheets: tuple[str, ...] = ()
    headers: tuple[str, ...] | None = None
