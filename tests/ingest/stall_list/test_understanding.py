from __future__ import annotations

import pytest

from yiwutrip.domain.errors import BadInputError
from yiwutrip.ingest.stall_list import How, ListOptions, StallList, read_stall_list
from yiwutrip.ingest.stall_list.fields import Field, header_key, meaning_of


def look(text: str, **mapping: str) -> StallList:
    return read_stall_list(text.encode(), ListOptions(mapping=mapping), name="list.csv")


def fields(listing: StallList) -> list[str | None]:
    return [column.field for column in listing.understanding.columns]


def codes(listing: StallList) -> list[str]:
    return [stall.code for stall in listing.stalls()]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("district", Field.DISTRICT),
        ("所在区", Field.DISTRICT),
        ("楼层", Field.FLOOR),
        ("门号", Field.GATE),
        ("商位号", Field.BOOTH),
        ("Booth No.", Field.BOOTH),
        ("摊位号（必填）", Field.BOOTH),
        ("店铺名称", Field.NAME_ZH),
        ("供应商名称", Field.SUPPLIER),
        ("联系电话", Field.PHONE),
        ("微信号", Field.WECHAT),
        ("经营类目", Field.CATEGORY),
        ("起订量", Field.MOQ),
        ("单价(元)", Field.PRICE),
        ("最低价/元", Field.PRICE_LOW),
        ("营业时间", Field.HOURS),
        ("好物联盟", Field.ALLIANCE),
        ("一件代发", Field.SHIPS_SINGLE),
        ("ＡＤＤＲＥＳＳ", Field.ADDRESS),
        ("序号", Field.IGNORED),
    ],
)
def test_headers_have_many_names(header: str, field: Field) -> None:
    meaning = meaning_of(header)
    assert meaning is not None
    assert meaning.field is field


def test_every_canonical_name_means_itself() -> None:
    for field in Field:
        meaning = meaning_of(field)
        assert meaning is not None
        assert (meaning.field, meaning.rank) == (field, 0)


def test_header_keys_do_not_see_blanks_case_width_and_brackets() -> None:
    assert header_key(" Price （元） ") == header_key("ｐｒｉｃｅ") == "price"


def test_titles_above_the_header_are_passed_over() -> None:
    listing = look("义乌供应商名单,,\n2026年11月整理,,\n,,\n区,商位号,店名\n二区,16213,甲\n")

    assert listing.understanding.header_lines == (4,)
    assert codes(listing) == ["D2-3F-16213"]


def test_a_header_of_two_rows_is_one() -> None:
    listing = look("区,位置,,店名,电话\n,门,商位号,,\n二区,21,16213,甲,000\n")

    assert listing.understanding.header_lines == (1, 2)
    assert fields(listing) == ["district", "gate", "booth", "name_zh", "phone"]


def test_a_row_of_groups_above_a_whole_header_is_passed_over() -> None:
    listing = look("位置,,,商家,\n区,门,商位号,店名,电话\n二区,21,16213,甲,000\n")

    assert listing.understanding.header_lines == (2,)
    assert fields(listing) == ["district", "gate", "booth", "name_zh", "phone"]


def test_a_chinese_row_and_an_english_row_are_one_header() -> None:
    listing = look("区,楼层,商位号,店名\nDistrict,Floor,Booth,Name\n二区,3,16213,甲\n")

    assert listing.understanding.header_lines == (1, 2)
    assert codes(listing) == ["D2-3F-16213"]


def test_an_empty_first_column_and_empty_rows_do_not_matter() -> None:
    listing = look(",区,商位号,店名\n,,,\n,二区,16213,甲\n,,,\n")

    assert fields(listing) == [None, "district", "booth", "name_zh"]
    assert codes(listing) == ["D2-3F-16213"]


def test_sixteen_thousand_declared_columns_are_as_many_as_hold_something() -> None:
    empty = "," * 16_381
    listing = look(f"区,商位号,店名{empty}\n二区,16213,甲{empty}\n二区,16214,乙{empty}\n")

    assert fields(listing) == ["district", "booth", "name_zh"]
    assert codes(listing) == ["D2-3F-16213", "D2-3F-16214"]


