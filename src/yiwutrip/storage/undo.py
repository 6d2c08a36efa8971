"""Taking actions back, the last one first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError, TripError
from yiwutrip.storage.codec import moment_of
from yiwutrip.storage.journal import DONE, KEPT, UNDONE
from yiwutrip.storage.kinds import KINDS
from yiwutrip.storage.known import known, known_name
from yiwutrip.storage.merge import Merging
from yiwutrip.storage.registers import DELETED
from yiwutrip.storage.samples import PHOTOS
from yiwutrip.usecases.ports import Action

if TYPE_CHECKING:
    from yiwutrip.storage.connection import Row

_KEYS = {"stalls": "code", "stall_edits": "code", "settings": "key"}
_LAST = "SELECT * FROM actions WHERE state = :done ORDER BY id DESC LIMIT 1"
_CHANGES = "SELECT * FROM changes WHERE action_id = :action ORDER BY id DESC"
# What follows from other columns, or means nothing to anybody: rows' keys, whole plans as JSON.
_KEYS_INSIDE = frozenset({"id", "key", "label", "import_id", "action_id"})
_INNER = frozenset({"versions", "gone", "deleted", "search", "fields", "body", "position"}) | _KEYS_INSIDE


class NothingToUndoError(NotFoundError):
    """The journal holds nothing that can be taken back."""

    def __init__(self) -> None:
        TripError.__init__(self, "nothing-to-undo")
        self.similar = ()


class Undo(Merging):
    """Undo: see `ports.Store`."""

    def last_action(self) -> Action | None:
        """What ``undo`` would take back."""
        row = self.conn.row(_LAST, done=DONE)
        if row is None:
            return None
        return Action(row["id"], row["verb"], row["subject"], moment_of(row["at"]), self._details(row["id"]))

    def undo(self) -> Action:
        """Take the last action back."""
        action = self.last_action()
        if action is None:
            raise NothingToUndoError
        if self._brought_events(action.number):
            self._go_back_to_before(action.number)
        self.journal.state = KEPT
        self.journal.about(action.subject)
        for change in self.conn.rows(_CHANGES, action=action.number):
            self._take_back(change)
        for row in self.conn.rows("SELECT id FROM imports WHERE action_id = :id AND NOT undone", id=action.number):
            self.undo_import(row["id"])
        self.conn.run("UPDATE actions SET state = :state WHERE id = :id", state=UNDONE, id=action.number)
        # The line of this undo appears even where nothing else is written.
        self.journal.begin()
        return action

    def _brought_events(self, action: int) -> bool:
        """Whether it was a merge: other devices' events came with it."""
        brought = "SELECT 1 FROM events e JOIN actions a ON a.id = e.action_id WHERE a.id = :id AND e.id <> a.event"
        return self.conn.row(brought, id=action) is not None

    def _go_back_to_before(self, merge: int) -> None:
        """
        Make the log what it was before a merge, events and all, as if this device had never heard of the other.

        To take the merge back by new events would tell the other device, at the next merge, to delete its own log.
        All that was done since has been undone, so every later change, undoing included, is rolled back by its row.
        """
        later = "SELECT * FROM changes WHERE action_id >= :merge ORDER BY id DESC"
        for change in self.conn.rows(later, merge=merge):
            # What is no record was put back literally when it was undone.
            if change["tab"] in KINDS or change["action_id"] == merge:
                self._put_back(change)
        self.conn.run("DELETE FROM changes WHERE action_id >= :merge", merge=merge)
        self.conn.run("DELETE FROM events WHERE action_id >= :merge", merge=merge)

    def _take_back(self, change: Row) -> None:
        table, key = change["tab"], change["key"]
        before = None if change["before"] is None else json.loads(change["before"])
        if table == "stall_edits":
            self.edits.revert(key, before and before["fields"])
        elif table not in KINDS:
            self._put_back(change)
        elif before is None:
            self.records.delete(KINDS[table], key)
        else:
            self.records.revert(KINDS[table], key, before)

    def _put_back(self, change: Row) -> None:
        """Let the row be again what it was, to the letter."""
        table, key = change["tab"], change["key"]
        column = KINDS[table].key if table in KINDS else _KEYS[table]
        if change["before"] is None:
            self.conn.run(f"DELETE FROM {table} WHERE {column} = :key", key=key)  # noqa: S608 -- our names
        elif before := json.loads(change["before"]):
            # Journals of before schema 5 hold rows that did not change.
            self.conn.update(table, column, {column: key, **before})

    def _brought_records(self, merge: int) -> dict[str, tuple[object, object]]:
        # What came with the records, a stall or the trip in use, is no record that was merged.
        counted = (
            "SELECT new, count(*) AS n FROM (SELECT max(before IS NULL) AS new FROM changes"
            " WHERE action_id = :id AND tab IN :tables GROUP BY tab, key) GROUP BY new"
        )
        rows = self.conn.rows(counted, id=merge, tables=[*KINDS, "stall_edits"])
        counts = {row["new"]: row["n"] for row in rows}
        return {"added": (0, counts.get(1, 0)), "updated": (0, counts.get(0, 0))}

    def _details(self, action: int) -> dict[str, tuple[object, object]]:
        """Each field's value before and after, as a user knows them; of a merge how many records."""
        if self._brought_events(action):
            return self._brought_records(action)
        details: dict[str, tuple[object, object]] = {}
        # What a hand said of a stall is told by the stall's own row.
        changes = (change for change in self.conn.rows(_CHANGES, action=action) if change["tab"] != "stall_edits")
        for change in changes:
            told = _photo(change) if change["tab"] == PHOTOS.table else self._fields(change)
            for name, both in told.items():
                details.setdefault(name, both)
        for row in self.conn.rows("SELECT * FROM imports WHERE action_id = :id", id=action):
            details |= {"added": (0, row["added"]), "updated": (0, row["updated"])}
        return details

    def _fields(self, change: Row) -> dict[str, tuple[object, object]]:
        table = change["tab"]
        before = json.loads(change["before"]) if change["before"] else {}
        fields = {}
        for name, new in json.loads(change["after"]).items():
            if name not in _INNER and before.get(name) != new:
                was, now = (known(self.conn, table, name, value) for value in (before.get(name), new))
                fields[change["key"] if table == "settings" else known_name(name)] = (was, now)
        return fields


def _photo(change: Row) -> dict[str, tuple[object, object]]:
    """Whether a photo came or went; where it stands among others is told nobody."""
    deleted = json.loads(change["after"]).get(DELETED)
    photo = change["key"].partition(":")[2]
    return {} if deleted is None else {"photo": (photo, None) if deleted else (None, photo)}
