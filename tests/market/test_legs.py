import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.itinerary import LegMode
from yiwutrip.domain.trip import Pace
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.legs import leg, travel
from yiwutrip.market.outline import position
from yiwutrip.market.spots import Spot

HOTEL = Spot(lat=29.3350, lon=120.1060)
LINYI = Spot(lat=35.05, lon=118.35)


def gate(district: District, number: int) -> Spot:
    return Spot(Address(district=district, gate=number))


def stall(district: District, floor: int, number: int, street: int, booth: str = "X") -> Spot:
    return Spot(Address(district=district, floor=floor, gate=number, street=street, booth=booth))


# Straight lines between public bicycle docks outside the gates (docs/market.md).
@pytest.mark.parametrize(
    ("district", "a", "b", "dock_m"),
    [(District.D2, 29, 45, 588), (District.D3, 55, 63, 431), (District.D1, 1, 17, 564)],
)
def test_along_one_side_the_walk_is_what_the_docks_say(district: District, a: int, b: int, dock_m: int) -> None:
    assert leg(gate(district, a), gate(district, b)).metres == pytest.approx(dock_m, rel=0.15)


@pytest.mark.parametrize(
    ("a", "b", "dock_m"),
    [
        (gate(District.D2, 29), gate(District.D2, 38), 600),
        (gate(District.D2, 38), gate(District.D2, 45), 408),
        (gate(District.D3, 55), gate(District.D3, 56), 465),
        (gate(District.D4, 81), gate(District.D4, 84), 472),
        (gate(District.D1, 17), gate(District.D2, 29), 323),
        (gate(District.D2, 45), gate(District.D3, 55), 254),
        (gate(District.D3, 56), gate(District.D4, 81), 84),
        (gate(District.D4, 84), gate(District.D5, 101), 113),
    ],
)
def test_across_and_between_districts_the_walk_is_of_the_docks_order(a: Spot, b: Spot, dock_m: int) -> None:
    assert dock_m / 2.5 < leg(a, b).metres < dock_m * 2.5


spots = st.one_of(
    st.builds(
        Address,
        district=st.sampled_from(District),
        floor=st.one_of(st.none(), st.sampled_from([-1, 1, 2, 3, 4])),
        gate=st.one_of(st.none(), st.integers(1, 116)),
        street=st.one_of(st.none(), st.integers(1, 30)),
        booth=st.one_of(st.none(), st.sampled_from(["71419", "84420", "16213"])),
    ).map(Spot),
    st.builds(Spot, lat=st.floats(29.25, 29.40), lon=st.floats(120.0, 120.2)),
)


@given(st.lists(spots, min_size=3, max_size=8))
@settings(max_examples=60)
def test_no_detour_by_a_third_place_is_shorter(places: list[Spot]) -> None:
    table = travel(places)
    size = range(len(places))

    for a in size:
        for b in size:
            for c in size:
                direct, round_about = int(table.seconds[a, c]), int(table.seconds[a, b] + table.seconds[b, c])
                # Legs are whole seconds, each rounded at up to three places on the way.
                assert direct <= round_about + 6 or places[a] == places[c]


@given(spots, spots)
@settings(max_examples=60)
def test_there_takes_as_long_as_back(a: Spot, b: Spot) -> None:
    table = travel([a, b])

    assert table.seconds[0, 1] == table.seconds[1, 0]
    assert table.metres[0, 1] == table.metres[1, 0]


@given(spots, spots)
@settings(max_examples=60)
def test_one_leg_is_what_the_table_says(a: Spot, b: Spot) -> None:
    others = [HOTEL, gate(District.D3, 55), a, b]

    assert a == b or leg(a, b) == travel(others).leg(2, 3)


@pytest.mark.parametrize(("floor", "flights"), [(2, 1), (3, 2), (4, 3), (-1, 1)])
def test_a_floor_up_costs_what_its_stairs_cost(floor: int, flights: int) -> None:
    here = stall(District.D2, 1, 29, 3)
    above = stall(District.D2, floor, 29, 3)
    neighbour = stall(District.D2, 1, 29, 3, booth="Y")
    guess = Assumptions.with_overrides({"stairs_s": 60})

    climb_s = leg(here, above, guess).seconds - leg(here, neighbour, guess).seconds

    assert climb_s == flights * 60


def test_one_walks_to_a_cross_aisle_to_change_streets() -> None:
    # Gates 29 and 33 of D2 stand one block of 147 m apart; 3 streets are 42 m; both stalls lie at a cross aisle.
    # Each may lie a quarter block (36.75 m) and a quarter street (3.5 m) off, a third of which counts: 13.4 m.
    way = leg(stall(District.D2, 1, 29, 1), stall(District.D2, 1, 33, 4))

    assert way.metres == pytest.approx(147 + 42 + 2 * 13.4, abs=1)


