"""Lines fitted to the page: what is longer goes on below, indented, each letter in the colour it had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.render.cells import cell_len, pad, wrap
from yiwutrip.render.lines import Line, Page, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WHOLE = frozenset({Role.HINT, Role.PATH})
"""Commands and paths are there to be copied: the terminal may fold them, we do not."""
HANGING = 2
"""Cells by which what goes on below is indented more than its beginning."""


def folded(lines: Iterable[Line], page: Page) -> Iterator[Line]:
    """The lines, none wider than the page but those that are to be copied whole."""
    for one in lines:
        if not page.folds or WHOLE & {span.role for span in one} or _cells(one) <= page.width:
            yield one
        else:
            yield from _fold(one, page.width)


def _cells(one: Line) -> int:
    return sum(cell_len(span.text) for span in one)


def _fold(one: Line, width: int) -> Iterator[Line]:
    text = "".join(span.text for span in one)
    indent = len(text) - len(text.lstrip(" "))
    parts = wrap(text.strip(" "), max(width - indent - HANGING, 2))
    roles = [span.role for span in one for _ in span.text][indent:]
    at = 0
    for number, part in enumerate(parts):
        # A break may have taken spaces away.
        while text[indent + at] == " " and not part.startswith(" "):
            at += 1
        begins = " " * (indent + (HANGING if number else 0))
        spans = (Span(begins, roles[at]), *_coloured(part, roles[at : at + len(part)]))
        missing = width - _cells(spans)
        # A wall is a block.
        yield (*spans, Span(pad("", missing), Role.WALL)) if roles[at] is Role.WALL else spans
        at += len(part)


def _coloured(text: str, roles: list[Role]) -> Iterator[Span]:
    begin = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or roles[end] is not roles[begin]:
            yield Span(text[begin:end], roles[begin])
            begin = end
