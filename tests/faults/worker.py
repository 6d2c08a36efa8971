"""
A process to be killed: does one kind of work on a database and says on stdout what is confirmed, line by line.

    python worker.py add DB LETTER COUNT [BYTES]
    python worker.py add-for DB LETTER SECONDS
    python worker.py import DB ROWS
    python worker.py merge DB OTHER
    python worker.py restore DB COPY
    python worker.py open DB
    python worker.py read DB

An error ends it with the error's code on the last line.
"""

import contextlib
import io
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.errors import StoreError
from yiwutrip.domain.sample import SampleTaken
from yiwutrip.domain.stall import Stall
from yiwutrip.storage.engine import Database
from yiwutrip.storage.other import other_database
from yiwutrip.storage.upkeep import DatabaseUpkeep


def now() -> datetime:
    return datetime(2021, 4, 14, 1, 0, tzinfo=UTC)


def say(text: object) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def add(database: Database, letter: str, count: str, size: str = "1") -> None:
    for _ in range(int(count)):
        add_one(database, letter, int(size))


def add_for(database: Database, letter: str, seconds: str) -> None:
    end = time.monotonic() + float(seconds)
    while time.monotonic() < end:
        add_one(database, letter, 1)


def add_one(database: Database, letter: str, size: int) -> None:
    with database.write("sample add") as store:
        number = store.add_sample(None, SampleTaken("杯", note="注" * size), letter, now()).number
    say(number)


def load(database: Database, rows: str) -> None:
    say("go")
    stalls = (
        Stall(f"D2-3F-{booth:06d}", Address(District.D2, 3, booth=f"{booth:06d}"), f"示范{booth}")
        for booth in range(int(rows))
    )
    with database.write("stall import") as store:
        counts = store.import_stalls(stalls, "list.csv")
    say(counts.rows)


def merge(database: Database, other: str) -> None:
    say("go")
    with (
        other_database(Path(other), database.path, now) as theirs,
        database.write("merge") as store,
        theirs.read() as there,
    ):
        store.merge(there)
    say("merged")


def restore(database: Database, source: str) -> None:
    say("go")
    DatabaseUpkeep(database, now).restore(Path(source))
    say("restored")


def read(database: Database) -> None:
    with database.read() as store:
        say(len(store.samples()))


def become_nobody() -> None:
    """Give up root's rights; first all is imported that the work will need, for Python may be closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "trip.db", now)
        add(database, "A", "1")
        read(database)
        database.close()
    os.setuid(int(os.environ["YIWUTRIP_WORKER_UID"]))


def main() -> None:
    if "YIWUTRIP_WORKER_UID" in os.environ:
        with contextlib.redirect_stdout(io.StringIO()):
            become_nobody()
    work, path, *rest = sys.argv[1:]
    database = Database(path, now)
    try:
        if work == "add":
            add(database, *rest)
        elif work == "add-for":
            add_for(database, *rest)
        elif work == "import":
            load(database, *rest)
        elif work == "merge":
            merge(database, *rest)
        elif work == "restore":
            restore(database, *rest)
        else:
            say("go")
            read(database)
    except StoreError as error:
        say(error.code)
    finally:
        database.close()


if __name__ == "__main__":
    main()
