"""Words beside the markers of a map, where they cover neither each other nor a marker."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwutrip.export.svg import BOLD, END, HALO, MIDDLE, START, text
from yiwutrip.export.text import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from yiwutrip.export.svg import Point

SIZE_PX, HALF_MARK_PX, HALF_LINE_PX = 10.5, 10.0, 3.0
# Where a note stands, from its marker: sidewards (0: in the middle) and down, the better ones first.
AROUND = ((12, 0), (-12, 0), (0, -17), (0, 17), (9, -14), (9, 14), (-9, -14), (-9, 14), (0, -29), (0, 29))
# What a worse place and a shorter name are worth, in square pixels of a line that is covered.
LATER_PX, SHORTER_PX = 8.0, 150.0
# How long a name may be, in Latin letters, as long as it has no room.
LETTERS = (20, 11, 7)
# Two boxes may touch: there is no ink at their very edge.
TOUCHING_PX = 6.0
# Left, top, right, bottom.
Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Note:
    """What to say of the marker at ``at``."""

    at: Point
    said: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a note could stand."""

    at: Point
    anchor: str
    rect: Rect
    said: str
    away: float


def around(at: Point) -> Rect:
    """What the marker there covers."""
    x, y = at
    return (x - HALF_MARK_PX, y - HALF_MARK_PX, x + HALF_MARK_PX, y + HALF_MARK_PX)


def notes(
    said: Sequence[Note], kept: Sequence[Rect], ways: Sequence[Sequence[Point]], between: tuple[float, float]
) -> Iterator[Markup]:
    """
    Each note where it covers neither what is kept free nor another note, and as little of a line as can be.

    What has no room at all is left away: the number in the marker stands in the list of stops, too.

    Args:
        said: in order of importance.
        kept: what no note may cover: markers and the names of streets.
        ways: the corners of every line.
        between: the left and the right edge of the map.

    """
    thin = HALF_LINE_PX
    taken = list(kept)
    lines = [
        (min(x, u) - thin, min(y, v) - thin, max(x, u) + thin, max(y, v) + thin)
        for way in ways
        for (x, y), (u, v) in pairwise(way)
    ]
    for note in said:
        free = [place for place in _places(note) if _blocked(place.rect, taken, between) <= TOUCHING_PX]
        if free:
            place = min(free, key=lambda one: _covered(one.rect, lines) + one.away)
            taken.append(place.rect)
            yield text(place.at, place.said, SIZE_PX, place.anchor, HALO, BOLD)


def _places(note: Note) -> Iterator[_Place]:
    """Right of the marker, left, above, below and in the corners; shorter where the whole has no room."""
    for cut, most in enumerate(LETTERS):
        said = short(note.said, most)
        if cut and said == note.said:
            return
        for away, (sidewards, down) in enumerate(AROUND):
            yield _place(note.at, said, (sidewards, down), away * LATER_PX + cut * SHORTER_PX)


def _place(at: Point, said: str, beside: Point, away: float) -> _Place:
    (x, y), (sidewards, down) = at, beside
    width = sum(SIZE_PX * (0.6 if sign.isascii() else 1) for sign in said)
    left = x - width / 2 if not sidewards else x + sidewards - (width if sidewards < 0 else 0)
    anchor = MIDDLE if not sidewards else END if sidewards < 0 else START
    here = x + sidewards, y + down
    return _Place((here[0], here[1] + 4), anchor, (left, here[1] - 6, left + width, here[1] + 6), said, away)


def _blocked(rect: Rect, taken: Sequence[Rect], between: tuple[float, float]) -> float:
    """Square pixels on what may not be covered, and beyond the edges."""
    left, top, right, bottom = rect
    beyond = max(0.0, between[0] - left) + max(0.0, right - between[1])
    return beyond * (bottom - top) + _covered(rect, taken)


def _covered(rect: Rect, others: Sequence[Rect]) -> float:
    left, top, right, bottom = rect
    return sum(
        max(0.0, min(right, other[2]) - max(left, other[0])) * max(0.0, min(bottom, other[3]) - max(top, other[1]))
        for other in others
    )
