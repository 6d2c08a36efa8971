"""A stall list, read: what it was understood as, its stalls one after the other, and what was wrong with the others."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.address import Address
from yiwutrip.domain.errors import BadInputError, TripError
from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.stall_list.content import guess_unnamed, settle_place
from yiwutrip.ingest.stall_list.delimited import read_delimited
from yiwutrip.ingest.stall_list.header import Header, find_header, name_columns, read_mapping
from yiwutrip.ingest.stall_list.json_list import looks_like_json, read_json
from yiwutrip.ingest.stall_list.keys import Again, Repeats, Serials
from yiwutrip.ingest.stall_list.record import RowReader
from yiwutrip.ingest.stall_list.sheet import XLS_MAGIC, XLSX_MAGIC, read_sheet
from yiwutrip.ingest.stall_list.source import open_source
from yiwutrip.ingest.stall_list.understanding import Understanding
from yiwutrip.market.address import parse_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from yiwutrip.domain.stall import Stall
    from yiwutrip.ingest.stall_list.grid import Grid, Row
    from yiwutrip.ingest.stall_list.source import Source

MOST_KEPT: Final = 20_000
"""Problems and rejected rows beyond this are counted and not kept: the list as a whole is wrong then."""

_LOOKED_AT: Final = 200
_SHEETS_TRIED: Final = 5
_SUM: Final = re.compile(r"合计|总计|小计|共计|(?:grand |sub)?total(?![a-z])", re.IGNORECASE)
_MARKUP: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|table|meta|\?xml)\b", re.IGNORECASE)
"""Many a web shop's "Excel export" is a web page under the name of an xls."""


@dataclass(frozen=True, slots=True)
class ListOptions:
    """
    What the user says about a list.

    Attributes:
        encoding: of a text file, where it is not told right from the bytes.
        mapping: header (or column letter, or number from 1) to field name; ``ignored`` leaves a column out.
        sheet: name or number of the sheet.
        known: the catalogue's stalls without a booth, so that a list that names them again gets their codes.

    """

    encoding: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    known: Iterable[Stall] = ()


