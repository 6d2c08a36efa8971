from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.stall import Datum, StallKind
from yiwutrip.ingest.stall_list import amounts, parts, times, words
from yiwutrip.ingest.stall_list.faults import CellError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("汝窑茶杯", "汝窑茶杯"),
        ("多行\n地址　里", "多行 地址 里"),
        ("暂无", None),
        ("N/A", None),
        ("—", None),
        ("😀 emoji", "😀 emoji"),
    ],
)
def test_text_is_kept_on_one_line_and_what_says_nothing_is_unknown(text: str, expected: str | None) -> None:
    assert words.read_text(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\0b", "damaged-character"),
        ("a\ud800b", "damaged-character"),
        ("=HYPERLINK(1)", "formula-cell"),
        ("#REF!", "excel-error"),
        ("#N/A", "excel-error"),
        ("长" * 501, "text-too-long"),
    ],
)
def test_text_that_cannot_be_meant_is_a_fault(text: str, code: str) -> None:
    with pytest.raises(CellError) as caught:
        words.read_text(text)
    assert caught.value.code == code


def test_a_phone_that_excel_rounded_is_a_fault_and_one_in_writing_is_kept() -> None:
    assert words.read_phone("000-0000 0001 微信同号") == "000-0000 0001 微信同号"
    with pytest.raises(CellError, match="phone-as-number"):
        words.read_phone("1.38E+10")


def test_categories_are_split_at_semicolons_only_keywords_at_commas_too() -> None:
    assert words.read_names("工艺品、礼品；玩具;玩具; ") == ("工艺品、礼品", "玩具")
    assert words.read_keywords("茶杯，茶壶、盖碗;盘") == ("茶杯", "茶壶", "盖碗", "盘")


@pytest.mark.parametrize("yes", ["yes", "Y", "是", "１", "true", "√", "需要", "可以", "支持"])
def test_yes(yes: str) -> None:
    assert words.read_yes_no(yes) is True


@pytest.mark.parametrize("no", ["no", "N", "否", "0", "FALSE", "×", "不需要", "无", "没有", "不支持"])
def test_no(no: str) -> None:
    assert words.read_yes_no(no) is False


def test_neither_yes_nor_no() -> None:
    assert words.read_yes_no("未知") is None
    with pytest.raises(CellError, match="not-yes-or-no"):
        words.read_yes_no("也许")


def test_kinds_and_datums_have_many_names() -> None:
    assert words.read_kind("源头工厂") is StallKind.FACTORY
    assert words.read_kind("批发商") is StallKind.SHOP
    assert words.read_kind("厂店一体") is StallKind.BOTH
    assert words.read_datum("gcj02") is Datum.GCJ02
    assert words.read_datum("百度") is Datum.BD09
    assert words.read_datum("WGS84") is Datum.WGS84


READERS = [
    amounts.read_count,
    amounts.read_degrees,
    amounts.read_minutes,
    amounts.read_price,
    amounts.read_rating,
    parts.read_booth,
    parts.read_district,
    parts.read_floor,
    parts.read_gate,
    parts.read_street,
    parts.read_unit,
    times.read_as_of,
    times.read_clock,
    times.read_hours,
    times.read_weekdays,
    words.read_datum,
    words.read_keywords,
    words.read_kind,
    words.read_names,
    words.read_note,
    words.read_phone,
    words.read_text,
    words.read_yes_no,
]
PIECES = "1 50 -3 1e308 . , 元 ¥ 面议 起 - ~ : 点 半 周 三 楼 门 街 二区 D2 NaN inf ² ٣ = ' % 万 箱 B1"
SCRAPS = st.lists(
    st.sampled_from([*PIECES.split(), "9" * 40, "\0", "\ud800", " ", "\u3000", "\n"]), min_size=1, max_size=8
).map("".join)


@given(st.sampled_from(READERS), st.one_of(SCRAPS, st.text(min_size=1, max_size=30)).map(str.strip).filter(bool))
def test_a_reader_gives_a_value_or_a_fault_whatever_the_cell(reader: object, text: str) -> None:
    assert callable(reader)
    with suppress(CellError):
        reader(text)
