"""Photos sorted to samples by their labels."""

from pathlib import Path
from typing import Any

import pytest
import segno


def _label(folder: Path, number: str, name: str) -> None:
    folder.mkdir(exist_ok=True)
    segno.make(f"YW1:{number}", micro=False).save(str(folder / name), scale=8, border=4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two labels, one of a sample that nobody logged yet, and a text file that calls itself a photo."""
    folder = tmp_path / "camera"
    _label(folder, "A-001", "one.png")
    _label(folder, "A-007", "two.png")
    (folder / "three.jpg").write_text("no photo", encoding="utf-8")
    return folder


def test_photos_go_to_the_samples_whose_labels_they_show(cli: Any, folder: Path) -> None:
    cli("sample", "add", "D2-3F-16213", "茶杯", "--new-stall")

    said = cli("sample", "photos", folder, "--json")

    assert said.code == 3
    assert [problem["code"] for problem in said.envelope["problems"]] == ["photo-skipped"]
    assert [(one["photo"], one["number"], one["made"]) for one in said.data["attached"]] == [
        ("one.png", "A-001", False),
        ("two.png", "A-007", True),
    ]
    assert len(cli("sample", "show", "A-001", "--json").data["photos"]) == 1


def test_the_same_folder_again_changes_nothing(cli: Any, folder: Path) -> None:
    cli("sample", "photos", folder)

    again = cli("sample", "photos", folder, "--json").data

    assert again["attached"] == []
    assert sorted(again["known"]) == ["one.png", "two.png"]
    assert cli("undo").code == 0
    assert cli("sample", "list", "--json").data["total"] == 0


def test_a_dry_run_stores_nothing(cli: Any, folder: Path, tmp_path: Path) -> None:
    assert cli("sample", "photos", folder, "--dry-run", "--json").data["dry_run"] is True
    assert cli("sample", "list", "--json").data["total"] == 0
    assert [path.name for path in tmp_path.iterdir() if "photos" in path.name] == []


def test_a_folder_that_is_not_there(cli: Any) -> None:
    assert cli("sample", "photos", "nowhere").code == 4


def test_what_is_no_photo_is_named_with_the_reason(cli: Any, folder: Path) -> None:
    said = cli("sample", "photos", folder)

    assert said.code == 3
    assert "left out: three.jpg is no photo" in said.out
