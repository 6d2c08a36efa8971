"""Single columns as the values that a user knows: what conflicts and `undo` tell of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from yiwutrip.domain.stall import Supplier
from yiwutrip.storage.codec import moment_of
from yiwutrip.storage.registers import DELETED
from yiwutrip.storage.sample_rows import sample_fact
from yiwutrip.storage.stall_rows import stall_fact
from yiwutrip.storage.suppliers import suppliers_of
from yiwutrip.storage.visits import visit_fact

if TYPE_CHECKING:
    from yiwutrip.storage.connection import Connection

_SUPPLIER = "supplier_id"
_FACTS = {"samples": sample_fact, "visits": visit_fact, "stalls": stall_fact}


def known(conn: Connection, table: str, column: str, value: object) -> object:
    """The value of a column: a time as a time, a list as a list, a plan by when it was made, a trip by its file."""
    if value is None:
        return None
    if column == DELETED:
        return bool(value)
    if column == "body":
        return _body(str(value))
    if column == "starts":
        return moment_of(str(value))
    if column == _SUPPLIER:
        # A hand's word says who it is; a stall's row says which row of suppliers.
        return (
            Supplier(*value) if isinstance(value, list) else suppliers_of(conn, [int(str(value))]).get(int(str(value)))
        )
    fact = _FACTS.get(table)
    return fact(column, value) if fact else value


def known_name(column: str) -> str:
    """What a column's value is called outside of this room."""
    return "supplier" if column == _SUPPLIER else column


def _body(text: str) -> object:
    body = json.loads(text)
    if body.get("made_at"):
        return moment_of(body["made_at"])
    return body.get("source") or text
