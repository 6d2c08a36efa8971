"""What `yiwutrip sample log` shows: each sample once it is stored, and the whole evening at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.render.lines import Line, Page, Role, hints, line
from yiwutrip.render.problems import problem_lines
from yiwutrip.render.sample_note import note_data, note_lines
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwutrip.render.sample_note import NotesShown


@dataclass(frozen=True, slots=True)
class Evening:
    """Everything that was stored at the prompt, line by line; ``total`` counts the trip's samples by now."""

    stored: Sequence[NotesShown]
    total: int
    interrupted: bool = False


def stored_lines(shown: NotesShown, total: int, page: Page) -> Iterator[Line]:
    """The samples of one line, and the running count."""
    for read, logged in zip(shown.readings, shown.logged.samples, strict=True):
        yield from note_lines(read, logged, shown, page)
    yield from problem_lines(shown.logged.problems, page)
    yield line(page.words("sample.count", count=total), Role.DIM)


def _data(evening: Evening) -> dict[str, object]:
    samples = [
        note_data(read, logged, stored=True)
        for shown in evening.stored
        for read, logged in zip(shown.readings, shown.logged.samples, strict=True)
    ]
    return {"samples": samples, "total": evening.total}


def _lines(evening: Evening, page: Page) -> Iterator[Line]:
    key = "log.interrupted" if evening.interrupted else "log.done"
    count = sum(len(shown.readings) for shown in evening.stored)
    yield line(page.words(key, count=count, total=evening.total), Role.BOLD)
    yield from hints(page, "yiwutrip sample missing", "yiwutrip sample list")


LOG: View[Evening] = View("sample log", _data, _lines)
