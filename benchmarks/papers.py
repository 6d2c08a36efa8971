"""
How long the manifest takes with thousands of photos, and how much memory.

    python benchmarks/papers.py [--samples 3000] [--megapixels 12] [--formats html,xlsx] [--stripped]

Makes a log with that many samples, each with a photo of its own (of a few real ones under many names, so that the
disk holds them), and writes the manifest twice for each format, as whole processes: first with no small pictures
kept, then with them. The photos hold the camera's own small picture, as a phone writes them; ``--stripped`` takes it
away, as some chat programs do. Prints wall and CPU seconds and the peak of memory, and what Pillow takes to decode so
many photos at an eighth of their size and nothing else. Goal: 10 s and 300 MB.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from PIL import Image

from phone_photo import with_small_picture
from yiwutrip.domain.sample import Quote, SampleTaken
from yiwutrip.storage.engine import Database

MOMENT = datetime(2021, 4, 16, 12, tzinfo=UTC)
DIFFERENT = 20
MEBI = 1024 * 1024


def photograph(seed: int, megapixels: float, *, stripped: bool) -> bytes:
    """Make a JPEG as busy as a phone's: broad colours under the noise of a sensor."""
    draw = np.random.default_rng(seed)
    width = round((megapixels * 1e6 * 4 / 3) ** 0.5)
    height = width * 3 // 4
    broad = Image.fromarray(draw.integers(0, 255, (height // 16, width // 16, 3), dtype=np.uint8))
    colours = np.asarray(broad.resize((width, height), Image.Resampling.BICUBIC), dtype=np.int16)
    noisy = np.clip(colours + draw.integers(-14, 14, (height, width, 1), dtype=np.int16), 0, 255)
    photo = Image.fromarray(noisy.astype(np.uint8))
    if not stripped:
        return with_small_picture(photo, photo.resize((160, 120), Image.Resampling.LANCZOS))
    out = BytesIO()
    photo.save(out, "JPEG", quality=88)
    return out.getvalue()


def decoding_alone(photo: Path, runs: int = 10) -> float:
    """CPU seconds that decoding one photo takes at the least: at an eighth of its size, from memory."""
    content = photo.read_bytes()
    began = time.process_time()
    for _ in range(runs):
        with Image.open(BytesIO(content)) as opened:
            opened.draft("RGB", (opened.width // 8, opened.height // 8))
            opened.load()
    return (time.process_time() - began) / runs


def make_log(folder: Path, count: int, megapixels: float, *, stripped: bool) -> Path:
    """Make the log and its photos; the path of the database."""
    real = folder / "real"
    photos = folder / "photos"
    real.mkdir()
    photos.mkdir()
    for seed in range(DIFFERENT):
        (real / f"{seed}.jpg").write_bytes(photograph(seed, megapixels, stripped=stripped))
    database = Database(folder / "trip.db", lambda: MOMENT)
    with database.write("sample add") as store:
        for number in range(count):
            name = hashlib.sha256(str(number).encode()).hexdigest()
            (photos / f"{name}.jpg").symlink_to(real / f"{number % DIFFERENT}.jpg")
            quote = Quote(price_fen=1250 + number, moq=50, carton_qty=24, carton_cm=(60, 40, 35))
            taken = SampleTaken(f"手绘马克杯 {number}", quote=quote, weight_g=420, size_cm=(12, 9, 10), photos=(name,))
            store.add_sample(None, taken, "A", MOMENT)
    database.close()
    return database.path


def tell_apart(kept: Path) -> None:
    """Let every small picture be a file of its own, as real ones are: equal ones stand in a workbook once."""
    for path in kept.iterdir():
        jpeg, name = path.read_bytes(), path.stem.encode()
        # A comment behind the start of the image (ITU-T T.81, B.2.4.5).
        path.write_bytes(jpeg[:2] + b"\xff\xfe" + (len(name) + 2).to_bytes(2, "big") + name + jpeg[2:])


def write_manifest(database: Path, format_: str, out: Path) -> tuple[float, float, float, int]:
    """Wall seconds, CPU seconds, peak mebibytes and bytes of one process."""
    command = [
        sys.executable,
        "-m",
        "yiwutrip",
        "manifest",
        "--format",
        format_,
        "--out",
        str(out),
        "--db",
        str(database),
    ]
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    size = (out / f"manifest.{format_}").stat().st_size
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How long the manifest takes with thousands of photos.")
    parser.add_argument("--samples", type=int, default=3000)
    parser.add_argument("--megapixels", type=float, default=12)
    parser.add_argument("--formats", default="html,xlsx", help="separated by commas")
    parser.add_argument("--stripped", action="store_true", help="photos without the camera's small picture")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In a process of its own: Linux counts a parent's memory as its child's peak.
        with get_context("spawn").Pool(1) as apart:
            database = apart.apply(
                make_log, (folder, options.samples, options.megapixels), {"stripped": options.stripped}
            )
            alone = apart.apply(decoding_alone, (folder / "real" / "0.jpg",))
        print(f"decoding {options.samples} photos and nothing else: {alone * options.samples:.1f} s CPU")
        print(f"{'format':8}{'pictures':>10}{'wall s':>8}{'CPU s':>8}{'peak MiB':>10}{'file MiB':>10}")
        for format_ in options.formats.split(","):
            for kept in folder.glob("photos-small*"):
                shutil.rmtree(kept)
            for pictures in ("made", "kept"):
                if pictures == "kept":
                    tell_apart(next(folder.glob("photos-small*")))
                wall, cpu, peak, size = write_manifest(database, format_, folder)
                print(f"{format_:8}{pictures:>10}{wall:8.1f}{cpu:8.1f}{peak:10.0f}{size / MEBI:10.1f}", flush=True)


if __name__ == "__main__":
    main()
