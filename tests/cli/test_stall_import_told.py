"""What an import says of what it did not take."""

from pathlib import Path
from typing import Any

import pytest

HEAD = "商位号,名称,起批,拿货价（元）,能否一件代发,联系人/手机,车位\n"


@pytest.fixture
def load(cli: Any, tmp_path: Path) -> Any:
    """Import these rows under HEAD."""

    def run(rows: str, *words: str) -> Any:
        (tmp_path / "list.csv").write_text(HEAD + rows, encoding="utf-8")
        return cli("stall", "import", "list.csv", *words)

    return run


def shown(cli: Any, code: str) -> Any:
    return cli("stall", "show", code, "--json").data


def test_a_column_that_is_not_used_is_named_in_the_import_itself(load: Any) -> None:
    assert "columns not used: 车位 (" in load("16213,听林,50,12.5,能,张姐 000-0000-0001,3\n").out


def test_headers_that_say_two_things_are_taken_apart(load: Any, cli: Any) -> None:
    load("16213,听林,50,12.5,能,张姐 000-0000-0001,3\n")

    stall = shown(cli, "16213")
    assert (stall["price_low_fen"], stall["ships_single"], stall["moq"]) == (1250, True, 50)
    assert (stall["supplier"]["contact"], stall["supplier"]["phone"]) == ("张姐", "000-0000-0001")


@pytest.mark.parametrize("count", ["2箱", "2-99件", "看情况"])
def test_a_count_that_cannot_be_meant_costs_its_cell_and_not_the_stall(load: Any, cli: Any, count: str) -> None:
    said = load(f"16213,听林,{count},12.5,能,张姐,3\n", "--json")

    assert (said.data["added"], said.data["refused"]) == (1, 0)
    assert [(one["code"], one["value"]) for one in said.envelope["problems"]] == [("count-left-out", count)]
    assert shown(cli, "16213")["moq"] is None


def test_a_phone_that_a_spreadsheet_destroyed_is_told_beside_a_name_too(load: Any) -> None:
    said = load("16213,听林,50,12.5,能,张姐 1.39E+10,3\n", "--json")

    assert [one["code"] for one in said.envelope["problems"]] == ["phone-as-number"]


def test_what_looks_wrong_is_listed_the_renamed_first_and_the_rest_counted(load: Any) -> None:
    load("16213,听林,50,12.5,能,张姐,3\n")
    odd = "".join(f"{16214 + place},甲{place},看情况,1,能,张姐,3\n" for place in range(25))

    out = load(odd + "16213,微田,50,12.5,能,张姐,3\n").out

    # 25 counts and one new name, of which 20 are shown.
    assert "26 things look wrong" in out
    assert 'was "听林" and is "微田"' in " ".join(out.split())
    assert "and 6 more; --json lists them all" in out


def test_a_booth_named_twice_is_told_before_and_when_it_replaces_the_first(load: Any, cli: Any) -> None:
    first = load("16213,听林,50,12.5,能,张姐,3\n16213,微田,50,12.5,能,张姐,3\n", "--rejects", "bad.csv").out
    assert "1 row is of a booth named before" in first

    again = cli("stall", "import", "bad.csv").out
    assert "1 of these rows is of known stalls and replaced what was there" in again
