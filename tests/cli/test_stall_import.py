"""Lists loaded through the command line: what is told, what is kept, what is refused."""

from pathlib import Path
from typing import Any

import pytest

GOOD = "district,floor,booth,name_zh,category,price_low\nD2,3,16213,汝窑行,陶瓷,12.5\nD1,3,8304,青禾瓷坊,陶瓷,\n"
BAD = GOOD + "D9,1,123,无处,陶瓷,1\nD2,3,16214,价错,陶瓷,abc\n"


def _write(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_same_list_twice_changes_nothing_and_says_so(cli: Any, tmp_path: Path) -> None:
    path = _write(tmp_path, GOOD)

    first = cli("stall", "import", path, "--json")
    again = cli("stall", "import", path, "--json")

    assert (first.code, again.code) == (0, 0)
    assert [first.data[key] for key in ("import", "rows", "added", "updated", "unchanged", "refused")] == [
        1,
        2,
        2,
        0,
        0,
        0,
    ]
    assert [again.data[key] for key in ("rows", "added", "updated", "unchanged")] == [2, 0, 0, 2]
    assert "nothing changed" in cli("stall", "import", path).out


def test_stalls_without_a_booth_in_two_lists_at_once_stay_apart(cli: Any, tmp_path: Path) -> None:
    one = _write(tmp_path, "district,floor,gate,name_zh\nD2,3,20,甲\n", "one.csv")
    other = _write(tmp_path, "district,floor,gate,name_zh\nD2,3,20,乙\nD2,3,20,甲\n", "other.csv")

    assert cli("stall", "import", one, other).code == 0

    found = cli("stall", "find", "--json").data["stalls"]
    assert {(stall["code"], stall["name_zh"]) for stall in found} == {("D2-3F-G20-1", "甲"), ("D2-3F-G20-2", "乙")}


def test_good_rows_stay_and_refused_rows_go_into_a_file_that_can_be_imported(cli: Any, tmp_path: Path) -> None:
    said = cli("stall", "import", _write(tmp_path, BAD), "--rejects", "back.csv", "--json")

    assert said.code == 3
    assert (said.data["added"], said.data["refused"]) == (2, 2)
    assert {problem["line"] for problem in said.envelope["problems"]} == {4, 5}
    corrected = (tmp_path / "back.csv").read_text(encoding="utf-8-sig").replace("D9", "D3").replace("abc", "3")
    assert cli("stall", "import", _write(tmp_path, corrected, "corrected.csv")).code == 0
    assert cli("stall", "find", "--json").data["total"] == 4


@pytest.mark.parametrize("width", ["60", "100"])
def test_each_refused_row_is_told_with_its_line_and_value(
    cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    out = cli("stall", "import", _write(tmp_path, BAD), "--lang", "zh").out

    assert "退回 2" in out
    assert "abc" in out
    assert "--rejects" in out


def test_a_dry_run_shows_how_it_is_understood_and_stores_nothing(cli: Any, tmp_path: Path) -> None:
    said = cli("stall", "import", _write(tmp_path, GOOD), "--dry-run")

    assert "name_zh" in said.out
    assert cli("stall", "find", "--json").data["total"] == 0


def test_an_import_can_be_taken_back(cli: Any, tmp_path: Path) -> None:
    cli("stall", "import", _write(tmp_path, GOOD))

    assert cli("import", "list", "--json").data["imports"][0]["added"] == 2
    assert cli("import", "undo", "1", "--json").data["removed"] == 2
    assert cli("import", "undo", "1").code == 4
    assert cli("import", "undo", "7").code == 4


def test_where_nobody_can_be_asked_a_doubt_is_refused_with_the_map_that_settles_it(cli: Any, tmp_path: Path) -> None:
    text = "谁,品类\n张三,陶瓷\n李四,雨伞\n"

    said = cli("stall", "import", _write(tmp_path, text), "--json")

    assert said.code == 65
    assert cli("stall", "find", "--json").data["total"] == 0


@pytest.mark.parametrize(
    ("words", "code"), [(["--map", "booth"], 2), (["--map", "booth=nothing"], 65), (["--encoding", "klingon"], 65)]
)
def test_options_that_cannot_be(cli: Any, tmp_path: Path, words: list[str], code: int) -> None:
    assert cli("stall", "import", _write(tmp_path, GOOD), *words).code == code


def test_files_that_cannot_be_lists(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()

    assert cli("stall", "import", "missing.csv").code == 4
    assert cli("stall", "import", ".").code == 65
    assert cli("stall", "import", "empty.csv").code == 65


def test_find_and_show(cli: Any, tmp_path: Path) -> None:
    cli("stall", "import", _write(tmp_path, GOOD))

    found = cli("stall", "find", "陶瓷", "--district", "二区", "--json").data
    assert [(stall["code"], stall["category"]) for stall in found["stalls"]] == [("D2-3F-16213", "陶瓷")]
    assert cli("stall", "show", "8304", "--json").data["name_zh"] == "青禾瓷坊"
    assert "青禾瓷坊" in cli("stall", "show", "d1-3f-8304").out
    assert cli("stall", "show", "9999").code == 4
    assert cli("stall", "find", "--district", "Mars").code == 2


def test_an_address_is_read_as_the_contract_says(cli: Any) -> None:
    data = cli("stall", "address", "国际商贸城二区20号门3楼12街16213商位", "--json").data

    assert data["district"] == "D2"
    assert (data["floor"], data["gate"], data["street"], data["unit"], data["booth"]) == (3, 20, 12, None, "16213")
    assert data["certain"] is True
    assert {"canonical", "inferred"} <= set(data)


def test_what_was_not_said_of_an_address_is_null_and_what_follows_is_apart(cli: Any) -> None:
    data = cli("stall", "address", "3区64号门25220店面", "--json").data

    assert (data["floor"], data["street"]) == (None, None)
    assert data["inferred"]["floor"] == 2
