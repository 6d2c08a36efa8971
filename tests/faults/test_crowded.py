"""Several processes write at once; each waits for the others, and what each has confirmed is there, once."""

from pathlib import Path

import pytest

from tests.faults.bench import Bench

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("writers", [2, 4, 8])
@pytest.mark.parametrize("letters", ["ABCDEFGH", "AAAAAAAA"])
def test_writers_at_once(tmp_path: Path, bench: Bench, writers: int, letters: str) -> None:
    path = tmp_path / "trip.db"
    each = bench.rounds(10)
    crowd = [bench.start("add", path, letter, each) for letter in letters[:writers]]
    confirmed = [number for worker in crowd for number in worker.communicate()[0].split()]

    assert len(confirmed) == writers * each
    assert sorted(confirmed) == sorted(bench.check(path))
    bench.tell(writers=writers, confirmed=len(confirmed))
