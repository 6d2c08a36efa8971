"""What is said of files that were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.render.lines import Line, Page, hints, line, paths
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """Files, and how many things are in them."""

    files: tuple[Path, ...]
    count: int


def written_view(command: str, key: str, if_none: str = "") -> View[Written]:
    """A view of one command; the sentence of ``key`` takes ``count``; ``if_none`` is what to do where that is none."""

    def data(written: Written) -> dict[str, object]:
        return {"files": [str(path) for path in written.files], "count": written.count}

    def lines(written: Written, page: Page) -> Iterator[Line]:
        yield line(page.words(key, count=written.count))
        yield from paths(written.files)
        if if_none and not written.count:
            yield from hints(page, if_none)

    return View(command, data, lines)
