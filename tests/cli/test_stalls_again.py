from pathlib import Path
from typing import Any

import pytest

from yiwutrip.render.cells import cell_len

LIST = "district,floor,booth,name_zh,moq,phone\nD2,3,16213,示范茶具,{moq},000-1\n"
CODE = "D2-3F-16213"


@pytest.fixture
def listed(cli: Any, tmp_path: Path) -> Any:
    def load(moq: int, *more: str) -> Any:
        path = tmp_path / "list.csv"
        path.write_text(LIST.format(moq=moq), encoding="utf-8")
        return cli("stall", "import", path, *more, "--json").data

    load(100)
    return load


def moq_of(cli: Any) -> object:
    return cli("stall", "show", CODE, "--json").data["moq"]


def test_what_a_hand_has_said_stays_when_a_newer_list_says_something_else(cli: Any, listed: Any) -> None:
    assert cli("stall", "edit", "16213", "起订量=50个").code == 0
    counts = listed(200)

    assert (counts["updated"], counts["unchanged"], moq_of(cli)) == (0, 1, 50)
    listed(200, "--force")
    assert moq_of(cli) == 200


def test_an_edit_can_be_taken_back(cli: Any, listed: Any) -> None:
    cli("stall", "edit", CODE, "moq=50")
    assert cli("undo").code == 0
    assert moq_of(cli) == 100
    listed(200)
    assert moq_of(cli) == 200


def test_several_fields_at_once_in_the_words_of_lists(cli: Any, listed: Any) -> None:  # noqa: ARG001
    said = cli("stall", "edit", CODE, "hours=9:30-16:00", "price=3.5-5", "微信=abc", "moq=", "--json").data

    assert (said["opens"], said["closes"]) == ("09:30:00", "16:00:00")
    assert (said["price_low_fen"], said["price_high_fen"], said["moq"]) == (350, 500, None)
    assert (said["supplier"]["phone"], said["supplier"]["wechat"]) == ("000-1", "abc")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("moq=x", "bad-count"),
        ("moq", "edit-no-value"),
        ("nonsense=1", "edit-unknown-field"),
        ("booth=16214", "edit-fixed-field"),
        ("price=5-3", "price-range-upside-down"),
        ("hours=17:00-9:00", "closes-before-opens"),
        ("note=a\x00b", "damaged-character"),
    ],
)
def test_what_cannot_go_in_changes_nothing(cli: Any, listed: Any, said: str, code: str) -> None:  # noqa: ARG001
    before = cli("stall", "show", CODE, "--json").data
    refused = cli("stall", "edit", CODE, "note=x", said, "--json")

    assert refused.code == 65
    assert [problem["code"] for problem in refused.envelope["problems"]] == [code]
    assert cli("stall", "show", CODE, "--json").data == before


def test_a_stall_is_shown_with_its_hours_of_the_day_and_the_way_there(cli: Any, listed: Any) -> None:  # noqa: ARG001
    # 14 April 2021, a Wednesday; nobody stated hours, so the district's hold.
    shown = cli("stall", "show", CODE, "--json").data
    assert shown["open"] == {"date": "2021-04-14", "hours": [["09:00", "17:00"]]}
    assert shown["way"]["from"]["address"]["district"] == "D2"

    cli("stall", "edit", CODE, "closed_on=周三")
    assert cli("stall", "show", CODE, "--json").data["open"]["hours"] == []
    assert "shut" in cli("stall", "show", CODE).out


def test_a_booth_to_which_two_lists_give_different_names_is_one_stall_and_a_doubt(
    cli: Any, listed: Any, tmp_path: Path
) -> None:
    del listed
    other = tmp_path / "other.csv"
    other.write_text("店名,地址\n另一家,国际商贸城二区3楼16213\n", encoding="utf-8")
    said = cli("stall", "import", other, "--json")

    assert (said.code, said.data["added"], said.data["updated"]) == (0, 0, 1)
    (doubt,) = said.envelope["problems"]
    assert (doubt["code"], doubt["value"]) == ("stall-renamed", "另一家")
    assert "示范茶具" in doubt["message"]


def test_a_header_without_rows_is_said_to_be_that(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "head.csv").write_text("district,booth\n", encoding="utf-8")
    assert "no rows" in cli("stall", "import", "head.csv").out


@pytest.mark.parametrize("width", ["60", "100"])
def test_a_very_long_name_takes_no_screen_of_its_own(
    cli: Any, listed: Any, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    listed(100)
    assert cli("stall", "edit", CODE, f"name_zh={'长' * 500}").code == 0
    monkeypatch.setenv("COLUMNS", width)

    shown = [one for one in cli("stall", "find").out.splitlines() if "长" in one]

    # A Chinese character takes two cells.
    assert all(cell_len(one.rstrip()) <= int(width) for one in shown)
    assert len(shown) <= 3
    assert cli("stall", "show", CODE).out.count("长") >= 500
