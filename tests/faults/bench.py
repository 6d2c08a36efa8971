"""Workers in processes of their own, and what has to hold after whatever became of them."""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from yiwutrip.domain.sample import Sample
from yiwutrip.storage.engine import Database
from yiwutrip.storage.upkeep import DatabaseUpkeep

WORKER = Path(__file__).with_name("worker.py")
SOURCE = Path(__file__).parent.parent.parent / "src"


def _now() -> datetime:
    return datetime(2021, 4, 14, 12, 0, tzinfo=UTC)


class Bench:
    """
    What the fault tests share.

    ``YIWUTRIP_FAULTS=100`` makes the long form of the short one; ``YIWUTRIP_SEED`` repeats a run's random moments.
    """

    def __init__(self) -> None:
        self.seed = int(os.environ.get("YIWUTRIP_SEED", str(random.SystemRandom().randrange(10**6))))
        self.dice = random.Random(self.seed)

    def rounds(self, short: int) -> int:
        """How often."""
        return short * int(os.environ.get("YIWUTRIP_FAULTS", "1"))

    def tell(self, **figures: int) -> None:
        """Print what was counted; pytest shows it with ``-s``, and with a failure."""
        sys.stderr.write(f"seed={self.seed} {' '.join(f'{name}={figure}' for name, figure in figures.items())}\n")

    def start(self, *arguments: object, **environment: str) -> "subprocess.Popen[str]":
        """Start a worker."""
        command = [sys.executable, str(WORKER), *map(str, arguments)]
        variables = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8", **environment}
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=variables)

    def program(self, database: Path, *words: object) -> "subprocess.Popen[str]":
        """Start yiwutrip itself on a database; what it says is JSON."""
        command = [sys.executable, "-m", "yiwutrip", *map(str, words), "--db", str(database), "--json"]
        variables = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=variables)

    def took(self, process: "subprocess.Popen[str]") -> float:
        """How long a process takes to its end, which must be a good one, in seconds from now."""
        begin = time.perf_counter()
        process.communicate()
        assert process.returncode == 0
        return time.perf_counter() - begin

    def run(self, *arguments: object, **environment: str) -> list[str]:
        """Let a worker finish; what it said."""
        return self.start(*arguments, **environment).communicate()[0].split()

    def first(self, worker: "subprocess.Popen[str]") -> str:
        """Wait for the next line."""
        assert worker.stdout is not None
        return worker.stdout.readline().strip()

    def kill(self, worker: "subprocess.Popen[str]", longest_s: float, least_s: float = 0) -> list[str]:
        """Kill a worker with signal 9 after so many seconds; what it had said since."""
        time.sleep(self.dice.uniform(least_s, longest_s))
        worker.kill()
        said = worker.communicate()[0]
        # A line that was cut off was not said.
        return said[: said.rfind("\n") + 1].split()

    def samples(self, path: Path) -> list[Sample]:
        """What is there, each number once, and that the doctor is content."""
        database = Database(path, _now)
        health = DatabaseUpkeep(database, _now).doctor()
        assert health.sound, health.findings
        with database.read() as store:
            there = store.samples()
        database.close()
        assert len({sample.number for sample in there}) == len(there)
        return there

    def copy(self, path: Path, target: Path) -> None:
        """Copy a database that may be being written."""
        database = Database(path, _now)
        DatabaseUpkeep(database, _now).backup(target)
        database.close()

    def check(self, path: Path) -> list[str]:
        """The numbers of the samples that are there; the doctor is content."""
        return [sample.number for sample in self.samples(path)]
