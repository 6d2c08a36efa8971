"""
A district as a long strip: the gate pair gives the place along it, the street the place across it.

Metres along run from the end where gate numbers are low; metres across run from the façade of the odd gates. Gates
stand in pairs, an odd one opposite an even one, every half block; a middle street (中街) lies between the two halves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.market.assumptions import Assumptions
    from yiwutrip.market.facts import DistrictFact


@dataclass(frozen=True, slots=True)
class Strip:
    """The ground plan of one district under some assumptions; lengths in metres."""

    fact: DistrictFact
    street_pitch_m: float
    facade_m: float

    @property
    def length_m(self) -> float:
        """From the pair at one end to the pair at the other."""
        first, last = self.fact.first_gate, self.fact.last_gate
        if first is None or last is None:
            return self.fact.length_m
        return (pair(last) - pair(first)) * self.fact.block_m / 2

    @property
    def width_m(self) -> float:
        """From the odd façade to the even one."""
        return 2 * self.facade_m + self._lanes * self.street_pitch_m if self._lanes else 0.0

    @property
    def cross_step_m(self) -> float:
        """From one cross aisle to the next; 0 where there is none to walk around to."""
        return self.fact.block_m / 2

    def gate_along_m(self, gate: int | None) -> float | None:
        """How far along a gate stands; None if the district has no such gate."""
        first, last = self.fact.first_gate, self.fact.last_gate
        if gate is None or first is None or last is None or not pair(first) <= pair(gate) <= pair(last):
            return None
        return (pair(gate) - pair(first)) * self.fact.block_m / 2

    def gate_at(self, along_m: float, across_m: float) -> int | None:
        """The number of the gate nearest to a place, on its side; None where gates have no known order."""
        first, last = self.fact.first_gate, self.fact.last_gate
        if first is None or last is None:
            return None
        number = round(along_m / self.cross_step_m) + pair(first)
        gate = 2 * number if across_m > self.middle_across_m() else 2 * number - 1
        return min(max(gate, first), last)

    def street_across_m(self, street: int | None) -> float | None:
        """How far across a street runs; None if the district has no such street."""
        if street is None or not 1 <= street <= self.fact.odd_streets + self.fact.even_streets:
            return None
        lane = street if street <= self.fact.odd_streets else street + 1
        return self.facade_m + (lane - 0.5) * self.street_pitch_m

    def middle_across_m(self) -> float:
        """Where the middle street runs; the middle of the building where there is none."""
        if not self.fact.even_streets:
            return self.width_m / 2
        return self.facade_m + (self.fact.odd_streets + 0.5) * self.street_pitch_m

    def side_across_m(self, side: str) -> float:
        """Where the doors of a side stand: ``odd``, ``even``, or ``middle`` for the ends of the middle street."""
        return {"odd": 0.0, "even": self.width_m, "middle": self.middle_across_m()}[side]

    def half_across_m(self, gate: int) -> tuple[float, float]:
        """The first and last metre across of the half that a gate opens into."""
        middle = self.middle_across_m()
        if not self.fact.even_streets:
            return 0.0, self.width_m
        return (0.0, middle) if gate % 2 else (middle, self.width_m)

    @property
    def _lanes(self) -> int:
        streets = self.fact.odd_streets + self.fact.even_streets
        return streets + 1 if self.fact.even_streets else streets


def pair(gate: int) -> int:
    """The number of the pair that a gate belongs to: 21 and 22 stand opposite each other."""
    return (gate + 1) // 2


def strip_of(fact: DistrictFact, assumptions: Assumptions) -> Strip:
    """The ground plan of a district."""
    return Strip(fact, assumptions.street_pitch_m, assumptions.facade_m)