@dataclass(slots=True)
class Tally:
    """
    What became of the rows so far; whole when `StallList.stalls` has been read to its end.

    Attributes:
        rows: read, without the header and empty ones.
        refused: of them, those that cannot go in.
        repeated: of them, those that say the same again, or add to a stall that was named before.
        problems: why rows were refused.
        doubts: what looks wrong in rows that went in all the same.
        rejects: the refused rows as they stand, with their problems.

    """

    rows: int = 0
    refused: int = 0
    repeated: int = 0
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    rejects: list[tuple[Row, tuple[Problem, ...]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class StallList:
    """
    A list that was looked at and can be read.

    Reading it streams: a million rows take no more memory than a few numbers each. It can be read again; each time the
    tally begins anew.
    """

    understanding: Understanding
    grid: Grid
    header: Header
    known: Iterable[Stall]
    tally: Tally = field(default_factory=Tally)

    def check_sure(self) -> None:
        """
        Make sure that nothing is left to be asked.

        Raises:
            BadInputError: ``list-unsure``; each problem says which ``--map`` would settle it.

        """
        if self.understanding.doubts:
            file = self.understanding.file
            problems = [
                Problem(
                    "which-column" if doubt.columns else "no-place-column",
                    file=file,
                    params={
                        "field": str(doubt.field),
                        "answers": " | ".join(f"--map {answer}" for answer in doubt.answers),
                    },
                )
                for doubt in self.understanding.doubts
            ]
            raise BadInputError("list-unsure", problems=problems, file=file)

    def stalls(self) -> Iterator[Stall]:
        """
        The stalls of the rows that can go in; the others are in the tally.

        A stall that the list names again with more categories comes again, with all of them.

        Raises:
            BadInputError: something is left to be asked, or the file was changed while it was being read.

        """
        self.check_sure()
        _clear(self.tally)
        reader = RowReader(self.understanding.columns, self.understanding.file)
        serials, repeats = Serials(self.known), Repeats()
        for row in self._data():
            self.tally.rows += 1
            read = reader.read(row)
            if read.stall is None:
                if self._is_no_stall(row):
                    self.tally.rows -= 1
                else:
                    self._refuse(row, read.problems)
                continue
            again, stall, first = repeats.check(serials.settle(read.stall), read.core, row.line)
            if again is Again.DIFFERENT:
                problem = Problem("stall-twice", self.understanding.file, row.line, None, stall.code, {"first": first})
                self._refuse(row, (problem,))
                continue
            self.tally.repeated += again is not Again.FIRST
            if read.doubts and len(self.tally.doubts) < MOST_KEPT:
                self.tally.doubts.extend(read.doubts)
            yield stall

    def _data(self) -> Iterator[Row]:
        """Rows below the header that hold something and do not repeat the header."""
        titles = {text for text in self.header.texts if text}
        mark = next((index for index, text in enumerate(self.header.texts) if text), 0)
        for row in islice(self.grid.rows(), self.header.first_data, None):
            cells = row.cells
            if not any(cells) or not any(cell.strip() for cell in cells):
                continue
            if (
                mark < len(cells)
                and cells[mark].strip() in titles
                and {cell.strip() for cell in cells} <= {*titles, ""}
            ):
                continue
            yield row

    def _is_no_stall(self, row: Row) -> bool:
        """A sum at the end of a table, or the name of a district alone above its stalls."""
        texts = list(dict.fromkeys(text for cell in row.cells if (text := cell.strip())))
        if _SUM.match(texts[0]):
            return True
        known = [column for column in self.understanding.columns if column.field]
        if len(texts) > 1 or len(known) < 2:
            return False
        said = parse_address(texts[0]).address
        return said.district is not None and said == Address(said.district, said.floor)

    def _refuse(self, row: Row, problems: tuple[Problem, ...]) -> None:
        self.tally.refused += 1
        if len(self.tally.rejects) < MOST_KEPT:
            self.tally.rejects.append((row, problems))
            self.tally.problems.extend(problems)


def _clear(tally: Tally) -> None:
    tally.rows = tally.refused = tally.repeated = 0
    for kept in (tally.problems, tally.doubts, tally.rejects):
        kept.clear()


_DEFAULT: Final = ListOptions()


def read_stall_list(source: Path | bytes, options: ListOptions = _DEFAULT, *, name: str | None = None) -> StallList:
    """
    Look at a stall list and work out what its columns are; its rows are read by `StallList.stalls`.

    Args:
        source: a file or its bytes: csv, tsv, xlsx, xls or json, told by its contents.
        options: what the user says about it.
        name: what to call it in problems; the file's name without it.

    Raises:
        NotFoundError: there is no such file or sheet.
        BadInputError: it cannot be a list: a folder, empty, binary, damaged, too large; or the options speak of
            encodings, fields or columns that are not there.

    """
    opened = open_source(source, name)
    first = _look(opened, options)
    if options.sheet is None and any(not doubt.columns for doubt in first.understanding.doubts):
        # The first sheet of many a workbook only says what the others hold.
        for sheet in first.grid.other_sheets[:_SHEETS_TRIED]:
            with suppress(TripError):
                other = _look(opened, replace(options, sheet=sheet))
                if not other.understanding.doubts:
                    return other
    return first


def _look(opened: Source, options: ListOptions) -> StallList:
    grid = _read_grid(opened, options)
    mapped = read_mapping(options.mapping)
    rows = list(islice(grid.rows(), _LOOKED_AT))
    header = Header(grid.headers, (), 0) if grid.headers else find_header(rows, mapped)
    columns = name_columns(header, rows, mapped)
    data = rows[header.first_data :]
    settled = settle_place(columns, data)
    if not header.lines and not grid.headers:
        settled = replace(settled, columns=guess_unnamed(settled.columns, data))
    understanding = Understanding(
        file=opened.name,
        kind=grid.kind,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        other_sheets=grid.other_sheets,
        header_lines=header.lines,
        columns=tuple(settled.columns),
        doubts=tuple(settled.doubts),
    )
    return StallList(understanding, grid, header, options.known)


def _read_grid(source: Source, options: ListOptions) -> Grid:
    head = source.head(4096)
    if head.startswith((XLSX_MAGIC, XLS_MAGIC)):
        return read_sheet(source, options.sheet)
    if _MARKUP.match(head):
        raise BadInputError("markup-file", file=source.name)
    if looks_like_json(head):
        return read_json(source, options.encoding)
    return read_delimited(source, options.encoding)
