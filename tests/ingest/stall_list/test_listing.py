from __future__ import annotations

import csv
import io
from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.errors import BadInputError, NotFoundError, TripError
from yiwutrip.domain.stall import Stall, StallKind, Supplier
from yiwutrip.domain.words import Lang
from yiwutrip.ingest.stall_list import ListOptions, StallList, read_stall_list, write_rejects
from yiwutrip.render.words import CatalogueWords

if TYPE_CHECKING:
    from pathlib import Path

    from yiwutrip.domain.problems import Problem

FULL = (
    "district,floor,gate,street,unit,booth,address,name_zh,name_en,supplier,contact,phone,wechat,category,keywords,kind,"
    "opens,closes,closed_on,alliance,introduction,appointment,moq,price_low,price_high,ships_single,daily_capacity,"
    "rating,visit_min,lat,lon,datum,note,source,as_of\n"
)


WORDS = [CatalogueWords(lang) for lang in Lang]


def read(text: str, options: ListOptions | None = None) -> tuple[list[Stall], StallList]:
    listing = read_stall_list(text.encode("utf-8", "surrogatepass"), options or ListOptions(), name="list.csv")
    stalls = list(listing.stalls())
    for problem in [*listing.tally.problems, *listing.tally.doubts]:
        place = {"file": problem.file, "line": problem.line, "column": problem.column, "value": problem.value}
        assert all(words(f"problem.{problem.code}", **{**place, **problem.params}) for words in WORDS)
    return stalls, listing


def only_problem(row: str, header: str = "district,floor,booth,name_zh") -> Problem:
    stalls, listing = read(f"{header}\n{row}\n")
    assert stalls == []
    assert (listing.tally.rows, listing.tally.refused) == (1, 1)
    (problem,) = listing.tally.problems
    return problem


def test_a_full_row_becomes_a_stall_with_all_its_facts() -> None:
    stalls, _ = read(
        FULL
        + "D2,3,21,12,4,16213,,青禾瓷坊,Qinghe,青禾（演示）,周,000-0000,demo,陶瓷;餐具,汝窑;茶杯,both,9:00,17:00,7,"
        "是,no,1,50,3.5,12.80,否,3000,4.5,20,29.3350,120.1060,WGS-84,二楼也有,演示,2026-11\n"
    )

    assert stalls == [
        Stall(
            code="D2-3F-16213",
            address=Address(District.D2, 3, 21, 12, 4, "16213"),
            name_zh="青禾瓷坊",
            name_en="Qinghe",
            supplier=Supplier("青禾（演示）", "周", "000-0000", "demo"),
            categories=("陶瓷", "餐具"),
            keywords=("汝窑", "茶杯"),
            kind=StallKind.BOTH,
            opens=time(9),
            closes=time(17),
            closed_on=(7,),
            alliance=True,
            introduction=False,
            appointment=True,
            moq=50,
            price_low_fen=350,
            price_high_fen=1280,
            ships_single=False,
            daily_capacity=3000,
            rating=4.5,
            visit_min=20,
            lat=29.335,
            lon=120.106,
            note="二楼也有",
            source="演示",
            as_of="2026-11",
        )
    ]


def test_what_is_empty_is_unknown_and_never_zero() -> None:
    ((stall,), _) = read("district,booth,moq,price_low,rating,alliance\nD2,16213,,,,\n")

    assert (stall.moq, stall.price_low_fen, stall.rating, stall.alliance, stall.supplier) == (None,) * 5


def test_district_and_floor_follow_from_the_booth_and_are_marked() -> None:
    ((stall, said), _) = read("floor,booth\n,16213\n3,16214\n")

    assert (stall.code, stall.inferred) == ("D2-3F-16213", ("district", "floor"))
    assert (said.code, said.inferred) == ("D2-3F-16214", ("district",))


def test_the_stalls_name_stands_for_the_suppliers() -> None:
    ((stall,), _) = read("district,booth,name_zh,phone\nD2,16213,青禾瓷坊,000\n")

    assert stall.supplier == Supplier("青禾瓷坊", phone="000")


