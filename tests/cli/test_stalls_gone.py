"""A plan that names stalls which the catalogue does not know (any more) can be read, walked and planned again."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_plan import planned

__all__ = ["planned"]

READERS = (
    ("plan", "show"),
    ("plan", "show", "--day", "2021-04-14"),
    ("plan", "show", "--ways"),
    ("plan", "show", "--html", "page"),
    ("plan", "next"),
    ("plan", "next", "--who", "B", "--now", "2021-04-14T11:00"),
    ("plan", "risk", "--runs", "100"),
    ("sheet", "--day", "2021-04-14", "--out", "papers"),
    ("manifest", "--format", "html,xlsx,csv,json", "--out", "manifest"),
    ("labels", "--out", "labels"),
    ("pack",),
    ("sample", "list"),
    ("sample", "missing"),
    ("sample", "rank"),
    ("trip", "show"),
    ("export", "calendar", "--out", "maps"),
    ("export", "geojson", "--out", "maps"),
    ("export", "gpx", "--out", "maps"),
    ("export", "kml", "--out", "maps"),
    ("db", "doctor"),
    ("plan", "redo", "--now", "2021-04-14T11:00", "--iterations", "4"),
    ("plan", "make", "--iterations", "4"),
)


def forget(path: Path, which: str) -> None:
    """Take stalls out of a catalogue behind the program's back."""
    with sqlite3.connect(path) as connection:
        connection.execute(f"delete from stalls where {which}")


@pytest.mark.parametrize("which", ["1", "code in (select stall from visits)", "cast(booth as integer) % 2"])
@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_every_reader_lives_with_stalls_that_are_gone(
    planned: Any, tmp_path: Path, which: str, words: tuple[str, ...]
) -> None:
    visits = [
        stop["stall"]
        for route in planned("plan", "show", "--json").data["routes"]
        for stop in route["stops"]
        if stop["kind"] == "visit"
    ]
    for code in visits[:2]:
        assert planned("visit", "done", code, "--at", "2021-04-14 09:50").code == 0
        assert planned("sample", "add", code, "茶壶", "--price", "12").code == 0
    forget(tmp_path / "trip.db", which)

    said = planned(*words)

    assert said.code in {0, 3}, said.err
    assert "internal" not in said.err


def test_a_stall_that_is_gone_is_named_by_its_code(planned: Any, tmp_path: Path) -> None:
    day = "2021-04-14"
    first = next(r for r in planned("plan", "show", "--json").data["routes"] if r["date"] == day and r["who"] == ["A"])
    codes = [stop["stall"] for stop in first["stops"] if stop["kind"] == "visit"]
    forget(tmp_path / "trip.db", "1")

    shown = planned("plan", "show", "--day", day).out

    assert codes
    assert all(code in shown for code in codes)
    assert "unknown stall" in shown
    assert "unknown stall" in planned("plan", "next", "--now", f"{day}T09:00").out
