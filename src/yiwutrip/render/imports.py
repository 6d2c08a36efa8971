"""What `yiwutrip import` shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.render.cells import wrap
from yiwutrip.render.lines import Line, Page, hints, line
from yiwutrip.render.plain_data import plain
from yiwutrip.render.table import Column, table
from yiwutrip.render.values import clock
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.usecases.ports import ImportRecord, ImportUndone


def _list_data(records: tuple[ImportRecord, ...]) -> dict[str, object]:
    return {"imports": [_record_data(record) for record in records]}


def _record_data(record: ImportRecord) -> dict[str, object]:
    said: dict[str, object] = plain(record)
    counts = said.pop("counts")
    assert isinstance(counts, dict)
    return {"import": counts.pop("number"), **counts, **said}


def _list_lines(records: tuple[ImportRecord, ...], page: Page) -> Iterator[Line]:
    words = page.words
    if not records:
        yield line(words("imports.none"))
        yield from hints(page, "yiwutrip stall import FILE")
        return
    numbers = ("added", "updated", "unchanged", "refused")
    columns = [
        Column(words("imports.number"), right=True),
        Column(words("imports.at")),
        *(Column(words(f"imports.{name}"), right=True) for name in numbers),
        Column(words("imports.source"), fixed=False),
    ]
    rows = []
    for record in records:
        counts = [str(getattr(record.counts, name)) for name in numbers]
        source = words("imports.source-undone", source=record.source) if record.undone else record.source
        when = f"{record.at.date().isoformat()} {clock(record.at)}"
        rows.append([str(record.counts.number), when, *counts, source])
    yield from table(columns, rows, page)
    in_force = [record.counts.number for record in records if not record.undone]
    yield from hints(page, f"yiwutrip import undo {in_force[-1]}" if in_force else "yiwutrip stall import FILE")


def _undo_data(undone: ImportUndone) -> dict[str, object]:
    return {"import": undone.number, "removed": undone.removed, "restored": undone.restored, "kept": list(undone.kept)}


def _undo_lines(undone: ImportUndone, page: Page) -> Iterator[Line]:
    words = page.words
    yield line(words("imports.undone", number=undone.number, removed=undone.removed, restored=undone.restored))
    if undone.kept:
        yield line(words("imports.kept", count=len(undone.kept)))
        for text in wrap("  ".join(undone.kept), page.room - 2):
            yield line(f"  {text}")
    yield from hints(page, "yiwutrip import list")


LIST: View[tuple[ImportRecord, ...]] = View("import list", _list_data, _list_lines)
UNDO: View[ImportUndone] = View("import undo", _undo_data, _undo_lines)
