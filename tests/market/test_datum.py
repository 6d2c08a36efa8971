import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.stall import Datum
from yiwutrip.market.datum import from_wgs84, to_wgs84

# Published by the tests of other open-source converters: pjutils (Shanghai), leafletZH and asesgeo (Beijing).
GCJ_VECTORS = [
    ((31.1601435400, 121.4295896700), (31.1582660190, 121.4342191628)),
    ((39.90105, 116.42079), (39.902446, 116.427022)),
    ((39.90734, 116.39089), (39.90874107, 116.39713094)),
]
BD_VECTOR = ((31.1601435400, 121.4295896700), (31.1646093426, 121.4406138425))
METRE_DEG = 1 / 111_000


@pytest.mark.parametrize(("wgs", "gcj"), GCJ_VECTORS)
def test_wgs84_becomes_gcj02_as_published(wgs: tuple[float, float], gcj: tuple[float, float]) -> None:
    assert from_wgs84(*wgs, Datum.GCJ02) == pytest.approx(gcj, abs=METRE_DEG)


@pytest.mark.parametrize(("wgs", "gcj"), GCJ_VECTORS)
def test_gcj02_becomes_wgs84_as_published(wgs: tuple[float, float], gcj: tuple[float, float]) -> None:
    assert to_wgs84(*gcj, Datum.GCJ02) == pytest.approx(wgs, abs=METRE_DEG)


def test_bd09_converts_as_published() -> None:
    wgs, baidu = BD_VECTOR

    assert from_wgs84(*wgs, Datum.BD09) == pytest.approx(baidu, abs=METRE_DEG)
    assert to_wgs84(*baidu, Datum.BD09) == pytest.approx(wgs, abs=METRE_DEG)


def test_nothing_is_shifted_outside_china() -> None:
    assert to_wgs84(51.5, -0.12, Datum.GCJ02) == (51.5, -0.12)


def test_wgs84_stays_as_it_is() -> None:
    assert to_wgs84(29.33, 120.1, Datum.WGS84) == (29.33, 120.1)


@given(st.floats(20, 50), st.floats(80, 130), st.sampled_from([Datum.GCJ02, Datum.BD09]))
def test_there_and_back_is_the_same_point(lat: float, lon: float, datum: Datum) -> None:
    back = to_wgs84(*from_wgs84(lat, lon, datum), datum)

    assert math.dist(back, (lat, lon)) < METRE_DEG / 1000
