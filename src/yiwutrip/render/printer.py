"""Lines to a stream. The one place that prints text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from yiwutrip.render.glyphs import plainly
from yiwutrip.render.lines import Line, Role, Span, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLES = {
    Role.BOLD: "bold",
    Role.DIM: "dim",
    Role.WALL: "bold reverse",
    Role.MEET: "bold",
    Role.PERSON_A: "bold cyan",
    Role.PERSON_B: "bold yellow",
    Role.TIGHT: "bold red",
    Role.GOOD: "green",
    Role.WARN: "yellow",
    Role.ERROR: "bold red",
    Role.HINT: "dim",
}

# A name out of somebody's list must not move the cursor or recolour the terminal.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def harmless(text: str) -> str:
    """The text without control characters and without marks that turn the direction of writing."""
    return _CONTROLS.sub(" ", text)


def print_lines(lines: Iterable[Line], stream: TextIO, *, colour: bool, plain: bool = False) -> None:
    """
    Write a view; Rich colours it where colour is wanted, and is not even imported where it is not.

    ``plain`` draws lines and blocks in ASCII.
    """
    drawn = plainly if plain else str
    clean = [tuple(Span(drawn(harmless(span.text)), span.role) for span in one) for one in lines]
    if not colour:
        stream.write(text_of(clean))
        return
    from rich.console import Console  # noqa: PLC0415  (50 ms that a pipe need not pay)
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for one in clean:
        console.print(Text.assemble(*((span.text, STYLES.get(span.role, "")) for span in one)))
