"""The manifest written by the command line."""

import base64
import csv
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest

from yiwutrip.export.registry import MANIFEST_FORMATS

STALL = "D2-3F-16213"
# A PNG of one pixel.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def shop(cli: Any, tmp_path: Path) -> Any:
    """A command line with two samples of 300 g and 20 yuan each, one with a photo."""
    (tmp_path / "a.PNG").write_bytes(PIXEL)
    terms = ["--new-stall", "--weight-g", "300", "--fee", "20"]
    assert cli("sample", "add", STALL, "=cmd|' /C calc'!A0", *terms, "--photo", "a.PNG").code == 0
    assert cli("sample", "add", STALL, "茶壶", *terms, "--pieces", "2").code == 0
    return cli


def test_every_format_is_written_and_the_sums_are_told(shop: Any, tmp_path: Path) -> None:
    data = shop("manifest", "--out", "papers", "--json").data

    assert sorted(path.suffix for path in (tmp_path / "papers").iterdir()) == [".csv", ".html", ".json", ".xlsx"]
    # 1 x 300 g + 2 x 300 g, 2 x 20 yuan
    assert data["totals"]["weight_g"] == 900
    assert data["totals"]["fees_fen"] == 4000
    written = json.loads((tmp_path / "papers" / "manifest.json").read_text(encoding="utf-8"))
    assert [sample["number"] for sample in written["samples"]] == ["A-001", "A-002"]


def test_the_csv_opens_in_a_spreadsheet_without_running_anything(shop: Any, tmp_path: Path) -> None:
    shop("manifest", "--format", "csv")

    text = (tmp_path / "manifest.csv").read_bytes()
    cells = [cell for row in csv.reader(text.decode("utf-8-sig").splitlines()) for cell in row]

    assert text.startswith(b"\xef\xbb\xbf")
    assert not any(cell.startswith("=") for cell in cells)


def test_a_photo_lies_beside_the_database_and_in_the_html(shop: Any, tmp_path: Path) -> None:
    name = shop("sample", "show", "A-001", "--json").data["photos"][0]
    shop("manifest", "--format", "html")

    assert (tmp_path / "photos" / f"{name}.png").read_bytes() == PIXEL
    assert "data:image/" in (tmp_path / "manifest.html").read_text(encoding="utf-8")


def test_its_small_picture_is_kept_and_shown_when_the_original_has_gone(shop: Any, tmp_path: Path) -> None:
    name = shop("sample", "show", "A-001", "--json").data["photos"][0]
    (tmp_path / "photos" / f"{name}.png").unlink()
    shop("manifest", "--format", "html")

    small = (tmp_path / "photos-small-160" / f"{name}.jpg").read_bytes()
    assert base64.b64encode(small).decode() in (tmp_path / "manifest.html").read_text(encoding="utf-8")


def test_a_photo_that_is_a_text_file_logs_nothing(shop: Any, tmp_path: Path) -> None:
    (tmp_path / "b.jpg").write_text("not a picture", encoding="utf-8")

    assert shop("sample", "add", STALL, "茶壶", "--photo", "b.jpg").code == 65
    assert shop("sample", "list", "--json").data["total"] == 2


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (["--format", "doc"], 2, "unknown-format"),
        (["--out", "no/such/place"], 1, "no-folder"),
        (["--out", "a.PNG"], 1, "not-a-folder"),
    ],
)
def test_what_cannot_be_written_is_said(shop: Any, words: list[str], code: int, error: str) -> None:
    said = shop("manifest", *words, "--json")

    assert (said.code, said.envelope["error"]["code"]) == (code, error)


def test_a_manifest_of_nothing(cli: Any) -> None:
    assert cli("manifest", "--json").data["totals"]["samples"] == 0


def test_redacted_it_names_nobody_to_call(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "district,booth,supplier,contact,phone,wechat\nD2,16213,演示瓷器,何姐,000-0000-0001,demo-he\n", encoding="utf-8"
    )
    cli("stall", "import", "list.csv")
    cli("sample", "add", STALL, "杯")

    cli("manifest", "--out", "whole", "--format", "html,csv,json")
    cli("manifest", "--out", "bare", "--format", "html,csv,json", "--redact")

    def texts(folder: str) -> list[str]:
        return [path.read_text(encoding="utf-8") for path in sorted((tmp_path / folder).iterdir())]

    told = ["何姐", "000-0000-0001", "demo-he"]
    assert any(word in text for text in texts("whole") for word in told)
    assert [word for text in texts("bare") for word in told if word in text] == []
    assert all("演示瓷器" in text for text in texts("bare"))


TRIP = """
[trip]
name = "四月"
starts = 2021-04-14T09:00:00+08:00
ends = 2021-04-16T22:00:00+08:00
[base]
name = "酒店"
lat = 29.3350
lon = 120.1060
[[people]]
name = "一均"
letter = "A"
[car]
load_kg = 250
load_l = 50
parked = { district = "D1", gate = 17 }
[budget]
samples_yuan = 50
"""


def test_the_manifest_says_what_pack_said_of_own_boxes(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "trip.toml").write_text(TRIP, encoding="utf-8")
    (tmp_path / "boxes.toml").write_text("[[boxes]]\nsize_cm = [40, 30, 25]\ncount = 3\n", encoding="utf-8")
    cli("trip", "load", "trip.toml")
    for number in range(2):
        cli("sample", "add", STALL, f"壶 {number}", "--new-stall", "--size-cm", "38x28x24", "--fee", "30")
    packed = cli("pack", "--boxes", "boxes.toml", "--json").data
    told = cli("manifest", "--json").data

    # Two boxes of 40 x 30 x 25 cm are 60 litres, the car takes 50; 60 yuan of a budget of 50.
    assert [(box["size_cm"], box["volume_ml"]) for box in told["boxes"]] == [([40.0, 30.0, 25.0], 30_000)] * 2
    assert told["car"]["volume_ml"] == 60_000
    assert told["car"] == {
        **packed["car"],
        "basis": "packed",
        "way_out": packed["way_out"],
        "way_out_suffices": packed["way_out_suffices"],
    }
    assert [out["action"] for out in packed["way_out"]] == ["post"]
    assert told["budget"] == {"budget_fen": 5000, "spent_fen": 6000, "over_fen": 1000}
    with (tmp_path / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Box inside cm"] for row in csv.DictReader(file)] == ["40×30×25"] * 2
    # The same again leaves no trace to undo.
    cli("pack", "--boxes", "boxes.toml")
    assert cli("undo", "--json").data["verb"] == "pack"
    assert cli("sample", "show", "A-001", "--json").data["box"] is None


def test_a_new_format_is_one_module_and_one_line(cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The module and the line, as somebody would add them.
    module = ModuleType("our_markdown")
    module.export = lambda made, *_: "\n".join(f"- {row.number}" for row in made.samples).encode()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "our_markdown", module)
    monkeypatch.setitem(cast("dict[str, str]", MANIFEST_FORMATS), "md", "our_markdown")
    cli("sample", "add", "D2-3F-16213", "cup", "--new-stall")

    assert cli("manifest", "--format", "md,csv").code == 0
    assert (tmp_path / "manifest.md").read_bytes() == b"- A-001"
