"""Pieces of SVG; whatever is said in them is escaped."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]
INK: Final = "var(--ink)"
SOFT: Final = "var(--soft)"
PAPER: Final = "var(--paper)"
# A: a solid line and a filled disc; B: a dashed line and a hollow square; others dotted. Never colour alone.
STROKES: Final = (
    'stroke="var(--a)"',
    'stroke="var(--b)" stroke-dasharray="6 4"',
    'stroke="#111" stroke-dasharray="1 4" stroke-linecap="round"',
)
START: Final = ""
MIDDLE: Final = 'text-anchor="middle"'
END: Final = 'text-anchor="end"'
BOLD: Final = 'font-weight="700"'
HALO: Final = 'paint-order="stroke" stroke="#fff" stroke-width="3" stroke-linejoin="round"'
DIAMOND: Final = "M{0:g} {1:g}l{2:g} {2:g}-{2:g} {2:g}-{2:g}-{2:g}z"
FILLS: Final = ("var(--a)", "var(--b)", "#111")


def drawing(width: float, height: float, label: str, parts: Iterable[Markup]) -> Markup:
    """A picture that takes the width of what it stands in."""
    head = Markup('<svg viewBox="0 0 {:g} {:g}" role="img" aria-label="{}">').format(width, height, label)
    return head + Markup("\n").join(parts) + Markup("</svg>")


def text(at: Point, said: object, size: float = 11, *style: str) -> Markup:
    """Words; each of ``style`` is ours (fill, `HALO`, `MIDDLE`, `BOLD`), ``said`` is anybody's."""
    own = Markup(" ".join(style))  # noqa: S704 - our own attributes
    return Markup('<text x="{:g}" y="{:g}" font-size="{:g}" {}>{}</text>').format(*at, size, own, said)


def box(at: Point, size: Point, style: str) -> Markup:
    """A rectangle; ``style`` is ours."""
    return Markup('<rect x="{:g}" y="{:g}" width="{:g}" height="{:g}" {}/>').format(
        *at,
        max(0.0, size[0]),
        max(0.0, size[1]),
        Markup(style),  # noqa: S704 - our own attributes
    )


def path(d: str, style: str) -> Markup:
    """A path; both are ours."""
    return Markup('<path d="{}" {}/>').format(d, Markup(style))  # noqa: S704 - our own attributes


def route(points: Sequence[Point], person: int | None) -> Markup:
    """
    A way with a white casing under it, so that crossing lines stay apart.

    Who walks together (``person`` None) leaves a double line.
    """
    if len(points) < 2:
        return Markup()
    d = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    joined = 'fill="none" stroke-linejoin="round"'
    casing = path(d, f'{joined} stroke="#fff" stroke-width="7"')
    if person is None:
        line = path(d, f'{joined} stroke="#111" stroke-width="5"') + path(d, f'{joined} stroke="#fff" stroke-width="2"')
    else:
        line = path(d, f'{joined} stroke-width="3" {STROKES[min(person, 2)]}')
    return casing + line + Markup().join(_arrow(a, b, person) for a, b in itertools.pairwise(points))


def _arrow(start: Point, end: Point, person: int | None) -> Markup:
    """On long stretches, which way one walks."""
    (x, y), (u, v) = start, end
    if abs(u - x) + abs(v - y) < 46:
        return Markup()
    turn = (0 if u > x else 180) if abs(u - x) > abs(v - y) else (90 if v > y else -90)
    where = f'transform="translate({(x + u) / 2:g} {(y + v) / 2:g}) rotate({turn})"'
    fill = "#111" if person is None else FILLS[min(person, 2)]
    return path("M-4-5 6 0-4 5z", f'{where} fill="{fill}" stroke="#fff" stroke-width="1.2"')


def mark(at: Point, number: str, person: int | None, r: float = 9, *, wall: bool = False) -> Markup:
    """
    A stop: a disc for the first person, a square for the second, a diamond where they go together (``person`` None).

    A wall is a black square, whoever keeps it.
    """
    x, y = at
    if wall:
        shape = box((x - r, y - r), (2 * r, 2 * r), 'fill="#111"')
        return shape + text((x, y + 4), number, 11, MIDDLE, 'fill="#fff"', BOLD)
    if person is None:
        side = r * 1.35
        shape = path(DIAMOND.format(x, y - side, side), 'fill="#111" stroke="#fff" stroke-width="1.5"')
        return shape + text((x, y + 3.5), number, 9.5, MIDDLE, 'fill="#fff"', BOLD)
    if person == 0:
        shape = Markup('<circle cx="{:g}" cy="{:g}" r="{:g}" fill="var(--a)" stroke="#fff" stroke-width="1.5"/>')
        return shape.format(x, y, r) + text((x, y + 4), number, 11, MIDDLE, 'fill="#fff"', BOLD)
    stroke = "var(--b)" if person == 1 else "#111"
    shape = box((x - r + 1, y - r + 1), (2 * r - 2, 2 * r - 2), f'fill="#fff" stroke="{stroke}" stroke-width="2.2"')
    return shape + text((x, y + 4), number, 11, MIDDLE, BOLD)
