"""The plan as GeoJSON (RFC 7946): WGS-84, longitude first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.export.places import gates, layers

if TYPE_CHECKING:
    from yiwutrip.domain.words import Words
    from yiwutrip.export.places import Layer, Point
    from yiwutrip.export.plan import PlannedTrip

EXTENSION = "geojson"


def export(plan: PlannedTrip, words: Words) -> bytes:
    """Stops as points and each person's day as a line; ``layer`` tells which day and whose."""
    features: list[dict[str, object]] = []
    for layer in layers(plan, words):
        features += _layer(layer)
    gate_layer = words("map.gates")
    features += [_feature("Point", [gate.lon, gate.lat], _properties(gate, gate_layer)) for gate in gates(plan, words)]
    collection = {"type": "FeatureCollection", "name": plan.trip.name, "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False).encode(errors="replace")


def _layer(layer: Layer) -> list[dict[str, object]]:
    whose: dict[str, object] = {"date": layer.day.isoformat(), "who": layer.letter}
    features = [
        _feature("Point", [point.lon, point.lat], _properties(point, layer.title) | whose | {"order": order})
        for order, point in enumerate(layer.points, start=1)
    ]
    if len(layer.points) > 1:
        line = [[point.lon, point.lat] for point in layer.points]
        features.append(_feature("LineString", line, {"layer": layer.title, "kind": "route", **whose}))
    return features


def _feature(kind: str, coordinates: object, properties: dict[str, object]) -> dict[str, object]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def _properties(point: Point, layer: str) -> dict[str, object]:
    times = {
        name: when.astimezone(MARKET_ZONE).isoformat(timespec="seconds")
        for name, when in (("start", point.starts), ("leave", point.ends))
        if when is not None
    }
    return {
        "layer": layer,
        "name": point.name,
        "kind": point.kind,
        "address": point.note,
        "uncertain_m": point.uncertain_m,
        **times,
    }
