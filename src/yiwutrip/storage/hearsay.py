"""Which versions this device said itself, and which it only heard of by a merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.storage.registers import HEARD, origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwutrip.storage.connection import Connection
    from yiwutrip.storage.registers import Version


def said_here(conn: Connection, versions: Iterable[Version]) -> frozenset[Version]:
    """Those of them that this device said itself; what an undo here said again of others stays theirs."""
    mine = [version for version in versions if not version.event.endswith(HEARD)]
    said = "SELECT event FROM actions WHERE event IN :events"
    here = {row[0] for row in conn.tuples(said, events=sorted({origin(version) for version in mine}))}
    return frozenset(version for version in mine if origin(version) in here)
