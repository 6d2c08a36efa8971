"""The generator of large catalogues that the benchmarks measure on."""

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def make(out: Path, rows: int) -> list[dict[str, str]]:
    program = REPOSITORY / "benchmarks" / "catalogue.py"
    subprocess.run([sys.executable, program, "--rows", str(rows), "--out", out], check=True, capture_output=True)
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_makes_as_many_stalls_as_asked_for_no_two_of_one_booth(tmp_path: Path) -> None:
    rows = make(tmp_path / "a.csv", 3000)
    booths = Counter((row["district"], row["floor"], row["booth"]) for row in rows if row["booth"])

    assert len(rows) == 3000
    assert max(booths.values()) == 1
    assert len({row["district"] for row in rows}) >= 10


def test_the_same_seed_makes_the_same_catalogue(tmp_path: Path) -> None:
    make(tmp_path / "a.csv", 500)
    make(tmp_path / "b.csv", 500)

    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
