"""The car: what goes in, in which order, and the cheapest to post where it is too much."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.box import Box
from yiwutrip.domain.packing import Item, PackedBox, Parcel, Placed
from yiwutrip.domain.trip import Car
from yiwutrip.planner.carload import Tariff, load_of, loading_order, parcels_to_post, posting_fen

TARIFF = Tariff(first_kg_fen=1000, next_kg_fen=200, ml_per_kg=6000)


def parcel(number: int, weight_g: int) -> Parcel:
    """That box as the car sees it."""
    return box(number, weight_g).parcel


def box(number: int, weight_g: int, *, fragile: bool = False) -> PackedBox:
    """A cube of 20 cm, which is 8 litres."""
    side = (20.0, 20.0, 20.0)
    inside = Item(f"A-{number:03}", side, weight_g, fragile)
    return PackedBox(Box(number, side), (Placed(inside, (0.0, 0.0, 0.0), side),), weight_g, 0)


def car(load_g: int, load_ml: int = 10**9) -> Car:
    return Car(load_g=load_g, load_ml=load_ml, loading_s=1800)


def test_posting_charges_started_kilograms_and_volume() -> None:
    # 2.1 kg are three: 1000 + 2 x 200. A light box of 24 litres is charged as four: 1000 + 3 x 200.
    assert TARIFF.cost_fen(2100, 1000) == 1400
    assert TARIFF.cost_fen(100, 24_000) == 1600
    assert TARIFF.cost_fen(0, 0) == 1000


def test_heavy_boxes_go_in_first_and_fragile_ones_last() -> None:
    assert loading_order([box(1, 900, fragile=True), box(2, 500), box(3, 800)]) == (3, 2, 1)


def test_nothing_is_posted_where_everything_fits() -> None:
    assert parcels_to_post([parcel(1, 1000)], car(1000), TARIFF) == ()


def test_one_heavy_box_is_cheaper_than_two_light_ones() -> None:
    boxes = [parcel(1, 1000), parcel(2, 1000), parcel(3, 2000)]

    # Two kilograms too many: the heavy one costs 1200, the two light ones 2 x 1200 (8 litres count as two kilograms).
    assert [gone.box for gone in parcels_to_post(boxes, car(2000), TARIFF)] == [3]


def test_a_car_that_takes_nothing_leaves_everything_to_be_posted() -> None:
    boxes = [parcel(1, 1000), parcel(2, 1000)]

    assert len(parcels_to_post(boxes, car(0), TARIFF)) == 2


@given(st.lists(st.integers(1, 9000), min_size=1, max_size=7), st.integers(0, 30_000))
def test_no_cheaper_choice_exists(weights: list[int], load_g: int) -> None:
    boxes = [parcel(number, weight) for number, weight in enumerate(weights, start=1)]
    chosen = parcels_to_post(boxes, car(load_g), TARIFF)
    costs = [
        posting_fen(gone, TARIFF)
        for number in range(len(boxes) + 1)
        for gone in combinations(boxes, number)
        if sum(one.weight_g for one in boxes) - sum(one.weight_g for one in gone) <= load_g
    ]

    assert load_of([one for one in boxes if one not in chosen], car(load_g)).fits
    assert posting_fen(chosen, TARIFF) == min(costs)


@pytest.mark.parametrize("load_g", [0, 5000, 20_000])
def test_very_many_boxes_are_relieved_without_trying_every_choice(load_g: int) -> None:
    boxes = [parcel(number, 1000 + number) for number in range(1, 41)]
    chosen = parcels_to_post(boxes, car(load_g), TARIFF)

    assert load_of([one for one in boxes if one not in chosen], car(load_g)).fits


def test_what_nobody_measured_has_no_price_and_stays() -> None:
    loose = Parcel(None, "A-009", 5000, 0, None)

    # Six kilograms of five: the box goes, though without the loose sample it could stay.
    assert parcels_to_post([parcel(1, 1000), loose], car(5000), TARIFF) == (parcel(1, 1000),)
    assert load_of([loose], car(5000)).unmeasured == 1


def test_a_sample_in_no_box_is_posted_where_that_is_cheapest() -> None:
    # A giant of 50 litres and 1 kg costs 1000 + 8 x 200; each box of 8 litres 1200. 66 litres of 16: 50 have to go.
    giant = Parcel(None, "A-009", 1000, 0, 50_000)

    assert parcels_to_post([parcel(1, 1000), parcel(2, 1000), giant], car(9000, 16_000), TARIFF) == (giant,)
