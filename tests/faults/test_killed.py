"""
A process is killed with signal 9 at a random moment: what it had confirmed is there, once; the rest all or not at all.

The long form: ``YIWUTRIP_FAULTS=100 pytest -s tests/faults``; it prints attempts, confirmed and found.
"""

import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.bench import Bench
from yiwutrip.storage.schema import VERSION

pytestmark = pytest.mark.slow
OLD = Path(__file__).parent.parent / "storage" / "versions" / "v1.db"


def test_while_logging_samples(tmp_path: Path, bench: Bench) -> None:
    path = tmp_path / "trip.db"
    confirmed: list[str] = []
    found: list[str] = []
    attempts = bench.rounds(6)
    for attempt in range(attempts):
        worker = bench.start("add", path, "A", 10_000)
        confirmed.append(bench.first(worker))
        confirmed += bench.kill(worker, 0.3)
        found = bench.check(path)
        assert set(confirmed) <= set(found)
        # At most the last of each attempt was stored and not yet said.
        assert len(found) <= len(confirmed) + attempt + 1
    bench.tell(attempts=attempts, confirmed=len(confirmed), found=len(found))


def test_while_importing(tmp_path: Path, bench: Bench) -> None:
    rows = 4_000
    attempts, finished = bench.rounds(6), 0
    for attempt in range(attempts):
        path = tmp_path / f"{attempt}.db"
        worker = bench.start("import", path, rows)
        bench.first(worker)
        said = bench.kill(worker, 0.6)
        finished += bool(said)
        bench.check(path)
        assert _count(path, "stalls") in ({rows} if said else {0, rows})
        assert bench.run("import", path, rows) == ["go", str(rows)]
        assert _count(path, "stalls") == rows
        path.unlink()
    bench.tell(attempts=attempts, finished=finished)


def test_while_merging(tmp_path: Path, bench: Bench) -> None:
    ours, theirs = tmp_path / "ours.db", tmp_path / "theirs.db"
    bench.run("add", ours, "A", 5)
    bench.run("add", theirs, "B", 100)
    attempts, finished = bench.rounds(6), 0
    for attempt in range(attempts):
        path = tmp_path / f"{attempt}.db"
        shutil.copy(ours, path)
        worker = bench.start("merge", path, theirs)
        bench.first(worker)
        said = bench.kill(worker, 0.15)
        finished += bool(said)
        assert len(bench.check(path)) in ({105} if said else {5, 105})
        assert bench.run("merge", path, theirs) == ["go", "merged"]
        assert len(bench.check(path)) == 105
    bench.tell(attempts=attempts, finished=finished)


def test_while_bringing_a_copy_back(tmp_path: Path, bench: Bench) -> None:
    before, kept = tmp_path / "before.db", tmp_path / "kept.db"
    bench.run("add", before, "A", 30)
    shutil.copy(before, kept)
    bench.run("add", before, "A", 30)
    attempts, finished = bench.rounds(5), 0
    for attempt in range(attempts):
        path = tmp_path / f"{attempt}.db"
        shutil.copy(before, path)
        worker = bench.start("restore", path, kept)
        bench.first(worker)
        said = bench.kill(worker, 0.6)
        finished += bool(said)
        assert len(bench.check(path)) in ({30} if said else {30, 60})
        # Sixty numbers stand on labels, whatever came back.
        assert bench.run("add", path, "A", 1) == ["A-061"]
    bench.tell(attempts=attempts, finished=finished)


def test_while_migrating(tmp_path: Path, bench: Bench) -> None:
    old = tmp_path / "old.db"
    shutil.copy(OLD, old)
    # Its photo is not with it; without the record the doctor is content.
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript("DELETE FROM sample_photos; DELETE FROM changes WHERE tab = 'sample_photos'")
    attempts, finished = bench.rounds(5), 0
    for attempt in range(attempts):
        path = tmp_path / f"{attempt}.db"
        shutil.copy(old, path)
        worker = bench.start("open", path)
        bench.first(worker)
        finished += bool(bench.kill(worker, 1.0))
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA user_version").fetchone()[0] in {1, VERSION}
        assert bench.check(path) == ["A-001", "B-001"]
    bench.tell(attempts=attempts, finished=finished)


def test_a_log_that_is_torn_anywhere_opens_at_what_came_before(tmp_path: Path, bench: Bench) -> None:
    """A power cut while the log is being written: its end is missing."""
    attempts, told, found = bench.rounds(6), 0, 0
    for attempt in range(attempts):
        path, copy = tmp_path / f"{attempt}.db", tmp_path / f"copy{attempt}.db"
        worker = bench.start("add", path, "A", 100_000)
        # So few that the log is not yet carried over into the file: until then the file stays as it is.
        confirmed = [bench.first(worker) for _ in range(bench.dice.randrange(1, 25))]
        log = path.with_name(f"{path.name}-wal").read_bytes()
        copy.write_bytes(path.read_bytes())
        bench.kill(worker, 0)
        numbers = [f"A-{number:03d}" for number in range(1, len(confirmed) + 100)]
        file = copy.read_bytes()
        for kept in (log, log[: bench.dice.randrange(len(log))]):
            copy.write_bytes(file)
            copy.with_name(f"{copy.name}-wal").write_bytes(kept)
            there = bench.check(copy)
            assert there == numbers[: len(there)]
            assert kept is not log or set(confirmed) <= set(there)
        told, found = told + len(confirmed), found + len(there)
    bench.tell(attempts=attempts, confirmed=told, found_in_torn_logs=found)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="Windows cannot hold a process still")
def test_power_is_cut_at_any_moment(tmp_path: Path, bench: Bench) -> None:
    """The files as they lie at one moment, the log half carried over into the file, say."""
    path = tmp_path / "trip.db"
    worker = bench.start("add", path, "A", 100_000)
    confirmed: list[str] = []
    attempts = bench.rounds(6)
    for attempt in range(attempts):
        confirmed += [bench.first(worker) for _ in range(bench.dice.randrange(1, 40))]
        worker.send_signal(signal.SIGSTOP)
        copy = tmp_path / f"copy{attempt}.db"
        shutil.copy(path, copy)
        shutil.copy(path.with_name("trip.db-wal"), copy.with_name(f"{copy.name}-wal"))
        worker.send_signal(signal.SIGCONT)
        assert set(confirmed) <= set(bench.check(copy))
    confirmed += bench.kill(worker, 0)
    assert set(confirmed) <= set(bench.check(path))
    bench.tell(attempts=attempts, confirmed=len(confirmed))


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as raw:
        count: int = raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return count
