"""The plan as GPX 1.1 (www.topografix.com/GPX/1/1): a route a person and day, and waypoints for the gates."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from yiwutrip.export import text
from yiwutrip.export.places import gates, layers

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.domain.words import Words
    from yiwutrip.export.places import Point
    from yiwutrip.export.plan import PlannedTrip

EXTENSION = "gpx"
NAMESPACE = "http://www.topografix.com/GPX/1/1"


def export(plan: PlannedTrip, words: Words) -> bytes:
    """Routes that a phone's map can follow; names in the reader's language."""
    root = ET.Element("gpx", {"xmlns": NAMESPACE, "version": "1.1", "creator": "yiwutrip"})
    about = ET.SubElement(root, "metadata")
    _text(about, "name", plan.trip.name)
    if plan.itinerary.made_at:
        _text(about, "time", _utc(plan.itinerary.made_at))
    for gate in gates(plan, words):
        _point(root, "wpt", gate)
    for layer in layers(plan, words):
        route = ET.SubElement(root, "rte")
        _text(route, "name", layer.title)
        for point in layer.points:
            _point(route, "rtept", point)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _point(parent: ET.Element, tag: str, point: Point) -> None:
    element = ET.SubElement(parent, tag, {"lat": f"{point.lat:.6f}", "lon": f"{point.lon:.6f}"})
    # The schema is a sequence: time, name, desc, type, in this order.
    if point.starts:
        _text(element, "time", _utc(point.starts))
    _text(element, "name", point.name)
    if point.note:
        _text(element, "desc", point.note)
    _text(element, "type", point.kind)


def _text(parent: ET.Element, tag: str, said: str) -> None:
    ET.SubElement(parent, tag).text = text.printable(said)


def _utc(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
