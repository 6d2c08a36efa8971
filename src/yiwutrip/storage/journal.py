"""The journal of one write transaction: what it was called, and each row as it was and as it became."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from yiwutrip.storage.codec import utc_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from yiwutrip.storage.connection import Connection

DONE, UNDONE, KEPT = "done", "undone", "kept"
_SUBJECTS_SHOWN = 3


class Journal:
    """
    Opened with a write transaction; its line appears with the first change, so that doing nothing leaves no trace.

    Attributes:
        event: the random name under which other devices know this transaction.

    """

    def __init__(self, conn: Connection, verb: str, now: Callable[[], datetime]) -> None:
        self._conn = conn
        self._verb = verb
        self._now = now
        self._action: int | None = None
        self._subjects: list[str] = []
        self.event = os.urandom(8).hex()
        self.state = DONE

    @property
    def action(self) -> int:
        """The number of this line of the journal, which is begun if it is not there yet."""
        return self.begin()

    def begin(self) -> int:
        """Let the line be there whatever else is written; its number."""
        if self._action is None:
            at = utc_text(self._now())
            line = {"event": self.event, "verb": self._verb, "subject": "", "at": at, "state": self.state}
            self._action = self._conn.insert("actions", line)
            self._conn.insert("events", {"id": self.event, "action_id": self._action})
        return self._action

    def about(self, subject: str) -> None:
        """Say of what this action is; the first few are named."""
        if subject not in self._subjects:
            self._subjects.append(subject)

    def changed(self, table: str, key: str, before: Mapping[str, object] | None, after: Mapping[str, object]) -> None:
        """Remember a row, if it is another now: only the columns that differ; ``before`` None where it is new."""
        if before is not None:
            after = {name: value for name, value in after.items() if before[name] != value}
            before = {name: before[name] for name in after}
            if not after:
                return
        line = {"action_id": self.action, "tab": table, "key": key, "before": _json(before), "after": _json(after)}
        self._conn.insert("changes", line)

    def close(self) -> None:
        """Write the subject down; called before the commit."""
        if self._action is None:
            return
        named = ", ".join(self._subjects[:_SUBJECTS_SHOWN])
        more = len(self._subjects) - _SUBJECTS_SHOWN
        subject = f"{named} +{more}" if more > 0 else named
        self._conn.run("UPDATE actions SET subject = :subject WHERE id = :id", subject=subject, id=self._action)


def _json(row: Mapping[str, object] | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))
