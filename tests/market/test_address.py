"""Addresses as people write them, against what they mean."""

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwutrip.domain.address import Address
from yiwutrip.market.address import AddressReading, parse_address

FIELDS = ("district", "floor", "gate", "street", "unit", "booth")


def said(reading: AddressReading) -> dict[str, str]:
    values = {field: getattr(reading.address, field) for field in FIELDS}
    return {field: "" if value is None else str(value) for field, value in values.items()}


def dev_rows(shared_dir: Path) -> Iterator[dict[str, str]]:
    with (shared_dir / "cases" / "addresses_dev.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_at_least_97_percent_of_the_dev_cases_marked_ok_are_right_in_every_column(shared_dir: Path) -> None:
    rows = [row for row in dev_rows(shared_dir) if row["status"] == "ok"]
    misses = []
    for row in rows:
        got, want = said(parse_address(row["raw"])), {field: row[field] for field in FIELDS}
        if got != want:
            misses.append(f"{row['raw']!r}\n  got  {got}\n  want {want}")

    print("\n".join(misses))  # noqa: T201  # every miss is wanted on the screen
    assert len(misses) <= 0.03 * len(rows), "\n".join(misses)


def test_no_dev_case_from_elsewhere_gets_a_district(shared_dir: Path) -> None:
    wrong = [
        row["raw"]
        for row in dev_rows(shared_dir)
        if row["status"] == "negative" and parse_address(row["raw"]).address.district
    ]

    assert wrong == []


def test_no_ambiguous_dev_case_is_called_certain(shared_dir: Path) -> None:
    wrong = [
        row["raw"] for row in dev_rows(shared_dir) if row["status"] == "ambiguous" and parse_address(row["raw"]).certain
    ]

    assert wrong == []


@settings(deadline=None)  # the first call compiles the grammar
@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert isinstance(parse_address(text), AddressReading)


@settings(deadline=None)  # the first call compiles the grammar
@given(
    st.lists(
        st.sampled_from([*"义乌国际商贸城一二三东区门楼街号单元负第-/ ,，\n\0\ud800F2B1A0９①", "Gate", "District "])
    )
)
def test_no_heap_of_address_words_raises(pieces: list[str]) -> None:
    assert isinstance(parse_address("".join(pieces)), AddressReading)


@pytest.mark.parametrize("piece", ["1", "一", "A1-", "二区20门", "Gate 1 ", "路", "东", " ", "\0", "ﷺ"])
def test_a_hundred_thousand_characters_take_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    parse_address("")  # compiles the grammar

    began = time.process_time()
    reading = parse_address(text)

    assert reading.address == Address()
    assert [problem.code for problem in reading.problems] == ["address-too-long"]
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "piece", ["1", "一", "A1-", "1-", "二区20门", "Gate ", "路", "东", " ", "\0", "商", "12/", "20、"]
)
def test_the_longest_text_that_is_read_is_read_in_bounded_time(piece: str) -> None:
    text = (piece * 1000)[:1000]
    parse_address(text)  # compiles the grammar

    began = time.process_time()
    parse_address(text)

    assert time.process_time() - began < 0.5
