"""What `yiwutrip undo` shows: the action, and each field as it is again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.render.fields import HIDDEN, field_label, field_value
from yiwutrip.render.lines import Line, Page, Role, hints, line
from yiwutrip.render.plain_data import plain
from yiwutrip.render.values import clock
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.usecases.ports import Action

MOST_FIELDS = 12


def _data(action: Action) -> dict[str, object]:
    said: dict[str, object] = plain(action)
    said["details"] = {key: {"old": plain(old), "new": plain(new)} for key, (old, new) in action.details.items()}
    return said


def _lines(key: str, action: Action, page: Page) -> Iterator[Line]:
    when = f"{action.at.date().isoformat()} {clock(action.at)}"
    yield line(page.words(key, verb=action.verb, subject=action.subject, time=when))
    if all(old is None for old, _ in action.details.values()):
        # What is new goes as a whole; its subject has said what it is.
        return
    told = [(name, both) for name, both in action.details.items() if name not in HIDDEN and both[0] != both[1]]
    for name, (old, new) in told[:MOST_FIELDS]:
        was, now = (field_value(name, value, page.words) for value in (old, new))
        yield line(f"  {field_label(name, page.words)}  {now} → {was}", Role.DIM)


def _undo_lines(action: Action, page: Page) -> Iterator[Line]:
    yield from _lines("undo.done", action, page)
    yield from hints(page, "yiwutrip undo --dry-run")


def _dry_run_lines(action: Action, page: Page) -> Iterator[Line]:
    yield from _lines("undo.would", action, page)
    yield from hints(page, "yiwutrip undo")


UNDO: View[Action] = View("undo", _data, _undo_lines)
DRY_RUN: View[Action] = View("undo", _data, _dry_run_lines)
