"""The rows that could not go in, as a file to be corrected and imported again."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from yiwutrip.ingest.stall_list.understanding import How

if TYPE_CHECKING:
    from yiwutrip.domain.problems import Problem
    from yiwutrip.domain.words import Words
    from yiwutrip.ingest.stall_list.listing import StallList
    from yiwutrip.ingest.stall_list.understanding import Column

_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Full-width ones are signs to a spreadsheet that reads them as typed."""


def write_rejects(listing: StallList, words: Words) -> bytes:
    """
    The refused rows of a list that has been read, as CSV that Excel and WPS open with its Chinese intact.

    Before the list's own columns, under headers that are understood without ``--map``, stand the line in the list and
    what is wrong; an import passes over these two. Empty where nothing was refused.
    """
    tally = listing.tally
    if not tally.rejects:
        return b""
    columns = listing.understanding.columns
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["line", "problem", *map(_header, columns)])
    for row, problems in tally.rejects:
        sentences = "; ".join(_sentence(problem, words) for problem in problems)
        writer.writerow([row.line, sentences, *map(_safe, row.cells)])
    return text.getvalue().encode("utf-8-sig", "replace")


def _header(column: Column) -> str:
    is_known_by_name = column.field is None or column.how in {How.NAMED, How.SIMILAR}
    return _safe(column.header) if is_known_by_name else str(column.field)


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe, which an import takes off again."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def _sentence(problem: Problem, words: Words) -> str:
    place = {"file": problem.file, "line": problem.line, "column": problem.column, "value": problem.value}
    return words(f"problem.{problem.code}", **{**place, **problem.params})