def test_coordinates_of_chinese_maps_are_converted() -> None:
    ((wgs, gcj), _) = read("district,booth,lat,lon,datum\nD2,1,29.335,120.106,\nD2,2,29.335,120.106,GCJ-02\n")

    assert (wgs.lat, wgs.lon) == (29.335, 120.106)
    # The published shift is some hundred metres; 0.001 degrees of latitude are 111 m.
    assert gcj.lat is not None
    assert 0.001 < abs(gcj.lat - 29.335) < 0.005


def test_an_address_in_one_cell_fills_what_the_columns_leave_open_and_columns_go_first() -> None:
    ((whole, mixed), _) = read(
        "name_zh,floor,address\n甲,,国际商贸城二区20号门3楼12街16213商位\n乙,2,国际商贸城二区30号门13806\n"
    )

    assert whole.address == Address(District.D2, 3, 20, 12, None, "16213")
    assert mixed.address == Address(District.D2, 2, 30, None, None, "13806")


def test_an_address_that_contradicts_itself_goes_in_with_a_doubt() -> None:
    ((_, other), listing) = read("address\n国际商贸城二区20号门3楼12街16213商位\n国际商贸城四区45号门3楼40500\n")

    assert other.address.district is District.D4
    assert ("address-gate-not-of-district", 3) in [(doubt.code, doubt.line) for doubt in listing.tally.doubts]


def test_columns_that_contradict_each_other_go_in_with_a_doubt() -> None:
    # Gate 64 is in D3; D2's gates end before 51.
    ((stall,), listing) = read("district,floor,gate,booth\nD2,3,64,16213\n")

    assert stall.address == Address(District.D2, 3, 64, booth="16213")
    assert "address-gate-not-of-district" in [doubt.code for doubt in listing.tally.doubts]


