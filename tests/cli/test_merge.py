"""Two devices' logs, and the database's copies and health, from the command line."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

STALL = "D2-3F-16213"


@pytest.fixture
def other(cli: Any, tmp_path: Path) -> Path:
    """Another device's database that began as a copy of ours; both have A-001 and each has gone on alone."""
    assert cli("sample", "add", STALL, "马克杯", "--new-stall", "--moq", "100").code == 0
    copy = tmp_path / "other.db"
    assert cli("db", "backup", copy).code == 0
    assert cli("sample", "add", STALL, "碗", "--who", "B", "--db", copy).code == 0
    return copy


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A photo, if a very small one."""
    path = tmp_path / "cup.jpg"
    Image.new("RGB", (8, 8), "white").save(path)
    return path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_the_other_has_logged_comes_and_comes_once(cli: Any, other: Path, lang: str) -> None:
    rehearsed = cli("merge", other, "--dry-run", "--json", "--lang", lang).data
    assert [sample["number"] for sample in cli("sample", "list", "--json").data["samples"]] == ["A-001"]

    merged = cli("merge", other, "--json", "--lang", lang)

    assert (merged.code, merged.data) == (0, rehearsed)
    assert (merged.data["added"], merged.data["conflicts"]) == (1, [])
    assert [sample["number"] for sample in cli("sample", "list", "--json").data["samples"]] == ["A-001", "B-001"]
    again = cli("merge", other, "--json").data
    assert (again["added"], again["updated"]) == (0, 0)
    assert cli("merge", other, "--lang", lang).code == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_versions_are_listed_and_one_is_chosen(cli: Any, other: Path, lang: str) -> None:
    assert cli("sample", "edit", "A-001", "--moq", "200").code == 0
    assert cli("sample", "edit", "A-001", "--moq", "300", "--db", other).code == 0

    merged = cli("merge", other, "--json")
    assert merged.code == 3
    (conflict,) = merged.data["conflicts"]
    assert (conflict["number"], conflict["field"]) == ("A-001", "moq")
    assert {conflict["ours"], conflict["theirs"]} == {200, 300}
    listed = cli("conflict", "list", "--lang", lang).out
    assert "A-001" in listed
    assert "200" in listed
    assert "300" in listed

    assert cli("conflict", "choose", "1", "theirs", "--lang", lang).code == 0
    assert cli("conflict", "list", "--json").data == {"conflicts": []}
    assert cli("sample", "show", "A-001", "--json").data["moq"] == conflict["theirs"]
    assert cli("conflict", "choose", "1", "theirs").code == 4


def test_photos_come_with_the_log(cli: Any, tmp_path: Path, picture: Path) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    there = folder / "trip.db"
    assert cli("sample", "add", STALL, "杯", "--new-stall", "--photo", picture, "--db", there).code == 0

    assert cli("merge", there).code == 0

    (kept,) = (tmp_path / "photos").iterdir()
    assert kept.read_bytes() == picture.read_bytes()
    assert [path.stem for path in (tmp_path / "photos-small-160").iterdir()] == [kept.stem]
    assert cli("db", "doctor").code == 0


def test_what_is_no_other_device_is_refused(cli: Any, other: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("茶杯 12块5\n" * 100, encoding="utf-8")
    for file, exit_code, code in (
        (tmp_path / "trip.db", 1, "merge-same-file"),
        (tmp_path / "notes.txt", 1, "store-not-a-database"),
        (tmp_path / "none.db", 4, "file-not-found"),
    ):
        said = cli("merge", file, "--json")
        assert (said.code, said.envelope["error"]["code"]) == (exit_code, code)
    assert other.exists()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_copy_is_made_examined_and_brought_back(cli: Any, tmp_path: Path, lang: str) -> None:
    assert cli("sample", "add", STALL, "马克杯", "--new-stall").code == 0
    copy = tmp_path / "copy.db"
    assert cli("db", "backup", copy, "--lang", lang).code == 0
    assert cli("db", "backup", copy, "--json").envelope["error"]["code"] == "backup-exists"
    assert cli("db", "restore", tmp_path / "none.db", "--lang", lang).code == 4
    assert cli("sample", "add", STALL, "碗").code == 0

    restored = cli("db", "restore", copy, "--json", "--lang", lang).data
    assert len(cli("sample", "list", "--json").data["samples"]) == 1
    assert cli("db", "restore", restored["kept"], "--lang", lang).code == 0
    assert len(cli("sample", "list", "--json").data["samples"]) == 2
    healthy = cli("db", "doctor", "--json").data
    assert healthy["sound"]
    assert healthy["counts"]["samples"] == 2
    assert cli("db", "doctor", "--lang", lang).code == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_finding_has_its_sentence(cli: Any, lang: str, tmp_path: Path, picture: Path) -> None:
    assert cli("sample", "add", STALL, "马克杯", "--new-stall", "--photo", picture).code == 0
    for path in (tmp_path / "photos").iterdir():
        path.unlink()

    said = cli("db", "doctor", "--lang", lang)

    assert said.code == 3
    assert "×" in said.out
