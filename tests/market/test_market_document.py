"""docs/market.md says what the program does."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.legs import leg
from yiwutrip.market.spots import Spot

TEXT = (Path(__file__).parents[2] / "docs" / "market.md").read_text(encoding="utf-8")
WALKS = re.findall(r"^\| (D\d) (\d+)(?:–| to (D\d) )(\d+)(?:, [a-z ]+)? \| \d+ m \| (\d+) m \|$", TEXT, re.MULTILINE)


def test_the_document_has_its_walks() -> None:
    assert len(WALKS) == 8


@pytest.mark.parametrize(("district", "gate", "other", "to", "metres"), WALKS)
def test_a_walk_is_as_long_as_the_document_says(district: str, gate: str, other: str, to: str, metres: str) -> None:
    start = Spot(Address(district=District(district), gate=int(gate)))
    end = Spot(Address(district=District(other or district), gate=int(to)))

    assert leg(start, end).metres == int(metres)


@pytest.mark.parametrize("name", [field.name for field in fields(Assumptions)])
def test_every_assumption_stands_in_the_document_with_its_default(name: str) -> None:
    [row] = [line for line in TEXT.splitlines() if line.startswith("| `") and f"`{name}`" in line]
    names = re.findall(r"`(\w+)`", row)
    numbers = re.findall(r"[\d.]+", row.split("|")[2])

    assert float(numbers[names.index(name)]) == getattr(Assumptions(), name)
