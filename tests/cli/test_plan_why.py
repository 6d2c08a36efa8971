"""Why a stall is in a plan, or is not."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.stall import Stall
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
[[wants]]
category = "陶瓷"
weight = 5
"""


@pytest.fixture
def planned(cli: Any, tmp_path: Path) -> Any:
    """A plan with one stall of ceramics; the other one is in the alliance, and the third sells umbrellas."""
    booths = {"6101": ("陶瓷", False), "6102": ("陶瓷", True), "6103": ("雨伞", False)}
    stalls = [
        Stall(f"D1-3F-{booth}", Address(District.D1, 3, booth=booth), categories=(category,), alliance=alliance)
        for booth, (category, alliance) in booths.items()
    ]
    with Database(tmp_path / "trip.db", lambda: datetime.now(MARKET_ZONE)).write("stall import") as store:
        store.import_stalls(stalls, "made here")
    (tmp_path / "trip.toml").write_text(TRIP, encoding="utf-8")
    assert cli("trip", "load", "trip.toml").code == 0
    assert cli("plan", "make", "--iterations", "4").code == 0
    return cli


@pytest.mark.parametrize(
    ("booth", "verdict"), [("6101", "planned"), ("6102", "order-from-home"), ("6103", "not-wanted")]
)
def test_the_verdict(planned: Any, booth: str, verdict: str) -> None:
    data = planned("plan", "why", booth, "--json").data

    assert data["stall"] == f"D1-3F-{booth}"
    assert data["verdict"]["code"] == verdict
    assert (data["planned"] is not None) == (verdict == "planned")
    assert sum(weight["points"] for weight in data["weights"]) == data["points"]


@pytest.mark.parametrize("width", ["60", "100"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_is_told_in_both_languages_at_both_widths(
    planned: Any, monkeypatch: pytest.MonkeyPatch, width: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    out = planned("plan", "why", "6102", "--lang", lang).out

    assert "D1-3F-6102" in out
    assert "{" not in out


def test_a_stall_that_there_is_not(planned: Any) -> None:
    assert planned("plan", "why", "9999").code == 4


def test_what_is_promised_or_seen_already_counts_towards_a_want(cli: Any, tmp_path: Path) -> None:
    booths = ("6101", "6102", "6103", "6104")
    stalls = [Stall(f"D1-3F-{booth}", Address(District.D1, 3, booth=booth), categories=("陶瓷",)) for booth in booths]
    with Database(tmp_path / "trip.db", lambda: datetime.now(MARKET_ZONE)).write("stall import") as store:
        store.import_stalls(stalls, "made here")
    promised = """at_least = 10
[[commitments]]
kind = "appointment"
title = "看样"
starts = 2021-04-14T14:00:00+08:00
ends = 2021-04-14T15:00:00+08:00
place = { stall = "D1-3F-6104" }
"""
    (tmp_path / "trip.toml").write_text(TRIP + promised, encoding="utf-8")
    cli("trip", "load", "trip.toml")
    cli("visit", "done", "6101", "--at", "2021-04-14T09:20")
    made = cli("plan", "make", "--iterations", "4", "--lang", "en")

    # Two are planned, one has an appointment, one has been seen: four of the ten.
    assert "陶瓷 4 (at least 10)" in made.out
    (short,) = cli("plan", "show", "--json", "--lang", "en").data["unmet"]
    assert "at least 10" in short["what"]
    assert "4" in short["what"]
