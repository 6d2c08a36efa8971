"""What every test may lean on: the shared cases where they are, and real programs where they are installed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# A shared machine is sometimes slow; how long an example takes says nothing about the rule it tries.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """Cases and benchmark instances that are not part of the project; a test that wants them skips without them."""
    named = os.environ.get("YIWUTRIP_SHARED")
    folder = Path(named) if named else REPOSITORY.parent / "shared"
    if not (folder / "cases").is_dir():
        pytest.skip("no shared/ folder with cases beside the project")
    return folder


@pytest.fixture(scope="session")
def program() -> Callable[..., str]:
    """
    Find an installed program by any of its names, or skip and say which is missing.

    With YIWUTRIP_REQUIRE_PROGRAMS=1 (CI) a missing program fails the test instead.
    """

    def find(*names: str) -> str:
        for name in names:
            found = shutil.which(name)
            if found:
                return found
        missing = f"not installed: {' or '.join(names)}"
        if os.environ.get("YIWUTRIP_REQUIRE_PROGRAMS") == "1":
            pytest.fail(missing)
        pytest.skip(missing)

    return find
