"""箱: what samples travel in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Box:
    """
    A box, or a kind of box before packing. Unknown is None, never 0.

    Attributes:
        number: written on it; samples name the box they travel in by it.
        size_cm: length, width, height inside.
        limit_g: what it may hold.
        place: where it stands in the car, as the user says it.

    """

    number: int
    size_cm: tuple[float, float, float] | None = None
    limit_g: int | None = None
    place: str | None = None

    @property
    def volume_ml(self) -> int | None:
        """What it holds in millilitres."""
        return None if self.size_cm is None else cm3(self.size_cm)


@dataclass(frozen=True, slots=True)
class BoxesUsed:
    """
    What the samples of a trip were packed into.

    Attributes:
        boxes: by number; of one's own, those that stayed empty among them.
        own: whether the user named them; otherwise they are common cartons, as many as were needed.
        made_at: when it was packed; aware.

    """

    boxes: tuple[Box, ...]
    own: bool
    made_at: datetime


def cm3(size_cm: tuple[float, float, float]) -> int:
    """Volume of a cuboid in millilitres (cubic centimetres), rounded."""
    length, width, height = size_cm
    return round(length * width * height)
