"""How far long work has come, on one line of a terminal's stderr."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TextIO

from yiwutrip.render.cells import cut

if TYPE_CHECKING:
    from yiwutrip.usecases.ports import Progress

BAR_CELLS = 20
EVERY_S = 0.1


class ProgressLine:
    """Rewrites one line; clears it when done."""

    def __init__(self, label: str, stream: TextIO) -> None:
        self._label = label
        self._stream = stream
        self._last = 0.0

    def __call__(self, done: float, total: float | None = None, note: str = "") -> None:
        """Say it, at most ten times a second."""
        finished = total is not None and done >= total
        moment = time.monotonic()
        if moment - self._last < EVERY_S and not finished:
            return
        self._last = moment
        self._stream.write("\r\x1b[K" if finished else f"\r\x1b[K{self._text(done, total, note)}")
        self._stream.flush()

    def _text(self, done: float, total: float | None, note: str) -> str:
        if total:
            full = min(BAR_CELLS, int(BAR_CELLS * done / total))
            return cut(f"{self._label}  {'█' * full}{'─' * (BAR_CELLS - full)}  {note}", 78)
        return cut(f"{self._label}  {done:.0f}  {note}", 78)


def make_progress(label: str, stream: TextIO, *, quiet: bool) -> Progress:
    """A line where somebody watches, nothing where nobody does."""
    if quiet or not stream.isatty():
        return _silent
    return ProgressLine(label, stream)


def _silent(done: float, total: float | None = None, note: str = "") -> None:
    """Say nothing."""
