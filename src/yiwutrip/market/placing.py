"""From an address to metres: where a spot lies on its district's strip, and how far that may be off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.market import facts
from yiwutrip.market.earth import stepped, stepped_back
from yiwutrip.market.strip import Strip, strip_of

if TYPE_CHECKING:
    from yiwutrip.market.assumptions import Assumptions
    from yiwutrip.market.spots import Spot

_POINT_STRETCH_M = 300.0
"""Breadth assumed of an outside market of which only the place is known."""


@dataclass(frozen=True, slots=True)
class Placed:
    """
    A spot on the ground.

    Attributes:
        district: None for a point outside the markets.
        along_m: on the district's strip; 0 outside.
        stray_m: expected extra metres because the exact place is not known; see `_stray`.
        uncertain_m: how far the place may be off.
        floor_known: whether the address said the floor.

    """

    district: District | None
    floor: int
    along_m: float
    across_m: float
    stray_m: float
    uncertain_m: float
    floor_known: bool
    lat: float
    lon: float


def place(spot: Spot, assumptions: Assumptions) -> Placed:
    """
    Lay a spot on the ground.

    An unknown gate puts it in the middle of the building, an unknown street in the middle of the gate's half.
    Coordinates refine an address that leaves the gate or the street out; one with both is believed before them.
    """
    address = spot.address
    point = None if spot.lat is None or spot.lon is None else (spot.lat, spot.lon)
    if address is None or address.district is None:
        lat, lon = point or (0.0, 0.0)
        return Placed(None, 1, 0.0, 0.0, 0.0, 20.0, floor_known=True, lat=lat, lon=lon)
    fact = facts.districts()[address.district]
    strip = strip_of(fact, assumptions)
    if point is not None and not strip.length_m:
        return Placed(None, 1, 0.0, 0.0, 0.0, 20.0, floor_known=True, lat=point[0], lon=point[1])
    along_m, along_off_m = _along(address, strip)
    across_m, across_off_m = _across(address, strip)
    if point is not None and (along_off_m > fact.block_m or across_off_m > assumptions.street_pitch_m):
        along_m, across_m = _inside(strip, point)
        along_off_m = across_off_m = 20.0
    lat, lon = ground(strip, along_m, across_m)
    stray_m = _stray(along_off_m) + _stray(across_off_m)
    if not strip.length_m:
        stray_m, along_off_m = _POINT_STRETCH_M / 6, float(fact.uncertain_m)
    floor = address.floor if address.floor is not None else 1
    known = address.floor is not None or is_door(address)
    return Placed(address.district, floor, along_m, across_m, stray_m, along_off_m + across_off_m, known, lat, lon)


def ground(strip: Strip, along_m: float, across_m: float) -> tuple[float, float]:
    """Degrees WGS-84 of a point of a strip."""
    start_along_m, start_across_m = _anchor(strip)
    fact = strip.fact
    return stepped((fact.lat, fact.lon), fact.bearing_deg, along_m - start_along_m, across_m - start_across_m)


def _anchor(strip: Strip) -> tuple[float, float]:
    """Metres along and across of the point whose degrees are known."""
    fact = strip.fact
    along_m = strip.gate_along_m(fact.anchor_gate)
    if along_m is None:
        return strip.length_m / 2, strip.width_m / 2
    return along_m, -fact.anchor_off_m


def _inside(strip: Strip, point: tuple[float, float]) -> tuple[float, float]:
    """The place on the strip nearest to a point on the map."""
    ahead_m, right_m = stepped_back((strip.fact.lat, strip.fact.lon), strip.fact.bearing_deg, point)
    start_along_m, start_across_m = _anchor(strip)
    along_m = min(max(ahead_m + start_along_m, 0.0), strip.length_m)
    across_m = min(max(right_m + start_across_m, 0.0), strip.width_m)
    return along_m, across_m


def _along(address: Address, strip: Strip) -> tuple[float, float]:
    """Metres along, and how far off that may be."""
    if address.district is District.D6:
        return _along_d6(address, strip)
    along_m = strip.gate_along_m(address.gate)
    if along_m is not None:
        return along_m, 0.0 if is_door(address) else strip.fact.block_m / 4
    name = address.gate_name or ""
    if "南" in name:
        return 0.0, strip.fact.block_m
    if "北" in name:
        return strip.length_m, strip.fact.block_m
    return strip.length_m / 2, strip.length_m / 2


def _along_d6(address: Address, strip: Strip) -> tuple[float, float]:
    """
    D6: two halls (booths 7xxxx and 8xxxx) of five units; a unit holds two hundred numbers.

    Inferred from the public listing's structure and from 六区152号门2楼4单元3街72790.
    """
    unit_m = strip.length_m / 10
    booth = (address.booth or "")[:5]
    digits = booth if len(booth) == 5 and booth.isdecimal() else ""
    unit = address.unit or (int(digits[2:]) // 200 + 1 if digits else None)
    if digits:
        hall_m = strip.length_m / 2 if digits[0] == "8" else 0.0
        return hall_m + (min(unit or 3, 5) - 0.5) * unit_m, unit_m / 2
    if unit is not None:
        return strip.length_m / 2, strip.length_m / 4
    return strip.length_m / 2, strip.length_m / 2


def _across(address: Address, strip: Strip) -> tuple[float, float]:
    """Metres across, and how far off that may be."""
    if is_door(address) and strip.gate_along_m(address.gate) is not None:
        return strip.side_across_m("odd" if (address.gate or 0) % 2 else "even"), 0.0
    across_m = strip.street_across_m(address.street)
    if across_m is not None:
        return across_m, strip.street_pitch_m / 4
    name = address.street_name or ""
    if name in ("中街", "Middle"):
        return strip.middle_across_m(), strip.street_pitch_m / 4
    low, high = (0.0, strip.width_m)
    if strip.gate_along_m(address.gate) is not None and address.gate is not None:
        low, high = strip.half_across_m(address.gate)
    return (low + high) / 2, (high - low) / 2


def is_door(address: Address) -> bool:
    """Whether an address means the gate itself: nothing is said but district and gate."""
    rest = (address.floor, address.street, address.unit, address.booth, address.street_name)
    return address.gate is not None and all(part is None for part in rest)


def _stray(off_m: float) -> float:
    """Two places drawn evenly from a stretch lie a third of it apart; each bears half of that."""
    return 2 * off_m / 3 / 2


@lru_cache(maxsize=20_000)
def placed(spot: Spot, assumptions: Assumptions) -> Placed:
    """`place`, remembered: a planner asks for the same stalls again and again."""
    return place(spot, assumptions)
