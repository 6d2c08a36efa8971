"""The demonstration, told quickly."""

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.slow
def test_the_whole_story(cli: Any, tmp_path: Path) -> None:
    said = cli("demo", "--out", "story", "--seconds", "1", "--json")

    assert said.code == 0
    assert said.data["stalls"] >= 1500
    assert said.data["samples"] >= 40
    assert said.data["seen"] + said.data["shut"] == said.data["planned"]
    assert {Path(path).name for path in said.data["files"]} <= {path.name for path in (tmp_path / "story").iterdir()}
    manifest = json.loads((tmp_path / "story" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["totals"]["samples"] >= 40
    # It has a database of its own; the one in use was not even made.
    assert not (tmp_path / "trip.db").exists()


@pytest.mark.slow
def test_told_again_in_the_same_folder_and_in_chinese(cli: Any, tmp_path: Path) -> None:
    words = ("demo", "--out", "story", "--seconds", "0.5", "--lang", "zh")

    first, second = cli(*words), cli(*words)

    assert (first.code, second.code) == (0, 0)
    for person in ("陈砚", "林栀"):
        assert person in second.out
    assert "四月义乌选品" in (tmp_path / "story" / "plan.txt").read_text(encoding="utf-8")
