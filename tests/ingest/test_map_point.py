import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.stall import Datum
from yiwutrip.ingest.map_point import read_map_point
from yiwutrip.market.datum import from_wgs84


@pytest.mark.parametrize(
    "text",
    [
        "29.335,120.106",
        "120.106,29.335",  # as Chinese maps write it
        " 29.335 120.106 ",
        "２９．３３５，１２０．１０６",
        "29.335、120.106 WGS-84",
        "29.335, 120.106 (gps)",
    ],
)
def test_a_point_is_read_in_either_order(text: str) -> None:
    assert read_map_point(text) == (29.335, 120.106)


@given(
    lat=st.floats(18, 53),
    lon=st.floats(75, 134),
    said=st.sampled_from(
        [
            ("高德", Datum.GCJ02),
            ("腾讯", Datum.GCJ02),
            ("gcj-02", Datum.GCJ02),
            ("百度", Datum.BD09),
            ("BD09", Datum.BD09),
        ]
    ),
)
def test_a_point_copied_from_a_chinese_map_is_where_it_was(lat: float, lon: float, said: tuple[str, Datum]) -> None:
    word, datum = said
    shown_lat, shown_lon = from_wgs84(lat, lon, datum)

    read = read_map_point(f"{shown_lon:.7f},{shown_lat:.7f} {word}")

    # Six decimals are 0.06 m off at most in each direction.
    assert geodesic(read, (lat, lon)).m < 0.2


@pytest.mark.parametrize(
    "text",
    ["", "29.335", "29.335,120.106,7", "29.335,120.106 Mars", "here", "-29.335,120.106", "60.1,120.1", "29.3,29.4"],
)
def test_what_is_no_point_in_china_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_map_point(text)
