from datetime import datetime, timedelta

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.stall import Stall
from yiwutrip.domain.trip import Car, Pace, Person, Place, Trip
from yiwutrip.domain.way import WayKind
from yiwutrip.usecases.way_between import way_between, way_to_stall

STALL = Stall("D2-3F-16213", Address(District.D2, 3, 29, 12, booth="16213"))
PARKED = Place(address=Address(District.D1, gate=17))
HOTEL = Place("酒店", 29.335, 120.106)
NINE = datetime(2021, 4, 14, 9, tzinfo=MARKET_ZONE)
TRIP = Trip("四月", NINE, NINE + timedelta(days=2), HOTEL, (Person("一均", "A"),))


def no_stall(code: str) -> None:
    del code


def test_one_starts_at_the_car_else_at_the_base_else_at_the_nearest_gate() -> None:
    driven = Trip("四月", NINE, TRIP.ends, HOTEL, TRIP.people, car=Car(250_000, 600_000, 1800, PARKED))
    ways = [way_to_stall(STALL, trip, no_stall) for trip in (driven, TRIP, None)]

    assert [way and way.start for way in ways] == [PARKED, HOTEL, Place(address=Address(District.D2, gate=29))]


def test_the_steps_lead_up_to_the_floor_and_the_leg_takes_time() -> None:
    way = way_between(PARKED, STALL, Pace.NORMAL, no_stall)

    assert way is not None
    assert WayKind.UP in [step.kind for step in way.steps]
    assert way.leg.seconds > 60


def test_a_place_that_nobody_can_find_has_no_way() -> None:
    assert way_between(Place("某处"), STALL, Pace.NORMAL, no_stall) is None
    assert way_between(Place(stall="D9-1"), STALL, Pace.NORMAL, no_stall) is None
    assert way_to_stall(Stall("D2-西门-1", Address(District.D2, gate_name="西门")), None, no_stall) is None
