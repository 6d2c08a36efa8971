"""`yiwutrip sample note`: log from a line as people write it, or from a pasted chat."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yiwutrip.cli import values
from yiwutrip.cli.command import verb
from yiwutrip.cli.context import session_of
from yiwutrip.cli.usage import CommandLineError
from yiwutrip.domain.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yiwutrip.cli.context import Session
    from yiwutrip.domain.problems import Problem
    from yiwutrip.ingest.notes import NoteReading
    from yiwutrip.usecases.log_notes import Noted


def add_note(app: typer.Typer) -> None:
    """Add the verb to the noun."""
    verb(app, "note")(_note)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note with who wrote it, when, and the stall it is about as far as its writer said."""

    note: NoteReading
    at: datetime
    who: str | None
    stall: str | None


def _note(
    ctx: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="help.sample-note-text")] = None,
    file: Annotated[Path | None, typer.Option(metavar="F", help="help.opt-note-file")] = None,
    stall: Annotated[str | None, typer.Option(metavar="CODE", help="help.arg-stall")] = None,
    who: Annotated[str | None, typer.Option(metavar="L", help="help.opt-sample-who", envvar="YIWUTRIP_WHO")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.opt-note-dry-run")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="help.opt-yes")] = False,
) -> ExitCode:
    """Log samples from a note or a pasted chat."""
    from yiwutrip.cli.ask import confirm  # noqa: PLC0415
    from yiwutrip.render.sample_note import DRY_RUN, NOTE, NotesShown  # noqa: PLC0415
    from yiwutrip.usecases.log_notes import log_notes  # noqa: PLC0415

    session = session_of(ctx)
    letter = values.letter(who, "--who") if who else None
    lines, heard = _read(session, text, file, letter)
    if stall is not None:
        lines = [NoteLine(line.note, line.at, line.who, stall) for line in lines]
    notes = [noted(line, session) for line in lines]
    readings = tuple(line.note for line in lines)
    doubts = [*heard.problems, *(doubt for reading in readings for doubt in reading.doubts)]
    tried = log_notes(notes, session.store, dry_run=True)
    shown = NotesShown(readings, tried, stored=False, strangers=heard.strangers, unread=heard.unread)
    if dry_run:
        return session.show(DRY_RUN, shown, [*doubts, *tried.problems])
    unsure = file is not None or bool(doubts or tried.problems)
    if unsure and notes and session.interactive and not yes:
        session.show(DRY_RUN, shown)
        if not confirm(session, session.words("note.store", count=len(notes))):
            return ExitCode.DONE
    logged = log_notes(notes, session.store)
    return session.show(NOTE, replace(shown, logged=logged, stored=True), [*doubts, *logged.problems])


@dataclass(frozen=True, slots=True)
class Heard:
    """What of a chat became no note: senders whom nobody knows, and lines with figures that were not understood."""

    strangers: Sequence[Problem] = ()
    unread: Sequence[str] = ()

    @property
    def problems(self) -> list[Problem]:
        """All of it."""
        from yiwutrip.domain.problems import Problem  # noqa: PLC0415

        return [*self.strangers, *(Problem("chat-line-unread", value=text) for text in self.unread)]


def _read(session: Session, text: list[str] | None, file: Path | None, who: str | None) -> tuple[list[NoteLine], Heard]:
    """
    The notes of the line, of the file, or of the standard input where neither was said; and what became none.

    Raises:
        CommandLineError: nothing was said, or both.
        BadInputError: ``no-text``: it is a picture, a database or the like.

    """
    from yiwutrip.cli.files import read_bytes  # noqa: PLC0415
    from yiwutrip.domain.errors import BadInputError  # noqa: PLC0415
    from yiwutrip.ingest.notes import parse_note  # noqa: PLC0415
    from yiwutrip.ingest.text import decode, is_text  # noqa: PLC0415
    from yiwutrip.usecases.know_stalls import know_stalls  # noqa: PLC0415

    if (text and file) or (not text and file is None and sys.stdin.isatty()):
        raise CommandLineError("note-or-file")
    if text:
        notes = parse_note(" ".join(text), know_stalls(session.store))
        return [NoteLine(note, session.now(), who, note.stall) for note in notes], Heard()
    pasted = sys.stdin.read() if file is None else decode(read_bytes(file))
    if not is_text(pasted):
        raise BadInputError("no-text", name="-" if file is None else file.name)
    return _chat(session, pasted, who)


def _chat(session: Session, pasted: str, who: str | None) -> tuple[list[NoteLine], Heard]:
    from yiwutrip.ingest.notes import parse_chat  # noqa: PLC0415
    from yiwutrip.usecases.know_stalls import know_stalls  # noqa: PLC0415
    from yiwutrip.usecases.list_samples import list_samples  # noqa: PLC0415

    trip = list_samples(session.store).trip
    now = session.now()
    people, days = (trip.people, trip.span) if trip else ((), None)
    chat = parse_chat(pasted, people, now.date(), know_stalls(session.store), days)
    notes = [
        NoteLine(note, line.at or now, line.who or who, note.stall or line.stall)
        for line in chat.lines
        for note in line.notes
    ]
    return notes, Heard(chat.problems if trip else (), [line.text for line in chat.lines if line.unread])


def noted(line: NoteLine, session: Session) -> Noted:
    """The note as the use case takes it; what was not understood of it goes into the sample's own note."""
    from yiwutrip.domain.said_times import read_day  # noqa: PLC0415
    from yiwutrip.domain.sample import SampleTaken  # noqa: PLC0415
    from yiwutrip.usecases.log_notes import Noted  # noqa: PLC0415

    note = line.note
    article = " ".join(note.article.split())[: values.LONGEST_ARTICLE] or session.words("note.untitled")
    return_by = read_day(note.return_by, line.at.date(), since=line.at.date()) if note.return_by else None
    unread = note.rest or not note.certain or not note.article or (note.return_by and return_by is None)
    taken = SampleTaken(
        article=article,
        stall=line.stall,
        quote=note.quote,
        fee_fen=note.fee_fen,
        deposit_fen=note.deposit_fen,
        return_by=return_by,
        note=note.raw if unread else None,
        who=line.who,
    )
    return Noted(taken, line.at, note.raw, session.words("note.guessed-note"))
