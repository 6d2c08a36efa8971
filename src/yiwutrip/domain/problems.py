"""A fault in somebody's input, with its place and what would be right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Problem:
    """
    One fault, collected rather than thrown, so that a reader sees all of them at once.

    ``code`` is stable and in kebab case; the sentence (what is wrong and what would be right) stands in both languages
    in the catalogue under ``problem.<code>`` and is filled from ``params`` and the place.

    Attributes:
        line: of the file, from 1 (a spreadsheet's row number).
        column: the header, or the letter of a spreadsheet's column.
        value: what stands there, as it stands there.

    """

    code: str
    file: str | None = None
    line: int | None = None
    column: str | None = None
    value: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)
