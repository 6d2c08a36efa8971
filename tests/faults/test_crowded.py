"""
Several processes write at once; each waits for the others, and what each has confirmed is there, once.

The long form, a minute for every crowd: ``YIWUTRIP_FAULTS=60 pytest -s tests/faults/test_crowded.py``.
"""

from pathlib import Path
from subprocess import Popen
from threading import Thread

import pytest

from tests.faults.bench import Bench

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("writers", [2, 4, 8])
@pytest.mark.parametrize("letters", ["ABCDEFGH", "AAAAAAAA"])
def test_writers_at_once_while_copies_are_made(tmp_path: Path, bench: Bench, writers: int, letters: str) -> None:
    path = tmp_path / "trip.db"
    crowd = [bench.start("add-for", path, letter, bench.rounds(1)) for letter in letters[:writers]]
    heard: list[list[str]] = [[] for _ in crowd]
    ears = [Thread(target=_hear, args=pair) for pair in zip(crowd, heard, strict=True)]
    for ear in ears:
        ear.start()
    copies = 0
    while any(ear.is_alive() for ear in ears):
        copy = tmp_path / f"{copies}.db"
        confirmed_before = {number for numbers in heard for number in numbers}
        if confirmed_before:
            bench.copy(path, copy)
            assert confirmed_before <= set(bench.check(copy))
            copy.unlink()
            copies += 1
    assert [worker.wait() for worker in crowd] == [0] * writers

    confirmed = [number for numbers in heard for number in numbers]
    assert all(heard)
    assert copies
    found = bench.check(path)
    assert sorted(confirmed) == sorted(found)
    bench.tell(writers=writers, confirmed=len(confirmed), found=len(found), copies=copies)


def _hear(worker: Popen[str], numbers: list[str]) -> None:
    with worker:
        for line in worker.stdout or ():
            numbers.append(line.strip())  # noqa: PERF401  # one by one: the others look at what is there so far
