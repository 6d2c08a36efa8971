"""A line typed at a terminal, with Tab and the arrow keys where the system's Python has readline."""

from __future__ import annotations

import select
import sys
from typing import TYPE_CHECKING

from yiwutrip.cli.ask import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def typed(prompt: str) -> str:
    """
    One line.

    Raises:
        EOFError: the input is at its end, or the terminal has gone.

    """
    try:
        # input() edits and completes, but only where both ends are the terminal; elsewhere results go into a pipe.
        return input(prompt).strip() if sys.stdout.isatty() else ask(prompt.rstrip())
    except OSError:
        raise EOFError from None


def more_waits() -> bool:
    """Whether something was typed or pasted already that nobody has read; where that cannot be known, no."""
    try:
        return bool(select.select([sys.stdin], [], [], 0.05)[0])
    except (OSError, ValueError):
        return False


def complete_with(candidates: Callable[[str], Sequence[str]]) -> None:
    """Let Tab complete the word at the cursor; without readline (Windows) Tab stays Tab."""
    try:
        import readline  # noqa: PLC0415  (not everywhere)
    except ImportError:
        return
    found: list[str] = []

    def complete(word: str, state: int) -> str | None:
        if state == 0:
            found[:] = candidates(word) if word else []
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims(" \t\n")
    # macOS has libedit under the same name, with other words for the same key.
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
