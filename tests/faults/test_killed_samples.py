"""
The program itself, killed with signal 9 at random moments while it logs one sample, and while it takes in photos.

The long form: ``YIWUTRIP_FAULTS=100 pytest -s tests/faults/test_killed_samples.py`` logs a thousand times.
"""

import hashlib
import json
import signal
from pathlib import Path

import pytest
import segno

from tests.faults.bench import Bench

pytestmark = pytest.mark.slow
PHOTOS = 6


def test_one_process_a_sample(tmp_path: Path, bench: Bench) -> None:
    path = tmp_path / "trip.db"
    bench.took(bench.program(path, "sample", "add", "D2-3F-16213", "first", "--new-stall"))
    usual_s = bench.took(bench.program(path, "sample", "add", "16213", "second"))
    confirmed = {("A-001", "first"), ("A-002", "second")}

    attempts = bench.rounds(10)
    for attempt in range(attempts):
        process = bench.program(path, "sample", "add", "16213", f"cup {attempt}", "--price", 12.5)
        said = " ".join(bench.kill(process, 1.2 * usual_s, 0.4 * usual_s))
        if said:
            confirmed.add((json.loads(said)["data"]["number"], f"cup {attempt}"))
        else:
            assert process.returncode == -signal.SIGKILL
        found = [(sample.number, sample.taken.article) for sample in bench.samples(path)]
        assert confirmed <= set(found)
        # Each article once: an attempt logged its own or nothing.
        names = [article for _, article in found]
        assert len(set(names)) == len(names)
        assert set(names) <= {"first", "second", *(f"cup {one}" for one in range(attempt + 1))}
    bench.tell(attempts=attempts, confirmed=len(confirmed) - 2, found=len(found) - 2)


def test_taking_in_photos(tmp_path: Path, bench: Bench) -> None:
    camera = tmp_path / "camera"
    camera.mkdir()
    for number in range(1, PHOTOS + 1):
        segno.make(f"YW1:A-{number:03d}", micro=False).save(str(camera / f"{number}.png"), scale=8, border=4)
    originals = {hashlib.sha256(file.read_bytes()).hexdigest() for file in camera.iterdir()}
    usual_s = bench.took(bench.program(_home(tmp_path, "whole"), "sample", "photos", camera))

    attempts, confirmed, none, all_of_them = bench.rounds(6), 0, 0, 0
    for attempt in range(attempts):
        path = _home(tmp_path, str(attempt))
        said = bench.kill(bench.program(path, "sample", "photos", camera), 1.2 * usual_s, 0.4 * usual_s)
        confirmed += bool(said)
        found = _photos(path, bench)
        assert found in ([originals] if said else [set(), originals])
        none, all_of_them = none + (not found), all_of_them + bool(found)
        bench.took(bench.program(path, "sample", "photos", camera))
        assert _photos(path, bench) == originals
        kept = [file for file in (path.parent / "photos").iterdir() if not file.name.startswith(".")]
        assert {file.stem for file in kept} == originals
        assert {hashlib.sha256(file.read_bytes()).hexdigest() for file in kept} == originals
    bench.tell(attempts=attempts, confirmed=confirmed, found_none=none, found_all=all_of_them)


def _home(folder: Path, name: str) -> Path:
    home = folder / name
    home.mkdir()
    return home / "trip.db"


def _photos(path: Path, bench: Bench) -> set[str]:
    """The photos of all samples, each of one sample and once, once the doctor is content: he misses no original."""
    names = [photo for sample in bench.samples(path) for photo in sample.taken.photos]
    assert len(set(names)) == len(names)
    return set(names)
