"""What `yiwutrip undo` shows: the action, and each field as it is again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.render.lines import Line, Page, Role, hints, line
from yiwutrip.render.plain_data import plain
from yiwutrip.render.values import clock, yuan
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.usecases.ports import Action

MOST_FIELDS = 12
FIELDS = frozenset(
    {
        "article",
        "stall",
        "price_fen",
        "moq",
        "carton_qty",
        "carton_cm",
        "weight_g",
        "fee_fen",
        "deposit_fen",
        "return_by",
        "status",
        "fragile",
        "pieces",
        "box",
        "note",
        "material",
    }
)
"""What people change most and know by a name; the rest is told by its key."""


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
    for name, (old, new) in list(action.details.items())[:MOST_FIELDS]:
        label = page.words(f"undo.field-{name}") if name in FIELDS else name
        yield line(f"  {label}  {_short(name, new)} → {_short(name, old)}", Role.DIM)


def _short(name: str, value: object) -> str:
    if value is None:
        return "-"
    text = yuan(value) if name.endswith("_fen") and isinstance(value, int) else str(plain(value))
    return text if len(text) <= 40 else text[:40] + "…"


def _undo_lines(action: Action, page: Page) -> Iterator[Line]:
    yield from _lines("undo.done", action, page)
    yield from hints(page, "yiwutrip undo --dry-run")


def _dry_run_lines(action: Action, page: Page) -> Iterator[Line]:
    yield from _lines("undo.would", action, page)
    yield from hints(page, "yiwutrip undo")


UNDO: View[Action] = View("undo", _data, _undo_lines)
DRY_RUN: View[Action] = View("undo", _data, _dry_run_lines)
