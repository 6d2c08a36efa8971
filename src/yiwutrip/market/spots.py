"""What a leg runs between: an address in the market or a point on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import BadInputError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwutrip.domain.address import Address
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """
    Somewhere to be: an address in the market, a point, or an address with a point that refines it.

    Attributes:
        address: with a district; parts that it leaves out widen the uncertainty.
        lat: degrees WGS-84.

    """

    address: Address | None = None
    lat: float | None = None
    lon: float | None = None

    def __post_init__(self) -> None:
        in_market = self.address is not None and self.address.district is not None
        if not in_market and (self.lat is None or self.lon is None):
            raise BadInputError("place-unknown")


def spot_of_stall(stall: Stall) -> Spot:
    """Where a stall is."""
    return Spot(stall.address, stall.lat, stall.lon)


def spot_of_place(place: Place, stall_lookup: Callable[[str], Stall | None]) -> Spot:
    """
    Where a place of the trip file is.

    Args:
        place: an address, a stall's code, or a point.
        stall_lookup: the stall of a code, None if the catalogue has none.

    Raises:
        NotFoundError: the place is a stall that the catalogue does not have.
        BadInputError: ``place-unknown``: neither address, stall nor coordinates.

    """
    if place.stall is None:
        return Spot(place.address, place.lat, place.lon)
    stall = stall_lookup(place.stall)
    if stall is None:
        raise NotFoundError("stall", place.stall)
    return spot_of_stall(stall)
