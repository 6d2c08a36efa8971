"""A database in a folder of its own, and a clock that a test sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from yiwutrip.storage.engine import Database


@dataclass
class Clock:
    """Goes on by a second with each look."""

    at: datetime = datetime(2021, 4, 14, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database for tests of many examples; each rehearses and leaves nothing."""
    opened = Database(tmp_path_factory.mktemp("lasting") / "trip.db", Clock())
    yield opened
    opened.close()


@pytest.fixture
def database(tmp_path: Path, clock: Clock) -> Iterator[Database]:
    opened = Database(tmp_path / "trip.db", clock)
    yield opened
    opened.close()
