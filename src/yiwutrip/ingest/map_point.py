"""A point as it is copied out of a map: two numbers, and whose map it was."""

from __future__ import annotations

import re
from unicodedata import normalize

from yiwutrip.domain.stall import Datum
from yiwutrip.market.datum import to_wgs84

_POINT = re.compile(
    r"""
    \s* (?P<one> \d+(?:\.\d+)? ) \s* [,;、\s] \s* (?P<other> \d+(?:\.\d+)? )
    \s* [,;、]? \s* \(? (?P<datum> [^\s()]* ) \)? \s*
    """,
    re.VERBOSE,
)
_DATUMS = {
    "": Datum.WGS84,
    "wgs": Datum.WGS84,
    "wgs84": Datum.WGS84,
    "gps": Datum.WGS84,
    "gcj": Datum.GCJ02,
    "gcj02": Datum.GCJ02,
    "amap": Datum.GCJ02,
    "高德": Datum.GCJ02,
    "tencent": Datum.GCJ02,
    "腾讯": Datum.GCJ02,
    "bd": Datum.BD09,
    "bd09": Datum.BD09,
    "baidu": Datum.BD09,
    "百度": Datum.BD09,
}
"""The datum by its name or by the app that uses it."""


def read_map_point(text: str) -> tuple[float, float]:
    """
    Degrees of latitude and longitude in WGS-84, to a decimetre, of a point in China.

    ``29.3350,120.1060``, ``120.1060 29.3350`` and ``29.335,120.106 高德`` can be read: Chinese maps give the longitude
    first, others the latitude; as every latitude of China is below 54 and every longitude above 73, either will do.

    Raises:
        ValueError: not two numbers and a known datum, or not in China.

    """
    said = _POINT.fullmatch(normalize("NFKC", text))
    if not said:
        raise ValueError(text)
    lat, lon = sorted((float(said["one"]), float(said["other"])))
    datum = _DATUMS.get(said["datum"].lower().replace("-", ""))
    if datum is None or not (3 < lat < 54 and 73 < lon < 136):
        raise ValueError(text)
    lat, lon = to_wgs84(lat, lon, datum)
    return round(lat, 6), round(lon, 6)
