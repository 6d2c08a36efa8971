"""Another device's log into this one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from yiwutrip.domain.errors import NotFoundError
from yiwutrip.storage.conflicts import COMPANIONS, choices
from yiwutrip.storage.imports import Imports
from yiwutrip.storage.kinds import KINDS, NAMES
from yiwutrip.storage.records import Kind, Record, record_of
from yiwutrip.storage.registers import DELETED, Version, joined, shown
from yiwutrip.storage.samples import Samples
from yiwutrip.storage.stall_edits import StallEdits, read_edits
from yiwutrip.storage.stall_rows import FACTS
from yiwutrip.storage.suppliers import supplier_ids, suppliers_of
from yiwutrip.usecases.ports import MergeResult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.storage.conflicts import Choice
    from yiwutrip.storage.connection import Connection
    from yiwutrip.storage.registers import Value
    from yiwutrip.usecases.ports import Conflict, Store


class Merging(Imports, Samples):
    """Merging: see `ports.Store`."""

    def merge(self, other: Store) -> MergeResult:
        """Bring another device's log in."""
        assert isinstance(other, Merging)
        run = _Merge(self, other.conn)
        run.stalls()
        for kind in KINDS.values():
            run.records(kind)
        run.numbers()
        run.events()
        run.trip_in_use(other.setting("trip"))
        return MergeResult(run.added, run.updated, run.same, tuple(self.conflicts()))

    def conflicts(self) -> list[Conflict]:
        """The conflicts that are open, whenever they came."""
        return [choice.conflict for choice in choices(self.conn)]

    def settle(self, conflict: Conflict, value: object) -> None:
        """Choose: of that field, only this value remains."""
        choice = next((one for one in choices(self.conn) if one.conflict == conflict), None)
        if choice is None or not choice.table:
            raise NotFoundError("conflict", f"{conflict.name} {conflict.field}")
        self.journal.about(conflict.name)
        said = choice.said(value)
        if choice.table == "stall_edits":
            self._settle_stall(choice, said)
        elif choice.column == DELETED and said:
            self.records.delete(KINDS[choice.table], choice.key)
        else:
            self.records.settle(KINDS[choice.table], choice.key, self._chosen(choice, cast("Value", said)))

    def _chosen(self, choice: Choice, value: Value) -> dict[str, Value]:
        """The value, and what was said together with it."""
        companion = COMPANIONS.get((choice.table, choice.column))
        if companion is None:
            return {choice.column: value}
        record = self.records.load(KINDS[choice.table], choice.key)
        assert record is not None
        events = {version.event for version in record.registers[choice.column] if version.value == value}
        beside = frozenset(version for version in record.registers[companion] if version.event in events)
        return {choice.column: value, companion: shown(beside or record.registers[companion])}

    def _settle_stall(self, choice: Choice, value: object) -> None:
        edits = self.edits.load(choice.key)
        said = frozenset((Version(self.journal.event, json.dumps([True, value], ensure_ascii=False)),))
        self.edits.save(choice.key, {**edits, choice.column: said})
        self.edits.show(choice.key, {choice.column: said})


