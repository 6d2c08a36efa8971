"""What is left of an unexpected exception: a log file for the developers, a sentence for the user."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

from yiwutrip.domain.errors import TripError

MOST_BYTES = 1_000_000


def internal_error(error: BaseException, argv: list[str]) -> TripError:
    """Write the traceback where it can be found and say where."""
    # Which command it was helps; what was written in it is the user's and stays out of the log.
    told = " ".join(word for word in argv[:2] if word.isascii() and not word.startswith("-"))
    text = f"yiwutrip {told}\n" + "".join(traceback.format_exception(error))
    return TripError("internal", kind=type(error).__name__, log=_write_log(text) or "-")


def _write_log(text: str) -> Path | None:
    for folder in (_log_folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / "yiwutrip-error.log"
            _keep_short(path)
            with open(path, "a", encoding="utf-8", errors="replace", newline="\n", opener=_private) as file:
                file.write(text + "\n")
        except OSError:
            continue
        return path
    return None


def _keep_short(path: Path) -> None:
    """Begin anew where the log has grown too long; the last faults are the ones that are looked for."""
    if path.exists() and path.stat().st_size > MOST_BYTES:
        path.unlink()


def _private(path: str, flags: int) -> int:
    """Open for the owner alone: what went wrong may quote what was being worked on."""
    return os.open(path, flags, 0o600)


def _log_folder() -> Path:
    from platformdirs import user_log_path  # noqa: PLC0415  (only when something broke)

    return user_log_path("yiwutrip", appauthor=False)
