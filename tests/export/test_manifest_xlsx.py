"""The workbook: pictures in place, numbers as numbers, codes as text, nothing alive."""

import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.export.made import NOW, manifest, no_photo, photograph, replace_supplier, sample
from yiwutrip.domain.manifest import Manifest
from yiwutrip.domain.packing import Action, CarFit, CarLoad, WayOut
from yiwutrip.domain.trip import Person, Place, Trip
from yiwutrip.domain.words import Words
from yiwutrip.export.registry import PictureLoader, manifest_exporter


def book(made: Manifest, words: Words, picture: PictureLoader = no_photo) -> Any:
    return openpyxl.load_workbook(BytesIO(manifest_exporter("xlsx")(made, words, picture)))


def cells(sheet: Any, row: int = 2) -> dict[str, Any]:
    return {head.value: sheet.cell(row, at) for at, head in enumerate(sheet[1], start=1)}


def test_numbers_are_numbers_and_dates_are_dates(zh: Words) -> None:
    row = cells(book(manifest(sample(fee_fen=2050)), zh)["样品清单"])

    assert row["单价 元"].value == 86.5
    assert row["样费 元"].value == 20.5
    assert row["样重 g"].value == 5200
    assert row["归还不晚于"].value == datetime(2021, 4, 30)  # noqa: DTZ001 - a cell knows no zone


def test_codes_and_phones_are_text(zh: Words) -> None:
    row = cells(book(manifest(sample()), zh)["样品清单"])

    assert (row["商位"].value, row["商位"].number_format) == ("D1-3F-8304", "@")
    assert (row["电话"].value, row["电话"].data_type) == ("057900000001", "s")


def test_unknown_is_an_empty_cell(zh: Words) -> None:
    assert cells(book(manifest(sample(weight_g=None)), zh)["样品清单"])["样重 g"].value is None


@pytest.mark.parametrize("evil", ["=cmd|' /C calc'!A0", "+1", "-1", "@A1", "=1+1"])
def test_no_cell_is_a_formula(evil: str, words: Words) -> None:
    shop = replace_supplier(name=evil, phone=evil)
    made = book(manifest(sample(article=evil, note=evil), trip=evil, shop=shop), words)

    assert not [cell for sheet in made for row in sheet for cell in row if cell.data_type == "f"]
    assert cells(made.worksheets[0])[words("manifest.col-article")].value == evil


def test_photos_float_over_their_rows(zh: Words) -> None:
    made = manifest(sample(photos=("a",)), sample("A-002"), sample("A-003", photos=("gone", "b")))
    sheet = book(made, zh, {"a": photograph(160, 120), "b": photograph(120, 160)}.get)["样品清单"]

    # Rows count from 0 in an anchor: row 1 is the first sample.
    assert [picture.anchor._from.row for picture in sheet._images] == [1, 3]
    assert {picture.anchor._from.col for picture in sheet._images} == {2}
    assert cells(sheet, 3)["图"].value == "无图"


def test_the_head_stays_and_can_be_filtered(zh: Words) -> None:
    sheet = book(manifest(sample(), sample("A-002")), zh)["样品清单"]

    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.auto_filter.ref.endswith("3")


def test_it_prints_on_a4_across_with_the_head_on_every_page(words: Words) -> None:
    for sheet in book(manifest(sample()), words):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        # One page wide (the default of the format), as many high as it takes.
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
        assert sheet.print_title_rows == "$1:$1"


def test_boxes_add_up_and_say_what_is_unknown(zh: Words) -> None:
    sheet = book(manifest(sample(), sample("A-002", box=None, weight_g=None)), zh)["箱"]
    total = cells(sheet, sheet.max_row)

    assert (total["款"].value, total["已知 kg"].value, total["未称 款"].value) == (2, 5.2, 1)


def test_a_box_says_how_much_it_holds(zh: Words) -> None:
    row = cells(book(manifest(sample()), zh)["箱"])

    # 60 x 40 x 40 cm
    assert (row["内径 cm"].value, row["箱容积 L"].value, row["放在"].value) == ("60×40×40", 96, "后备箱 左下")


def test_the_car_and_the_budget_stand_beside_what_they_have_to_hold(zh: Words) -> None:
    # 445 litres of 400; a deposit of 300 yuan and a fee of 20 of a budget of 250.
    trip = Trip("四月", NOW, NOW, Place("酒店", lat=29.3, lon=120.1), (Person("陈砚", "A"),), budget_fen=25_000)
    load = CarLoad(weight_g=5200, unweighed=0, volume_ml=445_000, load_g=250_000, load_ml=400_000)
    fit = CarFit(load, (WayOut(Action.POST, 1, None, 5700),))
    sheet = book(replace(manifest(sample(fee_fen=2000), trip=trip), fit=fit), zh)["装车和预算"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_col=4)]

    assert rows[0] == ["车载重 kg", 5.2, 250, 0]
    assert rows[1] == ["车容积 L", 445, 400, 45]
    assert rows[2] == ["样费加押金 元", 320, 250, 70]
    notes = " ".join(row[0] for row in rows[3:] if row[0])
    assert "寄走箱 1" in notes
    assert "超预算" in notes


def test_without_car_and_budget_there_is_no_sheet_of_them(zh: Words) -> None:
    assert "装车和预算" not in book(manifest(sample()), zh).sheetnames


def test_long_names_emoji_and_control_characters_open(words: Words) -> None:
    made = book(manifest(sample(article="杯" * 40_000 + "🏺"), sample("A-002", article="a\x00\x0b🏺")), words)

    # Excel's limit of a cell is 32,767 characters.
    assert len(made.worksheets[0]["D2"].value) == 32_767


def test_an_empty_log_makes_a_workbook_that_opens(words: Words) -> None:
    assert book(manifest(), words).worksheets[0].max_row >= 1


@pytest.mark.slow
def test_libreoffice_opens_it_with_its_pictures(program: Callable[..., str], tmp_path: Path, zh: Words) -> None:
    office = program("libreoffice", "soffice")
    source = tmp_path / "清单.xlsx"
    made = manifest(sample(photos=("a",)), sample("A-002", photos=("b",)))
    source.write_bytes(manifest_exporter("xlsx")(made, zh, {"a": photograph(160, 120), "b": photograph(160, 160)}.get))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)

    with zipfile.ZipFile(tmp_path / "清单.ods") as opened:
        assert len([name for name in opened.namelist() if name.startswith("Pictures/")]) == 2
        assert "釉下彩餐具 16 头" in opened.read("content.xml").decode()


def test_the_head_of_a_number_stands_above_it(zh: Words) -> None:
    sheet = book(manifest(sample()), zh)["样品清单"]
    heads = {head.value: head.alignment.horizontal for head in sheet[1]}

    assert (heads["单价 元"], heads["起订"], heads["品名"]) == ("right", "right", "left")
