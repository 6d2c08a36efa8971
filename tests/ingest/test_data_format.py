"""docs/data-format.md says what the readers do; these tests hold it to them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from yiwutrip.ingest.stall_list.fields import Field
from yiwutrip.ingest.trip_file import schema

if TYPE_CHECKING:
    from yiwutrip.ingest.trip_file.schema import Table

DOCUMENT = (Path(__file__).parents[2] / "docs" / "data-format.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    found = re.search(rf"^###? .*{re.escape(title)}.*?\n(.*?)(?=^##|\Z)", DOCUMENT, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def keys(text: str) -> set[str]:
    """What stands in code marks in the first cell of each row of a table."""
    first_cells = re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE)
    return {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize(
    ("title", "table"),
    [
        ("`[trip]`", schema.TripTable),
        ("`[[people]]`", schema.PersonTable),
        ("`[[days]]`", schema.DayTable),
        ("`[[wants]]`", schema.WantTable),
        ("`[[must]]`", schema.MustTable),
        ("`[[commitments]]`", schema.CommitmentTable),
        ("`[car]`", schema.CarTable),
        ("`[budget]`", schema.BudgetTable),
    ],
)
def test_every_key_of_the_trip_file_is_explained_and_none_that_is_not_there(title: str, table: type[Table]) -> None:
    assert keys(section(title)) == {field.alias or name for name, field in table.model_fields.items()}


def test_every_key_of_a_place_is_explained() -> None:
    assert keys(section("Places")) >= set(schema.PlaceTable.model_fields) - {"stall"}


def test_every_column_of_a_stall_list_is_explained_and_none_that_is_not_there() -> None:
    assert keys(section("Columns")) == set(Field)
