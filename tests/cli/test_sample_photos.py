"""Photos sorted to samples by their labels."""

from pathlib import Path
from typing import Any

import pytest
import segno
from PIL import Image


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


@pytest.fixture
def walk(cli: Any) -> Any:
    """A trip with two stalls; a sample of each, and the first one visited until 10:30."""
    assert cli("trip", "load", Path(__file__).parents[2] / "data" / "trip.toml").code in {0, 3}
    for stall, article, at in (("D2-3F-16213", "盖碗", "10:50"), ("D2-3F-17842", "马克杯", "15:10")):
        assert cli("sample", "add", stall, article, "--new-stall", "--at", at).code == 0
    assert cli("visit", "done", "16213", "--at", "10:30").code == 0
    return cli


@pytest.mark.parametrize(
    ("taken", "number", "by", "off_s"),
    [
        ("151010", "A-002", "time", 10),
        ("150959", "A-002", "time", 1),
        ("152459", "A-002", "time", 899),
        # Seven minutes before the end of the visit, 27 before the sample of 10:50: another thing of that stall.
        ("102300", "A-003", "visit", None),
        ("104500", "A-001", "time", 300),
    ],
)
def test_a_photo_without_a_label_goes_to_what_is_nearest_in_time(
    walk: Any, tmp_path: Path, *, taken: str, number: str, by: str, off_s: int | None
) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    Image.new("RGB", (40, 30)).save(folder / f"IMG_20210414_{taken}.jpg")

    tried = walk("sample", "photos", folder, "--dry-run", "--json").data["attached"]
    (one,) = walk("sample", "photos", folder, "--json").data["attached"]

    assert (one["number"], one["by"], one.get("off_s")) == (number, by, off_s)
    assert tried == [one]


def test_a_photo_that_nothing_is_near_is_named(walk: Any, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    Image.new("RGB", (40, 30)).save(folder / "IMG_20210414_152501.jpg")

    assert walk("sample", "photos", folder, "--json").data["unplaced"] == ["IMG_20210414_152501.jpg"]


@pytest.mark.parametrize("words", [("--dry-run",), ()])
def test_each_photo_is_shown_with_its_sample_and_why(walk: Any, tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    Image.new("RGB", (40, 30)).save(folder / "IMG_20210414_151010.jpg")

    lines = walk("sample", "photos", folder, *words).out.splitlines()

    at = next(number for number, line in enumerate(lines) if line.startswith("A-002"))
    assert "马克杯" in lines[at]
    assert lines[at + 1].split() == ["IMG_20210414_151010.jpg", "nearest", "in", "time,", "10", "s", "apart"]