def test_a_header_repeated_among_the_rows_is_no_row() -> None:
    listing = look("区,商位号\n二区,16213\n区,商位号\n二区,16214\n")

    assert codes(listing) == ["D2-3F-16213", "D2-3F-16214"]
    assert listing.tally.rows == 2


def test_a_list_without_header_is_told_by_its_contents() -> None:
    listing = look("青禾瓷坊,D2,16213,000-0000-0001\n云岫眼镜,D3,21500,000-0000-0002\n晴伞坊,D2,10386,000-0000-0003\n")

    assert listing.understanding.header_lines == ()
    assert fields(listing) == ["name_zh", "district", "booth", "phone"]
    assert {column.how for column in listing.understanding.columns} == {How.CONTENT}


def test_a_slip_in_a_header_is_seen_through() -> None:
    listing = look("distrct,booth,name_zh\nD2,16213,甲\n")

    assert listing.understanding.columns[0].field is Field.DISTRICT
    assert listing.understanding.columns[0].how is How.SIMILAR


ADDRESSES = [
    "国际商贸城二区20号门3楼12街16213商位",
    "国际商贸城三区59门三楼2街27449",
    "义乌国际商贸城3区51号门3楼4街26702",
]


def test_the_address_is_found_by_contents_when_its_header_misleads() -> None:
    rows = "\n".join(f"店{i},山东省临沂市兰山区某路{i}号,{text}" for i, text in enumerate(ADDRESSES))
    listing = look("店名,地址,备注\n" + rows)

    assert fields(listing) == ["name_zh", None, "address"]
    assert codes(listing) == ["D2-3F-16213", "D3-3F-27449", "D3-3F-26702"]


def test_a_booth_column_that_holds_whole_addresses_is_the_address() -> None:
    listing = look("店名,摊位号\n" + "\n".join(f"店{i},{text}" for i, text in enumerate(ADDRESSES)))

    assert fields(listing) == ["name_zh", "address"]
    assert codes(listing) == ["D2-3F-16213", "D3-3F-27449", "D3-3F-26702"]


def test_two_columns_that_may_be_the_address_are_a_question() -> None:
    rows = "\n".join(f"{text},{other}" for text, other in zip(ADDRESSES, reversed(ADDRESSES), strict=True))
    listing = look("甲,乙\n" + rows)

    (doubt,) = listing.understanding.doubts
    assert doubt.answers == ("甲=address", "乙=address")
    with pytest.raises(BadInputError, match="list-unsure") as caught:
        list(listing.stalls())
    assert caught.value.problems[0].params["answers"] == "--map 甲=address | --map 乙=address"
    assert codes(look("甲,乙\n" + rows, 乙="address")) == ["D3-3F-26702", "D3-3F-27449", "D2-3F-16213"]


def test_columns_of_the_same_name_are_asked_for_by_letter() -> None:
    rows = "\n".join(f"{text},{other}" for text, other in zip(ADDRESSES, reversed(ADDRESSES), strict=True))

    (doubt,) = look("甲,甲\n" + rows).understanding.doubts

    assert doubt.answers == ("A=address", "B=address")


def test_a_list_that_says_nowhere_where_is_refused_with_what_would_help() -> None:
    listing = look("店名,电话\n甲,000\n")

    with pytest.raises(BadInputError, match="list-unsure") as caught:
        list(listing.stalls())
    assert caught.value.problems[0].code == "no-place-column"


@pytest.mark.parametrize("name", ["神秘列", "B", "b", "2"])
def test_the_user_may_name_a_column_by_header_letter_or_number(name: str) -> None:
    assert codes(look("区,神秘列\n二区,16213\n二区,16214\n", **{name: "booth"})) == ["D2-3F-16213", "D2-3F-16214"]


def test_what_the_user_says_goes_before_the_header() -> None:
    listing = look("区,商位号,旧商位号\n二区,16213,16999\n", 商位号="ignored", 旧商位号="booth")

    assert codes(listing) == ["D2-3F-16999"]


@pytest.mark.parametrize(
    ("mapping", "code"),
    [({"没有": "booth"}, "no-such-column"), ({"区": "boooth"}, "unknown-field"), ({"9": "booth"}, "no-such-column")],
)
def test_a_mapping_that_means_nothing_is_refused(mapping: dict[str, str], code: str) -> None:
    with pytest.raises(BadInputError, match=code):
        look("区,商位号\n二区,16213\n", **mapping)
