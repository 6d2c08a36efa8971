import math

import pytest
from geopy.distance import geodesic

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.stall import Datum
from yiwutrip.market import facts
from yiwutrip.market.datum import to_wgs84
from yiwutrip.market.earth import great_circle_m, stepped, stepped_back
from yiwutrip.market.outline import outline, position, project
from yiwutrip.market.spots import Spot

ANCHOR = (29.33069, 120.09816)  # a published WGS-84 point inside D1


def test_odd_gates_stand_left_and_even_ones_right() -> None:
    drawn = outline(District.D2)

    assert {across for gate, across, _ in drawn.gates if gate % 2} == {0.0}
    assert {across for gate, across, _ in drawn.gates if not gate % 2} == {drawn.width_m}


def test_gates_of_a_pair_stand_opposite_each_other_and_pairs_a_block_apart() -> None:
    along = {gate: at for gate, _, at in outline(District.D2).gates}

    assert along[29] == along[30]
    # 588 m for the four blocks from gate 29 to gate 45 by the docks.
    assert along[33] - along[29] == pytest.approx(588 / 4)


def test_streets_run_side_by_side_with_the_middle_street_between_the_halves() -> None:
    streets = [street for street, _ in outline(District.D2).streets]

    assert streets == [1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11, 12]


@pytest.mark.parametrize("district", list(District))
def test_every_part_of_an_outline_lies_inside_it(district: District) -> None:
    drawn = outline(district)

    assert all(0 < across < drawn.width_m for _, across in drawn.streets)
    assert all(0 <= across <= drawn.width_m and 0 <= along <= drawn.length_m for _, across, along in drawn.gates)


def test_a_stall_is_drawn_in_its_street_at_its_gate() -> None:
    drawn = outline(District.D2)
    across_m, along_m = project(Spot(Address(district=District.D2, floor=3, gate=29, street=8, booth="17210")))

    assert across_m == dict(drawn.streets)[8]
    assert along_m == {gate: at for gate, _, at in drawn.gates}[29]


@pytest.mark.parametrize("point", [point for point in facts.points() if point.gate], ids=lambda p: p.name_en)
def test_gates_lie_near_their_docks(point: facts.PointFact) -> None:
    lat, lon, _ = position(Address(district=point.district, gate=point.gate))

    # Docks stand outside the doors, some at the next corner: D3's 56 is 300 m from where the pairs put it.
    assert geodesic((lat, lon), (point.lat, point.lon)).m < 320


@pytest.mark.parametrize(("datum", "inside"), [(Datum.GCJ02, True), (Datum.WGS84, False)])
def test_docks_read_as_gcj02_put_a_point_inside_d1_where_it_is(datum: Datum, *, inside: bool) -> None:
    drawn = outline(District.D1)
    gate_17 = to_wgs84(29.330276, 120.102193, datum)  # as the dock list has it
    ahead_m, right_m = stepped_back(gate_17, drawn.bearing_deg, ANCHOR)

    # Gate 17 stands at the far end of the odd façade, the dock 40 m outside.
    assert (0 < drawn.length_m + ahead_m < drawn.length_m and 0 < right_m - 40 < drawn.width_m) is inside


def test_a_position_says_how_far_it_may_be_off() -> None:
    whole = position(Address(district=District.D2, floor=3, gate=29, street=8, booth="17210"))[2]
    district = position(Address(district=District.D2, booth="17210"))[2]
    village = position(Address(district=District.BEIXIAZHU, booth="3-1"))[2]

    assert whole < 100 < district
    assert village >= 800


def test_a_place_without_a_district_has_no_position() -> None:
    with pytest.raises(BadInputError, match="place-unknown"):
        position(Address(gate=29))


def test_matrix_distances_agree_with_the_ellipsoid() -> None:
    a, b = (29.3307, 120.0982), (29.3403, 120.1219)

    # A sphere is off by at most 0.6 %.
    assert great_circle_m([a], [b])[0, 0] == pytest.approx(geodesic(a, b).m, rel=0.006)


def test_a_step_ahead_and_to_the_right_can_be_taken_back() -> None:
    there = stepped(ANCHOR, 28.1, 1000, 250)

    assert geodesic(ANCHOR, there).m == pytest.approx(math.hypot(1000, 250), rel=0.006)
    assert stepped_back(ANCHOR, 28.1, there) == pytest.approx((1000, 250))


@pytest.mark.parametrize("name", ["districts", "links", "points", "floors", "hours", "booths", "spring_festival"])
def test_every_built_in_fact_has_a_source_and_a_date(name: str) -> None:
    rows = facts.table(name)

    assert rows
    assert all(row["source"] and row["as_of"] for row in rows)
