"""CSV that spreadsheets open with everything whole and nothing alive."""

import csv
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.made import POTTER, SHOP, manifest, no_photo, sample
from yiwutrip.domain.manifest import Manifest
from yiwutrip.domain.words import Lang, Words
from yiwutrip.export.registry import manifest_exporter


def rows(made: Manifest, words: Words) -> list[dict[str, str]]:
    content = manifest_exporter("csv")(made, words, no_photo)
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_excel_is_told_that_it_is_utf8(zh: Words) -> None:
    assert manifest_exporter("csv")(manifest(sample()), zh, no_photo).startswith(b"\xef\xbb\xbf")


def test_a_row_says_what_was_logged(zh: Words) -> None:
    (row,) = rows(manifest(sample()), zh)

    assert row["编号"] == "A-001"
    assert row["商位"] == "D1-3F-8304"
    assert row["地址"] == "一区 3楼 12门 10街 8304"
    assert row["单价 元"] == "86.5"
    assert row["箱规 cm"] == "42×32×36"
    assert row["样重 g"] == "5200"  # 16 pieces of 325 g
    assert row["归还不晚于"] == "2021-04-30"
    assert row["押金 元"] == "300"


def test_unknown_is_an_empty_cell_not_a_nought(zh: Words) -> None:
    (row,) = rows(manifest(sample(weight_g=None, deposit_fen=None, return_by=None)), zh)

    assert (row["样重 g"], row["押金 元"]) == ("", "")
    assert row["缺项"] == "样重"


@pytest.mark.parametrize("evil", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_what_a_spreadsheet_would_compute_is_made_text(evil: str, words: Words) -> None:
    shop = replace(SHOP, supplier=replace(POTTER, name=evil, phone=evil))
    content = manifest_exporter("csv")(manifest(sample(article=evil), shop=shop), words, no_photo)
    cells = next(csv.reader(StringIO(content.decode("utf-8-sig").split("\r\n", 1)[1], newline="")))

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert f"'{evil}" in cells


def test_a_phone_number_keeps_its_noughts_and_all_its_digits(zh: Words) -> None:
    (row,) = rows(manifest(sample()), zh)

    # In groups it is text to Excel; 057900000001 would be shown as 5.79E+10.
    assert row["电话"] == "0579 0000 0001"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_any_name_comes_back_from_the_file(name: str) -> None:
    zh = _Plain()
    (row,) = rows(manifest(sample(article=name)), zh)

    assert row["manifest.col-article"].removeprefix("'") == name.removeprefix("'")


class _Plain:
    """Words that say their own keys."""

    lang = Lang.ZH

    def __call__(self, key: str, /, **params: object) -> str:
        del params
        return key


@pytest.mark.slow
def test_it_survives_the_round_trip_through_libreoffice(program: Callable[..., str], tmp_path: Path, zh: Words) -> None:
    office = program("libreoffice", "soffice")
    source = tmp_path / "清单.csv"
    source.write_bytes(manifest_exporter("csv")(manifest(sample(), sample("B-001", article="=1+1")), zh, no_photo))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "out"
    # 44: comma, 34: quotation mark, 76: UTF-8, as Excel would open it.
    convert = [
        office,
        profile,
        "--headless",
        "--infilter=CSV:44,34,76",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
    ]
    subprocess.run([*convert, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=180)
    back = list(csv.DictReader((out / "清单.csv").read_text(encoding="utf-8-sig").splitlines()))

    assert [row["品名"] for row in back] == ["釉下彩餐具 16 头", "'=1+1"]
    assert back[0]["电话"] == "0579 0000 0001"
    assert back[0]["编号"] == "A-001"
