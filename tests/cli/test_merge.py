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
    assert (conflict["ours"], conflict["theirs"]) == (200, 300)
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


@pytest.fixture
def visited(cli: Any, tmp_path: Path) -> Path:
    """Two devices that each logged the same visit in their own way, and the other's database."""
    (tmp_path / "trip.toml").write_text(TRIP_FILE, encoding="utf-8")
    assert cli("trip", "load", "trip.toml").code in {0, 3}
    assert cli("sample", "add", STALL, "马克杯", "--new-stall").code == 0
    copy = tmp_path / "other.db"
    assert cli("db", "backup", copy).code == 0
    for at, who, there in (("13:00", "A", ()), ("13:40", "A,B", ("--db", copy))):
        assert cli("visit", "done", STALL, "--at", f"2021-04-14T{at}", "--who", who, *there).code == 0
    assert cli("merge", copy).code == 3
    return copy


TRIP_FILE = """
[trip]
name = "四月义乌选品"
starts = 2021-04-14T09:00:00+08:00
ends = 2021-04-14T22:00:00+08:00
[base]
lat = 29.3350
lon = 120.1060
[[people]]
name = "甲"
letter = "A"
[[people]]
name = "乙"
letter = "B"
"""


@pytest.mark.usefixtures("visited")
def test_what_two_said_of_a_visit_is_told_in_market_time_and_words(cli: Any) -> None:
    told = {
        one["field"]: {str(one["ours"]), str(one["theirs"])}
        for one in cli("conflict", "list", "--json").data["conflicts"]
    }
    zh, en = (" ".join(cli("conflict", "list", "--lang", lang).out.split()) for lang in ("zh", "en"))

    assert told == {
        "at": {"2021-04-14T13:00:00+08:00", "2021-04-14T13:40:00+08:00"},
        "who": {str(["A"]), str(["A", "B"])},
    }
    for out in (zh, en):
        assert "2021-04-14 13:00" in out
        assert "2021-04-14 13:40" in out
        assert "[" not in out
    assert "的时间" in zh
    assert "的经手人" in zh
    assert ", who:" in en


@pytest.mark.usefixtures("visited")
def test_what_is_taken_back_is_told_in_market_time_and_words(cli: Any) -> None:
    assert cli("visit", "shut", STALL, "--at", "2021-04-14T14:05", "--who", "B").code == 0

    details = cli("undo", "--dry-run", "--json").data["details"]
    zh = cli("undo", "--dry-run", "--lang", "zh").out

    assert details["at"]["new"] == "2021-04-14T14:05:00+08:00"
    assert details["at"]["old"] in {"2021-04-14T13:00:00+08:00", "2021-04-14T13:40:00+08:00"}
    assert (details["who"]["new"], details["status"]) == (["B"], {"old": "done", "new": "shut"})
    assert "时间  2021-04-14 14:05 → 2021-04-14 13:" in zh
    assert "经手人  B → A" in zh
    assert "状态  没开门 → 看过" in zh


def test_two_trip_files_are_told_by_the_lines_in_which_they_differ(cli: Any, tmp_path: Path) -> None:
    file, copy = tmp_path / "trip.toml", tmp_path / "other.db"
    file.write_text(TRIP_FILE, encoding="utf-8")
    assert cli("trip", "load", file).code in {0, 3}
    assert cli("db", "backup", copy).code == 0
    for pace, there in (("brisk", ()), ("relaxed", ("--db", copy))):
        file.write_text(TRIP_FILE.replace("[base]", f'pace = "{pace}"\n[base]'), encoding="utf-8")
        assert cli("trip", "load", file, *there).code in {0, 3}

    out = " ".join(cli("merge", copy, "--lang", "zh").out.split())

    assert "行程 四月义乌选品 的行程文件" in out
    assert 'pace = "brisk"' in out
    assert 'pace = "relaxed"' in out
    assert "letter" not in out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_edit_of_a_stall_is_taken_back_in_words(cli: Any, lang: str) -> None:
    assert cli("sample", "add", STALL, "马克杯", "--new-stall").code == 0
    assert cli("undo", "--dry-run", "--lang", lang).code == 0
    for moq, supplier, hours in ((5, "甲", "8:30-16:00"), (7, "青禾", "9:00-17:00")):
        assert cli("stall", "edit", STALL, f"moq={moq}", f"supplier={supplier}", f"hours={hours}").code == 0
        assert cli("undo", "--dry-run", "--lang", lang).code == 0
    would = cli("undo", "--dry-run", "--lang", lang)

    assert would.code == 0
    details = cli("undo", "--dry-run", "--json").data["details"]
    assert details["moq"] == {"old": 5, "new": 7}
    assert details["supplier"]["new"]["name"] == "青禾"
    zh, en = ("起订量  7 → 5", "供应商  青禾 → 甲", "开门  09:00 → 08:30"), ("MOQ  7 → 5", "opens  09:00 → 08:30")
    for text in zh if lang == "zh" else en:
        assert text in would.out
