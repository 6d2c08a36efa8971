"""Numbers, dates and places as paper shows them."""

from datetime import UTC, datetime

import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.phrasing import say_address
from yiwutrip.domain.words import Words
from yiwutrip.export import text


@pytest.mark.parametrize(("fen", "shown"), [(0, "0"), (5, "0.05"), (2000, "20"), (123_450, "1,234.50")])
def test_yuan_have_decimals_only_where_there_are_some(fen: int, shown: str) -> None:
    assert text.yuan(fen) == shown


def test_a_price_always_has_both_decimals() -> None:
    assert text.price(980) == "9.80"


def test_unknown_kilograms_are_a_question_mark() -> None:
    assert (text.thousandths(None), text.thousandths(35_649)) == ("?", "35.6")


def test_a_moment_is_in_the_markets_time(zh: Words) -> None:
    # 20:30 in London's winter is 4:30 of the next morning in Yiwu.
    assert text.moment(datetime(2021, 1, 31, 20, 30, tzinfo=UTC), zh) == "2月1日 04:30"


def test_an_address_is_written_for_its_reader(zh: Words, en: Words) -> None:
    where = Address(district=District.D2, floor=-1, gate=20, street=12, booth="16213")

    assert say_address(where, zh) == "二区 负1楼 20门 12街 16213"
    assert say_address(where, en) == "D2 B1 G20 S12 16213"


def test_a_telephone_link_holds_nothing_but_what_is_dialled() -> None:
    assert text.dialled("+86 138-0000-0001 转 <script>") == "+86138-0000-0001"
