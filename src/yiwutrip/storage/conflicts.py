"""What two devices have said differently and nobody has settled yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.storage.hearsay import said_here
from yiwutrip.storage.kinds import KINDS, NAMES
from yiwutrip.storage.known import known, known_name
from yiwutrip.storage.records import record_of
from yiwutrip.storage.registers import DELETED, conflicts, deletions, shown
from yiwutrip.storage.stall_edits import read_edits, value, values
from yiwutrip.usecases.ports import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.storage.connection import Connection, Row
    from yiwutrip.storage.records import Kind
    from yiwutrip.storage.registers import Registers

COMPANIONS = {("trips", "body"): "starts", ("samples", "status"): "status_at"}
"""What was said together with a field and is chosen with it."""

# Which of two positions a photo has is no question to anybody.
_SILENT = frozenset({"position", *COMPANIONS.values()})

_SHORT = 8
"""Of a photo's name, which is a hash: enough to tell the pictures of one sample apart."""


@dataclass(frozen=True, slots=True)
class Choice:
    """
    An open conflict, and where it stands.

    Attributes:
        table: ``stall_edits`` for what hands said of a stall; empty where nothing can be chosen.
        column: the field as the table calls it.
        ours: as the column has it, as is ``theirs``.

    """

    conflict: Conflict
    table: str
    key: str
    column: str
    ours: object
    theirs: object

    def said(self, value: object) -> object:
        """As the column has it: one of the two sides' values, or another."""
        sides = ((self.conflict.ours, self.ours), (self.conflict.theirs, self.theirs))
        return next((said for told, said in sides if told == value), value)


def choices(conn: Connection) -> list[Choice]:
    """All that is open, by kind and name."""
    found = [choice for kind in KINDS.values() for choice in _of_kind(conn, kind)]
    return [*found, *_of_stalls(conn), *_numbers(conn)]


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of a field: by this device, by another, and which of all is shown; as the column has it."""

    ours: object
    theirs: object
    shown: object


def _conflict(conn: Connection, table: str, name: tuple[str, str], column: str, said: _Said) -> Conflict:
    sides = (said.ours, said.theirs, said.shown)
    told = [known(conn, table, column, side) for side in sides]
    # Two that cannot be told apart by what a user knows them by are told whole.
    return Conflict(*name, known_name(column), *(told if told[0] != told[1] else sides))


def _of_kind(conn: Connection, kind: Kind) -> Iterator[Choice]:
    # A row with one version of each field has no lists in this column; the cheap look spares reading most rows.
    suspects = f"SELECT * FROM {kind.table} WHERE versions LIKE '%[[%' OR (deleted AND NOT gone) ORDER BY {kind.key}"  # noqa: S608 -- our names
    for row in conn.rows(suspects):
        yield from _of_row(conn, kind, row, record_of(kind, row).registers)


def _of_row(conn: Connection, kind: Kind, row: Row, registers: Registers) -> Iterator[Choice]:
    deleting = deletions(registers)
    for field in conflicts(registers):
        if field in _SILENT:
            continue
        versions = registers[field]
        # What a deletion says of a field is what stood there before: no answer to what another device wrote.
        edited = frozenset(version for version in versions if field == DELETED or version.event not in deleting)
        seen = shown(versions)
        ours = shown(said_here(conn, edited) or versions)
        others = sorted(({version.value for version in edited or versions} | {seen}) - {ours}, key=repr)
        if field == DELETED and not others:
            # Deleted here, edited there: there it was not deleted.
            others = [int(not ours)]
        for other in others:
            conflict = _conflict(conn, kind.table, _name(conn, kind, row), field, _Said(ours, other, seen))
            yield Choice(conflict, kind.table, row[kind.key], field, ours, other)


def _name(conn: Connection, kind: Kind, row: Row) -> tuple[str, str]:
    name, column = NAMES[kind.table]
    if name != "photo":
        return name, row[column]
    sample = conn.row("SELECT number FROM samples WHERE id = :id", id=row["sample"])
    return name, f"{sample['number'] if sample else '?'} {row[column][:_SHORT]}"


def _of_stalls(conn: Connection) -> Iterator[Choice]:
    for row in conn.rows("SELECT * FROM stall_edits ORDER BY code"):
        code = row["code"]
        for field, said in sorted(read_edits(row["fields"]).items()):
            seen, *_ = every = values(said)
            ours = value(said_here(conn, said) or said)
            for other in (one for one in every if one != ours):
                conflict = _conflict(conn, "stalls", ("stall", code), field, _Said(ours, other, seen))
                yield Choice(conflict, "stall_edits", code, field, ours, other)


def _numbers(conn: Connection) -> Iterator[Choice]:
    twice = (
        "SELECT a.label, a.article AS ours, b.article || ' ' || b.number AS theirs FROM samples a"
        " JOIN samples b ON b.label = a.label AND b.number <> b.label"
        " WHERE a.number = a.label AND NOT a.gone AND NOT b.gone ORDER BY b.number"
    )
    for row in conn.rows(twice):
        conflict = Conflict("sample", row["label"], "number", row["ours"], row["theirs"], row["ours"])
        yield Choice(conflict, "", row["label"], "number", row["ours"], row["theirs"])
