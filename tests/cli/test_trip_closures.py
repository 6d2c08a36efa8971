"""A trip is told when it falls on days on which the market is shut."""

from pathlib import Path
from typing import Any

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