class _Merge:
    """One merge under way: ``theirs`` is the other database, open for reading."""

    def __init__(self, store: Merging, theirs: Connection) -> None:
        self._store = store
        self._ours = store.conn
        self._theirs = theirs
        self._seen, self._seen_there = _events(self._ours), _events(theirs)
        self.added = self.updated = self.same = 0

    def records(self, kind: Kind) -> None:
        """Join every record of a kind."""
        for row in self._theirs.rows(f"SELECT * FROM {kind.table} ORDER BY {kind.key}"):  # noqa: S608 -- our names
            key, theirs = row[kind.key], record_of(kind, row)
            ours = self._store.records.load(kind, key)
            both = joined(ours.registers if ours else {}, theirs.registers, self._seen, self._seen_there)
            self._count(known=ours is not None, changed=ours is None or both != ours.registers)
            if ours is None:
                self._store.records.save(kind, key, Record(self._fixed(key, theirs), both))
            elif both != ours.registers:
                self._store.records.save(kind, key, Record(ours.fixed, both))
            else:
                continue
            if kind.table != "sample_photos":
                self._store.journal.about(row["label" if kind.table == "samples" else NAMES[kind.table][1]])

    def stalls(self) -> None:
        """Join what hands have said about stalls, and take the stalls that the other's log speaks of."""
        self._take_unknown_stalls()
        edits = StallEdits(self._ours, self._store.journal)
        for code, text in self._theirs.tuples("SELECT code, fields FROM stall_edits ORDER BY code"):
            ours = edits.load(code)
            both = joined(ours, read_edits(text), self._seen, self._seen_there)
            self._count(known=bool(ours), changed=both != ours)
            if both != ours:
                edits.save(code, both)
                edits.show(code, both)
                self._store.journal.about(code)

    def numbers(self) -> None:
        """No number is given out that either side has given out; where both gave one out, one of the two is marked."""
        for letter, last in self._theirs.tuples("SELECT letter, last FROM numbers"):
            self._store.raise_number(letter, last)
        twice = self._ours.rows("SELECT label FROM samples GROUP BY label HAVING count(*) > 1")
        for row in twice:
            self._tell_apart(row["label"])

    def events(self) -> None:
        """From now on this database has seen what the other has."""
        new = sorted(self._seen_there - self._seen)
        if new:
            action = self._store.journal.action
            self._ours.insert_many("events", ("id", "action_id"), ((event, action) for event in new))

    def trip_in_use(self, name: str | None) -> None:
        """A device that has chosen no trip yet takes the other's."""
        if name is not None and self._store.setting("trip") is None:
            self._store.choose("trip", name)

    def _count(self, *, known: bool, changed: bool) -> None:
        self.added += not known
        self.updated += known and changed
        self.same += known and not changed

    def _fixed(self, key: str, record: Record) -> dict[str, Any]:
        fixed = dict(record.fixed)
        if "label" in fixed:
            # What it is called in the end is known once all samples are here (`_tell_apart`).
            taken = self._ours.row("SELECT 1 FROM samples WHERE number = :number", number=fixed["label"])
            fixed["number"] = f"{fixed['label']}-{key}" if taken else fixed["label"]
        return fixed

    def _tell_apart(self, label: str) -> None:
        """
        Two devices used one letter: the sample with the smallest id keeps the number, another adds a piece of its id.

        So every device comes to the same numbers, in whatever order they are merged. What was removed keeps no number
        from what is there.
        """
        kind = KINDS["samples"]
        first, *others = [
            row["id"] for row in self._ours.rows("SELECT id FROM samples WHERE label = :l ORDER BY gone, id", l=label)
        ]
        for key, number in [*((key, f"{label}-{key[:8]}") for key in others), (first, label)]:
            record = self._store.records.load(kind, key)
            assert record is not None
            if record.fixed["number"] != number:
                self._store.records.save(kind, key, Record({**record.fixed, "number": number}, record.registers))

    def _take_unknown_stalls(self) -> None:
        spoken_of = {
            row[0]
            for row in self._theirs.tuples(
                "SELECT code FROM stall_edits UNION SELECT stall FROM visits"
                " UNION SELECT stall FROM samples WHERE stall IS NOT NULL"
            )
        }
        for table in ("trips", "itineraries"):
            for row in self._theirs.tuples(f"SELECT body FROM {table} WHERE body IS NOT NULL"):  # noqa: S608 -- ours
                spoken_of.update(_texts_in(json.loads(row[0])))
        there = "SELECT code FROM stalls WHERE code IN :codes ORDER BY code"
        codes = [row[0] for row in self._theirs.tuples(there, codes=sorted(spoken_of))]
        known = {row[0] for row in self._ours.tuples("SELECT code FROM stalls WHERE code IN :codes", codes=codes)}
        for code in codes:
            if code not in known:
                self._take_stall(code)

    def _take_stall(self, code: str) -> None:
        theirs = self._theirs.row("SELECT * FROM stalls WHERE code = :code", code=code)
        assert theirs is not None
        facts = {name: theirs[name] for name in ("code", "search", *FACTS)}
        if theirs["supplier_id"] is not None:
            who = suppliers_of(self._theirs, [theirs["supplier_id"]])[theirs["supplier_id"]]
            facts["supplier_id"] = supplier_ids(self._ours, [who])[who]
        row = {**facts, "action_id": self._store.journal.action}
        self._ours.insert("stalls", row)
        self._store.journal.changed("stalls", code, None, row)


def _texts_in(value: object) -> Iterator[str]:
    """Every text in a value of JSON: some of those in a trip and its plan are codes of stalls."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(inner)


def _events(conn: Connection) -> frozenset[str]:
    return frozenset(row[0] for row in conn.tuples("SELECT id FROM events"))
