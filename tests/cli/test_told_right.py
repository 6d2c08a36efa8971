"""What a newcomer stumbled over: each is told so that the next step is the right one."""

from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from yiwutrip.cli.context import Session
from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.stall import Stall
from yiwutrip.render.cells import cell_len
from yiwutrip.storage.engine import Database

TRIP = """
[trip]
name = "试走"
starts = 2021-04-14T09:00:00+08:00
ends = 2021-04-14T18:00:00+08:00
[base]
name = "酒店"
lat = 29.3350
lon = 120.1060
[[people]]
name = "陈砚"
letter = "A"
[[commitments]]
kind = "livestream"
title = "青禾瓷坊和漱石窑的晚间联合直播专场暨新品发布会"
starts = 2021-04-14T16:00:00+08:00
ends = 2021-04-14T17:00:00+08:00
place = "base"
[[wants]]
category = "陶瓷"
"""


@pytest.fixture
def market(cli: Any, tmp_path: Path) -> Any:
    """Two stalls of ceramics; a tea set is a keyword of one, and a category of none."""
    stalls = [
        Stall("D1-3F-6101", Address(District.D1, 3, booth="6101"), categories=("陶瓷",), keywords=("茶具",)),
        Stall("D1-3F-6102", Address(District.D1, 3, booth="6102"), categories=("陶瓷",), introduction=True),
    ]
    with Database(tmp_path / "trip.db", lambda: datetime.now(MARKET_ZONE)).write("stall import") as store:
        store.import_stalls(stalls, "made here")
    (tmp_path / "trip.toml").write_text(TRIP, encoding="utf-8")
    return cli


@pytest.fixture
def planned(market: Any) -> Any:
    assert market("trip", "load", "trip.toml").code == 0
    assert market("plan", "make", "--iterations", "4").code == 0
    return market


@pytest.mark.parametrize(("word", "code"), [("茶具", "want-is-keyword"), ("雨伞", "want-unanswered")])
@pytest.mark.parametrize("verb", ["check", "load"])
def test_a_want_that_no_stall_answers_is_told(market: Any, tmp_path: Path, verb: str, word: str, code: str) -> None:
    (tmp_path / "trip.toml").write_text(TRIP.replace('category = "陶瓷"', f'category = "{word}"'), encoding="utf-8")

    said = market("trip", verb, "trip.toml", "--json")

    assert said.code == 3
    assert [problem["code"] for problem in said.envelope["problems"]] == [code]


def test_a_new_trip_looks_for_a_category_only_where_the_catalogue_has_it(market: Any) -> None:
    wants = market("trip", "new", "--yes", "my.toml", "--wants", "陶瓷,茶具", "--json").data["trip"]["wants"]

    assert [(want["category"], want["keyword"]) for want in wants] == [("陶瓷", None), (None, "茶具")]


def test_without_a_terminal_nothing_is_written_unasked(cli: Any, tmp_path: Path) -> None:
    said = cli("trip", "new", "my.toml")

    assert said.code == 2
    assert not (tmp_path / "my.toml").exists()


def test_what_needs_an_introduction_is_not_helped_by_passing_over_another(planned: Any) -> None:
    said = planned("plan", "why", "6102", "--json")
    out = planned("plan", "why", "6102").out

    assert said.data["verdict"]["code"] == "needs-introduction"
    assert "stands in the way" not in out
    assert "visit skip" not in out


@pytest.mark.parametrize(("now", "told"), [("2021-04-06T18:31", "begins on"), ("2021-04-15T08:00", "ended on")])
def test_outside_the_trip_next_says_when_it_is(planned: Any, now: str, told: str) -> None:
    out = planned("plan", "next", "--now", now).out

    assert told in out
    assert "early" not in out
    assert "late" not in out


def test_on_a_narrow_page_no_word_about_the_wall_is_cut(planned: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    lines = planned("plan", "next", "--now", "2021-04-14T09:00").out.splitlines()

    # From 09:00 to 16:00.
    assert any("in 7 h 0 min" in line for line in lines)
    assert all(cell_len(line) <= 60 for line in lines)


@pytest.mark.parametrize("verb", ["done", "skip", "shut"])
def test_a_visit_outside_the_trip_is_a_problem(planned: Any, verb: str) -> None:
    said = planned("visit", verb, "6101", "--at", "2039-04-24 10:00", "--json")

    assert said.code == 3
    assert [problem["code"] for problem in said.envelope["problems"]] == ["visit-outside-trip"]
    assert "plan redo" not in planned("visit", verb, "6101", "--at", "2039-04-24 10:00").out


def test_nobody_of_that_letter_and_not_so_many_people(planned: Any) -> None:
    nobody = planned("plan", "show", "--who", "Z")
    crowd = planned("plan", "make", "--people", "9")

    assert (nobody.code, crowd.code) == (2, 2)
    assert "A" in nobody.err
    assert "陈砚" in crowd.err


def test_days_late_do_not_read_as_a_year(planned: Any) -> None:
    assert planned("sample", "add", "6101", "cup", "--return-by", "2021-04-12").code in {0, 3}

    # Two days after the twelfth.
    assert ", 2 days late" in planned("sample", "due").out


def test_no_backup_is_not_ticked_off(planned: Any) -> None:
    assert not [line for line in planned("db", "doctor").out.splitlines() if "√" in line and "no backup" in line]


def test_a_status_is_said_as_the_program_prints_it(planned: Any) -> None:
    assert planned("sample", "add", "6101", "cup").code in {0, 3}

    assert planned("sample", "status", "A-001", "已归还", "--json").data["status"] == "returned"
    assert planned("sample", "status", "A-001", "on air", "--json").data["status"] == "on_air"
    refused = planned("sample", "status", "A-001", "gone")
    assert refused.code == 2
    assert "已归还" in refused.err
    assert "returned" in refused.err


def test_what_is_taken_back_is_told_in_words(planned: Any) -> None:
    assert planned("sample", "add", "6101", "cup").code in {0, 3}
    assert planned("sample", "status", "A-001", "returned").code == 0

    out = planned("undo", "--lang", "zh").out

    assert "状态  已归还 → 已拿" in out
    assert "status_at" not in out


def test_both_versions_of_a_price_are_told_in_yuan_with_whose_they_are(planned: Any, tmp_path: Path) -> None:
    assert planned("sample", "add", "6101", "cup", "--price", "12.5").code in {0, 3}
    copy = tmp_path / "other.db"
    assert planned("db", "backup", copy).code == 0
    assert planned("sample", "edit", "A-001", "--price", "13").code == 0
    assert planned("sample", "edit", "A-001", "--price", "14.5", "--db", copy).code == 0
    assert planned("merge", copy).code == 3

    out = planned("conflict", "list", "--lang", "zh").out

    assert "单价" in out
    assert "price_fen" not in out
    for said in ("13 元", "14.5 元", "ours", "theirs"):
        assert said in out


def test_who_was_asked_is_not_told_of_options(cli: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Session, "interactive", True)
    # The name, then three starts of which the first two cannot be, then the default for all else.
    monkeypatch.setattr("sys.stdin", StringIO("May\nsoon\n9 o'clock\n2021-05-01 09:00\n" + "\n" * 20))

    said = cli("trip", "new", "my.toml")

    assert said.code == 0
    assert said.err.count("Starts takes a time") == 2
    assert "--starts" not in said.err
    assert (tmp_path / "my.toml").exists()
