"""Every place that a plan may touch, with the ways between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import BadInputError, NotFoundError
from yiwutrip.market.legs import travel
from yiwutrip.market.spots import spot_of_place, spot_of_stall
from yiwutrip.planner.walls import car_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yiwutrip.domain.itinerary import Leg
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Place, Trip
    from yiwutrip.market.assumptions import Assumptions
    from yiwutrip.market.legs import TravelTable
    from yiwutrip.market.spots import Spot


@dataclass(frozen=True, slots=True)
class Travel:
    """
    The ways between spots.

    Attributes:
        places: index of each of the trip's own places; one that nobody can find is missing.
        stalls: index of each stall, by code.

    """

    table: TravelTable
    places: Mapping[Place, int]
    stalls: Mapping[str, int]

    def seconds(self, start: int, end: int) -> int:
        """Door to door."""
        return int(self.table.seconds[start, end])

    def leg(self, start: int, end: int) -> Leg:
        """How one goes, how far and how long."""
        return self.table.leg(start, end)


def survey(
    trip: Trip,
    known: Mapping[str, Stall],
    visited: Iterable[Stall],
    assumptions: Assumptions,
    more: Iterable[Place] = (),
) -> Travel:
    """
    Measure the ways between the trip's places and the stalls that may be visited.

    Args:
        trip: its base, its car and its commitments are measured.
        known: stalls by code, for places that are a stall.
        visited: stalls that may be visited.
        assumptions: of the market.
        more: other places to measure.

    Raises:
        BadInputError: ``place-unknown``: the base or the car is nowhere.

    """
    spots: list[Spot] = []
    places: dict[Place, int] = {}
    stalls: dict[str, int] = {}
    own = [trip.base, car_place(trip), *(c.place for c in trip.commitments), *more]
    for place in own:
        if place is None or place in places:
            continue
        if place.stall is not None and place.stall in stalls:
            places[place] = stalls[place.stall]
            continue
        try:
            spots.append(spot_of_place(place, known.get))
        except NotFoundError:
            continue
        except BadInputError:
            if place in {trip.base, car_place(trip)}:
                raise
            continue
        places[place] = len(spots) - 1
        if place.stall is not None:
            stalls[place.stall] = len(spots) - 1
    for stall in visited:
        if stall.code not in stalls:
            stalls[stall.code] = len(spots)
            spots.append(spot_of_stall(stall))
    return Travel(travel(spots, assumptions, trip.pace), places, stalls)
