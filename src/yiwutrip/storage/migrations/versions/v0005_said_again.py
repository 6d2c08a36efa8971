"""
What an undo says again bears names that keep its order (registers.py).

Before, several values of a field were said again under one name, and which of them stood in its column was chance. Now
the value itself decides among those (`registers.shown`), and the columns follow.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from alembic import op

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

revision = "0005"
down_revision = "0004"

_KEYS = {
    "trips": "name",
    "itineraries": "trip",
    "packings": "trip",
    "visits": "id",
    "samples": "id",
    "sample_photos": "id",
}


def upgrade() -> None:
    """Let each column show what follows from what was said; the journal tells of it, and no undo takes it back."""
    conn = op.get_bind()
    wrong = [
        (table, row[key], shown)
        for table, key in _KEYS.items()
        for row in conn.exec_driver_sql(f"SELECT * FROM {table} WHERE versions LIKE '%[[%'").mappings()  # noqa: S608 -- ours
        if (shown := _wrong(dict(row)))
    ]
    if not wrong:
        return
    event = os.urandom(8).hex()
    line = "INSERT INTO actions (event, verb, subject, at, state) SELECT ?, 'schema', '', max(at), 'kept' FROM actions"
    action = conn.exec_driver_sql(line, (event,)).lastrowid
    conn.exec_driver_sql("INSERT INTO events (id, action_id) VALUES (?, ?)", (event, action))
    for table, key, shown in wrong:
        _mend(conn, action, table, key, shown)


def _wrong(row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields whose column shows another value than the greatest of what was said, with that value."""
    several = {field: said for field, said in json.loads(row["versions"]).items() if isinstance(said, list)}
    shown = {
        field: max(said, key=lambda one: (one[1] is not None, one[0], str(one[1])))[1]
        for field, said in several.items()
    }
    return {field: value for field, value in shown.items() if row[field] != value}


def _mend(conn: Connection, action: int, table: str, key: str, shown: Mapping[str, Any]) -> None:
    columns = f"SELECT {', '.join(shown)} FROM {table} WHERE {_KEYS[table]} = ?"  # noqa: S608 -- our names
    before = dict(conn.exec_driver_sql(columns, (key,)).mappings().one())
    sets = ", ".join(f"{name} = ?" for name in shown)
    conn.exec_driver_sql(f"UPDATE {table} SET {sets} WHERE {_KEYS[table]} = ?", (*shown.values(), key))  # noqa: S608 -- our names
    told = (json.dumps(before, ensure_ascii=False), json.dumps(shown, ensure_ascii=False))
    line = "INSERT INTO changes (action_id, tab, key, before, after) VALUES (?, ?, ?, ?, ?)"
    conn.exec_driver_sql(line, (action, table, key, *told))