def test_a_brisk_pace_walks_faster() -> None:
    a, b = stall(District.D1, 3, 3, 1), stall(District.D1, 3, 15, 5)

    seconds = [leg(a, b, pace=pace).seconds for pace in (Pace.BRISK, Pace.NORMAL, Pace.RELAXED)]

    assert seconds == sorted(seconds)
    # 1.2 times the normal speed.
    assert seconds[0] == pytest.approx(seconds[1] / 1.2, abs=1)


@pytest.mark.parametrize("place", [District.HUANGYUAN, District.BINWANG, District.SHENGCHAN, District.BEIXIAZHU])
def test_one_takes_a_car_to_the_markets_outside(place: District) -> None:
    way = leg(gate(District.D1, 17), Spot(Address(district=place, floor=1, booth="1")))

    assert way.mode is LegMode.RIDE
    assert way.metres > 2000


def test_walking_part_of_a_ride_is_less_than_the_ride() -> None:
    table = travel([stall(District.D1, 3, 11, 3), LINYI])

    assert 0 < table.walk_s[0, 1] < table.seconds[0, 1]
    # 664 km from town to town on the great circle (docs/market.md), 1.3 times that by road.
    assert table.metres[0, 1] == pytest.approx(664_000 * 1.3, rel=0.02)


def test_nobody_takes_a_car_across_the_street() -> None:
    assert leg(gate(District.D3, 56), gate(District.D4, 81)).mode is LegMode.WALK


def test_a_spot_is_no_way_from_itself() -> None:
    here = stall(District.D2, 3, 29, 8)

    assert leg(here, here).mode is LegMode.STAY
    assert travel([here, here, HOTEL]).seconds[0, 0] == 0


def test_what_is_not_known_of_an_address_is_said_in_seconds() -> None:
    door = gate(District.D1, 17)
    whole = leg(door, stall(District.D1, 3, 11, 3)).uncertain_s
    no_street = leg(door, Spot(Address(district=District.D1, floor=3, gate=11, booth="8304"))).uncertain_s
    no_gate = leg(door, Spot(Address(district=District.D1, floor=3, booth="L-1"))).uncertain_s

    assert 0 == whole < no_street < no_gate


def test_a_market_whose_place_is_not_sure_makes_the_way_there_unsure_but_not_the_ways_within() -> None:
    one, other = (Spot(Address(district=District.BEIXIAZHU, booth=booth)) for booth in ("1-1", "9-9"))

    # Each stall may lie half the 300 m of the village off: 150 m / 0.9 m/s = 167 s.
    assert leg(one, other).uncertain_s == 2 * 167
    # The village itself may lie 800 m off: 800 m * 1.3 / 5 m/s = 208 s by car.
    assert leg(gate(District.D1, 17), one).uncertain_s == 167 + 208


def test_a_booth_number_tells_what_the_address_left_out() -> None:
    # Booths around 17210 on D2's third floor stand at gate 29, street 5 (tables/booths.csv).
    whole = stall(District.D2, 3, 29, 5, booth="17210")
    bare = Spot(Address(district=District.D2, booth="17210"))
    unknown = Spot(Address(district=District.D2, booth="L-1"))
    door = gate(District.D2, 45)

    assert abs(leg(door, bare).seconds - leg(door, whole).seconds) < 60
    assert leg(door, whole).uncertain_s < leg(door, bare).uncertain_s < leg(door, unknown).uncertain_s


def test_a_booth_of_another_floor_tells_nothing() -> None:
    contradictory = Spot(Address(district=District.D2, floor=1, booth="17210"))

    assert leg(gate(District.D2, 29), contradictory).uncertain_s > 300


def test_coordinates_place_a_stall_whose_gate_nobody_knows() -> None:
    lat, lon, _ = position(Address(district=District.D2, gate=45))
    vague = Spot(Address(district=District.D2, floor=1, booth="L-1"), lat, lon)

    assert leg(vague, gate(District.D2, 45)).metres < 50


def test_unknown_stalls_of_one_village_are_apart_but_near() -> None:
    way = leg(
        Spot(Address(district=District.BEIXIAZHU, booth="1-1")), Spot(Address(district=District.BEIXIAZHU, booth="9-9"))
    )

    # Two places drawn from a breadth of 300 m lie a third of it apart.
    assert way.metres == 100
