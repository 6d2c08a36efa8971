"""What every part of the store works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.storage.records import Records

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from yiwutrip.storage.connection import Connection
    from yiwutrip.storage.journal import Journal


class Part:
    """A transaction's connection, journal and clock; the parts of the store are subclasses, one a noun."""

    def __init__(self, conn: Connection, journal: Journal, now: Callable[[], datetime]) -> None:
        self.conn = conn
        self.journal = journal
        self.now = now
        self.records = Records(conn, journal)

    def setting(self, key: str) -> str | None:
        """What this device has chosen."""
        row = self.conn.row("SELECT value FROM settings WHERE key = :key", key=key)
        return None if row is None else row["value"]

    def choose(self, key: str, value: str) -> None:
        """Choose something on this device, journaled."""
        old = self.conn.row("SELECT * FROM settings WHERE key = :key", key=key)
        new = {"key": key, "value": value}
        if old is None:
            self.conn.insert("settings", new)
            self.journal.changed("settings", key, None, new)
        elif old["value"] != value:
            self.conn.update("settings", "key", new)
            self.journal.changed("settings", key, dict(old), new)
