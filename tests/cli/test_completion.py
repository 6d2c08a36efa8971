"""What Tab offers, asked as the shells ask it: by the variables of Typer's completion scripts."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.sample import SampleTaken
from yiwutrip.domain.stall import Stall
from yiwutrip.storage.engine import Database

NOW = datetime(2021, 4, 14, 9, tzinfo=MARKET_ZONE)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Three stalls on the third floor, one on the fourth, two samples."""
    database = Database(tmp_path / "trip.db", lambda: NOW)
    booths = [(3, "7004"), (3, "7055"), (3, "8304"), (4, "7004")]
    stalls = [Stall(f"D1-{floor}F-{booth}", Address(District.D1, floor, booth=booth)) for floor, booth in booths]
    with database.write("stall import") as store:
        store.import_stalls(stalls, "list.csv")
        for article in ("茶杯", "茶壶"):
            store.add_sample(None, SampleTaken(article), "A", NOW)
    database.close()
    return database.path


def run(variables: dict[str, str], *flags: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "YIWUTRIP_LANG": "zh", "PYTHONUTF8": "1", **variables}
    command = [sys.executable, *flags, "-m", "yiwutrip"]
    return subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", timeout=60, check=False)


def bash(line: str, database: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """Press Tab at the end of the line."""
    count = str(len(line.split()) - (not line.endswith(" ")))
    asked = {"_YIWUTRIP_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": count}
    return run({**asked, "YIWUTRIP_DB": str(database)}, *flags)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("yiwutrip sta", ["stall"]),
        ("yiwutrip stall show D1-3F-7", ["D1-3F-7004", "D1-3F-7055"]),
        # In the case in which it was begun, or the shell would throw it away.
        ("yiwutrip visit done d1-3f-8", ["d1-3f-8304"]),
        ("yiwutrip plan why D1-4", ["D1-4F-7004"]),
        ("yiwutrip sample show ", ["A-001", "A-002"]),
        ("yiwutrip sample edit A-002 --stall D1-4", ["D1-4F-7004"]),
        ("yiwutrip sample show B", []),
        ("yiwutrip sheet --wh", ["--who"]),
    ],
)
def test_bash_is_offered_what_goes_on_from_the_word(log: Path, line: str, offered: list[str]) -> None:
    said = bash(line, log)

    assert (said.stdout.split(), said.stderr) == (offered, "")


def test_zsh_and_fish_say_beside_it_what_it_is(log: Path) -> None:
    zsh = {"_YIWUTRIP_COMPLETE": "complete_zsh", "YIWUTRIP_DB": str(log)}
    fish = {"_YIWUTRIP_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args", "YIWUTRIP_DB": str(log)}

    assert '"A-002":"茶壶"' in run({**zsh, "_TYPER_COMPLETE_ARGS": "yiwutrip sample show A-"}).stdout
    assert "help." not in run({**zsh, "_TYPER_COMPLETE_ARGS": "yiwutrip sample "}).stdout
    options = run({**fish, "_TYPER_COMPLETE_ARGS": "yiwutrip sample show --"}).stdout.splitlines()
    # Each with its Chinese sentence, Typer's own --help too.
    assert "--help" in {option.split("\t")[0] for option in options}
    assert not any(option.split("\t")[1].isascii() for option in options)


def test_another_database_on_the_line_is_the_one_that_is_asked(log: Path, tmp_path: Path) -> None:
    said = bash(f"yiwutrip stall show --db {log} D1-4", tmp_path / "none.db")

    assert said.stdout.split() == ["D1-4F-7004"]


def test_tab_makes_no_database_and_no_noise(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database " * 1000, encoding="utf-8")
    for name in ("none.db", "text.db"):
        said = bash("yiwutrip stall show D1", tmp_path / name)

        assert (said.returncode, said.stdout.strip(), said.stderr) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["text.db"]


def test_tab_is_quick_because_it_imports_little(log: Path) -> None:
    said = bash("yiwutrip stall show D1-3F-7", log, "-X", "importtime")
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in said.stderr.splitlines()}

    assert "D1-3F-7004" in said.stdout
    assert loaded & {"numba", "numpy", "sqlmodel", "sqlalchemy", "geopy", "PIL", "rich"} == set()
