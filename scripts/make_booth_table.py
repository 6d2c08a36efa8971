"""
Distil the market's numbering from a list of stalls.

Usage: python scripts/make_booth_table.py STALLS.csv [TABLE.csv]

STALLS.csv has the columns district, floor, gate, street and booth. TABLE.csv (the package's booths.csv) gets a row for
each unbroken stretch of numbers on one floor, with the numbers at which the gate changes or the streets' course bends.
Single stalls that disagree with all around them are taken for errors of the list.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from yiwutrip.market.booth_number import booth_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SOURCE = "public listing of stalls"
AS_OF = "2026-11"
_LIKELY_BOUNDS = (1000, 500, 100, 50, 10)
_SLIP = 3
"""Stalls by which a bound may move to a rounder number."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A stall of the list: its number within a series, and where it is."""

    series: str
    number: int
    district: str
    floor: int
    gate: int | None
    street: int | None


def seen(rows: Iterable[Mapping[str, str]]) -> list[Seen]:
    """The stalls whose number can be read, in the order of their numbers."""
    found = []
    for row in rows:
        read = booth_number(row["booth"])
        floor = -1 if row["floor"] == "B1" else int(row["floor"] or 0)
        if read is not None and floor:
            gate = int(row["gate"]) if row["gate"].isdigit() else None
            street = int(row["street"]) if row["street"].isdigit() else None
            found.append(Seen(read.series, read.number, row["district"], floor, gate, street))
    return sorted(found, key=lambda stall: (stall.series, stall.number))


def stretches(stalls: list[Seen]) -> list[dict[str, object]]:
    """Rows of the table: what stands alone is outvoted by its neighbours, bounds go to the roundest number between."""
    rows: list[dict[str, object]] = []
    for series, group in groupby(stalls, key=lambda stall: stall.series):
        inside = list(group)
        labels = [(s.district, s.floor) for s in inside]
        cuts = _cuts([s.number for s in inside], labels)
        low = 1
        for start, end in pairwise([0, *cuts, len(inside)]):
            run, label = inside[start:end], Counter(labels[start:end]).most_common(1)[0][0]
            low = max(low, run[0].number // 1000 * 1000)
            bound = run[-1].number // 1000 * 1000 + 1000
            if end < len(inside):
                bound = min(bound, _bound(run[-1].number, inside[end].number))
            rows.append(_row(series, range(low, bound), label, run))
            low = bound
    return rows


def _row(series: str, numbers: range, label: tuple[str, int], run: list[Seen]) -> dict[str, object]:
    right = [s for s in run if (s.district, s.floor) == label]
    gates = [(s.number, s.gate) for s in right if s.gate is not None]
    streets = [(s.number, s.street) for s in right if s.street is not None]
    return {
        "series": series,
        "first": numbers[0],
        "last": numbers[-1],
        "district": label[0],
        "floor": label[1],
        "gates": _written(_without_repeats(gates)),
        "streets": _written(_without_repeats(streets)),
        "source": SOURCE,
        "as_of": AS_OF,
    }


def _written(points: list[tuple[int, int]]) -> str:
    return " ".join(f"{number}:{value}" for number, value in points)


def _without_repeats(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What lies between two equals that are its equals too says nothing new."""
    return [
        point
        for index, point in enumerate(points)
        if not (0 < index < len(points) - 1 and points[index - 1][1] == point[1] == points[index + 1][1])
    ]


def _cuts(numbers: list[int], labels: list[tuple[str, int]]) -> list[int]:
    """Where a new floor begins: as few stalls as possible on the wrong side, then at the roundest number."""
    voted = _outvoted(_outvoted(labels))
    cuts = set()
    for cut in (index for index in range(1, len(voted)) if voted[index] != voted[index - 1]):
        low, high = max(1, cut - _SLIP), min(len(labels) - 1, cut + _SLIP)
        before, after = voted[cut - 1], voted[cut]
        costs = {}
        for place in range(low, high + 1):
            wrong = sum(x != before for x in labels[low:place]) + sum(x != after for x in labels[place:high])
            costs[place] = (wrong, _edginess(_bound(numbers[place - 1], numbers[place])), abs(place - cut))
        cuts.add(min(costs, key=costs.__getitem__))
    return sorted(cuts)


def _edginess(number: int) -> int:
    """0 for a full thousand, more for less round numbers."""
    return next((i for i, step in enumerate(_LIKELY_BOUNDS) if number % step == 0), len(_LIKELY_BOUNDS))


def _outvoted(labels: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Each label as most of the five around it have it; a tie keeps its own."""
    new = []
    for index, own in enumerate(labels):
        votes = Counter(labels[max(0, index - 2) : index + 3])
        best, count = votes.most_common(1)[0]
        new.append(best if count > votes[own] else own)
    return new


def _bound(last: int, following: int) -> int:
    """The roundest number between two stalls: floors begin at round numbers."""
    for step in _LIKELY_BOUNDS:
        rounded = following // step * step
        if rounded > last:
            return rounded
    return following


def main() -> None:
    """Write the table."""
    source = Path(sys.argv[1])
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("src/yiwutrip/market/tables/booths.csv")
    with source.open(encoding="utf-8", newline="") as file:
        stalls = seen(csv.DictReader(file))
    rows = stretches(stalls)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} stretches from {len(stalls)} stalls")


if __name__ == "__main__":
    main()
