"""A trip file written by options; what it asks at a terminal has an option each."""

from pathlib import Path
from typing import Any

import pytest

from yiwutrip.cli import ask
from yiwutrip.cli.context import Session


def test_what_is_written_can_be_loaded(cli: Any, tmp_path: Path) -> None:
    words = ["--people", "陈砚、林栀", "--wants", "陶瓷 雨伞", "--livestream", "20:00-23:00", "--budget", "3000"]

    data = cli("trip", "new", "--yes", "mine.toml", *words, "--name", "五月", "--lang", "zh", "--json").data

    # From tomorrow at nine for three days; the last evening is the drive home.
    assert data["trip"]["starts"] == "2021-04-15T09:00:00+08:00"
    assert data["trip"]["ends"] == "2021-04-17T22:00:00+08:00"
    assert [person["letter"] for person in data["trip"]["people"]] == ["A", "B"]
    assert [want["category"] for want in data["trip"]["wants"]] == ["陶瓷", "雨伞"]
    assert [wall["starts"][:10] for wall in data["trip"]["commitments"]] == ["2021-04-15", "2021-04-16"]
    assert data["trip"]["budget_fen"] == 300_000
    assert cli("trip", "load", "mine.toml").code == 0
    assert "# " in (tmp_path / "mine.toml").read_text(encoding="utf-8")


def test_without_anybody_to_ask_it_writes_an_example(cli: Any) -> None:
    assert cli("trip", "new", "--yes").code == 0
    assert cli("trip", "check", "trip.toml").code == 0


def test_a_file_that_is_there_stays(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "trip.toml").write_text("mine", encoding="utf-8")

    assert cli("trip", "new", "--json").envelope["error"]["code"] == "file-exists"
    assert (tmp_path / "trip.toml").read_text(encoding="utf-8") == "mine"
    assert cli("trip", "new", "--yes", "--force").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--starts", "2021-04-20T09:00", "--ends", "2021-04-19T09:00"], "ends-before-start"),
        (["--livestream", "23:00-20:00"], "expects-hours"),
        (["--livestream", "evening"], "expects-hours"),
        (["--point", "29.3,29.4"], "expects-point"),
        (["--starts", "soon"], "expects-time"),
    ],
)
def test_what_cannot_be(cli: Any, tmp_path: Path, words: list[str], code: str) -> None:
    assert cli("trip", "new", "--yes", *words, "--json").envelope["error"]["code"] == code
    assert not (tmp_path / "trip.toml").exists()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_whoever_stops_at_a_question_is_told_that_nothing_was_written(
    cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def gone(*_: object) -> str:
        raise stop

    monkeypatch.setattr(Session, "interactive", property(lambda _: True))
    monkeypatch.setattr(ask, "ask", gone)

    said = cli("trip", "new", "mine.toml", "--lang", "en")

    assert said.code == 130
    assert "mine.toml was not written" in said.err
    assert not (tmp_path / "mine.toml").exists()
