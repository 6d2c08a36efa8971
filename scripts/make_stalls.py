"""
Make data/stalls.csv, the demonstration catalogue.

    python scripts/make_stalls.py [--out FILE]

The same file byte for byte, on every machine, from what is in the repository: the built-in market gives the structure
(districts, floors, gates, streets, numbers, goods of a floor), everything else is drawn from a fixed seed and invented.
"""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from stall_places import Site, site
from stall_words import FLOOR_COUNTS, FLOOR_TRADES, PEOPLE, SYLLABLES, TRADES, Trade

from yiwutrip.domain.address import Address, District

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20210414
HEADER = (
    "district floor gate street unit booth address name_zh name_en supplier contact phone wechat category keywords "
    "kind opens closes closed_on alliance introduction appointment moq price_low price_high ships_single "
    "daily_capacity rating visit_min lat lon datum note source as_of"
).split()
NOTE = "演示数据，名称、电话、价格均为虚构"
LUNCH = "午休 12:00-13:00；"


class Maker:
    """Draws stalls one after another and remembers what is taken: booths, names, suppliers."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._booths: set[tuple[str, int, str]] = set()
        self._names: set[str] = set()
        self._suppliers: dict[str, list[dict[str, str]]] = {}
        self._serial = 0

    def stalls(self, per_floor: dict[tuple[str, int], int]) -> Iterator[dict[str, str]]:
        """So many stalls on each floor."""
        for (district, floor), wanted in per_floor.items():
            names = FLOOR_TRADES[district, floor].split()
            for number in range(wanted):
                yield self._stall(District(district), floor, names[number % len(names)])

    def _stall(self, district: District, floor: int, trade: str) -> dict[str, str]:
        row = dict.fromkeys(HEADER, "")
        row |= {"district": str(district), "floor": str(floor), "source": "demo", "as_of": "2026-11"}
        where = self._free(district, floor)
        row |= self._address(where) | self._as_written(district, floor, where) | self._point(district)
        row |= self._supplier(trade)
        row |= self._offer(TRADES[trade]) | self._terms() | self._hours(district)
        row["note"] = (LUNCH if self._random.random() < 0.03 else "") + NOTE
        return row

    def _free(self, district: District, floor: int) -> Site:
        while True:
            found = site(district, floor, self._random)
            if (district, floor, found.booth) not in self._booths:
                self._booths.add((district, floor, found.booth))
                return found

    def _address(self, where: Site) -> dict[str, str]:
        """Some lists leave the gate out, some the street, some the number."""
        gate, street, booth = _text(where.gate), _text(where.street), where.booth
        left_out = self._random.random()
        if left_out < 0.04:
            gate = ""
        elif left_out < 0.07:
            street = ""
        elif left_out < 0.09:
            gate = street = ""
        elif left_out < 0.12 and gate and street:
            booth = ""
        return {"gate": gate, "street": street, "unit": _text(where.unit), "booth": booth}

    def _as_written(self, district: District, floor: int, where: Site) -> dict[str, str]:
        """A few rows say the whole address once more, as people write it."""
        if self._random.random() >= 0.05:
            return {}
        said = Address(district, floor, where.gate, where.street, where.unit, where.booth)
        return {"address": "义乌" + said.canonical().replace(" ", "")}

    def _point(self, district: District) -> dict[str, str]:
        """In the village a point says more than a number; Chinese maps give GCJ-02. The points are invented."""
        if district is not District.BEIXIAZHU or self._random.random() < 0.3:
            return {}
        lat, lon = 29.3158 + self._random.uniform(-0.002, 0.002), 120.1250 + self._random.uniform(-0.003, 0.003)
        return {"lat": f"{lat:.5f}", "lon": f"{lon:.5f}", "datum": "GCJ-02"}

    def _supplier(self, trade: str) -> dict[str, str]:
        """One stall in nine belongs to somebody who has another of the same trade."""
        known = self._suppliers.setdefault(trade, [])
        if known and self._random.random() < 0.11:
            return dict(self._random.choice(known))
        zh, en = self._name(TRADES[trade])
        self._serial += 1
        block, number = divmod(self._serial, 10_000)
        contact = self._random.choice(PEOPLE)
        made = {
            "name_zh": zh,
            "name_en": en,
            "supplier": f"{zh}（演示）",
            "contact": contact if self._random.random() < 0.85 else "",
            "phone": f"000-{block:04d}-{number:04d}" if self._random.random() < 0.9 else "",
            "wechat": f"demo-{self._serial:05d}" if self._random.random() < 0.6 else "",
        }
        known.append(made)
        return dict(made)

    def _name(self, trade: Trade) -> tuple[str, str]:
        """Two syllables and what is sold; three where those run out."""
        attempt = 0
        while True:
            attempt += 1
            syllables = self._random.sample(SYLLABLES, 2 + attempt // 20)
            sign_zh, sign = self._random.choice(trade.sign)
            zh = "".join(part for part, _ in syllables) + sign_zh
            if zh not in self._names:
                self._names.add(zh)
                return zh, f"{''.join(part for _, part in syllables).capitalize()} {sign}"

    def _offer(self, trade: Trade) -> dict[str, str]:
        low = round(trade.yuan[0] * self._random.uniform(1, 4), 2)
        high = round(max(low, trade.yuan[1] * self._random.uniform(0.3, 1)), 2)
        kind = self._random.choices(("shop", "factory", "both", ""), (55, 18, 17, 10))[0]
        moq = int(trade.moq * self._random.choice((0.5, 1, 1, 2, 5))) or 1
        priced = self._random.random() < 0.85
        capacity = self._random.choice((500, 1000, 2000, 3000, 5000, 10_000)) if kind in ("factory", "both") else None
        return {
            "category": trade.category,
            "keywords": ";".join(self._random.sample(trade.goods, self._random.randint(1, min(4, len(trade.goods))))),
            "kind": kind,
            "moq": str(moq) if self._random.random() < 0.9 else "",
            "price_low": f"{low:.2f}" if priced else "",
            "price_high": f"{high:.2f}" if priced else "",
            "ships_single": self._random.choices(("yes", "no", ""), (35, 40, 25))[0],
            "daily_capacity": _text(capacity),
            "rating": f"{self._random.triangular(2.8, 5, 4.3):.1f}" if self._random.random() < 0.8 else "",
        }

    def _terms(self) -> dict[str, str]:
        return {
            "alliance": "yes" if self._random.random() < 0.2 else "no",
            "introduction": "yes" if self._random.random() < 0.05 else "no",
            "appointment": "yes" if self._random.random() < 0.04 else "no",
            "visit_min": str(self._random.choice((8, 10, 12, 15, 20, 25))) if self._random.random() < 0.3 else "",
        }

    def _hours(self, district: District) -> dict[str, str]:
        """Most doors keep the district's hours; some say their own."""
        chance = self._random.random()
        own = {"opens": "09:30", "closes": "16:30"} if chance < 0.04 else {}
        if 0.04 <= chance < 0.3 and district.startswith("D"):
            own = {"opens": "09:00", "closes": "17:00"}
        shut = self._random.random() < 0.03
        return own | ({"closed_on": "7"} if shut else {})


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def catalogue() -> bytes:
    """The whole file, UTF-8 with line feeds."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEADER, lineterminator="\n")
    writer.writeheader()
    writer.writerows(Maker(SEED).stalls(FLOOR_COUNTS))
    return out.getvalue().encode("utf-8")


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "data" / "stalls.csv")
    path: Path = parser.parse_args().out
    path.write_bytes(catalogue())
    print(path)


if __name__ == "__main__":
    main()
