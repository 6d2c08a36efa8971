"""Ctrl-C that ends a search and keeps what it has found."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def enough_at_ctrl_c() -> Iterator[threading.Event]:
    """
    Set at the first Ctrl-C; the second is an interruption like any other.

    Signals reach the main thread alone; elsewhere nothing changes.
    """
    enough = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield enough
        return

    def note(*_: object) -> None:
        if enough.is_set():
            raise KeyboardInterrupt
        enough.set()

    before = signal.signal(signal.SIGINT, note)
    try:
        yield enough
    finally:
        signal.signal(signal.SIGINT, before)
