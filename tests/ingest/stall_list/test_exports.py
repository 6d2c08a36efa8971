"""Lists as sellers and booking sites export them: what in them is no stall, and what is called by another name."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.stall import Stall, StallKind
from yiwutrip.ingest.stall_list import ListOptions, StallList, read_stall_list
from yiwutrip.ingest.stall_list.amounts import read_price
from yiwutrip.ingest.stall_list.fields import Field, meaning_of
from yiwutrip.ingest.stall_list.words import read_kind


def read(text: str) -> tuple[list[Stall], StallList]:
    listing = read_stall_list(text.encode(), name="list.csv")
    return list(listing.stalls()), listing


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("电话\nTel", Field.PHONE),
        ("电话Tel", Field.PHONE),
        ("Mobile/WhatsApp", Field.PHONE),
        ("手机/微信", Field.PHONE),
        ("MOQ起订量", Field.MOQ),
        ("商铺", Field.NAME_ZH),
        ("卖什么", Field.KEYWORDS),
        ("是否一件代发", Field.SHIPS_SINGLE),
        ("综合评分", Field.RATING),
        ("价格（元）", Field.PRICE),
        ("起批价", Field.PRICE),
        ("营业", Field.HOURS),
        ("更新", Field.AS_OF),
        ("Company Name EN", Field.NAME_EN),
    ],
)
def test_headers_of_exports_and_of_two_languages(header: str, field: Field) -> None:
    meaning = meaning_of(header)

    assert meaning is not None
    assert meaning.field is field


@pytest.mark.parametrize("header", ["Price (USD)", "FOB Price", "单价（美元）", "价格$", "产品图片", "Response rate"])
def test_a_price_in_another_currency_and_what_is_not_kept_mean_nothing(header: str) -> None:
    assert meaning_of(header) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("经销批发", StallKind.SHOP),
        ("招商代理", StallKind.SHOP),
        ("贸易公司", StallKind.SHOP),
        ("生产加工", StallKind.FACTORY),
        ("Manufacturer, Trading Company", StallKind.BOTH),
        ("前店后厂", StallKind.BOTH),
        ("商业服务", None),
    ],
)
def test_kinds_as_booking_sites_call_them(text: str, kind: StallKind | None) -> None:
    assert read_kind(text) is kind


def test_prices_by_quantity_are_a_range() -> None:
    # 0.28 to 0.35 yuan.
    assert read_price("0.35/0.32/0.28") == (28, 35)
    assert read_price("3。5") == (350, 350)


def test_a_sum_and_the_name_of_a_district_among_the_rows_are_no_stalls() -> None:
    stalls, listing = read("商位号,店名,电话\n国际商贸城二区,,\n16213,甲,1\n三区,,\n27449,乙,2\n合计：2家,,\n总计,2,\n")

    assert [stall.code for stall in stalls] == ["D2-3F-16213", "D3-3F-27449"]
    assert (listing.tally.rows, listing.tally.refused) == (2, 0)


def test_a_district_alone_in_a_list_of_addresses_is_refused_and_told() -> None:
    stalls, listing = read("地址\n国际商贸城二区20号门3楼12街16213\n义乌国际商贸城三区\n")

    assert len(stalls) == 1
    assert [problem.line for problem in listing.tally.problems] == [3]


def test_names_in_a_column_called_booth_are_names_where_the_address_says_the_booth() -> None:
    stalls, _ = read("档口,位置\n甲店,二区三楼20门16213\n乙店,三区2F63门25001\n")

    assert [(stall.code, stall.name_zh) for stall in stalls] == [("D2-3F-16213", "甲店"), ("D3-2F-25001", "乙店")]


def test_booths_in_a_column_called_shop_are_booths() -> None:
    stalls, _ = read("商铺,电话\n16213,1\n27449,2\n")

    assert [stall.address.booth for stall in stalls] == ["16213", "27449"]


def test_a_booth_of_noughts_is_unknown() -> None:
    stalls, listing = read("区,门,商位号\n二区,20,0\n二区,,0\n")

    assert [(stall.address.gate, stall.address.booth) for stall in stalls] == [(20, None)]
    assert [problem.code for problem in listing.tally.problems] == ["no-booth-or-gate"]


def workbook(sheets: dict[str, list[list[str]]]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
    return data.getvalue()


NOTES = [["本表由采购部维护"]]
SECOND = [["商位号", "店名"], ["16213", "甲"]]
THIRD = [["商位号", "店名"], ["27449", "乙"]]


def test_a_first_sheet_that_is_no_list_is_passed_over_and_the_others_are_named() -> None:
    listing = read_stall_list(workbook({"说明": NOTES, "二区": SECOND, "三区": THIRD}), name="list.xlsx")

    assert [stall.code for stall in listing.stalls()] == ["D2-3F-16213"]
    assert (listing.understanding.sheet, listing.understanding.other_sheets) == ("二区", ("说明", "三区"))


def test_a_sheet_that_was_asked_for_is_the_one_that_is_read() -> None:
    data = workbook({"说明": NOTES, "二区": SECOND})

    with pytest.raises(BadInputError):
        read_stall_list(data, ListOptions(sheet="说明"), name="list.xlsx").check_sure()


def test_a_workbook_without_any_list_is_unsure_of_its_first_sheet() -> None:
    listing = read_stall_list(workbook({"说明": NOTES, "备忘": NOTES}), name="list.xlsx")

    assert listing.understanding.sheet == "说明"
    with pytest.raises(BadInputError):
        listing.check_sure()


@pytest.mark.parametrize(("cells", "unit"), [(("pcs", "set"), None), (("个", "套"), None), (("4单元", ""), 4)])
def test_what_goods_are_counted_in_is_no_unit_of_a_building(cells: tuple[str, str], unit: int | None) -> None:
    stalls, listing = read(f"booth,district,floor,unit\n71441,D6,1,{cells[0]}\n72793,D6,2,{cells[1]}\n")

    assert listing.tally.refused == 0
    assert [stall.address.unit for stall in stalls] == [unit, None]
