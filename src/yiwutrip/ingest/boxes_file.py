"""The boxes that are at hand, as a TOML file that people write themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING

from yiwutrip.domain.box import Box
from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.toml_text import parse_toml, toml_text

if TYPE_CHECKING:
    from collections.abc import Mapping

KEYS = frozenset({"size_cm", "limit_kg", "count", "place"})
FAULTS = {
    "no-size": "box-no-size",
    "size_cm": "box-bad-size",
    "limit_kg": "box-bad-limit",
    "count": "box-bad-count",
    "place": "box-bad-place",
}
# A carton that is longer than a car or heavier than a person is a slip of the pen.
MOST_CM, MOST_KG, MOST_BOXES = 300, 200, 500


@dataclass(slots=True)
class _Reading:
    file: str
    boxes: list[Box] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, number: int, key: str, value: object) -> None:
        column = f"boxes[{number}].{key}" if key in KEYS else f"boxes[{number}]"
        params = {"most_cm": MOST_CM, "most_kg": MOST_KG, "most": MOST_BOXES}
        code = FAULTS.get(key, "box-unknown-key")
        said = None if value is None else str(value)
        self.problems.append(Problem(code, self.file, column=column, value=said, params=params))


def read_boxes(content: bytes, file: str) -> tuple[Box, ...]:
    """
    Read ``[[boxes]]`` tables: ``size_cm = [60, 40, 40]``, and if wanted ``limit_kg``, ``count``, ``place``.

    Boxes are numbered from 1 in the order of the file.

    Raises:
        BadInputError: ``bad-boxes-file``, with every fault.

    """
    reading = _Reading(file)
    for number, table in enumerate(_tables(content, file), start=1):
        _read_box(number, table, reading)
    if reading.problems:
        raise BadInputError("bad-boxes-file", problems=reading.problems, file=file, count=len(reading.problems))
    return tuple(reading.boxes)


def _tables(content: bytes, file: str) -> list[object]:
    document = parse_toml(toml_text(content), file)
    if isinstance(document, Problem):
        raise BadInputError("bad-boxes-file", problems=[document], file=file, count=1)
    tables = document.get("boxes")
    if not isinstance(tables, list) or not tables:
        problem = Problem("boxes-none", file)
        raise BadInputError("bad-boxes-file", problems=[problem], file=file, count=1)
    return tables


def _read_box(number: int, table: object, reading: _Reading) -> None:
    if not isinstance(table, dict):
        reading.wrong(number, "", table)
        return
    before = len(reading.problems)
    for key in sorted(table.keys() - KEYS):
        reading.wrong(number, "", key)
    size, limit_kg = _size(table.get("size_cm")), _number(table, "limit_kg", MOST_KG)
    copies, place = table.get("count", 1), table.get("place")
    if size is None:
        reading.wrong(number, "size_cm" if "size_cm" in table else "no-size", table.get("size_cm"))
    if limit_kg is None and "limit_kg" in table:
        reading.wrong(number, "limit_kg", table["limit_kg"])
    if not isinstance(copies, int) or isinstance(copies, bool) or not 1 <= copies <= MOST_BOXES:
        reading.wrong(number, "count", copies)
    if place is not None and not isinstance(place, str):
        reading.wrong(number, "place", place)
    if len(reading.problems) == before:
        limit_g = None if limit_kg is None else round(limit_kg * 1000)
        first = len(reading.boxes) + 1
        reading.boxes += [Box(at, size, limit_g, place) for at in range(first, first + copies)]


def _size(said: object) -> tuple[float, float, float] | None:
    if not isinstance(said, list) or len(said) != 3 or not all(_between(side, MOST_CM) for side in said):
        return None
    length, width, height = (float(side) for side in said)
    return length, width, height


def _number(table: Mapping[str, object], key: str, most: float) -> float | None:
    said = table.get(key)
    return float(str(said)) if _between(said, most) else None


def _between(said: object, most: float) -> bool:
    return isinstance(said, int | float) and not isinstance(said, bool) and isfinite(said) and 0 < said <= most
