"""The work of `stall import`: look at each list, ask what is unsure, load it, report."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.cli.ask import choose
from yiwutrip.cli.usage import CommandLineError
from yiwutrip.domain.errors import BadInputError, ExitCode
from yiwutrip.domain.problems import Problem
from yiwutrip.export.files import write_file
from yiwutrip.ingest.stall_list import ListOptions, StallList, read_stall_list, write_rejects
from yiwutrip.render.stall_import import IMPORT, ColumnRead, Imported, ListRead
from yiwutrip.usecases.import_stalls import import_stalls, stalls_without_booth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from yiwutrip.cli.context import Session
    from yiwutrip.domain.stall import Stall
    from yiwutrip.usecases.ports import Renamed


@dataclass(frozen=True, slots=True)
class ImportAsked:
    """What `stall import` was told; ``rejects`` is where the refused rows go."""

    files: Sequence[Path]
    options: ListOptions
    rejects: Path | None = None
    force: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class ListRows:
    """A list as the use case reads it."""

    listing: StallList

    @property
    def source(self) -> str:
        """The file's name."""
        return self.listing.understanding.file

    def stalls(self) -> Iterator[Stall]:
        """The stalls of the good rows."""
        return self.listing.stalls()

    def refused(self) -> int:
        """Rows that could not go in."""
        return self.listing.tally.refused


def read_mappings(said: Sequence[str]) -> dict[str, str]:
    """
    ``HEADER=FIELD`` as a mapping.

    Raises:
        CommandLineError: one of them has no ``=``.

    """
    pairs = {}
    for one in said:
        header, sign, field = one.rpartition("=")
        if not sign or not header or not field:
            raise CommandLineError("expects-mapping", name="--map", value=one)
        pairs[header.strip()] = field.strip()
    return pairs


def load(session: Session, asked: ImportAsked) -> ExitCode:
    """Load every list, each as an import of its own; none is loaded before all of them were understood."""
    listings = [_understood(session, path, asked.options) for path in asked.files]
    imported = Imported(tuple(_load(session, listing, asked) for listing in listings), asked.dry_run, asked.rejects)
    if asked.rejects is not None and not asked.dry_run:
        _write_rejects(session, listings, asked.rejects)
    problems = [problem for one in imported.lists for problem in (*one.problems, *one.doubts)]
    session.show(IMPORT, imported, problems)
    return ExitCode.PROBLEMS if imported.refused else ExitCode.DONE


def _understood(session: Session, path: Path, options: ListOptions) -> StallList:
    listing = read_stall_list(path, options)
    doubts = [doubt for doubt in listing.understanding.doubts if doubt.columns]
    if not doubts or not session.interactive:
        listing.check_sure()
        return listing
    settled = dict(options.mapping)
    for doubt in doubts:
        column = choose(session, session.words("imports.which-column", field=doubt.field), doubt.columns)
        settled[column] = str(doubt.field)
    return _understood(session, path, replace(options, mapping=settled))


def _load(session: Session, listing: StallList, asked: ImportAsked) -> ListRead:
    begin = time.perf_counter()
    # What the list before this one brought is known by now.
    rows = ListRows(replace(listing, known=stalls_without_booth(session.store)))
    counts = import_stalls(rows, session.store, force=asked.force, dry_run=asked.dry_run)
    seconds = time.perf_counter() - begin
    tally = listing.tally
    read = listing.understanding
    columns = tuple(
        ColumnRead(one.letter, one.header, None if one.field is None else str(one.field), one.sample)
        for one in read.columns
    )
    return ListRead(
        read.file,
        read.kind,
        read.encoding,
        read.sheet,
        read.other_sheets,
        columns,
        counts,
        seconds,
        tuple(tally.problems),
        (*tally.doubts, *(_renamed(read.file, one) for one in counts.renamed)),
    )


def _renamed(file: str, one: Renamed) -> Problem:
    return Problem("stall-renamed", file=file, value=one.now, params={"stall": one.code, "was": one.was})


def _write_rejects(session: Session, listings: Sequence[StallList], path: Path) -> None:
    """
    Write the refused rows of the one list that has any.

    Raises:
        BadInputError: ``rejects-of-several``: several lists have some, whose columns need not agree.

    """
    contents = [content for listing in listings if (content := write_rejects(listing, session.words))]
    if len(contents) > 1:
        raise BadInputError("rejects-of-several", path=str(path))
    for content in contents:
        write_file(path, content)
