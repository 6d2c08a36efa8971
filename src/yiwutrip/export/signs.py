"""How each person's stops and ways are told apart: in shape and dash, never in colour alone."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from yiwutrip.export.svg import BOLD, MIDDLE, box, drawing, path, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.export.svg import Point

DIAMOND: Final = "M{0:g} {1:g}l{2:g} {2:g}-{2:g} {2:g}-{2:g}-{2:g}z"
HEXAGON: Final = "M{0:g} {1:g}l{3:g}-{2:g}h{4:g}l{3:g} {2:g}-{3:g} {2:g}h-{4:g}z"
ON_INK: Final = 'fill="#fff"'
# A stretch shorter than this needs no arrowhead.
LONG_PX: Final = 46


@dataclass(frozen=True, slots=True)
class Sign:
    """
    One person's sign.

    Attributes:
        name: its key in the catalogue, ``sheet.sign-…``.
        colour: of line and shape.
        dash: of the line; empty for a solid one.
        filled: whether the shape is, and what is written in it white.

    """

    name: str
    colour: str
    dash: str
    filled: bool

    @property
    def stroke(self) -> str:
        """The line's attributes, but for its width."""
        return f'stroke="{self.colour}"{self.dash}'


SIGNS: Final = (
    Sign("disc", "var(--a)", "", filled=True),
    Sign("square", "var(--b)", ' stroke-dasharray="6 4"', filled=False),
    Sign("ring", "var(--c)", ' stroke-dasharray="1 4" stroke-linecap="round"', filled=False),
    Sign("hexagon", "var(--d)", ' stroke-dasharray="10 3 2 3"', filled=True),
)


def sign_of(person: int) -> Sign:
    """The sign of the person of that number; a fifth shares the fourth's, and is told apart by the letter."""
    return SIGNS[min(person, len(SIGNS) - 1)]


def mark(at: Point, number: str, person: int | None, r: float = 9, *, wall: bool = False) -> Markup:
    """
    A stop, with the shape of who is there; a diamond where they go together (``person`` None).

    A wall is a black square, whoever keeps it.
    """
    x, y = at
    if wall:
        shape = box((x - r, y - r), (2 * r, 2 * r), 'fill="#111"')
        return shape + text((x, y + 4), number, 11, MIDDLE, ON_INK, BOLD)
    if person is None:
        side = r * 1.35
        shape = path(DIAMOND.format(x, y - side, side), 'fill="#111" stroke="#fff" stroke-width="1.5"')
        return shape + text((x, y + 3.5), number, 9.5, MIDDLE, ON_INK, BOLD)
    sign = sign_of(person)
    said = text((x, y + 4), number, 11, MIDDLE, BOLD, ON_INK if sign.filled else "")
    if sign.filled:
        return _shape(sign, at, r, f'fill="{sign.colour}" stroke="#fff" stroke-width="1.5"') + said
    return _shape(sign, at, r - 1, f'fill="#fff" stroke="{sign.colour}" stroke-width="2.2"') + said


def _shape(sign: Sign, at: Point, r: float, style: str) -> Markup:
    x, y = at
    if sign.name == "square":
        return box((x - r, y - r), (2 * r, 2 * r), style)
    if sign.name == "hexagon":
        return path(HEXAGON.format(x - r - 1, y, r, r * 0.45, r * 1.1 + 2), style)
    circle = '<circle cx="{:g}" cy="{:g}" r="{:g}" {}/>'
    return Markup(circle).format(x, y, r, Markup(style))  # noqa: S704 - our own attributes


def route(points: Sequence[Point], person: int | None) -> Markup:
    """
    A way with a white casing under it, so that crossing lines stay apart.

    Who walks together (``person`` None) leaves a double line.
    """
    if len(points) < 2:
        return Markup()
    d = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    casing = path(d, 'fill="none" stroke-linejoin="round" stroke="#fff" stroke-width="7"')
    arrows = Markup().join(_arrow(a, b, person) for a, b in itertools.pairwise(points))
    return casing + _line(d, person) + arrows


def _line(d: str, person: int | None) -> Markup:
    joined = 'fill="none" stroke-linejoin="round"'
    if person is None:
        under = path(d, f'{joined} stroke="#111" stroke-width="5"')
        return under + path(d, f'{joined} stroke="#fff" stroke-width="2"')
    return path(d, f'{joined} stroke-width="3" {sign_of(person).stroke}')


def _arrow(start: Point, end: Point, person: int | None) -> Markup:
    """On long stretches, which way one walks."""
    (x, y), (u, v) = start, end
    if abs(u - x) + abs(v - y) < LONG_PX:
        return Markup()
    turn = (0 if u > x else 180) if abs(u - x) > abs(v - y) else (90 if v > y else -90)
    where = f'transform="translate({(x + u) / 2:g} {(y + v) / 2:g}) rotate({turn})"'
    fill = "#111" if person is None else sign_of(person).colour
    return path("M-4-5 6 0-4 5z", f'{where} fill="{fill}" stroke="#fff" stroke-width="1.2"')


def key(person: int | None) -> Markup:
    """A line with its sign on it, for the map's key."""
    return drawing(44, 16, "", [_line("M0 8H44", person), mark((22, 8), "", person, 6 if person is None else 7)])
