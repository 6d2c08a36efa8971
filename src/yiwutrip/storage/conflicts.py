"""What two devices have said differently and nobody has settled yet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwutrip.storage.kinds import KINDS, NAMES
from yiwutrip.storage.records import record_of
from yiwutrip.storage.registers import DELETED, conflicts, deletions, shown
from yiwutrip.storage.stall_edits import read_edits, values
from yiwutrip.usecases.ports import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.storage.connection import Connection, Row
    from yiwutrip.storage.records import Kind
    from yiwutrip.storage.registers import Registers, Value

# Which of two positions a photo has is no question to anybody, and a trip's start stands in its body too.
_SILENT = frozenset({"position", "starts"})


def open_conflicts(conn: Connection) -> list[Conflict]:
    """All of them, by kind and name."""
    found = [conflict for kind in KINDS.values() for conflict in _of_kind(conn, kind)]
    for row in conn.rows("SELECT * FROM stall_edits ORDER BY code"):
        for field, said in read_edits(row["fields"]).items():
            ours, *others = values(said)
            found += [Conflict("stall", row["code"], field, ours, other) for other in others]
    return [*found, *_numbers(conn)]


def readable(field: str, value: Value) -> Value:
    """What a person can tell two values by: a plan or a packing by when it was made, a trip by its file."""
    if field != "body" or value is None:
        return value
    body = json.loads(str(value))
    return body.get("source") or body.get("made_at") or str(value)


def _of_kind(conn: Connection, kind: Kind) -> Iterator[Conflict]:
    # A row with one version of each field has no lists in this column; the cheap look spares reading most rows.
    suspects = f"SELECT * FROM {kind.table} WHERE versions LIKE '%[[%' OR (deleted AND NOT gone) ORDER BY {kind.key}"  # noqa: S608 -- our names
    for row in conn.rows(suspects):
        yield from _of_row(kind, row, record_of(kind, row).registers)


def _of_row(kind: Kind, row: Row, registers: Registers) -> Iterator[Conflict]:
    name, column = NAMES[kind.table]
    deleting = deletions(registers)
    for field in conflicts(registers):
        if field in _SILENT:
            continue
        ours = shown(registers[field])
        # What a deletion says of a field is what stood there before: no answer to what another device wrote.
        edited = {version.value for version in registers[field] if version.event not in deleting}
        every = {version.value for version in registers[field]}
        others = sorted((every if field == DELETED else edited or every) - {ours}, key=repr)
        if field == DELETED and not others:
            # Deleted here, edited there: there it was not deleted.
            others = [int(not ours)]
        for other in others:
            yield Conflict(name, row[column], field, readable(field, ours), readable(field, other))


def _numbers(conn: Connection) -> Iterator[Conflict]:
    twice = (
        "SELECT a.label, a.article AS ours, b.article AS theirs FROM samples a"
        " JOIN samples b ON b.label = a.label AND b.number <> b.label WHERE a.number = a.label ORDER BY b.number"
    )
    for row in conn.rows(twice):
        yield Conflict("sample", row["label"], "number", row["ours"], row["theirs"])
