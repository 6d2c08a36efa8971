"""Workers in processes of their own, and what has to hold after whatever became of them."""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from yiwutrip.storage.engine import Database
from yiwutrip.storage.upkeep import DatabaseUpkeep

WORKER = Path(__file__).with_name("worker.py")
SOURCE = Path(__file__).parent.parent.parent / "src"


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

    def run(self, *arguments: object, **environment: str) -> list[str]:
        """Let a worker finish; what it said."""
        return self.start(*arguments, **environment).communicate()[0].split()

    def first(self, worker: "subprocess.Popen[str]") -> str:
        """Wait for the next line."""
        assert worker.stdout is not None
        return worker.stdout.readline().strip()

    def kill(self, worker: "subprocess.Popen[str]", longest_s: float) -> list[str]:
        """Kill a worker with signal 9 after at most so many seconds; what it had said since."""
        time.sleep(self.dice.uniform(0, longest_s))
        worker.kill()
        said = worker.communicate()[0]
        # A line that was cut off was not said.
        return said[: said.rfind("\n") + 1].split()

    def check(self, path: Path) -> list[str]:
        """That the doctor is content; the numbers of the samples that are there."""

        def now() -> datetime:
            return datetime(2021, 4, 14, 12, 0, tzinfo=UTC)

        database = Database(path, now)
        health = DatabaseUpkeep(database, now).doctor()
        assert health.sound, health.findings
        with database.read() as store:
            numbers = [sample.number for sample in store.samples()]
        database.close()
        assert len(set(numbers)) == len(numbers)
        return numbers
