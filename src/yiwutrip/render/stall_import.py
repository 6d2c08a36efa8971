"""What `yiwutrip stall import` shows: how a list was understood, what it did, and the rows that were refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.render.cells import wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, argument, hints, line, rule
from yiwutrip.render.problems import MOST_SHOWN, problem_lines, problem_sentence
from yiwutrip.render.table import Column, table
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from yiwutrip.domain.problems import Problem
    from yiwutrip.usecases.ports import ImportCounts

_WORTH_SAYING_S = 0.05
COUNTS = ("added", "updated", "unchanged", "refused")


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column of the list, what it was taken for (None where it is left out), and the first values in it."""

    letter: str
    header: str
    field: str | None
    sample: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListRead:
    """
    One list: how it was understood and what it did.

    Attributes:
        kind: csv, xlsx, xls or json.
        problems: why rows were refused.
        doubts: what looks wrong in rows that went in.

    """

    file: str
    kind: str
    encoding: str | None
    sheet: str | None
    other_sheets: tuple[str, ...]
    columns: tuple[ColumnRead, ...]
    counts: ImportCounts
    seconds: float
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]

    @property
    def of_rejects(self) -> bool:
        """Whether the list is what `--rejects` wrote."""
        return [column.header for column in self.columns[:2]] == ["line", "problem"]


@dataclass(frozen=True, slots=True)
class Imported:
    """All lists of one command; ``rejects`` is the file with the refused rows, None where none was asked for."""

    lists: tuple[ListRead, ...]
    dry_run: bool
    rejects: Path | None

    @property
    def refused(self) -> int:
        """Rows that did not go in."""
        return sum(one.counts.refused for one in self.lists)


def _data(imported: Imported) -> dict[str, object]:
    lists = [_list_data(one) for one in imported.lists]
    sums = {name: sum(getattr(one.counts, name) for one in imported.lists) for name in ("rows", *COUNTS)}
    rejects = str(imported.rejects) if imported.rejects and imported.refused else None
    return {"import": lists[-1]["import"], **sums, "dry_run": imported.dry_run, "rejects": rejects, "lists": lists}


def _list_data(one: ListRead) -> dict[str, object]:
    counts = {name: getattr(one.counts, name) for name in ("rows", *COUNTS, "kept_by_hand")}
    columns = [{"column": column.letter, "header": column.header, "field": column.field} for column in one.columns]
    about = {
        "file": one.file,
        "kind": one.kind,
        "encoding": one.encoding,
        "sheet": one.sheet,
        "other_sheets": list(one.other_sheets),
    }
    return {"import": one.counts.number, **about, **counts, "columns": columns}


def _lines(imported: Imported, page: Page) -> Iterator[Line]:
    for index, one in enumerate(imported.lists):
        if index:
            yield BLANK
        yield from _list_lines(one, imported, page)
    yield from _hints(imported, page)


def _list_lines(one: ListRead, imported: Imported, page: Page) -> Iterator[Line]:
    words, counts = page.words, one.counts
    yield line(_what_was_read(one, page))
    if imported.dry_run:
        yield from _preview(one, page)
        yield line(words("imports.dry-run"), Role.BOLD)
    spans = [Span(f"{words(f'imports.{name}')} {getattr(counts, name)}   ") for name in COUNTS[:-1]]
    refused = Span(f"{words('imports.refused')} {counts.refused}", Role.TIGHT if counts.refused else Role.PLAIN)
    yield (*spans, refused)
    if not counts.rows:
        yield line(words("imports.no-rows"), Role.WARN)
    elif counts.added == counts.updated == counts.refused == 0:
        yield line(words("imports.nothing-new"))
    if counts.kept_by_hand:
        yield line(words("imports.kept-by-hand", count=counts.kept_by_hand))
    if counts.refused:
        yield BLANK
        yield line(_refused_title(counts, imported, page), Role.BOLD)
        yield rule(page)
        yield from _refused(one.problems, page)
        yield rule(page)
    yield from _replaced(one, imported, page)
    if unused := [column.header for column in one.columns if column.header and column.field is None]:
        yield line(words("imports.unused", columns=words("imports.and").join(unused)), Role.WARN)
    if one.doubts:
        key = "imports.would-doubt" if imported.dry_run else "imports.doubts"
        yield line(words(key, count=len(one.doubts)), Role.WARN)
        renamed_first = sorted(one.doubts, key=lambda doubt: doubt.code != "stall-renamed")
        yield from problem_lines(renamed_first[:MOST_SHOWN], page)
        if len(one.doubts) > MOST_SHOWN:
            yield line(words("imports.more-doubts", count=len(one.doubts) - MOST_SHOWN), Role.DIM)


