"""The whole road as its users walk it: separate processes, a real database file, real lists."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parent.parent
CATALOGUE = REPOSITORY / "data" / "stalls.csv"
TRIP = REPOSITORY / "data" / "trip.toml"

pytestmark = pytest.mark.slow


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)["data"]


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    environment = {
        **os.environ,
        "YIWUTRIP_DB": str(tmp_path / "trip.db"),
        "YIWUTRIP_LANG": "en",
        "YIWUTRIP_NOW": "2021-04-14T09:40:00+08:00",
        "PYTHONPATH": str(REPOSITORY / "src"),
    }

    def command(*words: str, lang: str = "en") -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "yiwutrip", *words],
            env={**environment, "YIWUTRIP_LANG": lang},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert "Traceback" not in done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    return command


def planned(run: Run, trip: Path) -> Any:
    assert run("trip", "load", str(trip)).code == 0
    made = run("plan", "make", "--iterations", "300", "--seed", "1", "--json")
    assert made.code in {0, 3}, made.err
    return made.data


def test_from_the_bundled_list_to_a_manifest(run: Run, tmp_path: Path) -> None:
    first = run("stall", "import", str(CATALOGUE), "--json").data
    plan = planned(run, TRIP)
    stalls = [stop["stall"] for route in plan["routes"] for stop in route["stops"] if stop["kind"] == "visit"]
    sample = run("sample", "add", stalls[0], "手绘马克杯", "--price", "9.8", "--fee", "20", "--json").data
    manifest = run("manifest", "--format", "html,csv,json,xlsx", "--out", str(tmp_path / "out"))

    assert first["added"] == first["rows"] >= 1500
    assert len(stalls) == len(set(stalls)) == plan["totals"]["stalls"] > 0
    assert sample["number"] == "A-001"
    assert manifest.code == 0, manifest.err
    (made,) = (tmp_path / "out").glob("*.json")
    written = json.loads(made.read_text(encoding="utf-8"))
    (row,) = (written.get("data") or written)["samples"]
    # 9.80 yuan are 980 fen
    assert (row["number"], row["stall"], row["unit_price_fen"], row["fee_fen"]) == ("A-001", stalls[0], 980, 2000)
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".html", ".csv", ".json", ".xlsx"}


def test_the_same_list_again_changes_nothing_and_says_so(run: Run) -> None:
    rows = run("stall", "import", str(CATALOGUE), "--json").data["rows"]

    again = run("stall", "import", str(CATALOGUE), "--json")

    assert again.code == 0
    assert (again.data["added"], again.data["updated"], again.data["unchanged"]) == (0, 0, rows)


def test_the_same_iterations_and_seed_give_the_same_plan(run: Run) -> None:
    run("stall", "import", str(CATALOGUE))

    first, second = planned(run, TRIP), planned(run, TRIP)

    assert first["routes"] == second["routes"]


def test_a_real_list_of_structure_alone_goes_the_same_road(run: Run, shared_dir: Path, tmp_path: Path) -> None:
    trip = tmp_path / "trip.toml"
    text = TRIP.read_text(encoding="utf-8")
    head, _, tail = text.partition("[[wants]]")
    wants = (
        '[[wants]]\ncategory = "日用百货"\nweight = 3\nat_least = 4\n\n[[wants]]\ncategory = "家用电器"\nweight = 3\n\n'
    )
    trip.write_text(head + wants + tail[tail.index("[[commitments]]") :], encoding="utf-8")

    imported = run("stall", "import", str(shared_dir / "cases" / "booths_sample.csv"), "--json")
    plan = planned(run, trip)
    stall = next(stop["stall"] for route in plan["routes"] for stop in route["stops"] if stop["kind"] == "visit")

    # 1,631 rows below the header; a row that says the same stall twice is one stall
    assert imported.data["rows"] == 1631
    assert imported.data["refused"] == 0
    assert plan["totals"]["stalls"] >= 4
    assert run("sample", "add", stall, "毛巾").code == 0
    assert run("manifest", "--format", "html", "--out", str(tmp_path / "out")).code == 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_of_every_noun_speaks_the_language(run: Run, lang: str) -> None:
    for noun in ["stall", "import", "trip", "plan", "visit", "sample", "db"]:
        page = run(noun, "--help", lang=lang)
        assert page.code == 0
        assert ("用法" in page.out) == (lang == "zh")
