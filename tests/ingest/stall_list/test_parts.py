from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from yiwutrip.domain.address import District
from yiwutrip.ingest.stall_list.faults import CellError
from yiwutrip.ingest.stall_list.parts import (
    read_booth,
    read_district,
    read_floor,
    read_gate,
    read_street,
    read_unit,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("D2", District.D2),
        ("d1e", District.D1E),
        ("2", District.D2),
        ("二区", District.D2),
        ("国际商贸城三区", District.D3),
        ("数贸中心", District.D6),
        ("篁园市场", District.HUANGYUAN),
        ("District 4", District.D4),
    ],
)
def test_districts_by_code_number_and_name(text: str, district: District) -> None:
    assert read_district(text) is district


@pytest.mark.parametrize(
    ("text", "floor"),
    [("3", 3), ("3.0", 3), ("3F", 3), ("F3", 3), ("三楼", 3), ("3层", 3), ("B1", -1), ("-1", -1), ("负一楼", -1)],
)
def test_floors(text: str, floor: int) -> None:
    assert read_floor(text) == floor


def test_gates_streets_and_units_are_numbers_or_have_names() -> None:
    assert read_gate("20") == read_gate("20号门") == read_gate("20号") == read_gate("20.0") == 20
    assert read_gate("西门") == read_gate("西") == "西门"
    assert read_street("12") == read_street("十二街") == 12
    assert read_street("中街") == read_street("Middle") == "中街"
    assert read_street("B") == read_street("B街") == "B街"
    assert read_unit("4单元") == read_unit("4") == 4


@pytest.mark.parametrize(
    ("text", "booth"),
    [
        ("16213", "16213"),
        ("16213.0", "16213"),
        ("22298a", "22298A"),
        ("１６２１３", "16213"),
        ("F3-29-32", "F3-29-32"),
        ("16213商位", "16213"),
        ("商位号：16213", "16213"),
        ("16213、16214", "16213,16214"),
        ("暂无", None),
    ],
)
def test_booths(text: str, booth: str | None) -> None:
    assert read_booth(text) == booth


@pytest.mark.parametrize(
    ("reader", "text", "code"),
    [
        (read_district, "七区", "unknown-district"),
        (read_district, "D9", "unknown-district"),
        (read_floor, "0", "bad-floor"),
        (read_floor, "99", "bad-floor"),
        (read_gate, "0", "bad-gate"),
        (read_gate, "#", "bad-gate"),
        (read_street, "-3", "bad-street"),
        (read_unit, "甲", "bad-unit"),
        (read_booth, "2026-03-02", "date-in-booth"),
        (read_booth, "3月2日", "date-in-booth"),
        (read_booth, "1.6E+04", "booth-as-number"),
        (read_booth, "@@", "bad-booth"),
        (read_booth, "1" * 61, "text-too-long"),
    ],
)
def test_what_is_no_part_of_an_address_is_a_fault(reader: Callable[[str], object], text: str, code: str) -> None:
    with pytest.raises(CellError, match=code):
        reader(text)
