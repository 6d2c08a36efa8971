"""
Addresses as buyers, suppliers, booking pages and business cards write them, each with its parse decided by hand.

``addresses_written.csv`` was written for this test: manners that were seen, numbers that were made up.
"""

import csv
from pathlib import Path

import pytest

from yiwutrip.market.address import parse_address

FIELDS = ("district", "floor", "gate", "street", "unit", "booth")
with Path(__file__).with_name("addresses_written.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def of_status(status: str) -> list[dict[str, str]]:
    return [row for row in ROWS if row["status"] == status]


@pytest.mark.parametrize("row", of_status("ok"), ids=lambda row: row["raw"])
def test_what_is_said_clearly_is_read_whole_and_certain(row: dict[str, str]) -> None:
    reading = parse_address(row["raw"])
    got = {field: getattr(reading.address, field) for field in FIELDS}

    assert {f: "" if v is None else str(v) for f, v in got.items()} == {f: row[f] for f in FIELDS}
    assert reading.certain


@pytest.mark.parametrize("row", of_status("ambiguous"), ids=lambda row: row["raw"])
def test_what_is_doubtful_is_never_certain_and_says_why(row: dict[str, str]) -> None:
    reading = parse_address(row["raw"])

    assert not reading.certain
    assert reading.problems


@pytest.mark.parametrize("row", of_status("negative"), ids=lambda row: row["raw"])
def test_what_lies_elsewhere_gets_no_district(row: dict[str, str]) -> None:
    reading = parse_address(row["raw"])

    assert reading.address.district is None
    assert not reading.certain
