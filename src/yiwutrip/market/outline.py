"""The market to draw: a district's outline, and where a spot lies on it or on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.market import facts
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.placing import placed
from yiwutrip.market.spots import Spot
from yiwutrip.market.strip import pair, strip_of

if TYPE_CHECKING:
    from yiwutrip.domain.address import Address, District


@dataclass(frozen=True, slots=True)
class Outline:
    """
    The ground plan of a district, the same on every floor; metres from the corner of the first odd gate.

    Attributes:
        width_m: across, from the façade of the odd gates (left) to that of the even ones.
        length_m: along, from the end where gate numbers are low (bottom) to the other.
        gates: number, metres across, metres along; the pairs of every block and of both ends.
        streets: number and metres across; 0 is the middle street.
        bearing_deg: direction of growing gate numbers, clockwise from north.

    """

    district: District
    width_m: float
    length_m: float
    gates: tuple[tuple[int, float, float], ...]
    streets: tuple[tuple[int, float], ...]
    bearing_deg: float


def outline(district: District, assumptions: Assumptions | None = None) -> Outline:
    """What to draw of a district; a place of which only the point is known has no width."""
    strip = strip_of(facts.districts()[district], assumptions or Assumptions())
    fact = strip.fact
    lanes = [(street, strip.street_across_m(street)) for street in range(1, fact.odd_streets + fact.even_streets + 1)]
    streets = [(street, at) for street, at in lanes if at is not None]
    if fact.even_streets:
        streets.append((0, strip.middle_across_m()))
    return Outline(
        district=district,
        width_m=strip.width_m,
        length_m=strip.length_m,
        gates=tuple(
            (gate, strip.side_across_m("odd" if gate % 2 else "even"), along_m)
            for gate in _gates(fact.first_gate, fact.last_gate)
            if (along_m := strip.gate_along_m(gate)) is not None
        ),
        streets=tuple(sorted(streets, key=lambda lane: lane[1])),
        bearing_deg=fact.bearing_deg,
    )


def project(spot: Spot, assumptions: Assumptions | None = None) -> tuple[float, float]:
    """Metres across and along on the outline of the spot's district; 0, 0 for a point outside the markets."""
    here = placed(spot, assumptions or Assumptions())
    return here.across_m, here.along_m


def position(address: Address, assumptions: Assumptions | None = None) -> tuple[float, float, int]:
    """
    Degrees WGS-84 of an address, and how many metres it may be off.

    Raises:
        BadInputError: ``place-unknown``: the address has no district.

    """
    here = placed(Spot(address), assumptions or Assumptions())
    return here.lat, here.lon, round(here.uncertain_m)


def _gates(first: int | None, last: int | None) -> list[int]:
    """The first and the last pair, and between them two of every four numbers."""
    if first is None or last is None:
        return []
    ends, inner = {pair(first), pair(last)}, range(pair(first) + 1, pair(last), 2)
    pairs = sorted(ends | set(inner))
    return [gate for number in pairs for gate in (2 * number - 1, 2 * number) if first <= gate <= last]
