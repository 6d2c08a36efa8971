"""Tables without vertical lines, aligned by cells, that lose no cell of an address on a narrow terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.render.cells import cell_len, pad, wrap
from yiwutrip.render.lines import Line, Page, Role, line, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column.

    Attributes:
        right: numbers stand at its right edge.
        fixed: never narrower than its widest cell; the others share what is left and wrap.

    """

    title: str
    right: bool = False
    fixed: bool = True


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], page: Page, widths: Sequence[int] | None = None
) -> Iterator[Line]:
    """
    Heads, a rule, and each row on as many lines as its longest cell needs.

    ``widths`` are given where several tables stand below one another, that their columns do too.
    """
    widths = widths or column_widths(columns, rows, page)
    if sum(widths) + GAP * (len(columns) - 1) > page.room:
        yield from _below_one_another(columns, rows, page)
        return
    yield line(_join(columns, [column.title for column in columns], widths), Role.DIM)
    yield rule(page)
    for row in rows:
        cells = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
        for index in range(max(map(len, cells))):
            parts = [lines[index] if index < len(lines) else "" for lines in cells]
            yield line(_join(columns, parts, widths))


def _below_one_another(columns: Sequence[Column], rows: Sequence[Sequence[str]], page: Page) -> Iterator[Line]:
    """Where the page is too narrow for columns: the first cell, and below it the others behind their titles."""
    for first, *others in rows:
        yield line(first, Role.BOLD)
        for column, text in zip(columns[1:], others, strict=True):
            for part in wrap(f"{column.title} {text}".strip(), page.room - GAP) if text else ():
                yield line(" " * GAP + part)


def _join(columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [pad(text, width, right=column.right) for column, text, width in zip(columns, cells, widths, strict=True)]
    return (" " * GAP).join(padded)


def column_widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], page: Page) -> list[int]:
    """Each as broad as its broadest cell; where that is too much for the page, those that may give do."""
    widest = [max([cell_len(column.title), *(cell_len(row[i]) for row in rows)]) for i, column in enumerate(columns)]
    over = sum(widest) + GAP * (len(columns) - 1) - page.room
    yielding = [i for i, column in enumerate(columns) if not column.fixed] or [len(columns) - 1]
    while over > 0:
        # Take from the widest column that may give, down to what still shows two Chinese characters.
        i = max(yielding, key=lambda index: widest[index])
        if widest[i] <= 4:
            break
        widest[i] -= 1
        over -= 1
    return widest
