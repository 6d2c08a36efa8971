"""
Addresses as buyers, suppliers, booking pages and business cards write them, each with its parse decided by hand.

``addresses_written.csv`` was written for this test: manners that were seen, numbers that were made up.
"""

import csv
from pathlib import Path

import pytest

from yiwutrip.market.address import AddressReading, parse_address

# A doubtful row that has a parse is read so, with the doubt; one without any is not judged by what was read.
FIELDS = ("district", "floor", "gate", "street", "unit", "booth")
with Path(__file__).with_name("addresses_written.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def of_status(status: str) -> list[dict[str, str]]:
    return [row for row in ROWS if row["status"] == status]


def as_cells(reading: AddressReading) -> dict[str, str]:
    values = {field: getattr(reading.address, field) for field in FIELDS}
    return {field: "" if value is None else str(value) for field, value in values.items()}


@pytest.mark.parametrize("row", of_status("ok"), ids=lambda row: row["raw"])
def test_what_is_said_clearly_is_read_whole_and_certain(row: dict[str, str]) -> None:
    reading = parse_address(row["raw"])

    assert as_cells(reading) == {field: row[field] for field in FIELDS}
    assert reading.certain


@pytest.mark.parametrize("row", of_status("ambiguous"), ids=lambda row: row["raw"])
def test_what_is_doubtful_is_never_certain_and_says_why(row: dict[str, str]) -> None:
    reading = parse_address(row["raw"])

    assert not reading.certain
    assert reading.problems
    wanted = {field: row[field] for field in FIELDS}
    assert not any(wanted.values()) or as_cells(reading) == wanted


@pytest.mark.parametrize("row", of_status("negative"), ids=lambda row: row["raw"])
def test_what_lies_elsewhere_gets_no_district(row: dict[str, str]) -> None:
    reading = parse_address(row["raw"])

    assert reading.address.district is None
    assert not reading.certain
