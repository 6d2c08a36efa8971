from __future__ import annotations

import io
import re
import time
import zipfile
from datetime import date, datetime
from datetime import time as clock
from typing import TYPE_CHECKING

import openpyxl
import pytest
import xlsxwriter
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.errors import BadInputError, NotFoundError, TripError
from yiwutrip.ingest.stall_list import ListOptions, StallList, read_stall_list, xlsx_guard
from yiwutrip.ingest.stall_list.sheet import cell_text
from yiwutrip.ingest.stall_list.xlsx_guard import column_letters, column_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# Excel knows no zones.
A_DAY = datetime(2026, 1, 2)  # noqa: DTZ001
HEADER = ["区", "楼层", "商位号", "店名", "电话", "起订量", "更新日期", "营业时间"]


def workbook(fill: Callable[[Workbook, Worksheet], object], name: str = "商位") -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        fill(book, book.add_worksheet(name))
    return data.getvalue()


def rows_workbook(rows: list[list[object]]) -> bytes:
    return workbook(lambda _, sheet: [sheet.write_row(index, 0, row) for index, row in enumerate(rows)])


def read(data: bytes, name: str = "list.xlsx", sheet: str | None = None) -> StallList:
    return read_stall_list(data, ListOptions(sheet=sheet), name=name)


def codes(data: bytes, sheet: str | None = None) -> list[str]:
    return [stall.code for stall in read(data, sheet=sheet).stalls()]


def replaced(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return changed.getvalue()


def test_numbers_times_and_dates_as_excel_keeps_them() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, [*HEADER[:-1], "开门", "关门", "好物联盟"])
        sheet.write_row(1, 0, ["二区", 3.0, 16213.0, "甲", 13800000000.0, 50.0])
        sheet.write_datetime(1, 6, A_DAY, book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_datetime(1, 7, clock(9, 30), book.add_format({"num_format": "hh:mm"}))
        sheet.write_number(1, 8, 17.5 / 24)
        sheet.write_boolean(1, 9, True)

    (stall,) = read(workbook(fill)).stalls()

    assert stall.code == "D2-3F-16213"
    assert stall.supplier is not None
    assert stall.supplier.phone == "13800000000"
    assert (stall.moq, stall.as_of, stall.alliance) == (50, "2026-01-02", True)
    assert (stall.opens, stall.closes) == (clock(9, 30), clock(17, 30))


def test_a_booth_that_excel_made_a_date_of_is_refused() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADER[:3])
        sheet.write_row(1, 0, ["二区", 3])
        sheet.write_datetime(1, 2, date(2026, 3, 2), book.add_format({"num_format": "m-d"}))

    listing = read(workbook(fill))

    assert list(listing.stalls()) == []
    assert [(problem.code, problem.line) for problem in listing.tally.problems] == [("date-in-booth", 2)]


def test_an_xls_is_read_under_any_name() -> None:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("商位")
    for column, (header, value) in enumerate([("区", "二区"), ("商位号", 16213), ("店名", "甲")]):
        sheet.write(0, column, header)
        sheet.write(1, column, value)
    data = io.BytesIO()
    book.save(data)

    listing = read(data.getvalue(), name="list.xlsx")

    assert listing.understanding.kind == "xls"
    assert [stall.code for stall in listing.stalls()] == ["D2-3F-16213"]


def test_an_xlsx_is_read_under_the_name_of_an_xls() -> None:
    listing = read(rows_workbook([["区", "商位号"], ["二区", 16213]]), name="list.xls")

    assert listing.understanding.kind == "xlsx"
    assert [stall.code for stall in listing.stalls()] == ["D2-3F-16213"]


