"""
The program itself, killed with signal 9 at random moments while it loads a newer list over an older one.

The long form: ``YIWUTRIP_FAULTS=10 pytest -s tests/faults/test_killed_program.py`` kills it a hundred times.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.bench import Bench

pytestmark = pytest.mark.slow
OLD_ROWS, NEW_ROWS = 2_000, 3_000


def write_list(path: Path, rows: int, moq: int) -> Path:
    lines = [f"D2,3,{10_000 + row},示范{row},{moq}\n" for row in range(rows)]
    path.write_text("district,floor,booth,name_zh,moq\n" + "".join(lines), encoding="utf-8")
    return path


def state(database: Path) -> tuple[int, int, int]:
    """Stalls, imports, and stalls with the newer list's minimum."""
    with closing(sqlite3.connect(database)) as raw:
        stalls, newer = raw.execute("SELECT count(*), count(*) FILTER (WHERE moq = 20) FROM stalls").fetchone()
        imports = raw.execute("SELECT count(*) FROM imports").fetchone()[0]
    return stalls, imports, newer


def test_a_newer_list_is_in_whole_or_not_at_all(tmp_path: Path, bench: Bench) -> None:
    old = write_list(tmp_path / "old.csv", OLD_ROWS, 10)
    new = write_list(tmp_path / "new.csv", NEW_ROWS, 20)
    base = tmp_path / "base.db"
    bench.took(bench.program(base, "stall", "import", old))
    before, after = (OLD_ROWS, 1, 0), (NEW_ROWS, 2, NEW_ROWS)
    shutil.copy(base, tmp_path / "whole.db")
    usual_s = bench.took(bench.program(tmp_path / "whole.db", "stall", "import", new))

    attempts, none, all_of_it = bench.rounds(10), 0, 0
    for attempt in range(attempts):
        database = tmp_path / f"{attempt}.db"
        shutil.copy(base, database)
        bench.kill(bench.program(database, "stall", "import", new), 1.1 * usual_s, 0.2 * usual_s)
        bench.check(database)
        found = state(database)
        assert found in {before, after}
        none, all_of_it = none + (found == before), all_of_it + (found == after)
        bench.took(bench.program(database, "stall", "import", new))
        assert state(database)[::2] == after[::2]
        database.unlink()
    bench.tell(attempts=attempts, before=none, after=all_of_it)