@pytest.mark.parametrize(
    ("row", "header", "code", "column", "value"),
    [
        ("D9,3,16213,甲", "district,floor,booth,name_zh", "unknown-district", "district", "D9"),
        ("D2,x9,16213,甲", "district,floor,booth,name_zh", "bad-floor", "floor", "x9"),
        ("D2,3,,甲", "district,floor,booth,name_zh", "no-booth-or-gate", "booth", None),
        (",,ZZ,甲", "district,floor,booth,name_zh", "no-district", "booth", None),
        ("D2,3,1783O,甲", "district,floor,booth,name_zh", "address-booth-looks-like", "booth", "1783O"),
        ("D2,3,16213,=1+1", "district,floor,booth,name_zh", "formula-cell", "name_zh", "=1+1"),
        ("D2,3,16213,甲,乙", "district,floor,booth,name_zh", "too-many-cells", None, None),
        ("D2,16213,abc", "district,booth,price_low", "bad-price", "price_low", "abc"),
        ("D2,16213,9,5", "district,booth,price_low,price_high", "price-range-upside-down", "price_low", "9"),
        ("D2,16213,17:00,9:00", "district,booth,opens,closes", "closes-before-opens", "closes", "9:00"),
        ("D2,16213,9:00,9:00", "district,booth,opens,closes", "closes-before-opens", "closes", "9:00"),
        ("D2,16213,17:00-9:00", "district,booth,hours", "closes-before-opens", "hours", "17:00-9:00"),
        ("D2,16213,29.3", "district,booth,lat", "half-a-point", None, None),
        ("D2,16213,120.1,29.3", "district,booth,lat,lon", "lat-lon-swapped", "lat", "120.1"),
        ("D2,16213,1.38E+10", "district,booth,phone", "phone-as-number", "phone", "1.38E+10"),
        ("D2,16213,maybe", "district,booth,alliance", "not-yes-or-no", "alliance", "maybe"),
        ("D2,16213,甲\0乙", "district,booth,name_zh", "damaged-character", "name_zh", "甲�乙"),
        ("D2,16213,山东省临沂市兰山区", "district,booth,kind", "unknown-kind", "kind", "山东省临沂市兰山区"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_column_and_value(
    row: str, header: str, code: str, column: str | None, value: str | None
) -> None:
    problem = only_problem(row, header)

    assert (problem.code, problem.file, problem.line) == (code, "list.csv", 2)
    assert (problem.column, problem.value) == (column, value)


def test_all_faults_of_a_row_are_told_and_good_rows_go_in() -> None:
    stalls, listing = read("district,booth,moq,price_low\nD2,16213,x,y\nD2,16214,5,6\n")

    assert [stall.code for stall in stalls] == ["D2-3F-16214"]
    assert [(fault.code, fault.column) for fault in listing.tally.problems] == [
        ("bad-count", "moq"),
        ("bad-price", "price_low"),
    ]


def test_an_address_of_a_hundred_thousand_characters_is_refused_at_once() -> None:
    problem = only_problem("甲," + "二区" * 50_000, "name_zh,address")

    assert (problem.code, problem.params["length"]) == ("text-too-long", 100_000)
    assert problem.value is not None
    assert len(problem.value) <= 60


def test_an_address_elsewhere_is_refused() -> None:
    stalls, listing = read("address\n国际商贸城二区20号门3楼12街16213商位\n广州市白云区某某大道9号\n")

    assert len(stalls) == 1
    assert listing.tally.problems[0].line == 3


def test_rows_cut_short_are_whole_if_what_is_left_is_enough() -> None:
    stalls, _ = read("district,booth,name_zh,phone\nD2,16213\nD2,16214,甲,000\n")

    assert [stall.name_zh for stall in stalls] == [None, "甲"]


def test_half_a_row_at_which_the_file_breaks_off_is_refused() -> None:
    stalls, listing = read("district,booth,name_zh,phone\nD2,16213,甲,000\nD2,162")

    assert len(stalls) == 1
    assert [(fault.code, fault.line) for fault in listing.tally.problems] == [("half-row", 3)]


def test_a_file_without_a_last_line_end_is_whole() -> None:
    assert len(read("district,booth\nD2,16213\nD2,16214")[0]) == 2


class TestTheSameStallTwice:
    def test_the_same_row_again_is_harmless(self) -> None:
        stalls, listing = read("district,booth,name_zh\nD2,16213,甲\nD2,16213,甲\n")

        assert [stall.code for stall in stalls] == ["D2-3F-16213"] * 2
        assert (listing.tally.repeated, listing.tally.refused) == (1, 0)

    def test_more_categories_are_put_together(self) -> None:
        stalls, listing = read("district,booth,name_zh,category\nD2,16213,甲,陶瓷\nD2,16213,甲,餐具;陶瓷\n")

        assert stalls[-1].categories == ("陶瓷", "餐具")
        assert listing.tally.repeated == 1

    def test_other_contents_are_a_problem_that_names_the_first_line(self) -> None:
        stalls, listing = read("district,booth,name_zh\nD2,16213,甲\nD2,16213,乙\n")

        assert [stall.name_zh for stall in stalls] == ["甲"]
        (problem,) = listing.tally.problems
        assert (problem.code, problem.line, problem.value, problem.params) == (
            "stall-twice",
            3,
            "D2-3F-16213",
            {"first": 2},
        )


class TestStallsWithoutABooth:
    LIST = "district,floor,gate,street,name_zh\nD2,3,20,12,甲\nD2,3,20,12,乙\nD2,3,21,,丙\n"

    def test_serials_keep_them_apart(self) -> None:
        stalls, _ = read(self.LIST)

        assert [stall.code for stall in stalls] == ["D2-3F-G20-S12-1", "D2-3F-G20-S12-2", "D2-3F-G21-1"]

    def test_the_same_list_gets_the_same_codes_whatever_its_order(self) -> None:
        known, _ = read(self.LIST)
        again, _ = read("district,floor,gate,street,name_zh\nD2,3,20,12,丁\nD2,3,20,12,乙\n", ListOptions(known=known))

        assert [(stall.code, stall.name_zh) for stall in again] == [
            ("D2-3F-G20-S12-3", "丁"),
            ("D2-3F-G20-S12-2", "乙"),
        ]


def test_rejects_can_be_corrected_and_imported_again() -> None:
    text = "区,商位号,店名,价格\n二区,16213,甲,abc\n二区,16214,乙,5\n九区,16215,-丙,6\n"
    _, listing = read(text)
    rejects = write_rejects(listing, CatalogueWords(Lang.EN)).decode("utf-8-sig")

    assert rejects.splitlines()[0] == "line,problem,区,商位号,店名,价格"
    corrected = rejects.replace("abc", "12").replace("九区", "二区")
    stalls, again = read(corrected)
    assert [(stall.code, stall.price_low_fen) for stall in stalls] == [("D2-3F-16213", 1200), ("D2-3F-16215", 600)]
    assert stalls[1].name_zh == "-丙"
    assert again.tally.refused == 0


def test_rejects_of_a_list_that_was_mapped_need_no_mapping() -> None:
    _, listing = read("x1,x2\n二区,16213\n九区,16214\n", ListOptions(mapping={"x1": "district", "x2": "booth"}))

    rejects = write_rejects(listing, CatalogueWords(Lang.EN)).decode("utf-8-sig")

    assert rejects.splitlines()[0] == "line,problem,district,booth"
    assert rejects.splitlines()[1].startswith("3,")


def test_a_formula_among_the_rejects_is_defused_and_survives_the_round() -> None:
    _, listing = read("district,booth,name_zh\nD2,16213,=cmd()\n")

    rejects = write_rejects(listing, CatalogueWords(Lang.EN)).decode("utf-8-sig")

    assert "'=cmd()" in rejects
    assert read(rejects)[1].tally.problems[0].code == "formula-cell"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_no_cell_and_no_header_of_the_rejects_begins_with_a_sign_of_a_formula(sign: str) -> None:
    _, listing = read(f"district,booth,{sign}1+1\n九区,16213,{sign}cmd()\n")

    rejects = write_rejects(listing, CatalogueWords(Lang.EN)).decode("utf-8-sig")

    header, row = csv.reader(io.StringIO(rejects))
    assert header == ["line", "problem", "district", "booth", f"'{sign}1+1"]
    assert row[2:] == ["九区", "16213", f"'{sign}cmd()"]


def test_nothing_refused_gives_no_rejects() -> None:
    assert write_rejects(read("district,booth\nD2,16213\n")[1], CatalogueWords(Lang.EN)) == b""


class TestFilesThatAreNoLists:
    def refused(self, source: Path | bytes) -> str:
        with pytest.raises(TripError) as caught:
            list(read_stall_list(source).stalls())
        assert all(words(f"error.{caught.value.code}", **caught.value.params) for words in WORDS)
        return caught.value.code

    def test_a_folder(self, tmp_path: Path) -> None:
        assert self.refused(tmp_path) == "file-is-a-folder"

    def test_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(NotFoundError):
            read_stall_list(tmp_path / "none.csv")

    def test_an_empty_file(self) -> None:
        assert self.refused(b"") == "empty-file"

    def test_a_binary(self) -> None:
        assert self.refused(bytes(range(256)) * 10) == "binary-file"

    @pytest.mark.parametrize("head", ["<html><table>", "\ufeff\n<!DOCTYPE html>", '<?xml version="1.0"?><Workbook>'])
    def test_a_web_page_that_calls_itself_a_workbook(self, head: str) -> None:
        assert self.refused(f"{head}<tr><td>区</td></tr>".encode()) == "markup-file"

    def test_a_sparse_file_of_two_gigabytes_is_refused_unread(self, tmp_path: Path) -> None:
        path = tmp_path / "big.csv"
        with path.open("wb") as file:
            file.truncate(2 * 1024**3)

        assert self.refused(path) == "file-too-large"

    def test_a_file_that_changes_while_it_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "list.csv"
        path.write_text("district,booth\n" + "D2,16213\n" * 10, encoding="utf-8")
        rows = read_stall_list(path).stalls()
        next(rows)
        with path.open("a", encoding="utf-8") as file:
            file.write("D2,16214\n")

        with pytest.raises(BadInputError, match="file-changed"):
            list(rows)


@given(st.text(max_size=200))
def test_no_text_raises_anything_but_trip_errors(text: str) -> None:
    try:
        stalls, listing = read("district,booth,name_zh\n" + text)
    except TripError:
        return
    assert len(stalls) + listing.tally.refused == listing.tally.rows


def test_the_public_sample_goes_in_as_it_is(shared_dir: Path) -> None:
    listing = read_stall_list(shared_dir / "cases" / "booths_sample.csv")

    # 1,631 rows below the header: `wc -l` says 1632.
    assert len({stall.code for stall in listing.stalls()}) == 1631
    assert listing.tally.refused == 0
