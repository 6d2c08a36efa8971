"""A view: how one command's result is shown, as lines and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from yiwutrip.render.lines import Line, Page

ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class View(Generic[ResultT]):
    """
    One command's way of showing its result.

    Attributes:
        command: its words on the command line; the envelope's ``command``.
        data: the envelope's ``data``, made of what JSON can say.
        lines: what a terminal shows.

    """

    command: str
    data: Callable[[ResultT], object]
    lines: Callable[[ResultT, Page], Iterable[Line]]
