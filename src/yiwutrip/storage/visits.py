"""The day's log."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.storage.codec import moment_of, utc_text
from yiwutrip.storage.records import Kind
from yiwutrip.storage.trips import Trips

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwutrip.storage.connection import Row
    from yiwutrip.storage.registers import Value

VISITS = Kind("visits", "id", ("trip", "stall"), ("status", "who", "at", "minutes", "deleted"))
_NAMESPACE = uuid.UUID("5f0c8a5e-64b1-4f0e-9d3f-1f3f2f6c7a01")


class Visits(Trips):
    """Visits: see `ports.Store`."""

    def add_visit(self, trip: str, visit: Visit) -> Visit:
        """Store a line; the same stall again replaces what was said before."""
        self.require_trip(trip)
        # From trip and stall, so that two devices that log the same visit mean the same line.
        key = str(uuid.uuid5(_NAMESPACE, f"{trip}\n{visit.stall}"))
        values = {
            "status": str(visit.status),
            "who": json.dumps(visit.who, ensure_ascii=False),
            "at": utc_text(visit.at),
            "minutes": visit.minutes,
        }
        self.records.put(VISITS, key, values, {"trip": trip, "stall": visit.stall})
        self.journal.about(visit.stall)
        return replace(visit, id=key, trip=trip)

    def visits(self, trip: str | None = None) -> list[Visit]:
        """Of that trip, or of all, by time."""
        where = "NOT gone" if trip is None else "NOT gone AND trip = :trip"
        rows = self.conn.rows(f"SELECT * FROM visits WHERE {where} ORDER BY at, id", trip=trip)  # noqa: S608 -- ours
        return [_visit(row) for row in rows]


def _visit(row: Row) -> Visit:
    who = tuple(json.loads(row["who"]))
    return Visit(
        row["stall"], VisitStatus(row["status"]), who, moment_of(row["at"]), row["minutes"], row["id"], row["trip"]
    )


def visit_fact(name: str, value: Value) -> object:
    """One column as the value that it stands for."""
    reader = _READERS.get(name)
    return reader(str(value)) if reader else value


_READERS: dict[str, Callable[[str], object]] = {
    "status": VisitStatus,
    "who": lambda text: tuple(json.loads(text)),
    "at": moment_of,
}
