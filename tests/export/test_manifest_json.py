"""The contract of `manifest --format json`."""

import json
from typing import Any

import pytest

from tests.export.made import manifest, no_photo, sample
from yiwutrip.domain.words import Words
from yiwutrip.export.registry import manifest_exporter

SAMPLE_KEYS = {
    "number",
    "stall",
    "address",
    "supplier",
    "article",
    "pieces",
    "unit_price_fen",
    "moq",
    "weight_g",
    "box",
    "fragile",
    "fee_fen",
    "deposit_fen",
    "return_by",
    "photos",
    "missing",
}
TOTAL_KEYS = {"samples", "pieces", "weight_g", "volume_ml", "fees_fen", "deposits_fen"}


@pytest.fixture
def data(zh: Words) -> dict[str, Any]:
    made = manifest(sample(), sample("A-002", box=None, weight_g=None, fee_fen=2000, photos=("ab12",)))
    parsed: dict[str, Any] = json.loads(manifest_exporter("json")(made, zh, no_photo))
    return parsed


def test_the_promised_keys_are_there(data: dict[str, Any]) -> None:
    assert {"trip", "made_at", "samples", "totals", "boxes"} <= data.keys()
    assert all(data["samples"][0].keys() >= SAMPLE_KEYS for _ in data["samples"])
    assert data["totals"].keys() >= TOTAL_KEYS


def test_times_carry_the_markets_offset(data: dict[str, Any]) -> None:
    assert data["made_at"] == "2021-04-16T19:42:00+08:00"


def test_money_is_in_fen_and_unknown_is_null(data: dict[str, Any]) -> None:
    first, second = data["samples"]

    assert (first["unit_price_fen"], first["deposit_fen"], first["fee_fen"]) == (8650, 30_000, None)
    assert second["weight_g"] is None
    assert second["missing"] == ["weight_g"]


def test_totals_add_up_and_say_what_is_not_in_them(data: dict[str, Any]) -> None:
    # 16 x 325 g; two deposits of 300 yuan; 20 yuan paid; two times 24 litres.
    assert data["totals"]["weight_g"] == 5200
    assert data["totals"]["unweighed"] == 1
    assert data["totals"]["deposits_fen"] == 60_000
    assert data["totals"]["fees_fen"] == 2000
    assert data["totals"]["volume_ml"] == 48_000


def test_each_box_names_its_samples(data: dict[str, Any]) -> None:
    assert [(box["number"], box["samples"]) for box in data["boxes"]] == [(1, ["A-001"]), (None, ["A-002"])]


def test_a_box_has_its_size_and_litres_and_a_sample_its_box(data: dict[str, Any]) -> None:
    # 60 x 40 x 40 cm
    assert (data["boxes"][0]["size_cm"], data["boxes"][0]["volume_ml"]) == ([60, 40, 40], 96_000)
    assert data["boxes"][1]["size_cm"] is None


def test_what_the_trip_does_not_have_is_null(data: dict[str, Any]) -> None:
    assert (data["car"], data["budget"]) == (None, None)
