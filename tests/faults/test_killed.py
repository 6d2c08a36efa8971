"""
A process is killed with signal 9 at a random moment: what it had confirmed is there, once; the rest all or not at all.

The long form: ``YIWUTRIP_FAULTS=100 pytest -s tests/faults``; it prints attempts, confirmed and found.
"""

import shutil
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


def test_a_copy_of_the_files_at_any_moment_opens(tmp_path: Path, bench: Bench) -> None:
    """What a power cut leaves: the file, and the log cut off anywhere."""
    path = tmp_path / "trip.db"
    worker = bench.start("add", path, "A", 100_000)
    confirmed = [bench.first(worker)]
    attempts = bench.rounds(8)
    for attempt in range(attempts):
        confirmed += [bench.first(worker) for _ in range(bench.dice.randrange(1, 8))]
        copy = tmp_path / f"copy{attempt}.db"
        log = path.with_name("trip.db-wal").read_bytes()
        copy.write_bytes(path.read_bytes())
        whole = attempt % 2 == 0
        kept = log if whole else log[: bench.dice.randrange(len(log))]
        copy.with_name(f"{copy.name}-wal").write_bytes(kept)
        found = bench.check(copy)
        assert found == [f"A-{number:03d}" for number in range(1, len(found) + 1)]
        # The log was read before the file: everything confirmed until then is in the two, unless the log is cut.
        if whole:
            assert set(confirmed) <= set(found)
    confirmed += bench.kill(worker, 0)
    assert set(confirmed) <= set(bench.check(path))
    bench.tell(attempts=attempts, confirmed=len(confirmed))


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as raw:
        count: int = raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return count
