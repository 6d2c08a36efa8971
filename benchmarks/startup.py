"""
How long the program takes to answer, against the smallest Typer program that has two commands.

    python benchmarks/startup.py [--runs 20]

Runs both in turn, A B A B …, as whole processes, and prints the median of the pairwise ratios: what is left when the
machine's speed drifts. Goals: ``--help`` at most 1.1 times, ``sample add`` at most 3.2 times.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HELLO = '''
import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    """Say hello."""
    print(f"Hello {name}")


@app.command()
def goodbye(name: str) -> None:
    """Say goodbye."""
    print(f"Goodbye {name}")


if __name__ == "__main__":
    app()
'''

STALLS = "district,booth,name_zh\nD2,16213,演示瓷器行\n"


@dataclass(frozen=True, slots=True)
class Case:
    """What is timed, what it is timed against, and how many times slower it may be."""

    name: str
    ours: list[str]
    peer: list[str]
    goal: float


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall seconds of one whole process."""
    begin = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def ratios(case: Case, runs: int, environment: dict[str, str]) -> list[float]:
    """Ours over the peer's, pair by pair, after one uncounted pair."""
    pairs = [(seconds(case.ours, environment), seconds(case.peer, environment)) for _ in range(runs + 1)]
    return [ours / peer for ours, peer in pairs[1:]]


def main() -> None:
    """Print one line a case."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        stalls = Path(folder) / "stalls.csv"
        stalls.write_text(STALLS, encoding="utf-8")
        environment = {**os.environ, "YIWUTRIP_DB": str(Path(folder) / "trip.db"), "YIWUTRIP_LANG": "en"}
        program = [sys.executable, "-m", "yiwutrip"]
        subprocess.run(
            [*program, "stall", "import", str(stalls)], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        peer = [sys.executable, str(hello)]
        cases = [
            Case("--help", [*program, "--help"], [*peer, "--help"], 1.1),
            Case("sample add", [*program, "sample", "add", "D2-3F-16213", "cup"], [*peer, "hello", "you"], 3.2),
        ]
        for case in cases:
            found = ratios(case, arguments.runs, environment)
            low, middle, high = min(found), statistics.median(found), max(found)
            verdict = "within" if middle <= case.goal else "OVER"
            print(f"{case.name:12} {middle:.2f} times the peer ({low:.2f}-{high:.2f}), {verdict} {case.goal}")


if __name__ == "__main__":
    main()
