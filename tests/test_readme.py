import re
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY


@pytest.mark.slow
def test_the_readme_shows_what_the_program_prints() -> None:
    script = REPOSITORY / "scripts" / "readme_output.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readme_has_sessions_to_hold() -> None:
    page = (REPOSITORY / "README.md").read_text(encoding="utf-8")

    assert len(re.findall(r"^\$ yiwutrip ", page, re.MULTILINE)) >= 5
