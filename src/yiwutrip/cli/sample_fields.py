"""A sample asked for field by field; each answer is read as a note is."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.cli.typing_aid import typed
from yiwutrip.ingest.notes import NoteReading, parse_note

if TYPE_CHECKING:
    from yiwutrip.cli.context import Session
    from yiwutrip.domain.known_stalls import KnownStalls

QUESTIONS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "price_fen": ("sample.price", ("{}", "{}元"), "12块5"),
    "moq": ("sample.moq", ("起订{}",), "50"),
    "carton_qty": ("sample.carton_qty", ("一箱{}",), "48"),
    "carton_cm": ("sample.carton_cm", ("箱规{}",), "60*40*35"),
    "gross_g": ("sample.gross_g", ("毛重{}",), "18kg"),
    "deposit_fen": ("sample.deposit", ("押金{}",), "20"),
}
"""Field: its name for people, how its answer reads in a note, an example."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the answers make, None without an article; a whole note that came instead of an answer ends the asking."""

    reading: NoteReading | None
    line: str | None = None


def is_whole_note(said: str, known: KnownStalls) -> bool:
    """Whether an answer is a note of its own (pasted, or typed by somebody who was faster): an article with figures."""
    return any(note.article and (note.says_something or note.stall) for note in parse_note(said, known))


def ask_fields(session: Session, known: KnownStalls, pending: list[str]) -> Asked:
    """
    Ask for the article and then each field, again until an answer is understood.

    Args:
        session: of the command.
        known: stalls of the catalogue.
        pending: what was answered is put here, to be named where the asking is broken off.

    Raises:
        EOFError: the input is at its end.

    """
    article = ask_article(session)
    if not article or is_whole_note(article, known):
        return Asked(None, article or None)
    reading = NoteReading(raw=article, article=article)
    for name in QUESTIONS:
        pending[:] = [reading.raw.replace("\n", " ")]
        answer = _ask(session, name, known)
        if isinstance(answer, str):
            return Asked(reading, answer)
        reading = reading.completed_by(answer) if answer else reading
    return Asked(reading)


def ask_article(session: Session) -> str:
    """
    What an article is called; empty where nobody says.

    Raises:
        EOFError: the input is at its end.

    """
    return typed(session.words("log.ask", what=session.words("sample.article")))


def _ask(session: Session, name: str, known: KnownStalls) -> NoteReading | str | None:
    """The answer as a note, None for none, or the whole note that came instead."""
    label, forms, example = QUESTIONS[name]
    while True:
        said = typed(session.words("log.ask", what=session.words(label)))
        if not said:
            return None
        for form in forms:
            for read in parse_note(form.format(said)):
                if getattr(read, name) is not None and read.certain and not read.article:
                    return read
        if is_whole_note(said, known):
            return said
        sys.stderr.write(session.words("log.not-understood", said=said, example=example) + "\n")
