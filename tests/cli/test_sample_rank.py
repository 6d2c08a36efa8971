"""The ranking on the screen and as tables to share."""

import csv
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

COSTS = ("--live-price", 39.9, "--commission", 20, "--freight", 3, "--packaging", 0.5, "--fee", 0)


@pytest.fixture
def log(cli: Any) -> Any:
    """Two cups, one of them with all its costs, and a plate of which the price is not known."""
    cli("sample", "add", "D2-3F-16213", "cup", "--new-stall", "--price", 12.5)
    cli("sample", "edit", "A-001", *COSTS, "--daily-capacity", 500)
    cli("sample", "add", "16213", "=cup", "--price", 20)
    cli("sample", "add", "16213", "plate", "--price", 10)
    return cli


def test_what_is_not_known_is_named_for_every_sample(log: Any) -> None:
    said = log("sample", "rank", "--peak", 1200).out

    # 39.90 - 12.50 - 7.98 commission - 3 - 0.50 = 15.92; 1200 pieces at 500 a day take 3 days.
    assert "15.92" in said
    assert "3 days" in said
    assert "Not reckoned: A-002, A-003. Unknown: live price, commission, freight, packaging, sample fee" in said


def test_the_tables_hold_the_ranking(log: Any, tmp_path: Path) -> None:
    said = log("sample", "rank", "--format", "xlsx,csv", "--out", "out", "--json")

    assert said.data["files"] == ["out/ranking.xlsx", "out/ranking.csv"]
    with (tmp_path / "out" / "ranking.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["No."] for row in rows] == ["A-001", "A-002", "A-003"]
    assert (rows[0]["Left a piece yuan"], rows[0]["rank"], rows[1]["rank"]) == ("15.92", "1", "")
    # Nothing in it is alive in a spreadsheet.
    assert rows[1]["Article"] == "'=cup"
    sheet = CalamineWorkbook.from_path(str(tmp_path / "out" / "ranking.xlsx")).get_sheet_by_index(0).to_python()
    assert sheet[0] == list(rows[0])
    assert sheet[1][sheet[0].index("Left a piece yuan")] == 15.92
    assert sheet[2][sheet[0].index("Article")] == "=cup"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_what_is_exported_is_its_owners_alone(log: Any, tmp_path: Path) -> None:
    log("sample", "rank", "--format", "csv")
    log("manifest", "--format", "csv,html")
    log("labels", "--blank", 3)

    files = [path for path in tmp_path.iterdir() if path.suffix in {".csv", ".html"}]
    assert len(files) == 4
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_an_unknown_format_writes_nothing(log: Any, tmp_path: Path) -> None:
    said = log("sample", "rank", "--format", "csv,docx")

    assert said.code == 2
    assert "xlsx, csv" in said.err
    assert not (tmp_path / "ranking.csv").exists()
