"""The plan as KML 2.2 (OGC 07-147r2): a folder a person and day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.export import text
from yiwutrip.export.places import gates, layers

if TYPE_CHECKING:
    from yiwutrip.domain.words import Words
    from yiwutrip.export.places import Layer, Point
    from yiwutrip.export.plan import PlannedTrip

EXTENSION = "kml"
NAMESPACE = "http://www.opengis.net/kml/2.2"
# KML writes colours as alpha, blue, green, red: the house's are #0b4f9e, #c2410c, #166534 and #6b21a8.
LINE_COLOURS = {"A": "ff9e4f0b", "B": "ff0c41c2", "C": "ff346516", "D": "ffa8216b"}
BLACK = "ff111111"


def export(plan: PlannedTrip, words: Words) -> bytes:
    """Stops with their times and each person's day as a line."""
    root = ET.Element("kml", {"xmlns": NAMESPACE})
    document = ET.SubElement(root, "Document")
    _text(document, "name", plan.trip.name)
    made = layers(plan, words)
    for letter in sorted({layer.letter for layer in made}):
        style = ET.SubElement(document, "Style", {"id": f"line-{_id(letter)}"})
        line = ET.SubElement(style, "LineStyle")
        _text(line, "color", LINE_COLOURS.get(letter, BLACK))
        _text(line, "width", "4")
    for layer in made:
        _folder(document, layer)
    folder = ET.SubElement(document, "Folder")
    _text(folder, "name", words("map.gates"))
    _text(folder, "visibility", "0")
    for gate in gates(plan, words):
        _placemark(folder, gate)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _folder(document: ET.Element, layer: Layer) -> None:
    folder = ET.SubElement(document, "Folder")
    _text(folder, "name", layer.title)
    for point in layer.points:
        _placemark(folder, point)
    if len(layer.points) > 1:
        way = ET.SubElement(folder, "Placemark")
        _text(way, "name", layer.title)
        _text(way, "styleUrl", f"#line-{_id(layer.letter)}")
        line = ET.SubElement(way, "LineString")
        _text(line, "tessellate", "1")
        _text(line, "coordinates", " ".join(_coordinates(point) for point in layer.points))


def _placemark(folder: ET.Element, point: Point) -> None:
    mark = ET.SubElement(folder, "Placemark")
    _text(mark, "name", point.name)
    if point.note:
        _text(mark, "description", point.note)
    if point.starts and point.ends:
        span = ET.SubElement(mark, "TimeSpan")
        _text(span, "begin", point.starts.astimezone(MARKET_ZONE).isoformat(timespec="seconds"))
        _text(span, "end", point.ends.astimezone(MARKET_ZONE).isoformat(timespec="seconds"))
    _text(ET.SubElement(mark, "Point"), "coordinates", _coordinates(point))


def _coordinates(point: Point) -> str:
    """Longitude first."""
    return f"{point.lon:.6f},{point.lat:.6f}"


def _id(letter: str) -> str:
    """An XML name may hold letters and digits; anything else is written as its code point."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"_{ord(sign):x}" for sign in letter)


def _text(parent: ET.Element, tag: str, said: str) -> None:
    ET.SubElement(parent, tag).text = text.printable(said)
