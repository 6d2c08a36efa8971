"""The way from where one comes from to a stall, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address
from yiwutrip.domain.errors import BadInputError, NotFoundError
from yiwutrip.domain.trip import Pace, Place
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.legs import leg
from yiwutrip.market.locate import filled
from yiwutrip.market.spots import spot_of_place, spot_of_stall
from yiwutrip.market.ways import way

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwutrip.domain.itinerary import Leg
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.way import WayStep


@dataclass(frozen=True, slots=True)
class Way:
    """From a place: what one does, one step after another, and how far and how long that is."""

    start: Place
    steps: tuple[WayStep, ...]
    leg: Leg


def way_between(start: Place, end: Stall, pace: Pace, stall_lookup: Callable[[str], Stall | None]) -> Way | None:
    """The way from a place of the trip to a stall; None where one of the two is nowhere that can be found."""
    try:
        a, b = spot_of_place(start, stall_lookup), spot_of_stall(end)
    except (BadInputError, NotFoundError):
        return None
    return Way(start, way(a, b, None, pace), leg(a, b, Assumptions(), pace))


def way_to_stall(end: Stall, trip: Trip | None, stall_lookup: Callable[[str], Stall | None]) -> Way | None:
    """From the trip's car, else its base, else, without a trip, from the gate nearest to the stall."""
    if trip is not None:
        start = (trip.car and trip.car.parked) or trip.base
        return way_between(start, end, trip.pace, stall_lookup)
    gate = filled(end.address).address.gate
    if gate is None:
        return None
    return way_between(Place(address=Address(end.address.district, gate=gate)), end, Pace.NORMAL, stall_lookup)
