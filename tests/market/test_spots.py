import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.errors import BadInputError, NotFoundError
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import Place
from yiwutrip.market.spots import Spot, spot_of_place, spot_of_stall

ADDRESS = Address(district=District.D2, floor=3, gate=29, street=8, booth="17210")
STALL = Stall("D2-3F-17210", ADDRESS, lat=29.33, lon=120.1)
CATALOGUE = {STALL.code: STALL}


def test_a_stall_is_at_its_address_refined_by_its_point() -> None:
    assert spot_of_stall(STALL) == Spot(ADDRESS, 29.33, 120.1)


def test_a_place_may_be_an_address_a_point_or_a_stall() -> None:
    assert spot_of_place(Place(address=ADDRESS), CATALOGUE.get) == Spot(ADDRESS)
    assert spot_of_place(Place(name="酒店", lat=29.3, lon=120.1), CATALOGUE.get) == Spot(lat=29.3, lon=120.1)
    assert spot_of_place(Place(stall="D2-3F-17210"), CATALOGUE.get) == spot_of_stall(STALL)


def test_a_stall_that_the_catalogue_lacks_is_not_found() -> None:
    with pytest.raises(NotFoundError, match="stall-not-found"):
        spot_of_place(Place(stall="D2-3F-1"), CATALOGUE.get)


@pytest.mark.parametrize("place", [Place(), Place(name="酒店"), Place(lat=29.3), Place(address=Address(gate=3))])
def test_a_place_that_says_not_where_is_refused(place: Place) -> None:
    with pytest.raises(BadInputError, match="place-unknown"):
        spot_of_place(place, CATALOGUE.get)
