"""docs/cli.md is what the commands say of themselves."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent


def test_the_command_reference_is_not_stale() -> None:
    script = REPOSITORY / "scripts" / "make_cli_docs.py"

    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
