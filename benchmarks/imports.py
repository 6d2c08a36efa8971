"""
What a catalogue of the whole market costs: loading it, searching it, planning from it, and many times as much.

    python benchmarks/imports.py [--rows 75000] [--runs 3] [--many 1000000]

Loading is timed against ``sqlite-utils insert`` of the same file, which validates nothing: whole processes in turn,
A B A B …, and the median of the pairwise ratios. Both end with their data on disk. Beside the seconds on the clock
stand those of the processor, which other work on the machine does not change. Goals: loading below 1 times the peer; a
search at most 50 ms; ``--many`` rows within 15 times the time of ``--rows`` and 600 MB; a plan at most 1.2 times as
long as from 1,500 stalls. ``--many 0`` leaves the long part out.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from yiwutrip.domain.address import District
from yiwutrip.storage.engine import Database
from yiwutrip.usecases.find_stalls import find_stalls
from yiwutrip.usecases.ports import StallQuery

HERE = Path(__file__).parent
FEW = 1_500
PROGRAM = [sys.executable, "-m", "yiwutrip"]
TRIP = HERE.parent / "data" / "trip.toml"
SEARCHES = {
    "one character": StallQuery(("伞",)),
    "two characters": StallQuery(("雨伞",)),
    "English": StallQuery(("umbrella",)),
    "two terms": StallQuery(("陶瓷", "杯")),
    "district and floor": StallQuery(("玩具",), district=District.D1, floor=1),
    "category, no alliance": StallQuery(category="玩具", alliance=False),
    "never visited": StallQuery(never_visited=True),
    "nothing fits": StallQuery(("没有这样的东西",)),
    "a word in every row": StallQuery(("演示",)),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one whole process: seconds on the clock, of the processor, and its largest memory (0 where nobody tells)."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def cost(command: list[str], database: Path) -> Cost:
    """Run it and measure."""
    environment = {**os.environ, "YIWUTRIP_DB": str(database), "YIWUTRIP_LANG": "en"}
    begin = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        if not hasattr(os, "wait4"):
            process.wait()
            return Cost(time.perf_counter() - begin, 0.0, 0.0)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall_s = time.perf_counter() - begin
    if process.returncode not in {0, 3}:
        raise subprocess.CalledProcessError(process.returncode, command)
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Cost(wall_s, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def made(folder: Path, rows: int) -> Path:
    """A list of so many stalls."""
    path = folder / f"{rows}.csv"
    command = [sys.executable, str(HERE / "catalogue.py"), "--out", str(path), "--rows", str(rows)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return path


def verdict(what: str, found: float, goal: float, unit: str = "times") -> None:
    """Print one line."""
    print(f"  {what:44} {found:8.2f} {unit}, {'within' if found <= goal else 'OVER'} {goal:g}")


def compare_loading(folder: Path, listed: Path, runs: int) -> tuple[Path, Cost]:
    """Ours against the peer's; gives the loaded catalogue and our median cost."""
    peer = shutil.which("sqlite-utils", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if peer is None:
        sys.exit("sqlite-utils is not installed: pip install yiwutrip[bench]")
    ours, theirs, again = [], [], []
    database = folder / "ours.db"
    for run in range(runs):
        for old in folder.glob("ours.db*"):
            old.unlink()
        ours.append(cost([*PROGRAM, "stall", "import", str(listed)], database))
        theirs.append(
            cost([peer, "insert", str(folder / f"peer{run}.db"), "stalls", str(listed), "--csv", "--silent"], database)
        )
        again.append(cost([*PROGRAM, "stall", "import", str(listed)], database))
    print(f"loading {listed.stem} rows, {runs} runs: ours {seconds(ours)}, sqlite-utils {seconds(theirs)}")
    print(f"  the same list again: {seconds(again)}")
    pairs = list(zip(ours, theirs, strict=True))
    verdict("loading over sqlite-utils, clock", statistics.median(a.wall_s / b.wall_s for a, b in pairs), 1)
    verdict("loading over sqlite-utils, processor", statistics.median(a.cpu_s / b.cpu_s for a, b in pairs), 1)
    return database, sorted(ours, key=lambda one: one.cpu_s)[runs // 2]


def seconds(costs: list[Cost]) -> str:
    """The medians."""
    wall_s, cpu_s = (statistics.median(getattr(one, name) for one in costs) for name in ("wall_s", "cpu_s"))
    return f"{wall_s:.1f} s ({cpu_s:.1f} s processor)"


def search(database: Path) -> None:
    """Each search in this process, the quickest of nine: what other work on the machine adds says nothing of it."""
    catalogue = Database(database, lambda: datetime.now(UTC))
    print("searching, in process")
    for name, query in SEARCHES.items():
        took, worked = [], []
        for _ in range(10):
            begin, work = time.perf_counter(), time.process_time()
            total = find_stalls(query, catalogue).total
            took.append((time.perf_counter() - begin) * 1000)
            worked.append((time.process_time() - work) * 1000)
        shown = f"{name} ({total} found, {min(worked[1:]):.0f} ms processor)"
        verdict(shown, min(took[1:]), 50, "ms")
    catalogue.close()


def load_many(folder: Path, rows: int, many: int, usual: Cost) -> None:
    """A list much larger than the market."""
    listed = made(folder, many)
    whole = cost([*PROGRAM, "stall", "import", str(listed)], folder / "many.db")
    print(f"loading {many} rows: {whole.wall_s:.1f} s ({whole.cpu_s:.1f} s processor)")
    verdict(f"{many} over {rows} rows, clock", whole.wall_s / usual.wall_s, 15)
    verdict(f"{many} over {rows} rows, processor", whole.cpu_s / usual.cpu_s, 15)
    verdict("largest memory", whole.peak_mb, 600, "MB")


def compare_planning(folder: Path, large: Path, runs: int) -> None:
    """The demonstration trip from this catalogue and from a small one; the search itself is given the same seconds."""
    small = folder / "small.db"
    cost([*PROGRAM, "stall", "import", str(made(folder, FEW))], small)
    plan = [*PROGRAM, "plan", "make", "--seconds", "5"]
    for database in (small, large):
        cost([*PROGRAM, "trip", "load", str(TRIP)], database)
    pairs = [(cost(plan, large), cost(plan, small)) for _ in range(runs + 1)][1:]
    print(f"planning with 5 s of search: {seconds([a for a, _ in pairs])} and {seconds([b for _, b in pairs])}")
    verdict(f"planning from all over from {FEW}, clock", statistics.median(a.wall_s / b.wall_s for a, b in pairs), 1.2)
    verdict("likewise, processor", statistics.median(a.cpu_s / b.cpu_s for a, b in pairs), 1.2)


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=75_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--many", type=int, default=1_000_000)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        database, usual = compare_loading(folder, made(folder, wanted.rows), wanted.runs)
        search(database)
        compare_planning(folder, database, wanted.runs)
        if wanted.many:
            load_many(folder, wanted.rows, wanted.many, usual)


if __name__ == "__main__":
    main()