def test_merged_cells_hold_for_all_their_rows_and_titles_are_passed_over() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range(0, 0, 0, 3, "义乌供应商名单", book.add_format())
        sheet.merge_range(1, 0, 2, 0, "区", book.add_format())
        sheet.merge_range(1, 1, 1, 2, "位置", book.add_format())
        sheet.merge_range(1, 3, 2, 3, "店名", book.add_format())
        sheet.write_row(2, 1, ["楼", "商位号"])
        sheet.merge_range(3, 0, 5, 0, "二区", book.add_format())
        for row, booth in enumerate(["16213", "16214", "16215"], start=3):
            sheet.write_row(row, 1, [3, booth, f"店{booth}"])
        sheet.write_row(6, 0, ["", 3, "27449", "丁"])

    listing = read(workbook(fill))
    stalls = list(listing.stalls())

    assert listing.understanding.header_lines == (3,)
    assert [stall.code for stall in stalls] == ["D2-3F-16213", "D2-3F-16214", "D2-3F-16215", "D3-3F-27449"]
    assert [stall.inferred for stall in stalls] == [(), (), (), ("district",)]


def test_an_empty_first_row_and_column_keep_the_row_numbers_right() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(2, 1, ["区", "商位号", "价格"])
        sheet.write_row(3, 1, ["二区", "16213", "abc"])

    listing = read(workbook(fill))

    assert list(listing.stalls()) == []
    (problem,) = listing.tally.problems
    assert (problem.line, problem.column) == (4, "价格")
    assert listing.understanding.columns[1].letter == "B"


def test_a_formula_counts_by_its_result_and_one_without_result_is_refused() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["区", "商位号", "起订量"])
        sheet.write_row(1, 0, ["二区", "16213"])
        sheet.write_formula(1, 2, "=25*2", None, 50)

    (stall,) = read(workbook(fill)).stalls()
    assert stall.moq == 50

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["区", "商位号", "起订量"], ["二区", "16213", "=25*2"], ["二区", "16214", 30]):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    listing = read(data.getvalue())

    assert [stall.code for stall in listing.stalls()] == ["D2-3F-16214"]
    assert [(problem.code, problem.line, problem.column) for problem in listing.tally.problems] == [
        ("formula-cell", 2, "起订量")
    ]


def test_an_error_value_is_refused_and_not_taken_for_empty() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["区", "商位号", "店名"])
        sheet.write_row(1, 0, ["二区", "16213"])
        sheet.write_formula(1, 2, "=NA()", None, "#N/A")

    listing = read(workbook(fill))

    assert list(listing.stalls()) == []
    assert [problem.code for problem in listing.tally.problems] == ["excel-error"]


def test_a_sheet_that_declares_16384_columns_or_colours_them_is_as_wide_as_what_it_holds() -> None:
    data = rows_workbook([["区", "商位号"], ["二区", 16213]])
    part = "xl/worksheets/sheet1.xml"
    declared = replaced(data, part, lambda text: re.sub(rb'ref="[^"]*"', b'ref="A1:XFD1048576"', text, count=1))
    coloured = replaced(data, part, lambda text: text.replace(b"</row>", b'<c r="XFD1" s="0"/></row>', 1))

    assert declared != data
    assert codes(declared) == codes(coloured) == ["D2-3F-16213"]


def test_a_cell_at_the_end_of_the_world_is_refused_before_it_fills_the_memory() -> None:
    data = rows_workbook([["区", "商位号"], ["二区", 16213]])
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    data = replaced(data, "xl/worksheets/sheet1.xml", lambda text: text.replace(b"</sheetData>", far))

    with pytest.raises(BadInputError, match="sheet-too-large"):
        read(data)


def test_the_first_sheet_that_shows_something_is_read_unless_another_is_named() -> None:
    def fill(book: Workbook, first: Worksheet) -> None:
        del first
        hidden, second, third = (book.add_worksheet(name) for name in ("隐藏", "二", "三"))
        hidden.write_row(0, 0, ["区", "商位号"])
        hidden.hide()
        for sheet, booth in ((second, 16213), (third, 16214)):
            sheet.write_row(0, 0, ["区", "商位号"])
            sheet.write_row(1, 0, ["二区", booth])

    data = workbook(fill, "空")

    listing = read(data)
    assert (listing.understanding.sheet, listing.understanding.other_sheets) == ("二", ("空", "隐藏", "三"))
    assert codes(data, "三") == codes(data, "4") == ["D2-3F-16214"]
    with pytest.raises(NotFoundError, match="sheet-not-found"):
        codes(data, "五")


