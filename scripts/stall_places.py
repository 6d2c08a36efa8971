"""Where a demonstration stall could stand: number, gate, street and floor that agree, from the built-in market."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.address import District
from yiwutrip.market import facts

if TYPE_CHECKING:
    from random import Random

PAIRS: dict[District, tuple[int, ...]] = {
    District.D1: (3, 7, 11, 15),
    District.D1E: (3, 7, 11, 15),
    District.D2: (21, 25, 29, 33, 37, 41, 45),
    District.D3: (51, 55, 59, 63, 67),
    District.D4: (75, 79, 83, 87, 91),
    District.D5: (97, 101, 105, 109),
}
"""The odd gate of each pair along the building."""

LONG_HALVES = frozenset({District.D4})
"""Where booth numbers run along the whole odd half first and then along the even half."""


@dataclass(frozen=True, slots=True)
class Site:
    """Part of an address; None is not said."""

    booth: str
    gate: int | None = None
    street: int | None = None
    unit: int | None = None


def site(district: District, floor: int, random: Random) -> Site:
    """Draw a place on a floor."""
    if district in PAIRS:
        return _in_strip(district, floor, random)
    if district is District.D6:
        return _in_d6(floor, random)
    if district is District.HUANGYUAN:
        return _in_huangyuan(floor, random)
    if district is District.BEIXIAZHU:
        return Site(f"{random.randint(1, 99)}-{random.randint(1, 12)}")
    return Site(f"{floor}{random.randint(1, 400):03d}", street=random.randint(1, 8))


def _in_strip(district: District, floor: int, random: Random) -> Site:
    """Numbers grow block by block along the building; within a block street by street."""
    [(first, last)] = [(r.first, r.last) for r in facts.booth_ranges() if (r.district, r.floor) == (district, floor)]
    fact = facts.districts()[district]
    number = random.randint(first, last)
    share = (number - first) / (last - first + 1)
    gate, even, within = _block(PAIRS[district], share, whole_halves=district in LONG_HALVES)
    streets = fact.even_streets if even else fact.odd_streets
    street = 1 + int(within * streets) + (fact.odd_streets if even else 0)
    return Site(_half(f"{number:04d}", random), gate + even, street)


def _block(pairs: tuple[int, ...], share: float, *, whole_halves: bool) -> tuple[int, int, float]:
    """The odd gate of the pair, 1 on the even side, and how far into the block, of a share of a floor's numbers."""
    if whole_halves:
        even = int(share >= 0.5)
        row, within = divmod((share * 2 - even) * len(pairs), 1)
        return pairs[int(row)], even, within
    row, in_row = divmod(share * len(pairs), 1)
    even = int(in_row >= 0.5)
    return pairs[int(row)], even, in_row * 2 - even


def _in_d6(floor: int, random: Random) -> Site:
    """A unit holds two hundred numbers, its four streets some thirty each."""
    hall, unit, street = random.choice((7, 8)), random.randint(1, 4), random.randint(1, 4)
    number = hall * 10_000 + floor * 1000 + (unit - 1) * 200 + (street - 1) * 28 + random.randint(5, 28)
    return Site(str(number), unit=unit, street=street)


def _in_huangyuan(floor: int, random: Random) -> Site:
    """Streets 1 to 10 behind gate 6 hold some 28 numbers each."""
    street = random.randint(1, 7)
    return Site(_half(f"Y{floor}-{(street - 1) * 28 + random.randint(1, 28):04d}", random), 6, street)


def _half(number: str, random: Random) -> str:
    """A booth, or one half of it."""
    return number + random.choice(("", "", "", "A", "B"))
