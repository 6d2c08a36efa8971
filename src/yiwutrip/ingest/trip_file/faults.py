"""Faults of a trip file, gathered with their lines."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.trip_file.lines import KeyPath, nearest_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SHOWN_CHARACTERS = 60
_SHOWN_DEPTH = 3


@dataclass(slots=True)
class Faults:
    """Every fault found so far; ``lines`` says where each key stands."""

    file: str
    lines: Mapping[KeyPath, int]
    found: list[Problem] = field(default_factory=list)

    def add(self, code: str, path: KeyPath, value: object = None, **params: object) -> None:
        """Note a fault at a key; ``value`` is what stands there."""
        self.found.append(
            Problem(
                code,
                file=self.file,
                line=nearest_line(self.lines, path),
                column=_dotted(path) or None,
                value=None if value is None else shown(value),
                params=params,
            )
        )

    def unknown_key(self, path: KeyPath, allowed: Iterable[str]) -> None:
        """Note a key that means nothing here, with the one that was probably meant."""
        key = str(path[-1])
        names = list(allowed)
        close = difflib.get_close_matches(key, names, n=1)
        if close:
            self.add("unknown-key", path, key, meant=close[0])
        else:
            self.add("unknown-key-here", path, key, allowed=", ".join(names))

    def in_order(self) -> list[Problem]:
        """From the top of the file to its end; what has no line comes first."""
        return sorted(self.found, key=lambda problem: problem.line or 0)


def shown(value: object, depth: int = 0) -> str:
    """A TOML value as a person would know it again, cut where it is long or deep."""
    if depth > _SHOWN_DEPTH:
        return "…"
    match value:
        case bool():
            text = str(value).lower()
        case datetime() | date() | time():
            text = value.isoformat()
        case dict():
            text = "{ " + ", ".join(f"{key} = {shown(item, depth + 1)}" for key, item in value.items()) + " }"
        case list():
            text = "[" + ", ".join(shown(item, depth + 1) for item in value) + "]"
        case _:
            text = str(value)
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"


def _dotted(path: KeyPath) -> str:
    """The path as one would write it: ``commitments[2].place.gate``, tables counted from 1."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else part
    return text
