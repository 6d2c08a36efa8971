"""Taking actions back, the last one first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError, TripError
from yiwutrip.storage.codec import moment_of
from yiwutrip.storage.imports import Imports
from yiwutrip.storage.journal import DONE, KEPT, UNDONE
from yiwutrip.storage.sample_rows import SAMPLES
from yiwutrip.storage.samples import PHOTOS, Samples
from yiwutrip.storage.trips import ITINERARIES, TRIPS
from yiwutrip.storage.visits import VISITS
from yiwutrip.usecases.ports import Action

if TYPE_CHECKING:
    from yiwutrip.storage.connection import Row

KINDS = {kind.table: kind for kind in (TRIPS, ITINERARIES, VISITS, SAMPLES, PHOTOS)}
_KEYS = {"stalls": "code", "stall_edits": "code", "settings": "key"}
_LAST = "SELECT * FROM actions WHERE state = :done ORDER BY id DESC LIMIT 1"
_CHANGES = "SELECT * FROM changes WHERE action_id = :action ORDER BY id DESC"
_INNER = frozenset({"versions", "gone", "deleted", "search", "import_id", "action_id", "id", "label", "fields"})


class NothingToUndoError(NotFoundError):
    """The journal holds nothing that can be taken back."""

    def __init__(self) -> None:
        TripError.__init__(self, "nothing-to-undo")
        self.similar = ()


class Undo(Imports, Samples):
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
        self.journal.state = KEPT
        self.journal.about(action.subject)
        for change in self.conn.rows(_CHANGES, action=action.number):
            self._take_back(change)
        for row in self.conn.rows("SELECT id FROM imports WHERE action_id = :id AND NOT undone", id=action.number):
            self.undo_import(row["id"])
        self.conn.run("UPDATE actions SET state = :state WHERE id = :id", state=UNDONE, id=action.number)
        return action

    def _take_back(self, change: Row) -> None:
        table, key = change["tab"], change["key"]
        before = None if change["before"] is None else json.loads(change["before"])
        if table in KINDS:
            if before is None:
                self.records.delete(KINDS[table], key)
            else:
                self.records.revert(KINDS[table], key, before)
        elif before is None:
            self.conn.run(f"DELETE FROM {table} WHERE {_KEYS[table]} = :key", key=key)  # noqa: S608 -- our names
        else:
            self.conn.update(table, _KEYS[table], {_KEYS[table]: key, **before})

    def _details(self, action: int) -> dict[str, tuple[object, object]]:
        """Each field's value before and after, as the columns have them."""
        details: dict[str, tuple[object, object]] = {}
        for change in self.conn.rows(_CHANGES, action=action):
            before = json.loads(change["before"]) if change["before"] else {}
            for name, new in json.loads(change["after"]).items():
                if name not in _INNER and before.get(name) != new:
                    details.setdefault(name, (before.get(name), new))
        for row in self.conn.rows("SELECT * FROM imports WHERE action_id = :id", id=action):
            details |= {"added": (0, row["added"]), "updated": (0, row["updated"])}
        return details
