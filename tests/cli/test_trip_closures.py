"""A trip is told when it falls on days on which the market is shut."""

from pathlib import Path
from typing import Any

import pytest

TRIP = """
[trip]
name = "t"
starts = {start}T09:00:00+08:00
ends = {end}T20:00:00+08:00

[base]
name = "hotel"
lat = 29.335
lon = 120.106

[[people]]
name = "one"
letter = "A"

[[wants]]
category = "陶瓷"
"""


def codes(cli: Any, folder: Path, verb: str, start: str, end: str) -> tuple[int, list[str]]:
    file = folder / "trip.toml"
    file.write_text(TRIP.format(start=start, end=end), encoding="utf-8")
    said = cli("trip", verb, file, "--json")
    return said.code, [problem["code"] for problem in said.envelope["problems"]]


def test_a_trip_into_the_spring_festival_is_told_so(cli: Any, tmp_path: Path) -> None:
    # The lunar new year of 2026 is 17 February; the market shuts four days before and opens again on the 28th.
    for verb in ("check", "load"):
        assert codes(cli, tmp_path, verb, "2026-02-20", "2026-02-22") == (3, ["closed-spring-festival"])


def test_a_trip_on_the_edge_is_told_that_years_differ(cli: Any, tmp_path: Path) -> None:
    assert codes(cli, tmp_path, "check", "2026-03-01", "2026-03-02") == (3, ["near-spring-festival"])


def test_a_trip_in_april_is_told_nothing(cli: Any, tmp_path: Path) -> None:
    assert codes(cli, tmp_path, "check", "2026-04-14", "2026-04-16") == (0, [])


def test_the_warning_can_be_read_in_both_languages(cli: Any, tmp_path: Path) -> None:
    codes(cli, tmp_path, "check", "2026-02-20", "2026-02-22")
    file = tmp_path / "trip.toml"

    for lang, word in (("zh", "春节"), ("en", "Spring Festival")):
        said = cli("trip", "check", file, "--lang", lang)
        assert word in said.out + said.err


APPOINTMENT = """
[[commitments]]
kind = "appointment"
title = "看样"
starts = 2026-04-15T{start}:00+08:00
ends = 2026-04-15T{end}:00+08:00
place = {place}
"""
LIST = "district,booth,name_zh,closed_on,note\nD2,16213,甲,3,\nD2,16214,乙,,午休 12:00-13:30\n"


def told(cli: Any, folder: Path, more: str) -> list[str]:
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    cli("stall", "import", folder / "list.csv")
    file = folder / "trip.toml"
    trip = TRIP.format(start="2026-04-15", end="2026-04-15").replace("T09", "T07").replace("T20", "T23")
    file.write_text(trip.split("[[wants]]")[0] + more, encoding="utf-8")
    return [problem["code"] for problem in cli("trip", "check", file, "--json").envelope["problems"]]


GATE = '{ district = "D2", gate = 29 }'


@pytest.mark.parametrize(
    ("hours", "place", "said"),
    [
        # The halls are open from 9 to 17.
        ("16:00-17:00", GATE, []),
        ("16:30-17:30", GATE, ["appointment-outside-hours"]),
        ("08:30-09:30", GATE, ["appointment-outside-hours"]),
        # 宾王 is a night market: from 17:30 in April.
        ("19:00-20:00", '{ district = "BINWANG" }', []),
        # The stall's own lunch, 12:00 to 13:30, and its day of rest: 15 April 2026 is a Wednesday.
        ("13:30-14:00", '{ stall = "D2-3F-16214" }', []),
        ("13:00-14:00", '{ stall = "D2-3F-16214" }', ["appointment-outside-hours"]),
        ("10:00-11:00", '{ stall = "D2-3F-16213" }', ["appointment-on-rest-day"]),
        ("21:00-22:00", '"base"', []),
    ],
)
def test_an_appointment_before_a_shut_door_is_told(
    cli: Any, tmp_path: Path, hours: str, place: str, said: list[str]
) -> None:
    start, end = hours.split("-")

    assert told(cli, tmp_path, APPOINTMENT.format(start=start, end=end, place=place)) == said


def test_a_must_that_rests_on_every_day_of_the_trip_is_told(cli: Any, tmp_path: Path) -> None:
    musts = """
[[must]]
stall = "D2-3F-16213"

[[must]]
stall = "D2-3F-16214"
"""

    assert told(cli, tmp_path, musts) == ["must-never-opens"]
