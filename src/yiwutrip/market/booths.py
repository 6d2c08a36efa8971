"""
What a booth's number tells about where it is.

Numbers grow block by block along the building, and within a block street by street across it, so that a stall lies
between those of the numbers around it. Source: ``tables/booths.csv``, made by ``scripts/make_booth_table.py`` from the
structure of a public listing (November 2026).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.market.booth_number import BoothNumber, booth_number
from yiwutrip.market.facts import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_HALF_STREETS = {District.D4: 8, District.D5: 8}
_HALF = 6
"""Streets of one half of a building: numbers that jump farther have begun a new row and tell nothing in between."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Numbers that lie on one floor of one district, with the numbers at which gate and street are known."""

    first: int
    last: int
    district: District
    floor: int
    gates: tuple[tuple[int, int], ...] = ()
    streets: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Numbering:
    """The stretches of each series of numbers, in their order."""

    series: Mapping[str, tuple[Stretch, ...]]

    def stretch(self, booth: BoothNumber) -> Stretch | None:
        """The stretch that holds a number, None where no number of the market is near."""
        stretches = self.series.get(booth.series, ())
        index = bisect_left(stretches, booth.number, key=lambda stretch: stretch.last)
        if index < len(stretches) and stretches[index].first <= booth.number:
            return stretches[index]
        return None

    def place(self, booth: BoothNumber) -> Address | None:
        """District, floor, gate and street that follow from a number."""
        stretch = self.stretch(booth)
        if stretch is None:
            return None
        half = _HALF_STREETS.get(stretch.district, _HALF)
        return Address(
            district=stretch.district,
            floor=stretch.floor,
            gate=_gate(stretch.gates, booth.number),
            street=_street(stretch.streets, booth.number, half),
        )


def numbering(rows: Iterable[Mapping[str, object]]) -> Numbering:
    """The numbering that the rows of the table describe."""
    series: dict[str, list[Stretch]] = {}
    for row in rows:
        stretch = Stretch(
            first=int(str(row["first"])),
            last=int(str(row["last"])),
            district=District(str(row["district"])),
            floor=int(str(row["floor"])),
            gates=_points(str(row["gates"])),
            streets=_points(str(row["streets"])),
        )
        series.setdefault(str(row["series"]), []).append(stretch)
    return Numbering({name: tuple(stretches) for name, stretches in series.items()})


def _points(text: str) -> tuple[tuple[int, int], ...]:
    """``16023:21 16424:25`` as numbers and what is known of them."""
    pairs = (point.split(":") for point in text.split())
    return tuple((int(number), int(value)) for number, value in pairs)


@cache
def built_in() -> Numbering:
    """The numbering of the market as the program knows it."""
    return numbering(table("booths"))


def infer_from_booth(booth: str) -> Address | None:
    """
    What follows from a booth's number alone.

    Args:
        booth: as written; the first of several that are joined by commas counts.

    Returns:
        District, floor, and where the numbers around tell it, gate and street; None where nothing follows. Of stalls
        that were left out of the tables' making 99 % have the right district, 97 % the right floor, 98 % a gate at most
        one pair away, 85 % a street at most one away (``tests/market/test_booths.py`` measures it).

    """
    number = booth_number(booth)
    return None if number is None else built_in().place(number)


def _around(points: tuple[tuple[int, int], ...], number: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The known number before and the one after; at the ends one of them twice."""
    if not points:
        return None
    index = bisect_left(points, (number, 0))
    before, after = points[max(0, index - 1)], points[min(index, len(points) - 1)]
    return (after, after) if after[0] == number else (before, after)


def _gate(points: tuple[tuple[int, int], ...], number: int) -> int | None:
    around = _around(points, number)
    if around is None:
        return None
    before, after = around
    return before[1] if number - before[0] <= after[0] - number else after[1]


def _street(points: tuple[tuple[int, int], ...], number: int, half: int) -> int | None:
    around = _around(points, number)
    if around is None:
        return None
    (low, before), (high, after) = around
    if low == high:
        return before
    if abs(after - before) <= half:
        return before + round((after - before) * (number - low) / (high - low))
    return before if number - low <= high - number else after
