"""A disk that is full, a folder that cannot be written: what was confirmed stays, and the error says what to do."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults.bench import Bench
from yiwutrip.domain.errors import StoreError
from yiwutrip.storage.engine import Database

pytestmark = pytest.mark.slow
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte; only root can make one."""
    if not IS_ROOT:
        pytest.skip("only root can mount a small file system")
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False)
    if made.returncode:
        pytest.skip("this machine lets nobody mount a file system")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_keeps_what_was_confirmed(small_disk: Path, bench: Bench) -> None:
    path = small_disk / "trip.db"
    *confirmed, error = bench.run("add", path, "A", 10_000, 3_000)

    assert error == "store-full"
    assert len(confirmed) > 3
    assert bench.check(path)[: len(confirmed)] == confirmed
    # With room again it goes on where it was.
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    (another,) = bench.run("add", path, "A", 1)
    assert another not in confirmed
    assert {*confirmed, another} <= set(bench.check(path))


def test_a_disk_without_a_byte_left_is_called_full_by_a_reader_too(small_disk: Path) -> None:
    path = small_disk / "trip.db"
    database = Database(path, lambda: datetime(2021, 4, 14, tzinfo=UTC))
    with database.write("sample add"):
        pass
    database.close()
    with contextlib.suppress(OSError), (small_disk / "film.mp4").open("wb", buffering=0) as film:
        while film.write(bytes(1024)):
            pass

    with pytest.raises(StoreError) as caught, database.read() as store:
        store.samples()

    assert caught.value.code == "store-full"


def test_a_full_disk_takes_no_half_import(small_disk: Path, bench: Bench) -> None:
    path = small_disk / "trip.db"
    assert bench.run("import", path, 20_000) == ["go", "store-full"]

    bench.check(path)
    assert bench.run("import", path, 10) == ["go", "10"]


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder for workers that are nobody: tests' own folders are closed to them altogether."""
    folder = Path(tempfile.mkdtemp(prefix="yiwutrip-closed-"))
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="Windows closes folders in another way")
def test_a_folder_that_cannot_be_written_can_be_read(closed_folder: Path, bench: Bench) -> None:
    path = closed_folder / "trip.db"
    bench.run("add", path, "A", 3)
    before = path.read_bytes()
    path.chmod(0o444)
    closed_folder.chmod(0o555)
    # Nothing is closed to root.
    nobody = {"YIWUTRIP_WORKER_UID": "65534"} if IS_ROOT else {}

    assert bench.run("read", path, **nobody) == ["go", "3"]
    assert bench.run("add", path, "A", 1, **nobody) == ["store-read-only"]
    assert bench.run("add", closed_folder / "new.db", "A", 1, **nobody) == ["store-read-only"]
    closed_folder.chmod(0o755)
    path.chmod(0o644)
    assert path.read_bytes() == before
    assert bench.check(path) == ["A-001", "A-002", "A-003"]


@pytest.mark.skipif(os.name == "nt", reason="Windows closes folders in another way")
def test_a_device_on_a_stick_that_cannot_be_written_can_be_merged(closed_folder: Path, bench: Bench) -> None:
    stick, desk = closed_folder / "stick", closed_folder / "desk"
    for folder in (stick, desk):
        folder.mkdir()
    bench.run("add", stick / "theirs.db", "B", 3)
    (stick / "theirs.db").chmod(0o444)
    stick.chmod(0o555)
    desk.chmod(0o777)
    closed_folder.chmod(0o755)
    nobody = {"YIWUTRIP_WORKER_UID": "65534"} if IS_ROOT else {}

    assert bench.run("merge", desk / "ours.db", stick / "theirs.db", **nobody) == ["go", "merged"]
    assert bench.check(desk / "ours.db") == ["B-001", "B-002", "B-003"]
    stick.chmod(0o755)