def _replaced(one: ListRead, imported: Imported, page: Page) -> Iterator[Line]:
    """Rows of one booth: the second is refused, and where it comes again with the corrected rows it is the newer."""
    twice = sum(problem.code == "stall-twice" for problem in one.problems)
    if twice:
        yield line(page.words("imports.twice-again", count=twice), Role.WARN)
    if one.counts.updated and one.of_rejects:
        key = "imports.would-overwrite" if imported.dry_run else "imports.overwrote"
        yield line(page.words(key, count=one.counts.updated), Role.WARN)


def _what_was_read(one: ListRead, page: Page) -> str:
    parts = [one.file]
    if one.sheet:
        parts.append(page.words("imports.sheet", sheet=one.sheet))
    if one.other_sheets:
        parts.append(page.words("imports.other-sheets", sheets=page.words("imports.and").join(one.other_sheets)))
    elif one.encoding:
        parts.append(one.encoding)
    parts.append(page.words("imports.rows", rows=one.counts.rows))
    if one.seconds >= _WORTH_SAYING_S:
        parts.append(page.words("imports.seconds", seconds=f"{one.seconds:.1f}"))
    return page.words("imports.read", what=" · ".join(parts))


def _preview(one: ListRead, page: Page) -> Iterator[Line]:
    words = page.words
    columns = [
        Column(words("imports.column")),
        Column(words("imports.header"), fixed=False),
        Column(words("imports.field")),
        Column(words("imports.sample"), fixed=False),
    ]
    rows = [
        [
            column.letter,
            column.header,
            column.field or words("imports.left-out"),
            " / ".join(column.sample[:2]),
        ]
        for column in one.columns
    ]
    yield from table(columns, rows, page)


def _refused_title(counts: ImportCounts, imported: Imported, page: Page) -> str:
    good = counts.rows - counts.refused
    if imported.dry_run:
        return page.words("imports.would-refuse", refused=counts.refused, good=good)
    if imported.rejects is None:
        return page.words("imports.refused-rows", refused=counts.refused, good=good)
    return page.words("imports.refused-rows-to", refused=counts.refused, good=good, file=imported.rejects)


def _refused(problems: Sequence[Problem], page: Page) -> Iterator[Line]:
    if not page.wide:
        yield from problem_lines(problems, page)
        return
    words = page.words
    columns = [
        Column(words("imports.line")),
        Column(words("imports.column"), fixed=False),
        Column(words("imports.written"), fixed=False),
        Column(words("imports.why"), fixed=False),
    ]
    rows = [
        [str(one.line or ""), one.column or "", _short(one.value or ""), problem_sentence(one, words)]
        for one in problems[:MOST_SHOWN]
    ]
    yield from table(columns, rows, page)
    if len(problems) > MOST_SHOWN:
        for text in wrap(words("common.more-problems", count=len(problems) - MOST_SHOWN), page.room):
            yield line(text, Role.DIM)


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:30] + "…"


def _hints(imported: Imported, page: Page) -> list[Line]:
    words = page.words
    last = imported.lists[-1].counts
    if imported.dry_run:
        return hints(page, f"yiwutrip stall import {' '.join(argument(one.file) for one in imported.lists)}")
    if imported.refused and imported.rejects:
        again = words("imports.hint-again", command=f"yiwutrip stall import {argument(imported.rejects)}")
        return hints(page, again, words("imports.hint-undo", command=f"yiwutrip import undo {last.number}"))
    if imported.refused:
        return hints(page, words("imports.hint-rejects", command="--rejects rejects.csv"))
    return hints(page, "yiwutrip stall find TEXT", "yiwutrip trip new")


IMPORT: View[Imported] = View("stall import", _data, _lines)
