from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.margin import days_to_fill, margin
from yiwutrip.domain.sample import Quote, SampleTaken

CUP = SampleTaken(
    article="mug",
    fee_fen=2000,
    quote=Quote(
        price_fen=980, moq=500, live_price_fen=2990, commission_permille=200, freight_fen=350, packaging_fen=120
    ),
)


def test_what_a_piece_leaves() -> None:
    left = margin(CUP)

    # 29.90 live - 9.80 goods - 5.98 commission - 3.50 freight - 1.20 packaging - 20.00 / 500 = 0.04 of the fee = 9.38
    assert left.fen == 938
    # 9.38 / 29.90 = 0.3137
    assert left.permille == 313
    assert left.unknown == ()


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("price_fen", "unit_price_fen"),
        ("live_price_fen", "live_price_fen"),
        ("commission_permille", "commission_permille"),
        ("freight_fen", "freight_fen"),
        ("packaging_fen", "packaging_fen"),
        ("moq", "moq"),
    ],
)
def test_a_missing_part_gives_no_margin_and_is_named(field: str, name: str) -> None:
    quote = replace(CUP.quote, **{field: None})

    left = margin(replace(CUP, quote=quote))

    assert left.fen is None
    assert left.permille is None
    assert left.unknown == (name,)


def test_an_unknown_fee_gives_no_margin() -> None:
    assert margin(replace(CUP, fee_fen=None)).unknown == ("fee_fen",)


def test_without_a_fee_nobody_needs_the_moq() -> None:
    free = replace(CUP, fee_fen=0, quote=replace(CUP.quote, moq=None))

    # 29.90 - 9.80 - 5.98 - 3.50 - 1.20 = 9.42
    assert margin(free).fen == 942


def test_a_deposit_is_no_cost() -> None:
    assert margin(replace(CUP, deposit_fen=30_000)) == margin(CUP)


def test_commission_is_rounded_up() -> None:
    # 0.33 live at 10 %: 3.3 fen are 4; 33 - 10 - 4 = 19
    quote = Quote(price_fen=10, live_price_fen=33, commission_permille=100, freight_fen=0, packaging_fen=0)

    assert margin(SampleTaken(article="pin", fee_fen=0, quote=quote)).fen == 19


@given(st.integers(1, 10**6), st.integers(0, 10**9))
def test_the_days_suffice_and_one_less_does_not(capacity: int, pieces: int) -> None:
    days = days_to_fill(capacity, pieces)

    assert days is not None
    assert days * capacity >= pieces
    assert days == 0 or (days - 1) * capacity < pieces


def test_no_capacity_gives_no_days() -> None:
    assert days_to_fill(None, 100) is None
    assert days_to_fill(0, 100) is None
