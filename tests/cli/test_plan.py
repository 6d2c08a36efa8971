"""Trips loaded, planned and read through the command line; the JSON's shape is a contract."""

import os
import signal
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import yiwutrip
from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.stall import Stall
from yiwutrip.storage.engine import Database

TRIP = """
[trip]
name = "试走"
starts = 2021-04-14T09:00:00+08:00
ends = 2021-04-15T18:00:00+08:00

[base]
name = "酒店"
lat = 29.3350
lon = 120.1060

[[people]]
name = "陈砚"
letter = "A"

[[people]]
name = "林栀"
letter = "B"

[[wants]]
category = "陶瓷"
weight = 5
at_least = 2

[[commitments]]
kind = "livestream"
title = "晚场直播"
starts = 2021-04-14T20:00:00+08:00
ends = 2021-04-14T22:00:00+08:00
setup_min = 40
place = "base"
"""


@pytest.fixture
def planned(cli: Any, tmp_path: Path) -> Any:
    """A command line with eight stalls of ceramics, a trip that wants them, and its plan."""
    stalls = [
        Stall(f"D1-3F-{6100 + n}", Address(District.D1, 3, booth=str(6100 + n)), f"瓷{n}", categories=("陶瓷",))
        for n in range(8)
    ]
    with Database(tmp_path / "trip.db", lambda: datetime.now(MARKET_ZONE)).write("stall import") as store:
        store.import_stalls(stalls, "made here")
    (tmp_path / "trip.toml").write_text(TRIP, encoding="utf-8")
    assert cli("trip", "load", "trip.toml").code == 0
    assert cli("plan", "make", "--iterations", "4", "--seed", "7").code == 0
    return cli


def test_the_plan_as_json_has_the_keys_of_the_contract(planned: Any) -> None:
    data = planned("plan", "show", "--json").data

    assert {"trip", "prize", "seconds", "seed", "routes", "left_out", "unmet", "totals"} <= set(data)
    assert set(data["totals"]) >= {"stalls", "in_stalls_s", "walking_s", "riding_s", "waiting_s", "walking_m"}
    stops = [stop for route in data["routes"] for stop in route["stops"]]
    assert {"visit", "commitment"} <= {stop["kind"] for stop in stops}
    for stop in stops:
        assert {"arrive", "start", "leave", "slack_s", "leg"} <= set(stop)
        assert datetime.fromisoformat(stop["start"]).utcoffset() is not None
        assert stop["leg"] is None or {"mode", "metres", "seconds"} <= set(stop["leg"])


def test_the_same_seed_gives_the_same_plan(planned: Any) -> None:
    first = planned("plan", "show", "--json").data["routes"]
    planned("plan", "make", "--iterations", "4", "--seed", "7")

    assert planned("plan", "show", "--json").data["routes"] == first


def test_a_day_and_a_person_can_be_asked_for(planned: Any) -> None:
    only = planned("plan", "show", "--day", "04-14", "--who", "b", "--json").data["routes"]

    assert {route["date"] for route in only} == {"2021-04-14"}
    assert all("B" in route["who"] for route in only)
    assert "B 林栀" in planned("plan", "show", "--day", "04-14", "--who", "b").out


def test_one_person_alone(planned: Any) -> None:
    data = planned("plan", "make", "--iterations", "4", "--people", "1", "--json").data

    assert {letter for route in data["routes"] for letter in route["who"]} == {"A"}


def test_a_plan_that_cannot_keep_every_promise_says_so_and_exits_with_3(planned: Any, tmp_path: Path) -> None:
    (tmp_path / "trip.toml").write_text(TRIP + '\n[[must]]\nstall = "D1-3F-6199"\n', encoding="utf-8")

    loaded = planned("trip", "load", "trip.toml", "--json")
    made = planned("plan", "make", "--iterations", "4", "--json")

    assert (loaded.code, loaded.envelope["problems"][0]["code"]) == (3, "trip-stall-unknown-similar")
    assert loaded.envelope["problems"][0]["line"] == TRIP.count("\n") + 3
    assert made.code == 3
    assert [one["what_code"] for one in made.data["unmet"]] == ["must"]