class TestWorkbooksThatAreNone:
    def refused(self, data: bytes) -> str:
        with pytest.raises(TripError) as caught:
            list(read(data).stalls())
        return caught.value.code

    def zipped(self, parts: dict[str, bytes]) -> bytes:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return data.getvalue()

    def test_a_zip_of_something_else(self) -> None:
        assert self.refused(self.zipped({"a.txt": b"x"})) == "not-a-list-file"

    def test_a_workbook_cut_in_half(self) -> None:
        data = rows_workbook([["区", "商位号"], ["二区", 16213]])
        assert self.refused(data[: len(data) // 2]) == "damaged-workbook"

    def test_an_xls_that_is_none(self) -> None:
        assert self.refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "damaged-workbook"

    def test_an_empty_workbook(self) -> None:
        assert self.refused(rows_workbook([])) == "empty-file"

    def bomb(self, megabytes: int) -> bytes:
        data = rows_workbook([["区", "商位号"], ["二区", 16213]])
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if "sharedStrings" not in name}
        bomb = io.BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
            with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
                for _ in range(megabytes):
                    part.write(b" " * 1024**2)
        return bomb.getvalue()

    def test_what_unpacks_beyond_the_limit_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xlsx_guard, "LARGEST_INFLATED_BYTES", 8 * 1024**2)

        assert self.refused(self.bomb(7)) != "unpacks-too-large"
        assert self.refused(self.bomb(9)) == "unpacks-too-large"

    @pytest.mark.slow
    def test_a_bomb_of_a_gigabyte_is_refused_in_seconds(self) -> None:
        bomb = self.bomb(1024)
        started = time.monotonic()

        assert len(bomb) < 2 * 1024**2
        assert self.refused(bomb) == "unpacks-too-large"
        assert time.monotonic() - started < 20

    def test_a_bomb_that_declares_itself_small(self) -> None:
        data = bytearray(
            self.zipped({"xl/workbook.xml": b"<x/>", "xl/_rels/workbook.xml.rels": b"<x/>", "a": b"0" * 900})
        )
        # The declared size stands 24 bytes into the entry of the central directory.
        at = data.rindex(b"PK\x01\x02") + 24
        data[at : at + 4] = (1).to_bytes(4, "little")

        assert self.refused(bytes(data)) in {"damaged-workbook", "empty-file"}

    def test_entities_in_the_index_are_not_expanded(self) -> None:
        index = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
        assert self.refused(self.zipped({"xl/workbook.xml": index, "xl/_rels/workbook.xml.rels": b"<x/>"})) == (
            "damaged-workbook"
        )


@given(st.binary(max_size=200), st.integers(0, 5000), st.integers(0, 60))
def test_no_damage_raises_anything_but_trip_errors(junk: bytes, at: int, cut: int) -> None:
    data = rows_workbook([["区", "商位号"], ["二区", 16213]])
    at %= len(data)
    damaged = data[:4] + data[4:at] + junk + data[max(at, 4) + cut :]

    try:
        list(read(damaged).stalls())
    except TripError:
        return


@given(st.integers(1, 16384))
def test_column_letters_and_numbers_are_each_others_inverse(number: int) -> None:
    assert column_number(column_letters(number)) == number


def test_column_letters_count_as_spreadsheets_do() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 702, 703, 16384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (16213.0, "16213"),
        (0.1 + 0.2, "0.3"),
        (1.38e10, "13800000000"),
        (True, "1"),
        (A_DAY, "2026-01-02"),
    ],
)
def test_a_value_reads_as_a_person_sees_it(value: object, text: str) -> None:
    assert cell_text(value) == text
