"""Writes ``schema.sql`` from the SQLModel classes: ``python -m yiwutrip.storage.write_schema``."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from yiwutrip.storage import tables

SCHEMA = Path(__file__).with_name("schema.sql")


def schema_sql() -> str:
    """The statements that make an empty database of the newest version."""
    dialect = sqlite.dialect()
    assert tables.StallRow.metadata is SQLModel.metadata
    statements = []
    for table in SQLModel.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    text = ";\n\n".join(statements).replace("\t", "    ")
    lines = (line.rstrip() for line in text.splitlines())
    return "-- Written by `python -m yiwutrip.storage.write_schema` from tables.py; do not edit.\n\n{};\n".format(
        "\n".join(lines)
    )


if __name__ == "__main__":
    SCHEMA.write_text(schema_sql(), encoding="utf-8", newline="\n")
