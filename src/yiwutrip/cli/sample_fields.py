"""A sample asked for field by field; each answer is read as a note is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from yiwutrip.cli.typing_aid import typed
from yiwutrip.ingest.notes import NoteReading, parse_note

if TYPE_CHECKING:
    from yiwutrip.cli.context import Session

QUESTIONS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "price_fen": ("sample.price", ("{}", "{}元"), "12块5"),
    "moq": ("sample.moq", ("起订{}",), "50"),
    "carton_qty": ("sample.carton_qty", ("一箱{}",), "48"),
    "carton_cm": ("sample.carton_cm", ("箱规{}",), "60*40*35"),
    "gross_g": ("sample.gross_g", ("毛重{}",), "18kg"),
    "deposit_fen": ("sample.deposit", ("押金{}",), "20"),
}
"""Field: its name for people, how its answer reads in a note, an example."""


def ask_fields(session: Session) -> NoteReading | None:
    """
    Ask for the article and then each field, again until an answer is understood; None without an article.

    Raises:
        EOFError: the input is at its end.

    """
    article = ask_article(session)
    if not article:
        return None
    reading = NoteReading(raw=article, article=article)
    for name in QUESTIONS:
        answer = _ask(session, name)
        reading = reading.completed_by(answer) if answer else reading
    return reading


def ask_article(session: Session) -> str:
    """
    What an article is called; empty where nobody says.

    Raises:
        EOFError: the input is at its end.

    """
    return typed(session.words("log.ask", what=session.words("sample.article")))


def _ask(session: Session, name: str) -> NoteReading | None:
    label, forms, example = QUESTIONS[name]
    while True:
        said = typed(session.words("log.ask", what=session.words(label)))
        if not said:
            return None
        for form in forms:
            for read in parse_note(form.format(said)):
                if getattr(read, name) is not None and read.certain and not read.article:
                    return read
        sys.stderr.write(session.words("log.not-understood", said=said, example=example) + "\n")
