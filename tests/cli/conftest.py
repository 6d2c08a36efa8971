"""A command line that tests can call."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from yiwutrip.cli.app import run


@dataclass(frozen=True)
class Said:
    """What a run printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def envelope(self) -> dict[str, Any]:
        """The JSON on stdout."""
        value = json.loads(self.out)
        assert isinstance(value, dict)
        return value

    @property
    def data(self) -> Any:
        """The envelope's data."""
        return self.envelope["data"]


Cli = Callable[..., Said]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run a command line in this process, on a database of its own, in English, 100 cells wide, at a fixed time."""
    monkeypatch.setenv("YIWUTRIP_DB", str(tmp_path / "trip.db"))
    monkeypatch.setenv("YIWUTRIP_NOW", "2021-04-14T10:00")
    monkeypatch.setenv("YIWUTRIP_LANG", "en")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def call(*words: object) -> Said:
        code = run([str(word) for word in words])
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return call
