"""
An evening with a hundred samples, in a real terminal: how many seconds a sample takes.

    python benchmarks/sitting.py [--keys-per-second 8] [--columns 100]

Needs tmux. Somebody types 40 notes into `sample log`, pastes a chat of 30 notes into `sample note --file`, and has
taken 30 photos of samples with labels of `labels --blank` on them, which `sample photos` sorts. The keys are struck one
after the other; every doubt is answered with y. Stalls are the catalogue's; articles, prices and the chat are made up
here. At the end the log has to hold the hundred, and the doctor has to be content.

Prints for each way the samples, the seconds a sample, and how many of these were spent waiting for the program: from
the last key to the next prompt.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import segno
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

REPOSITORY = Path(__file__).resolve().parent.parent
TYPED, PASTED, TAKEN = 40, 30, 30
ARTICLES = ["汝窑茶杯", "盖碗", "茶漏", "公道杯", "茶荷", "建盏", "闻香杯", "茶叶罐", "壶承", "茶巾"]
QUOTES = (
    "{price}块5 起订{moq}",
    "¥{price}/个 MOQ {moq} 装箱48个",
    "{price}.8一个 {moq}个起批 一箱36 箱规60*40*35 毛重18kg",
    "{price}元/个 起订{moq} 押金20",
    "{price}.5 起订{moq}",
)
"""The last is doubted: a number without a word beside it."""


@dataclass(frozen=True, slots=True)
class Timed:
    """So many samples in so many seconds, of which so many were spent waiting."""

    way: str
    samples: int
    seconds: float
    waited_s: float

    def __str__(self) -> str:
        """Say it in one line."""
        each, waited = self.seconds / self.samples, self.waited_s / self.samples
        return f"{self.way:22} {self.samples:4} samples {each:6.2f} s a sample, {waited:5.2f} s of it waiting"


class Terminal:
    """A window of tmux with a shell in it, on a server of its own."""

    def __init__(self, folder: Path, columns: int, keys_per_second: float) -> None:
        self._socket = folder / "tmux"
        self._pause_s = 1 / keys_per_second
        self.waited_s = 0.0
        shell = {"PS1": "done> ", "YIWUTRIP_LANG": "zh", "YIWUTRIP_NOW": "2021-04-14T21:00", "PYTHONUTF8": "1"}
        shell["PYTHONPATH"] = str(REPOSITORY / "src")
        shell["YIWUTRIP_DB"] = str(folder / "trip.db")
        variables = [f"{name}={shlex.quote(value)}" for name, value in shell.items()]
        command = f"cd {shlex.quote(str(folder))} && env {' '.join(variables)} bash --norc --noprofile"
        self._tmux("-u", "new-session", "-d", "-x", str(columns), "-y", "200", command)
        self.wait_for(r"done> $")

    def close(self) -> None:
        """Close the window and its server."""
        self._tmux("kill-server")

    def type(self, text: str, then: str) -> str:
        """Strike the keys of a line one by one, and wait for what comes of it; the end of the screen by then."""
        for key in text:
            # tmux ends a command at a semicolon.
            self._tmux("send-keys", "-l", key.replace(";", "\\;"))
            time.sleep(self._pause_s)
        self._tmux("clear-history")
        self._tmux("send-keys", "Enter")
        begin = time.perf_counter()
        end = self.wait_for(then)
        self.waited_s += time.perf_counter() - begin
        return end

    def wait_for(self, pattern: str) -> str:
        """Look at the screen until its end is like this; the end."""
        until = time.monotonic() + 120
        while time.monotonic() < until:
            screen = self._tmux("capture-pane", "-p", "-J").rstrip("\n")
            if found := re.search(pattern, screen):
                return found.group()
            time.sleep(0.02)
        raise SystemExit(f"the terminal does not come to {pattern!r}:\n{screen}")

    def _tmux(self, *words: str) -> str:
        command = ["tmux", "-S", str(self._socket), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def program(folder: Path, *words: object) -> str:
    """Run yiwutrip to its end; what it says."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src"), "YIWUTRIP_DB": str(folder / "trip.db")}
    command = [sys.executable, "-m", "yiwutrip", *map(str, words)]
    return subprocess.run(
        command, check=True, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def notes(dice: random.Random, stalls: list[str], count: int) -> list[str]:
    """Notes as they are jotted down: booth, article, quote."""
    return [
        f"{dice.choice(stalls)} {dice.choice(ARTICLES)}"
        f" {QUOTES[number % len(QUOTES)].format(price=dice.randrange(2, 60), moq=dice.choice((50, 100, 200)))}"
        for number in range(count)
    ]


def type_notes(terminal: Terminal, lines: list[str]) -> None:
    """Log each line at the prompt; what is doubted is shown, and stored after a y."""
    terminal.type("yt sample log", r"第 1 款> ?$")
    for number, text in enumerate(lines, start=2):
        asked = terminal.type(text, rf"第 {number} 款> ?$|\[y\] ?$")
        if "[y]" in asked:
            terminal.type("y", rf"第 {number} 款> ?$")
    terminal.type("q", r"done> $")


def paste_chat(terminal: Terminal, folder: Path, lines: list[str]) -> None:
    """Save a chat of two and log it."""
    messages = [
        f"{'一均' if number % 2 else '潇艺'} {10 + number // 12}:{number % 12 * 5:02}\n{text}\n"
        for number, text in enumerate(lines)
    ]
    (folder / "chat.txt").write_text("\n".join(messages), encoding="utf-8")
    terminal.type("yt sample note --file chat.txt", r"\[y\] ?$")
    terminal.type("y", r"done> $")


def take_photos(folder: Path, count: int) -> None:
    """Pictures of 12 megapixels with a label each, as a phone takes them, one every three minutes."""
    program(folder, "labels", "--blank", count)
    page = next(folder.glob("labels-*.html")).read_text(encoding="utf-8")
    numbers = list(dict.fromkeys(re.findall(r"[A-Z]-\d{3,}", page)))[:count]
    camera = folder / "camera"
    camera.mkdir()
    grain = Image.effect_noise((1000, 750), 60).convert("RGB")
    for number, label in enumerate(numbers):
        code = BytesIO()
        segno.make(f"YW1:{label}", micro=False).save(code, kind="png", scale=18, border=4)
        picture = grain.resize((4000, 3000))
        picture.paste(Image.open(code).convert("RGB").rotate(7, fillcolor="white", expand=True), (1400, 1100))
        at = datetime(2021, 4, 14, 14, 0) + timedelta(minutes=3 * number)  # noqa: DTZ001  # cameras know no zone
        exif = Image.Exif()
        exif[0x0132] = f"{at:%Y:%m:%d %H:%M:%S}"
        picture.save(camera / f"IMG_{number:04}.jpg", quality=85, exif=exif)


def timed(terminal: Terminal, way: str, samples: int, work: Callable[[], object]) -> Timed:
    """Do it, and take the time."""
    begin, before_s = time.perf_counter(), terminal.waited_s
    work()
    return Timed(way, samples, time.perf_counter() - begin, terminal.waited_s - before_s)


def sit(folder: Path, options: argparse.Namespace) -> list[Timed]:
    """One sitting from the first note to the last photo."""
    dice = random.Random(options.seed)
    program(folder, "stall", "import", REPOSITORY / "data" / "stalls.csv")
    program(folder, "trip", "load", REPOSITORY / "data" / "trip.toml")
    listed = json.loads(program(folder, "stall", "find", "--district", "D2", "--limit", "60", "--json"))
    stalls = [one["code"] for one in listed["data"]["stalls"]]
    take_photos(folder, TAKEN)
    terminal = Terminal(folder, options.columns, options.keys_per_second)
    try:
        terminal.type(f"alias yt='{sys.executable} -m yiwutrip'", r"done> $")
        typed, pasted = notes(dice, stalls, TYPED), notes(dice, stalls, PASTED)
        return [
            timed(terminal, "sample log", TYPED, lambda: type_notes(terminal, typed)),
            timed(terminal, "sample note --file", PASTED, lambda: paste_chat(terminal, folder, pasted)),
            timed(terminal, "sample photos", TAKEN, lambda: terminal.type("yt sample photos camera", r"done> $")),
        ]
    finally:
        terminal.close()


def main() -> None:
    """Print a line a way and one for the whole sitting."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys-per-second", type=float, default=8)
    parser.add_argument("--columns", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ways = sit(folder, options)
        samples = json.loads(program(folder, "sample", "list", "--json"))["data"]["samples"]
        program(folder, "db", "doctor")
    for way in ways:
        print(way)
    whole = Timed("all", len(samples), sum(w.seconds for w in ways), sum(w.waited_s for w in ways))
    print(whole)
    if len({one["number"] for one in samples}) != TYPED + PASTED + TAKEN:
        sys.exit(f"{len(samples)} samples in the log instead of {TYPED + PASTED + TAKEN}")


if __name__ == "__main__":
    main()
