"""What a view is made of: lines of spans, each with the part it plays. Colour comes last and says nothing by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from yiwutrip.render.cells import cell_len, pad

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwutrip.domain.words import Words


class Role(StrEnum):
    """The part a span plays; the printer gives each a colour where there is colour."""

    PLAIN = "plain"
    BOLD = "bold"
    DIM = "dim"
    WALL = "wall"
    MEET = "meet"
    PERSON_A = "person-a"
    PERSON_B = "person-b"
    TIGHT = "tight"
    GOOD = "good"
    WARN = "warn"
    ERROR = "error"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one role."""

    text: str
    role: Role = Role.PLAIN


Line = tuple[Span, ...]
BLANK: Line = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What a view is drawn for: its language and how many cells a line has."""

    words: Words
    width: int

    @property
    def wide(self) -> bool:
        """Whether a stop fits on one line."""
        return self.width >= 100


def line(text: str, role: Role = Role.PLAIN) -> Line:
    """One line of one role."""
    return (Span(text, role),)


def rule(page: Page, *, heavy: bool = False) -> Line:
    """A horizontal line across the page."""
    return line(("━" if heavy else "─") * page.width, Role.DIM)


def both_ends(left: str, right: str, page: Page, role: Role = Role.PLAIN) -> Line:
    """Text at the left edge and text at the right edge of the page."""
    room = page.width - cell_len(right)
    return line(pad(left, room) + right, role) if right else line(left, role)


def hints(page: Page, *commands: str) -> list[Line]:
    """The next useful commands; the first line says so."""
    label = page.words("common.next")
    indent = " " * cell_len(label)
    return [line(f"{indent if i else label}{command}", Role.HINT) for i, command in enumerate(commands)]


def text_of(lines: Iterable[Line]) -> str:
    """The lines without colour, each ended, without spaces at its end."""
    return "".join("".join(span.text for span in one).rstrip() + "\n" for one in lines)
