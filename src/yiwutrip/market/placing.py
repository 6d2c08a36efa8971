"""From an address to the ground: where a spot lies on its district's strip and on the map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from yiwutrip.market import facts
from yiwutrip.market.earth import stepped, stepped_back
from yiwutrip.market.locate import Filled, Reach, across, along, filled, is_door
from yiwutrip.market.strip import Strip, strip_of

if TYPE_CHECKING:
    from yiwutrip.domain.address import District
    from yiwutrip.market.assumptions import Assumptions
    from yiwutrip.market.spots import Spot

_POINT_STRETCH_M = 300.0
"""Breadth assumed of an outside market of which only the place is known."""

_SURE_M = 100.0
"""A district that docks place to within this is where the map has it, as far as walking goes."""

_POINT_OFF_M = 20.0
"""How far a point picked on a map may be off."""


@dataclass(frozen=True, slots=True)
class Placed:
    """
    A spot on the ground.

    Attributes:
        district: None for a point outside the markets.
        along_m: on the district's strip; 0 outside.
        stray_m: expected extra metres because the exact place is not known; see `_stray`.
        uncertain_m: how far the place may be off on the map.
        doubt_m: how far a walk within the district may be off because something was not said.
        afar_m: how far the whole district may be off; counts for ways from elsewhere.
        floor_known: whether the address or its booth's number said the floor.

    """

    district: District | None
    floor: int
    along_m: float
    across_m: float
    stray_m: float
    uncertain_m: float
    doubt_m: float
    afar_m: float
    floor_known: bool
    lat: float
    lon: float


@lru_cache(maxsize=20_000)
def placed(spot: Spot, assumptions: Assumptions) -> Placed:
    """
    Lay a spot on the ground; remembered, for a planner asks for the same stalls again and again.

    What an address leaves out is taken from its booth's number, else from coordinates, else an unknown gate puts it in
    the middle of the building and an unknown street in the middle of the gate's half.
    """
    address, point = spot.address, _point(spot)
    strip = None
    if address is not None and address.district is not None:
        strip = strip_of(facts.districts()[address.district], assumptions)
    if address is None or strip is None or (point is not None and not strip.length_m):
        return _outside(point or (0.0, 0.0))
    return _on_strip(strip, filled(address), point)


def ground(strip: Strip, along_m: float, across_m: float) -> tuple[float, float]:
    """Degrees WGS-84 of a point of a strip."""
    start_along_m, start_across_m = _anchor(strip)
    fact = strip.fact
    return stepped((fact.lat, fact.lon), fact.bearing_deg, along_m - start_along_m, across_m - start_across_m)


def _point(spot: Spot) -> tuple[float, float] | None:
    return None if spot.lat is None or spot.lon is None else (spot.lat, spot.lon)


def _outside(point: tuple[float, float]) -> Placed:
    return Placed(None, 1, 0.0, 0.0, 0.0, _POINT_OFF_M, 0.0, 0.0, floor_known=True, lat=point[0], lon=point[1])


def _on_strip(strip: Strip, known: Filled, point: tuple[float, float] | None) -> Placed:
    address = known.address
    ahead, aside = along(known, strip), across(known, strip)
    vague = ahead.off_m > strip.fact.block_m or aside.off_m > 2 * strip.street_pitch_m
    if point is not None and vague:
        ahead, aside = _inside(strip, point)
    if not strip.length_m:
        ahead = Reach(0.0, _POINT_STRETCH_M / 2, _POINT_STRETCH_M / 2)
    lat, lon = ground(strip, ahead.at_m, aside.at_m)
    floors = facts.floor_numbers(strip.fact.district)
    return Placed(
        district=strip.fact.district,
        floor=address.floor or 1,
        along_m=ahead.at_m,
        across_m=aside.at_m,
        stray_m=_stray(ahead.off_m) + _stray(aside.off_m),
        uncertain_m=max(ahead.off_m + aside.off_m, strip.fact.uncertain_m),
        doubt_m=ahead.doubt_m + aside.doubt_m,
        afar_m=strip.fact.uncertain_m if strip.fact.uncertain_m > _SURE_M else 0.0,
        floor_known=address.floor is not None or is_door(address) or len(floors) == 1,
        lat=lat,
        lon=lon,
    )


def _anchor(strip: Strip) -> tuple[float, float]:
    """Metres along and across of the point whose degrees are known."""
    fact = strip.fact
    along_m = strip.gate_along_m(fact.anchor_gate)
    if along_m is None:
        return strip.length_m / 2, strip.width_m / 2
    return along_m, -fact.anchor_off_m


def _inside(strip: Strip, point: tuple[float, float]) -> tuple[Reach, Reach]:
    """The place on the strip nearest to a point on the map."""
    ahead_m, right_m = stepped_back((strip.fact.lat, strip.fact.lon), strip.fact.bearing_deg, point)
    start_along_m, start_across_m = _anchor(strip)
    along_m = min(max(ahead_m + start_along_m, 0.0), strip.length_m)
    across_m = min(max(right_m + start_across_m, 0.0), strip.width_m)
    return Reach(along_m, _POINT_OFF_M), Reach(across_m, _POINT_OFF_M)


def _stray(off_m: float) -> float:
    """Two places drawn evenly from a stretch lie a third of it apart; each bears half of that."""
    return 2 * off_m / 3 / 2
