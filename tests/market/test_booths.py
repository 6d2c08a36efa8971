"""What a booth's number tells, measured on stalls that the numbering was not made from."""

import csv
import importlib.util
import random
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.market.booth_number import BoothNumber, booth_number
from yiwutrip.market.booths import Numbering, infer_from_booth, numbering

FOLDS = 10
FIRST_OF_BLOCK = {District.D1: 3, District.D1E: 3, District.D2: 21, District.D3: 51, District.D4: 71}
"""Gates come in pairs every four numbers from these on; a gate between two pairs counts with the one before."""
BLOCKS_OF_D5 = [(95, 96, 97, 98, 99), (101, 102, 103, 104), (105, 106), (109, 110, 111), (114,)]


def script() -> ModuleType:
    path = Path(__file__).parents[2] / "scripts" / "make_booth_table.py"
    spec = importlib.util.spec_from_file_location("make_booth_table", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


def pair_of(district: District, gate: int) -> int | None:
    if district is District.D5:
        return next((index for index, gates in enumerate(BLOCKS_OF_D5) if gate in gates), None)
    return (gate - FIRST_OF_BLOCK[district]) // 4 if district in FIRST_OF_BLOCK else None


def score(row: Mapping[str, str], made: Numbering) -> Counter[str]:
    """One for each thing that could be told from this stall's number, and one for each that was told right."""
    number = booth_number(row["booth"])
    assert number is not None
    told = made.place(number) or Address()
    district, floor = District(row["district"]), -1 if row["floor"] == "B1" else int(row["floor"])
    points = Counter({"stalls": 1, "district": told.district is district, "floor": told.floor == floor})
    pair = pair_of(district, int(row["gate"])) if row["gate"].isdigit() else None
    if pair is not None:
        told_pair = None if told.gate is None else pair_of(district, told.gate)
        points["gates"] += 1
        points["gate"] += told_pair is not None and abs(told_pair - pair) <= 1
    if row["street"].isdigit():
        points["streets"] += 1
        points["street"] += told.street is not None and abs(told.street - int(row["street"])) <= 1
    return points


def test_stalls_left_out_of_the_making_are_placed_as_well_as_promised(shared_dir: Path) -> None:
    with (shared_dir / "cases" / "booths_sample.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if booth_number(row["booth"]) and row["floor"]]
    random.Random(20).shuffle(rows)
    maker = script()
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        made = numbering(maker.stretches(maker.seen([r for i, r in enumerate(rows) if i % FOLDS != fold])))
        for row in rows[fold::FOLDS]:
            total.update(score(row, made))

    shares = {
        "district": total["district"] / total["stalls"],
        "floor": total["floor"] / total["stalls"],
        "gate": total["gate"] / total["gates"],
        "street": total["street"] / total["streets"],
    }
    print(shares)  # noqa: T201  # the figures that the documentation quotes
    assert shares["district"] >= 0.99
    assert shares["floor"] >= 0.97
    assert shares["gate"] >= 0.90
    assert shares["street"] >= 0.80


def test_the_committed_table_is_the_one_that_the_script_makes(shared_dir: Path) -> None:
    maker = script()
    with (shared_dir / "cases" / "booths_sample.csv").open(encoding="utf-8", newline="") as file:
        made = numbering(maker.stretches(maker.seen(csv.DictReader(file))))

    for number in range(1, 110_000, 37):
        booth = BoothNumber("", number)
        written = f"{number:04d}"
        assert made.place(booth) == infer_from_booth(written)


@pytest.mark.parametrize(
    ("booth", "district", "floor"),
    [
        # The market's own table of numbers, market signs 2026.
        ("16213", District.D2, 3),
        ("0083", District.D1, 1),
        ("27449", District.D3, 3),
        ("22298A", District.D3, 1),
        ("25012-1", District.D3, 2),
        ("F4-19290", District.D2, 4),
        ("60567", District.D5, 1),
        ("84556", District.D6, 4),
        ("102187A", District.D1E, 2),
        ("Y1-0455A", District.HUANGYUAN, 1),
        ("16213,27449", District.D2, 3),
    ],
)
def test_a_number_tells_district_and_floor(booth: str, district: District, floor: int) -> None:
    told = infer_from_booth(booth)

    assert told is not None
    assert (told.district, told.floor) == (district, floor)


@pytest.mark.parametrize("booth", ["F1-074", "L3-3080A", "A14", "", "-", "12", "999999", "130000", "25栋3号", "١٢٣٤٥"])
def test_codes_that_do_not_count_through_the_market_tell_nothing(booth: str) -> None:
    assert infer_from_booth(booth) is None
