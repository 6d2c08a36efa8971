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
"""geopy's sphere (the mean radius of WGS-84); geopy itself takes 40 ms to import, which a matrix can do without."""


def geodesic_m(a: LatLon, b: LatLon) -> float:
    """Metres between two points on the ellipsoid, for what is shown."""
    from geopy.distance import geodesic  # noqa: PLC0415

    return float(geodesic(a, b).m)


def great_circle_m(starts: Sequence[LatLon], ends: Sequence[LatLon]) -> NDArray[np.float64]:
    """Metres between all pairs on geopy's sphere, for matrices: within 0.6 % of the ellipsoid."""
    lat_a, lon_a = np.radians(np.asarray(starts, dtype=np.float64).reshape(-1, 2)).T[:, :, None]
    lat_b, lon_b = np.radians(np.asarray(ends, dtype=np.float64).reshape(-1, 2)).T[:, None, :]
    half = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_b - lon_a) / 2) ** 2
    metres: NDArray[np.float64] = 2 * _EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    return metres


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
