"""Words beside the markers of a map, where they cover neither each other nor a marker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.export.svg import BOLD, END, HALO, MIDDLE, START, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from yiwutrip.export.svg import Point

SIZE_PX, HALF_MARK_PX = 10.5, 10.0
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


def notes(said: Sequence[Note], markers: Sequence[Point], between: tuple[float, float]) -> Iterator[Markup]:
    """Each note at the first of its places that is free, or where it covers least; ``between`` are the map's edges."""
    half = HALF_MARK_PX
    taken: list[Rect] = [(x - half, y - half, x + half, y + half) for x, y in markers]
    for note in said:
        place = min(_places(note), key=lambda one: _covered(one.rect, taken, between))
        taken.append(place.rect)
        yield text(place.at, note.said, SIZE_PX, place.anchor, HALO, BOLD)


def _places(note: Note) -> Iterator[_Place]:
    """Right of the marker, left, above, below."""
    (x, y), width = note.at, sum(SIZE_PX * (0.6 if sign.isascii() else 1) for sign in note.said)
    for left, anchor in ((x + 12, START), (x - 12 - width, END)):
        edge = left if anchor == START else left + width
        yield _Place((edge, y + 4), anchor, (left, y - 6, left + width, y + 6))
    for middle in (y - 17, y + 17):
        yield _Place((x, middle + 4), MIDDLE, (x - width / 2, middle - 6, x + width / 2, middle + 6))


def _covered(rect: Rect, taken: Sequence[Rect], between: tuple[float, float]) -> float:
    """Square pixels on what is there already, and beyond the edges."""
    left, top, right, bottom = rect
    beyond = max(0.0, between[0] - left) + max(0.0, right - between[1])
    shared = (
        max(0.0, min(right, other[2]) - max(left, other[0])) * max(0.0, min(bottom, other[3]) - max(top, other[1]))
        for other in taken
    )
    return beyond * (bottom - top) + sum(shared)
