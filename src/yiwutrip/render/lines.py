"""What a view is made of: lines of spans, each with the part it plays. Colour comes last and says nothing by itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from yiwutrip.render.cells import cell_len, pad, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    PATH = "path"


_NO_EDGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one role."""

    text: str
    role: Role = Role.PLAIN


Line = tuple[Span, ...]
BLANK: Line = ()


@dataclass(frozen=True, slots=True)
class Page:
    """
    What a view is drawn for.

    Attributes:
        width: cells a line has: how far rules go, and where what stands at the right edge ends.
        folds: whether a line ends there; a pipe has no edge, and what reads it wants values whole.

    """

    words: Words
    width: int
    folds: bool = True

    @property
    def room(self) -> int:
        """Cells that a text may take on one line."""
        return self.width if self.folds else _NO_EDGE

    def column(self, text: str, width: int) -> str:
        """The text filled up to a column's width; where no line ends, a longer one is left whole."""
        return pad(text, width if self.folds else max(width, cell_len(text) + 1))

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


def both_ends(left: str, right: str, page: Page, role: Role = Role.PLAIN, *, hanging: int = 0) -> Iterator[Line]:
    """Text at the left edge and text at the right edge; what does not fit between goes on below, so far indented."""
    room = page.width - cell_len(right)
    head = left if cell_len(left) <= room or not page.folds else _first_line(left, room)
    yield line(page.column(head, room) + right, role)
    rest = left[len(head) :].strip(" ")
    for text in wrap(rest, page.width - hanging) if rest else ():
        yield line(pad(" " * hanging + text, page.width), role)


def _first_line(text: str, room: int) -> str:
    indent = " " * (len(text) - len(text.lstrip(" ")))
    return indent + wrap(text.lstrip(" "), room - len(indent))[0]


def hints(page: Page, *commands: str) -> list[Line]:
    """The next useful commands; the first line says so."""
    label = page.words("common.next")
    indent = " " * cell_len(label)
    return [line(f"{indent if i else label}{command}", Role.HINT) for i, command in enumerate(commands)]


def argument(text: object) -> str:
    """What a shell takes for one word: in quotes where it has spaces in it."""
    said = str(text)
    return f'"{said}"' if any(char.isspace() or char in "&;|()'*" for char in said) else said


def paths(files: Iterable[object]) -> Iterator[Line]:
    """Files, one a line, indented."""
    return (line(f"  {file}", Role.PATH) for file in files)


def text_of(lines: Iterable[Line]) -> str:
    """The lines without colour, each ended, without spaces at its end."""
    return "".join("".join(span.text for span in one).rstrip() + "\n" for one in lines)
