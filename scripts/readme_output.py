"""
Run the commands that README.md shows and put in what they print, or say where it shows something else.

    python scripts/readme_output.py            write README.md anew
    python scripts/readme_output.py --check    change nothing; exit 1 where the page and the program differ

Every fenced block that begins with ``console`` is a session: lines that begin with ``$ yiwutrip`` are run in order, in
one empty folder with one database, and the lines below each are its output. The clock, the language, the width and the
search's iterations are fixed, so that the same commands print the same on every machine.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
README = REPOSITORY / "README.md"
BLOCK = re.compile(r"(?P<open>^```console(?P<env>[^\n]*)\n)(?P<body>.*?)(?P<close>^```$)", re.MULTILINE | re.DOTALL)
PROMPT = "$ "
# How long something took is real, and different each time.
DURATION = re.compile(r"\d+\.\d (s\b|秒)")


def environment(folder: Path, settings: str) -> dict[str, str]:
    """Fixed surroundings; ``settings`` after ``console`` in the fence (``lang=zh width=60``) change two of them."""
    given = dict(pair.split("=", 1) for pair in settings.split())
    return {
        **os.environ,
        "PYTHONIOENCODING": "utf-8",
        "NO_COLOR": "1",
        "COLUMNS": given.get("width", "80"),
        "YIWUTRIP_LANG": given.get("lang", "en"),
        "YIWUTRIP_DB": str(folder / "trip.db"),
        "YIWUTRIP_NOW": "2021-04-14T09:40:00+08:00",
    }


def output_of(command: str, folder: Path, surroundings: dict[str, str]) -> str:
    """Both streams of one command, as a terminal would show them."""
    words = shlex.split(command)
    program = [sys.executable, "-m", "yiwutrip", *words[1:]]
    done = subprocess.run(
        program, cwd=folder, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    text = done.stdout.decode("utf-8").replace(str(folder) + os.sep, "")
    return "\n".join(line.rstrip() for line in text.rstrip().splitlines())


def rewritten(page: str) -> str:
    """The page with what its commands really print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        shutil.copytree(REPOSITORY / "data", folder / "data")

        def session(block: re.Match[str]) -> str:
            surroundings = environment(folder, block["env"])
            commands = [line for line in block["body"].splitlines() if line.startswith(PROMPT)]
            parts = [f"{line}\n{output_of(line.removeprefix(PROMPT), folder, surroundings)}" for line in commands]
            return block["open"] + "\n\n".join(parts) + "\n" + block["close"]

        return BLOCK.sub(session, page)


def main() -> int:
    """Write, or check and print the difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    page = README.read_text(encoding="utf-8")
    real = rewritten(page)
    if not check:
        README.write_text(real, encoding="utf-8", newline="\n")
        return 0
    shown, printed = (DURATION.sub("0.0 s", text).splitlines() for text in (page, real))
    difference = difflib.unified_diff(shown, printed, "README.md", "what it prints", lineterm="")
    text = "\n".join(difference)
    print(text)
    return 1 if text else 0


if __name__ == "__main__":
    sys.exit(main())
