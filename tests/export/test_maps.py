"""Maps that other programs read: WGS-84, one layer a person and day, names whole."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.export.made import SHOP
from tests.export.planned import HOTEL, planned
from yiwutrip.domain.words import Words
from yiwutrip.export.places import layers
from yiwutrip.export.registry import plan_exporter

GPX = {"g": "http://www.topografix.com/GPX/1/1"}
KML = {"k": "http://www.opengis.net/kml/2.2"}
EVIL = "<script>&]]>\x00\x0b🏺"


def geojson(words: Words) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(plan_exporter("geojson").export(planned(), words))
    return parsed


def test_there_is_one_layer_a_person_and_day(zh: Words) -> None:
    assert [layer.title for layer in layers(planned(), zh)] == [
        "4月15日 陈砚 A",
        "4月15日 林栀 B",
        "4月16日 陈砚 A",
        "4月16日 林栀 B",
    ]


def test_what_the_pair_does_together_is_in_both_layers(zh: Words) -> None:
    names = {layer.letter: [point.name for point in layer.points] for layer in layers(planned(), zh)[:2]}

    assert "415 全球直采节" in names["A"]
    assert "415 全球直采节" in names["B"]
    assert "青禾瓷坊（演示）" not in names["B"]


def test_geojson_is_longitude_first_and_in_yiwu(zh: Words) -> None:
    for feature in geojson(zh)["features"]:
        flat = feature["geometry"]["coordinates"]
        pairs = [flat] if feature["geometry"]["type"] == "Point" else flat
        assert all(119.9 < lon < 120.3 and 29.2 < lat < 29.5 for lon, lat in pairs)


def test_a_point_of_the_trip_file_stays_where_it_was_said(zh: Words) -> None:
    hotel = next(f for f in geojson(zh)["features"] if f["properties"].get("kind") == "start")

    assert hotel["geometry"]["coordinates"] == [HOTEL.lon, HOTEL.lat]


def test_the_gates_of_the_districts_entered_are_there(zh: Words) -> None:
    gates = {f["properties"]["name"] for f in geojson(zh)["features"] if f["properties"]["kind"] == "gate"}

    assert {"一区 17门", "二区 22门"} <= gates
    assert not any(name.startswith("三区") for name in gates)


def test_gpx_has_a_route_a_person_and_day_in_the_schemas_order(zh: Words) -> None:
    root = ET.fromstring(plan_exporter("gpx").export(planned(), zh))
    tags = [child.tag.partition("}")[2] for child in root]

    # The schema is a sequence: metadata, wpt*, rte*, trk*.
    assert tags == sorted(tags, key=["metadata", "wpt", "rte", "trk"].index)
    assert next(rte.findtext("g:name", "", GPX) for rte in root.findall("g:rte", GPX)) == "4月15日 陈砚 A"
    point = root.find("g:rte/g:rtept", GPX)
    assert point is not None
    assert (float(point.attrib["lat"]), float(point.attrib["lon"])) == (HOTEL.lat, HOTEL.lon)


def test_kml_has_a_folder_a_person_and_day_with_times_and_a_line(zh: Words) -> None:
    root = ET.fromstring(plan_exporter("kml").export(planned(), zh))
    folder = root.find("k:Document/k:Folder", KML)

    assert folder is not None
    assert folder.findtext("k:name", "", KML) == "4月15日 陈砚 A"
    assert folder.findtext("k:Placemark/k:TimeSpan/k:begin", "", KML) == "2021-04-15T08:40:00+08:00"
    line = folder.findtext("k:Placemark/k:LineString/k:coordinates", "", KML).split()
    assert line[0] == f"{HOTEL.lon:.6f},{HOTEL.lat:.6f}"


@pytest.mark.parametrize("name", ["geojson", "gpx", "kml"])
def test_any_name_leaves_the_file_well_formed(name: str, words: Words) -> None:
    plan = planned()
    stalls = {**plan.stalls, SHOP.code: replace(SHOP, name_zh=EVIL)}
    evil = replace(plan, stalls=stalls, trip=replace(plan.trip, name=EVIL))
    content = plan_exporter(name).export(evil, words)

    if name == "geojson":
        assert any(f["properties"].get("name") == "<script>&]]>🏺" for f in json.loads(content)["features"])
    else:
        assert "<script>&]]>🏺" in "".join(ET.fromstring(content).itertext())


@pytest.mark.parametrize("name", ["geojson", "gpx", "kml"])
def test_a_plan_without_routes_is_an_empty_map(name: str, words: Words) -> None:
    plan = planned()
    empty = replace(plan, itinerary=replace(plan.itinerary, routes=()))

    assert plan_exporter(name).export(empty, words)


def test_a_stall_that_has_left_the_catalogue_is_left_out_of_the_map(zh: Words) -> None:
    names = [point.name for layer in layers(replace(planned(), stalls={}), zh) for point in layer.points]

    assert SHOP.code not in names
    assert "415 全球直采节" in names
