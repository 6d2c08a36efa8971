"""Distances and small steps on the ground; the room's only use of geopy."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    LatLon = tuple[float, float]

_EARTH_RADIUS_M = 6_371_009.0
"""The radius of geopy's sphere (the mean radius of WGS-84)."""


def great_circle_m(starts: Sequence[LatLon], ends: Sequence[LatLon]) -> NDArray[np.float64]:
    """Metres between all pairs on geopy's sphere: within 0.6 % of the ellipsoid, in a fifteenth of its time."""
    from geopy.distance import great_circle  # noqa: PLC0415

    pairs = [great_circle(start, end).m for start in starts for end in ends]
    return np.array(pairs, dtype=np.float64).reshape(len(starts), len(ends))


def stepped(origin: LatLon, bearing_deg: float, ahead_m: float, right_m: float) -> LatLon:
    """
    Degrees of the point so far ahead along a bearing and so far to its right.

    Flat-earth arithmetic on geopy's sphere: exact to a decimetre over the market's two kilometres.
    """
    north_m = ahead_m * cos(radians(bearing_deg)) - right_m * sin(radians(bearing_deg))
    east_m = ahead_m * sin(radians(bearing_deg)) + right_m * cos(radians(bearing_deg))
    degree_m = radians(1) * _EARTH_RADIUS_M
    return origin[0] + north_m / degree_m, origin[1] + east_m / (degree_m * cos(radians(origin[0])))


def stepped_back(origin: LatLon, bearing_deg: float, point: LatLon) -> tuple[float, float]:
    """Metres ahead and to the right of the origin that lead to a point: the inverse of `stepped`."""
    degree_m = radians(1) * _EARTH_RADIUS_M
    north_m = (point[0] - origin[0]) * degree_m
    east_m = (point[1] - origin[1]) * degree_m * cos(radians(origin[0]))
    ahead_m = north_m * cos(radians(bearing_deg)) + east_m * sin(radians(bearing_deg))
    right_m = east_m * cos(radians(bearing_deg)) - north_m * sin(radians(bearing_deg))
    return ahead_m, right_m
