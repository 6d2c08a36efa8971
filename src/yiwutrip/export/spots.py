"""Where the stops of a plan are, as the market understands it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.market.spots import Spot, spot_of_stall

if TYPE_CHECKING:
    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.export.plan import PlannedTrip


def spot_of_stop(stop: Stop, plan: PlannedTrip) -> Spot | None:
    """The stall's or the place's spot; None where neither the market nor the map knows it."""
    stall = plan.stall_of(stop)
    if stall is not None:
        return spot_of_stall(stall)
    place = plan.place_of(stop)
    in_market = place.address is not None and place.address.district is not None
    on_map = place.lat is not None and place.lon is not None
    return Spot(place.address, place.lat, place.lon) if in_market or on_map else None
