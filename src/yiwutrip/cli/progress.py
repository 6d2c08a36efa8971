"""How far long work has come, on one line of a terminal's stderr."""

from __future__ import annotations

import time
from typing import TextIO

from yiwutrip.cli.helptext import page_width
from yiwutrip.render.cells import cut

BAR_CELLS = 20
EVERY_S = 0.1


class ProgressLine:
    """Rewrites one line; clears it when done. Whoever prints something else before that clears it first."""

    def __init__(self, label: str, stream: TextIO) -> None:
        self._label = label
        self._stream = stream
        self._last = 0.0
        self._shown = False

    def __call__(self, done: float, total: float | None = None, note: str = "") -> None:
        """Say it, at most ten times a second."""
        finished = total is not None and done >= total
        moment = time.monotonic()
        if moment - self._last < EVERY_S and not finished:
            return
        self._last = moment
        self.clear()
        if not finished:
            self._stream.write(self._text(done, total, note))
            self._stream.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the line away, as where work was interrupted."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False

    def _text(self, done: float, total: float | None, note: str) -> str:
        # A line that reached the edge would go on below, where it cannot be rewritten.
        room = page_width() - 1
        if total:
            full = min(BAR_CELLS, int(BAR_CELLS * done / total))
            counted = note or f"{done:.0f} / {total:.0f}"
            return cut(f"{self._label}  {'█' * full}{'─' * (BAR_CELLS - full)}  {counted}", room)
        return cut(f"{self._label}  {done:.0f}  {note}", room)


def silent(done: float, total: float | None = None, note: str = "") -> None:
    """Say nothing."""
