"""What `yiwutrip merge` and `yiwutrip conflict` show."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.render.cells import wrap
from yiwutrip.render.fields import field_label, field_value
from yiwutrip.render.lines import Line, Page, Role, hints, line
from yiwutrip.render.plain_data import plain
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwutrip.usecases.ports import Conflict, MergeResult


WOULD = "merge.would"
_NUMBER = 5
"""Cells before a conflict's sentence: its number, and a gap."""


def _data(result: MergeResult) -> dict[str, object]:
    counts = {"added": result.added, "updated": result.updated, "same": result.same}
    return {**counts, "conflicts": _conflicts_data(result.conflicts)}


def _conflicts_data(conflicts: Sequence[Conflict]) -> list[dict[str, object]]:
    """A conflict's ``number`` is the sample's; of what is no sample, what names it."""
    return [
        {
            "number": one.name,
            "kind": one.kind,
            "field": one.field,
            "ours": plain(one.ours),
            "theirs": plain(one.theirs),
            "shown": plain(one.shown),
        }
        for one in conflicts
    ]


def _lines(key: str, result: MergeResult, page: Page) -> Iterator[Line]:
    if result.added or result.updated:
        yield line(page.words(key, added=result.added, updated=result.updated, same=result.same))
    else:
        yield line(page.words("merge.nothing-new", same=result.same))
    if result.conflicts:
        yield from _conflict_lines(result.conflicts, page)
    else:
        yield from hints(page, *_next_steps(key, result))


def _next_steps(key: str, result: MergeResult) -> tuple[str, ...]:
    if not (result.added or result.updated):
        return ("yiwutrip sample list",)
    return ("yiwutrip merge OTHER.db",) if key == WOULD else ("yiwutrip sample list", "yiwutrip undo --dry-run")


def _conflict_lines(conflicts: Sequence[Conflict], page: Page) -> Iterator[Line]:
    if not conflicts:
        yield line(page.words("merge.no-conflicts"), Role.GOOD)
        return
    yield line(page.words("merge.conflicts", count=len(conflicts)), Role.WARN)
    for number, conflict in enumerate(conflicts, start=1):
        for at, text in enumerate(wrap(_sentence(conflict, page), page.room - _NUMBER)):
            yield line(f"{'' if at else number:>{_NUMBER - 2}}  {text}")
    yield from hints(page, "yiwutrip conflict choose 1 theirs")


def _sentence(conflict: Conflict, page: Page) -> str:
    words = page.words
    kind = words(f"merge.kind-{conflict.kind}")
    if conflict.field == "deleted":
        return words("merge.deleted", kind=kind, name=conflict.name)
    ours, theirs = _sides(conflict, page)
    if conflict.field == "number":
        return words("merge.number", name=conflict.name, ours=ours, theirs=theirs)
    field = field_label(conflict.field, words, conflict.kind)
    text = words("merge.conflict", kind=kind, name=conflict.name, field=field, ours=ours, theirs=theirs)
    return text if conflict.shown == conflict.ours else text + words("merge.not-shown")


def _sides(conflict: Conflict, page: Page) -> tuple[str, str]:
    """The two values, told so that they can be told apart."""
    ours, theirs = conflict.ours, conflict.theirs
    if isinstance(ours, str) and isinstance(theirs, str):
        # Two files of one trip begin alike: of long texts only the lines in which they differ.
        here, there = ours.splitlines(), theirs.splitlines()
        if max(len(here), len(there)) > 1:
            ours, theirs = _lines_beyond(here, there), _lines_beyond(there, here)
    said = [field_value(conflict.field, value, page.words) for value in (ours, theirs)]
    if said[0] == said[1]:
        said = [_exactly(value) for value in (conflict.ours, conflict.theirs)]
    return said[0], said[1]


def _exactly(value: object) -> str:
    """Two plans of one minute are told apart by the second."""
    return f"{value.astimezone(MARKET_ZONE):%Y-%m-%d %H:%M:%S.%f}" if isinstance(value, datetime) else str(plain(value))


def _lines_beyond(lines: list[str], others: list[str]) -> str:
    known = set(others)
    return " / ".join(text.strip() for text in lines if text.strip() and text not in known) or "-"


def _list_data(conflicts: list[Conflict]) -> dict[str, object]:
    return {"conflicts": _conflicts_data(conflicts)}


def _settled_data(conflict: Conflict) -> dict[str, object]:
    return {"settled": _conflicts_data([conflict])[0]}


def _settled_lines(conflict: Conflict, page: Page) -> Iterator[Line]:
    yield line(page.words("merge.settled", name=conflict.name, field=_settled_field(conflict, page)))
    yield from hints(page, "yiwutrip conflict list", "yiwutrip undo")


def _settled_field(conflict: Conflict, page: Page) -> str:
    if conflict.field == "deleted":
        return page.words("merge.whether-deleted")
    return field_label(conflict.field, page.words, conflict.kind)


MERGE: View[MergeResult] = View("merge", _data, partial(_lines, "merge.done"))
DRY_RUN: View[MergeResult] = View("merge", _data, partial(_lines, WOULD))
CONFLICTS: View[list[Conflict]] = View("conflict list", _list_data, _conflict_lines)
SETTLED: View[Conflict] = View("conflict choose", _settled_data, _settled_lines)
