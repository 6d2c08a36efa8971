"""CSV and its relatives: rows of cells from text, whatever the delimiter and however careless the quotes."""

from __future__ import annotations

import csv
import io
from collections import Counter, deque
from typing import TYPE_CHECKING, Final

from yiwutrip.ingest.stall_list.encoding import ERRORS, encoding_of
from yiwutrip.ingest.stall_list.fields import meaning_of
from yiwutrip.ingest.stall_list.grid import Grid, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiwutrip.ingest.stall_list.source import Source

_DELIMITERS: Final = (",", "\t", ";", "|", "，", "\x1f")
_LOOK_LINES: Final = 60
_LONGEST_LINE: Final = 1_000_000
_MOST_LINES_IN_A_ROW: Final = 100
_MOST_CHARACTERS_IN_A_ROW: Final = 100_000


def read_delimited(source: Source, encoding: str | None) -> Grid:
    """
    The rows of a CSV file, read as they are asked for.

    Raises:
        BadInputError: the file is no text; or, while rows are read, it turns out to have been changed meanwhile.

    """
    used = encoding_of(source, encoding)
    with _text(source, used) as stream:
        head = [line for line, _ in zip(_lines(stream), range(_LOOK_LINES), strict=False)]
    delimiter = sniff_delimiter(head)

    def rows() -> Iterator[Row]:
        with _text(source, used) as stream:
            yield from split_rows(_lines(stream), delimiter)
        source.check_unchanged()

    return Grid(rows, kind="csv", encoding=used, delimiter=delimiter)


def _text(source: Source, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(source.open(), encoding=encoding, errors=ERRORS, newline="")


def _lines(stream: io.TextIOWrapper) -> Iterator[str]:
    """Lines with their ends; one without end is cut into pieces, so that it cannot fill the memory."""
    while line := stream.readline(_LONGEST_LINE):
        yield line.removeprefix("\ufeff")


def sniff_delimiter(lines: list[str]) -> str:
    """The delimiter under which the first lines make the most known headers and the most even rows."""
    return max(_DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[int, float]:
    rows = [row.cells for row in split_rows(iter(lines), delimiter)]
    headers = max((len({m.field for cell in row if (m := meaning_of(cell))}) for row in rows[:20]), default=0)
    widths = Counter(len(row) for row in rows if any(row))
    if not widths:
        return 0, 0.0
    width, count = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
    return headers, count / widths.total() * min(width, 10) if width > 1 else 0.0


def split_rows(lines: Iterator[str], delimiter: str) -> Iterator[Row]:
    """
    Rows from lines.

    A quote that opens and never closes would swallow the lines below it; such a row is read again with its quotes as
    plain characters, and the lines below it stay what they are.
    """
    feed = _Feed(lines)
    number = 1
    while True:
        reader = csv.reader(feed, delimiter=delimiter)
        try:
            for cells in reader:
                taken = feed.taken
                if len(taken) > 1 and _swallowed(cells, delimiter):
                    break
                yield Row(number, cells, last=not taken[-1].endswith(("\n", "\r")))
                number += len(taken)
                feed.keep()
            else:
                return
        except (csv.Error, _TooMuchError):
            if not feed.taken:
                return
        first = feed.give_back_all_but_first()
        yield Row(number, _without_quotes(first, delimiter))
        number += 1


def _swallowed(cells: list[str], delimiter: str) -> bool:
    """Whether a cell of several lines holds what look like whole rows."""
    enough = max(2, len(cells) // 2)
    return any(
        part.count(delimiter) >= enough
        for cell in cells
        if "\n" in cell or "\r" in cell
        for part in cell.splitlines()[1:]
    )


def _without_quotes(line: str, delimiter: str) -> list[str]:
    return [cell.strip('"') for cell in line.rstrip("\r\n").split(delimiter)]


class _TooMuchError(Exception):
    """A row takes more lines or characters than a row can have."""


class _Feed:
    """Hands lines to the reader, remembers those of the row being read, and takes them back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self._characters = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES_IN_A_ROW or self._characters > _MOST_CHARACTERS_IN_A_ROW:
            raise _TooMuchError
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        self._characters += len(line)
        return line

    def keep(self) -> None:
        """The row is done; its lines are gone."""
        self.taken = []
        self._characters = 0

    def give_back_all_but_first(self) -> str:
        """Put the lines of the row back, the first apart."""
        first, *rest = self.taken
        self._again.extendleft(reversed(rest))
        self.keep()
        return first
