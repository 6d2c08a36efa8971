from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.errors import BadInputError, TripError
from yiwutrip.ingest.stall_list import StallList, read_stall_list

STALLS = [
    {"district": "D2", "floor": 3, "booth": "16213", "name_zh": "甲", "category": ["陶瓷", "餐具"], "moq": 50.0},
    {"district": "D3", "booth": 27449, "alliance": True, "price_low": None, "note": "后加的键"},
]


def read(text: str) -> StallList:
    return read_stall_list(text.encode("utf-8", "surrogatepass"), name="list.json")


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(STALLS),
        json.dumps(STALLS, ensure_ascii=False, indent=2),
        json.dumps({"yiwutrip": 1, "command": "stall find", "data": {"stalls": STALLS, "total": 2}}),
        "\n".join(json.dumps(stall) for stall in STALLS),
    ],
)
def test_an_array_an_envelope_and_an_object_a_line_are_the_same_list(text: str) -> None:
    one, other = read(text).stalls()

    assert (one.code, one.categories, one.moq) == ("D2-3F-16213", ("陶瓷", "餐具"), 50)
    assert (other.code, other.alliance, other.price_low_fen) == ("D3-3F-27449", True, None)


def test_objects_within_are_laid_open() -> None:
    (stall,) = read('[{"name": "甲", "where": {"district": "D2", "booth": "16213"}}]').stalls()

    assert (stall.code, stall.name_zh) == ("D2-3F-16213", "甲")


def test_a_problem_has_the_line_on_which_its_object_begins() -> None:
    listing = read('[\n  {"district": "D2", "booth": "16213"},\n\n  {"district": "D9",\n   "booth": "1"}\n]')

    assert len(list(listing.stalls())) == 1
    assert [(problem.code, problem.line) for problem in listing.tally.problems] == [("unknown-district", 4)]


def test_a_lone_surrogate_is_a_problem_of_its_row() -> None:
    listing = read('[{"district": "D2", "booth": "16213", "name": "\\ud800"}, {"district": "D2", "booth": "16214"}]')

    assert [stall.code for stall in listing.stalls()] == ["D2-3F-16214"]
    assert [problem.code for problem in listing.tally.problems] == ["damaged-character"]


@pytest.mark.parametrize("text", ['[{"a": 1', "[{]", '{"a": 1}', "[{}]", '[{"a":' + "[" * 5000, '[{"a": 1}, 2]'])
def test_what_is_no_list_of_objects_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        list(read(text).stalls())


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(st.dictionaries(st.sampled_from(["district", "booth", "name", "address", "x"]), VALUES), max_size=4))
def test_no_json_raises_anything_but_trip_errors(objects: list[dict[str, object]]) -> None:
    try:
        list(read(json.dumps(objects)).stalls())
    except TripError:
        return
