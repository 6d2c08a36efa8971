"""Where a demonstration stall could stand: number, gate, street and floor agree as the market's numbering has it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.market.booth_number import BoothNumber
from yiwutrip.market.booths import Stretch, built_in

if TYPE_CHECKING:
    from random import Random

GATES: dict[District, tuple[int, ...]] = {
    District.D1: (3, 4, 7, 8, 11, 12, 15, 16),
    District.D1E: (3, 4, 7, 8, 11, 12, 15, 16),
    District.D2: (21, 22, 25, 26, 29, 30, 33, 34, 37, 38, 41, 42, 45, 46),
    District.D3: (51, 52, 55, 56, 59, 60, 63, 64, 67, 68),
    District.D4: (71, 72, 75, 76, 79, 80, 83, 84, 87, 88, 91, 92),
    District.D5: (95, 97, 98, 101, 102, 105, 106, 109, 110, 111, 114),
}
"""The pairs of every block (docs/market.md); doors between them are named by too few lists."""

LAST_ODD_STREET = {
    District.D1: 6,
    District.D1E: 4,
    District.D2: 6,
    District.D3: 7,
    District.D4: 15,
    District.D5: 6,
}
"""The last street on the side of the odd gates; in D1 street 6 is reached from both sides."""

_FEW_STREETS = 5
"""A floor of which fewer numbers with a street are known says nothing of streets."""


@dataclass(frozen=True, slots=True)
class Site:
    """Part of an address; None is not said."""

    booth: str
    gate: int | None = None
    street: int | None = None
    unit: int | None = None


def site(district: District, floor: int, random: Random) -> Site:
    """Draw a place on a floor; where nothing of the numbering is known, a number that no known market uses."""
    if district is District.BEIXIAZHU:
        return Site(f"N{random.randint(1, 99):02d}-{random.randint(1, 40):03d}")
    stretches = _stretches(district, floor)
    if not stretches:
        zone = {District.BINWANG: "W", District.SHENGCHAN: "S"}[district]
        return Site(f"{zone}{floor}-{random.randint(1, 900):03d}", street=random.randint(1, 8))
    while True:
        series, stretch = random.choice(stretches)
        number = random.randint(*_known(stretch))
        found = _agreeing(district, stretch, built_in().place(BoothNumber(series, number)))
        if found is not None:
            return Site(_booth(series, number, random), *found, unit=_unit(district, number))


@cache
def _stretches(district: District, floor: int) -> tuple[tuple[str, Stretch], ...]:
    """The numbers of a floor; of several series or halls each is as likely."""
    every = ((series, stretch) for series, row in built_in().series.items() for stretch in row)
    return tuple((name, part) for name, part in every if (part.district, part.floor) == (district, floor))


def _known(stretch: Stretch) -> tuple[int, int]:
    """From the first to the last number of which anything is known."""
    numbers = [number for number, _ in (*stretch.gates, *stretch.streets)]
    return min(numbers), max(numbers)


def _agreeing(district: District, stretch: Stretch, place: Address | None) -> tuple[int | None, int | None] | None:
    """Gate and street that agree with each other; None where the numbering itself is in doubt."""
    if place is None:
        return None
    gate, street = place.gate, place.street if len(stretch.streets) >= _FEW_STREETS else None
    if district is District.D6:
        return None, street
    if district in GATES and gate is not None and gate not in GATES[district]:
        return None
    if district in LAST_ODD_STREET and gate is not None and street is not None:
        last = LAST_ODD_STREET[district]
        either = district is District.D1 and street == last
        if not either and (street <= last) != (gate % 2 == 1):
            return None
    return gate, street


def _unit(district: District, number: int) -> int | None:
    """D6: a unit holds two hundred numbers (docs/market.md)."""
    return number % 1000 // 200 + 1 if district is District.D6 else None


def _booth(series: str, number: int, random: Random) -> str:
    """A booth, or one half of it."""
    plain = f"{series}-{number:04d}" if series else f"{number:04d}"
    return plain + random.choice(("", "", "", "A", "B"))