def test_there_is_no_plan_before_a_trip_nor_before_it_is_planned(cli: Any, tmp_path: Path) -> None:
    assert cli("plan", "make", "--json").envelope["error"]["code"] == "no-trip"
    (tmp_path / "trip.toml").write_text(TRIP, encoding="utf-8")
    cli("trip", "load", "trip.toml")
    assert cli("plan", "show", "--json").envelope["error"]["code"] == "itinerary-not-found"


def test_a_bad_trip_file_is_refused_with_every_fault_and_its_line(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(TRIP.replace("2021-04-15T18", "2021-04-13T18"), encoding="utf-8")

    said = cli("trip", "load", "bad.toml", "--json")

    assert said.code == 65
    assert said.envelope["problems"][0]["line"] == 5
    assert cli("trip", "list", "--json").data["trips"] == []


def test_a_trip_file_that_is_not_there(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "trip.toml").write_text(TRIP, encoding="utf-8")

    said = cli("trip", "load", "trip.tml", "--json")

    assert (said.code, said.envelope["error"]["similar"]) == (4, ["trip.toml"])
    assert cli("trip", "load", ".").code == 65


def test_trip_check_stores_nothing(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "trip.toml").write_text(TRIP, encoding="utf-8")

    assert cli("trip", "check", "trip.toml").code == 0
    assert cli("trip", "show", "--json").envelope["error"]["code"] == "no-trip"


def test_the_trip_in_use_can_be_shown_and_changed(planned: Any, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text(TRIP.replace("试走", "下次"), encoding="utf-8")
    planned("trip", "load", "other.toml")

    assert planned("trip", "list", "--json").data["in_use"] == "下次"
    assert planned("trip", "use", "试走").code == 0
    assert "晚场直播" in planned("trip", "show").out
    assert planned("trip", "use", "没有").code == 4


def test_visits_take_the_letters_of_the_plan(planned: Any) -> None:
    route = next(
        route
        for route in planned("plan", "show", "--json").data["routes"]
        if any(stop["kind"] == "visit" for stop in route["stops"])
    )
    stall = next(stop["stall"] for stop in route["stops"] if stop["kind"] == "visit")

    data = planned("visit", "done", stall, "--at", "14:20", "--json").data

    assert data["who"] == route["who"]
    assert data["at"] == "2021-04-14T14:20:00+08:00"
    assert planned("visit", "done", stall, "--who", "Z", "--json").envelope["error"]["code"] == "unknown-letter"


def test_next_says_where_to_go_and_by_when(planned: Any) -> None:
    data = planned("plan", "next", "--who", "a", "--now", "10:00", "--json").data

    assert data["who"] == "A"
    assert data["stop"]["kind"] in {"visit", "meal", "end", "commitment"}
    assert datetime.fromisoformat(data["arrive"]) >= datetime.fromisoformat("2021-04-14T10:00:00+08:00")
    assert data["wall"]["title"] == "晚场直播"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words", [["next", "--now", "10:00"], ["risk", "--runs", "200"]])
def test_what_lies_ahead_is_said_in_both_languages(planned: Any, words: list[str], lang: str) -> None:
    said = planned("plan", *words, "--lang", lang)

    assert said.code in {0, 3}
    assert "晚场直播" in said.out, said.out


def test_risk_has_every_commitment_that_is_to_come_with_a_probability(planned: Any) -> None:
    data = planned("plan", "risk", "--runs", "500", "--json").data

    assert data["runs"] == 500
    # the broadcast, and the departure that the trip's end makes
    assert [one["title"] for one in data["commitments"]] == ["晚场直播", "departure"]
    assert all(0 <= one["on_time"] <= 1 for one in data["commitments"])


def test_redo_keeps_what_was_done_and_says_what_changed(planned: Any) -> None:
    before = planned("plan", "show", "--json").data
    first = next(stop for route in before["routes"] for stop in route["stops"] if stop["kind"] == "visit")
    assert planned("visit", "done", first["stall"], "--at", first["leave"]).code == 0

    again = planned("plan", "redo", "--now", first["leave"], "--iterations", "4", "--json")

    assert again.code in {0, 3}, again.out
    planned_again = {
        stop["stall"] for route in again.data["routes"] for stop in route["stops"] if stop["kind"] == "visit"
    }
    old = {stop["stall"] for route in before["routes"] for stop in route["stops"] if stop["kind"] == "visit"}
    assert set(again.data["dropped"]) <= old - planned_again
    assert set(again.data["gained"]) <= planned_again - old


@pytest.mark.parametrize("now", ["2021-04-13T10:00", "2021-04-20T10:00"])
def test_there_is_nothing_to_redo_before_and_after_the_trip(planned: Any, now: str) -> None:
    assert planned("plan", "redo", "--now", now, "--json").envelope["error"]["code"] == "redo-outside-trip"


def test_nobody_of_that_letter_is_on_the_trip(planned: Any) -> None:
    assert planned("plan", "next", "--who", "Z").code == 4


def test_the_sheet_is_one_page_of_html_without_script(planned: Any) -> None:
    said = planned("sheet", "--day", "04-14", "--who", "a", "--out", "papers", "--json")

    (path,) = said.data["files"]
    page = Path(path).read_text(encoding="utf-8")
    assert Path(path).name == "sheet-2021-04-14-A.html"
    assert "<script" not in page
    assert "晚场直播" in page


def test_the_whole_plan_as_a_page(planned: Any, tmp_path: Path) -> None:
    assert planned("plan", "show", "--html", "papers").code == 0
    assert "瓷" in (tmp_path / "papers" / "sheet.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["calendar", "geojson", "gpx", "kml"])
def test_the_plan_goes_to_the_phone(planned: Any, name: str) -> None:
    said = planned("export", name, "--out", "phone", "--json")

    (path,) = said.data["files"]
    assert "晚场直播" in Path(path).read_text(encoding="utf-8")
    assert said.data["count"] > 0


@pytest.mark.parametrize("command", [("sheet",), ("export", "calendar"), ("plan", "show")])
@pytest.mark.parametrize(
    ("words", "code"),
    [(("--day", "2021-04-16"), "day-not-in-trip"), (("--who", "Z"), "unknown-letter")],
)
def test_what_is_no_part_of_the_trip_is_no_empty_paper(
    planned: Any, tmp_path: Path, command: tuple[str, ...], words: tuple[str, str], code: str
) -> None:
    # The trip ends on the 15th.
    before = set(tmp_path.iterdir())
    said = planned(*command, *words, "--json")

    assert said.envelope["error"]["code"] == code
    assert said.code == 2
    assert set(tmp_path.iterdir()) == before


def test_the_ways_are_told_step_by_step_where_they_are_asked_for(planned: Any) -> None:
    plain, told = (planned("plan", "show", "--day", "04-14", *more).out for more in ((), ("--ways",)))

    # All eight stalls lie on floor 3 and are reached from the hotel outside.
    assert "up to F3" in told
    assert "up to F3" not in plain
    assert planned("plan", "show", "--ways").out == told


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send")
def test_ctrl_c_ends_the_search_and_keeps_the_best_plan_found_so_far(planned: Any) -> None:
    # An hour was asked for; one interruption after a second and a half is enough.
    timer = threading.Timer(1.5, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.start()
    said = planned("plan", "make", "--seconds", "3600", "--json")
    timer.join()

    assert said.code in {0, 3}
    assert "best plan found so far" in said.err
    assert said.data["totals"]["stalls"] > 0
    assert planned("plan", "show", "--json").data["prize"] == said.data["prize"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send")
def test_ctrl_c_while_the_program_is_still_loading_shows_no_traceback() -> None:
    code = (
        "import os, signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *rest):\n"
        "        if name == 'yiwutrip.cli.app': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "from yiwutrip.__main__ import main; main()"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(yiwutrip.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, check=False)

    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


def test_what_is_next_tomorrow_has_a_date_and_is_neither_early_nor_late(planned: Any) -> None:
    # After the broadcast of the 14th the next wall is the departure of the 15th.
    said = planned("plan", "next", "--now", "2021-04-14T22:10").out

    (wall,) = [row for row in said.splitlines() if row.startswith("█")]
    assert "4-15 18:00" in wall
    assert "early" not in said
    assert "late," not in said
