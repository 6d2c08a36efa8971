"""
GCJ-02 and BD-09 to WGS-84 and back.

China's map services shift coordinates by some hundred metres. The shift is a published series of sines on the Krasovsky
1940 ellipsoid (GCJ-02, "Mars coordinates"), to which Baidu adds a small turn of its own (BD-09). The formulas are those
of the public open-source converters (eviltransform and its ports); the tests hold them to their published vectors.
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin, sqrt

from yiwutrip.domain.stall import Datum

_KRASOVSKY_AXIS_M = 6_378_245.0
_KRASOVSKY_E2 = 0.00669342162296594323
_BAIDU_TURN = pi * 3000.0 / 180.0


def to_wgs84(lat: float, lon: float, datum: Datum) -> tuple[float, float]:
    """
    Degrees in WGS-84 of a point given in another datum; outside China they are the same.

    The way back has no closed form: it is found by iteration to under a millimetre.
    """
    if datum is Datum.WGS84 or not _in_china(lat, lon):
        return lat, lon
    guess_lat, guess_lon = lat, lon
    for _ in range(10):
        shifted_lat, shifted_lon = from_wgs84(guess_lat, guess_lon, datum)
        guess_lat += lat - shifted_lat
        guess_lon += lon - shifted_lon
    return guess_lat, guess_lon


def from_wgs84(lat: float, lon: float, datum: Datum) -> tuple[float, float]:
    """Degrees in another datum of a point given in WGS-84: what to type into a Chinese map."""
    if datum is Datum.WGS84 or not _in_china(lat, lon):
        return lat, lon
    lat, lon = _wgs84_to_gcj02(lat, lon)
    return _gcj02_to_bd09(lat, lon) if datum is Datum.BD09 else (lat, lon)


def _in_china(lat: float, lon: float) -> bool:
    """Whether the shift applies: the box that the converters use."""
    return 0.8293 <= lat <= 55.8271 and 72.004 <= lon <= 137.8347


def _wgs84_to_gcj02(lat: float, lon: float) -> tuple[float, float]:
    north_m, east_m = _shift(lon - 105.0, lat - 35.0)
    radians = lat / 180.0 * pi
    magic = 1 - _KRASOVSKY_E2 * sin(radians) ** 2
    meridian_m = _KRASOVSKY_AXIS_M * (1 - _KRASOVSKY_E2) / (magic * sqrt(magic))
    parallel_m = _KRASOVSKY_AXIS_M / sqrt(magic) * cos(radians)
    return lat + north_m * 180.0 / (meridian_m * pi), lon + east_m * 180.0 / (parallel_m * pi)


def _shift(x: float, y: float) -> tuple[float, float]:
    """The shift north and east in metres, ``x`` and ``y`` degrees from 105 E, 35 N."""
    ripple = (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    root = sqrt(abs(x))
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
    north += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
    east += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    return north, east


def _gcj02_to_bd09(lat: float, lon: float) -> tuple[float, float]:
    radius = hypot(lon, lat) + 0.00002 * sin(lat * _BAIDU_TURN)
    angle = atan2(lat, lon) + 0.000003 * cos(lon * _BAIDU_TURN)
    return radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065
