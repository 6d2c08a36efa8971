"""The bench on which faults are made."""

import pytest

from tests.faults.bench import Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()
