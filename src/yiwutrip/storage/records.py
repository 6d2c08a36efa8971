"""Rows that several devices may change: read, written and deleted field by field, journaled (registers.py)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from yiwutrip.storage.hearsay import said_here
from yiwutrip.storage.registers import DELETED, Registers, deletions, gone, packed, said_again, shown, unpacked, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwutrip.storage.connection import Connection, Row
    from yiwutrip.storage.journal import Journal
    from yiwutrip.storage.registers import Value


@dataclass(frozen=True, slots=True)
class Kind:
    """
    A table of such rows.

    Attributes:
        fixed: columns that are said once, when the row is made.
        fields: columns that may change, ``deleted`` among them.

    """

    table: str
    key: str
    fixed: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its fixed columns and, for each other field, what was said of it."""

    fixed: Mapping[str, Value]
    registers: Registers

    @property
    def values(self) -> dict[str, Value]:
        """The value to show for each field."""
        return {field: shown(versions) for field, versions in self.registers.items()}


class Records:
    """All such rows of one database, inside a transaction."""

    def __init__(self, conn: Connection, journal: Journal) -> None:
        self._conn = conn
        self._journal = journal

    def load(self, kind: Kind, key: str) -> Record | None:
        """The record of that key, deleted or not."""
        row = self._conn.row(f"SELECT * FROM {kind.table} WHERE {kind.key} = :key", key=key)  # noqa: S608 -- our names
        return None if row is None else record_of(kind, row)

    def put(self, kind: Kind, key: str, values: Mapping[str, Value], fixed: Mapping[str, Value] | None = None) -> None:
        """
        Store these values: a field that shows something else is written anew, by this transaction's event.

        A field that is not named keeps what was said of it; of a new record it is unknown. What was deleted is back.
        """
        values = {**values, DELETED: 0}
        old = self.load(kind, key)
        if old is None:
            everything = {field: values.get(field) for field in kind.fields}
            self.save(kind, key, Record(fixed or {}, written(everything, self._journal.event)))
            return
        news = {field: value for field, value in values.items() if shown(old.registers[field]) != value}
        if news:
            self.save(kind, key, Record(old.fixed, {**old.registers, **written(news, self._journal.event)}))

    def settle(self, kind: Kind, key: str, chosen: Mapping[str, Value]) -> None:
        """
        Write these fields whatever they show, which ends a conflict about them.

        Whoever chooses a value keeps the record: where another device deleted it, it stays, and what the deletion only
        said again beside an edit falls away.
        """
        old = self.load(kind, key)
        assert old is not None
        values = dict(chosen)
        if deleting := deletions(old.registers):
            values = {**_edited(old.registers, deleting), **chosen, DELETED: 0}
        self.save(kind, key, Record(old.fixed, {**old.registers, **written(values, self._journal.event)}))

    def delete(self, kind: Kind, key: str) -> None:
        """Mark as deleted; every field is written anew, so that an edit elsewhere that knew nothing of it is seen."""
        old = self.load(kind, key)
        assert old is not None
        self.save(kind, key, Record(old.fixed, written({**old.values, DELETED: 1}, self._journal.event)))

    def revert(self, kind: Kind, key: str, before: Mapping[str, Value]) -> None:
        """Let every field be again what it was, conflicts and what is shown of them included, as this event says."""
        row = self._conn.row(f"SELECT * FROM {kind.table} WHERE {kind.key} = :key", key=key)  # noqa: S608 -- our names
        assert row is not None
        now, then = record_of(kind, row), record_of(kind, {**dict(row), **before})
        changed = {field for field, versions in then.registers.items() if versions != now.registers[field]}
        if DELETED in changed:
            # What a deletion said of a field is told from an edit by its event.
            deleting = deletions(then.registers)
            changed |= {
                field
                for field, versions in then.registers.items()
                if len(versions) > 1 and any(version.event in deleting for version in versions)
            }
        here = said_here(self._conn, chain.from_iterable(then.registers[field] for field in changed))
        again = said_again(then.registers, changed, self._journal.event, here)
        self.save(kind, key, Record(now.fixed, {**now.registers, **again}))

    def save(self, kind: Kind, key: str, record: Record) -> None:
        """Store a record as it is and journal the difference."""
        row = {kind.key: key, **record.fixed, **record.values}
        row |= {"versions": packed(record.registers), "gone": int(gone(record.registers))}
        old = self._conn.row(f"SELECT * FROM {kind.table} WHERE {kind.key} = :key", key=key)  # noqa: S608 -- our names
        if old is None:
            self._conn.insert(kind.table, row)
            self._journal.changed(kind.table, key, None, row)
        else:
            self._conn.update(kind.table, kind.key, row)
            self._journal.changed(kind.table, key, dict(old), row)


def _edited(registers: Registers, deleting: frozenset[str]) -> dict[str, Value]:
    """Of the contested fields those on which all but the deletions agree, with what they say."""
    said = {
        field: {version.value for version in versions if version.event not in deleting}
        for field, versions in registers.items()
        if len(versions) > 1
    }
    return {field: values.pop() for field, values in said.items() if len(values) == 1}


def record_of(kind: Kind, row: Row | Mapping[str, Value]) -> Record:
    """A row as a record."""
    fixed = {name: row[name] for name in kind.fixed}
    return Record(fixed, unpacked({field: row[field] for field in kind.fields}, str(row["versions"])))
