"""箱: what samples travel in."""

from __future__ import annotations

from dataclasses import dataclass


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


def cm3(size_cm: tuple[float, float, float]) -> int:
    """Volume of a cuboid in millilitres (cubic centimetres), rounded."""
    length, width, height = size_cm
    return round(length * width * height)
