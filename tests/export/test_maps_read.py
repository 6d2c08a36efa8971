"""The three map files as programs that we did not write read them."""

import warnings
from datetime import UTC
from itertools import groupby
from typing import Any

import geojson
import gpxpy
import pytest

from tests.export.planned import HOTEL, at, planned
from yiwutrip.domain.words import Words
from yiwutrip.export.registry import plan_exporter

with warnings.catch_warnings():
    # Without lxml it reads as well; it only cannot print prettily.
    warnings.simplefilter("ignore", UserWarning)
    import fastkml

LAYERS = ["4月15日 陈砚 A", "4月15日 林栀 B", "4月16日 陈砚 A", "4月16日 林栀 B"]


def exported(name: str, words: Words) -> str:
    return plan_exporter(name).export(planned(), words).decode("utf-8")


def test_a_reader_of_geojson_finds_it_valid_with_a_layer_a_person_and_day(zh: Words) -> None:
    read = geojson.loads(exported("geojson", zh))

    assert read.is_valid
    assert all(feature.is_valid for feature in read.features)
    layers = dict.fromkeys(feature.properties["layer"] for feature in read.features)
    assert [layer for layer in layers if layer != "门"] == LAYERS


def test_a_reader_of_gpx_finds_routes_with_the_times_of_their_stops(zh: Words) -> None:
    read = gpxpy.parse(exported("gpx", zh))

    assert [route.name for route in read.routes] == LAYERS
    first = read.routes[0].points[0]
    assert (first.latitude, first.longitude) == pytest.approx((HOTEL.lat, HOTEL.lon), abs=1e-6)
    # Both leave the hotel at 8:40, which is 0:40 in Greenwich.
    assert first.time is not None
    assert first.time.astimezone(UTC) == at("8:40").astimezone(UTC)
    assert {point.name for point in read.waypoints} >= {"一区 17门", "二区 22门"}


def test_a_reader_of_kml_finds_folders_and_in_each_the_way_through_its_points(zh: Words) -> None:
    read: Any = fastkml.KML.from_string(exported("kml", zh).partition("?>")[2])
    (document,) = read.features
    folders = {folder.name: list(folder.features) for folder in document.features}

    assert [name for name in folders if name != "门"] == LAYERS
    places = folders[LAYERS[0]]
    points = [place.geometry for place in places if place.geometry.geom_type == "Point"]
    (line,) = [place.geometry for place in places if place.geometry.geom_type == "LineString"]
    # Who stays where he is moves the line on by nothing.
    assert [at for at, _ in groupby((point.x, point.y) for point in points)] == [pair[:2] for pair in line.coords]
    assert "青禾瓷坊（演示）" in {place.name for place in places}
    # Longitude comes first; in Yiwu it is four times the latitude.
    assert all(119.9 < point.x < 120.3 and 29.2 < point.y < 29.5 for point in points)
