"""
Make a catalogue as large as the whole market, or larger, to measure imports, search and planning on.

    python benchmarks/catalogue.py --out FILE.csv [--rows 75000] [--seed 1]

The stalls are of the same make as those of data/stalls.csv and as little real; they fill the floors in proportion to
the numbers that each floor has. Beyond 75,000 rows the market is repeated with sub-booths (``16213-2``).
"""

from __future__ import annotations

import argparse
import csv
import sys
from itertools import islice
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

from make_stalls import HEADER, Maker
from stall_words import FLOOR_COUNTS

from yiwutrip.market.booths import built_in

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKET = 75_000


def per_floor(rows: int) -> dict[tuple[str, int], int]:
    """Stalls by district and floor: in proportion to its booth numbers, else to its stalls in data/stalls.csv."""
    numbers = dict.fromkeys(FLOOR_COUNTS, 0)
    for stretches in built_in().series.values():
        for stretch in stretches:
            points = [number for number, _ in (*stretch.gates, *stretch.streets)]
            if points and (str(stretch.district), stretch.floor) in numbers:
                numbers[str(stretch.district), stretch.floor] += max(points) - min(points)
    known = sum(numbers.values())
    every = sum(FLOOR_COUNTS.values())
    outside = {floor: rows * FLOOR_COUNTS[floor] // every for floor, count in numbers.items() if not count}
    share = (rows - sum(outside.values())) / known
    return {floor: outside.get(floor, ceil(count * share)) for floor, count in numbers.items()}


def stalls(rows: int, seed: int) -> Iterator[dict[str, str]]:
    """So many rows with the canonical columns; no two of the same booth."""
    market = list(Maker(seed).stalls(per_floor(min(rows, MARKET))))
    return islice(_repeated(market), rows)


def _repeated(market: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    yield from market
    time = 1
    while True:
        time += 1
        for row in market:
            if row["booth"]:
                yield row | {"booth": f"{row['booth']}-{time}", "supplier": f"{row['supplier']}{time}"}


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=MARKET)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with wanted.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(stalls(wanted.rows, wanted.seed))
    print(wanted.out)


if __name__ == "__main__":
    main()
