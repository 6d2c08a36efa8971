"""One import under way, chunk by chunk."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from yiwutrip.domain.stall import Supplier
from yiwutrip.storage.stall_rows import COLUMNS, FACTS, facts_of, search_text
from yiwutrip.storage.suppliers import suppliers_of
from yiwutrip.usecases.ports import ImportCounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.storage.connection import Row
    from yiwutrip.storage.stalls import Stalls

_KNOWN = "SELECT * FROM stalls WHERE code IN :codes"


class Loading:
    """
    Puts chunks of a list into the catalogue and counts what became of the rows.

    A stall that the list names twice is added once and then counts as updated or unchanged.
    """

    def __init__(self, store: Stalls, number: int, *, force: bool) -> None:
        self._store = store
        self._conn = store.conn
        self._number = number
        self._action = store.journal.action
        self._force = force
        self._added = self._updated = self._unchanged = self._kept = 0

    def counts(self, refused: int) -> ImportCounts:
        """What was done so far."""
        rows = self._added + self._updated + self._unchanged + refused
        return ImportCounts(
            self._number, rows, self._added, self._updated, self._unchanged, refused, kept_by_hand=self._kept
        )

    def load(self, chunk: Sequence[Stall]) -> None:
        """Add what is new, update what says something new."""
        known = {row["code"]: row for row in self._conn.rows(_KNOWN, codes=[stall.code for stall in chunk])}
        new: dict[str, Stall] = {}
        again: list[Stall] = []
        for stall in chunk:
            if stall.code in known or stall.code in new:
                again.append(stall)
            else:
                new[stall.code] = stall
        if new:
            self._add(new.values())
        if again:
            for row in self._conn.rows(_KNOWN, codes=[stall.code for stall in again if stall.code in new]):
                known[row["code"]] = row
            self._update(again, known)

    def _add(self, stalls: Iterable[Stall]) -> None:
        ids = self._store.supplier_ids(stall.supplier for stall in stalls if stall.supplier)
        rows = []
        for stall in stalls:
            facts = facts_of(stall, ids[stall.supplier] if stall.supplier else None)
            search = search_text(stall.code, facts, stall.supplier)
            rows.append((stall.code, *facts, search, self._number, self._action))
        self._conn.insert_many("stalls", COLUMNS, rows)
        self._added += len(rows)

    def _update(self, stalls: list[Stall], known: dict[str, Row]) -> None:
        suppliers = suppliers_of(self._conn, {row["supplier_id"] for row in known.values() if row["supplier_id"]})
        stalls = [_completed(stall, suppliers.get(known[stall.code]["supplier_id"])) for stall in stalls]
        ids = self._store.supplier_ids(stall.supplier for stall in stalls if stall.supplier)
        edits = {} if self._force else self._store.edits([stall.code for stall in stalls])
        rows = {code: dict(row) for code, row in known.items()}
        for stall in stalls:
            row = rows[stall.code]
            facts = zip(FACTS, facts_of(stall, ids[stall.supplier] if stall.supplier else None), strict=True)
            news = {name: fact for name, fact in facts if fact is not None and row[name] != fact}
            by_hand = edits.get(stall.code, frozenset()) & news.keys()
            self._kept += bool(by_hand)
            self._change(row, {name: fact for name, fact in news.items() if name not in by_hand}, stall.supplier)
        self._remember(known, rows)

    def _change(self, row: dict[str, object], news: dict[str, object], supplier: Supplier | None) -> None:
        if not news:
            self._unchanged += 1
            return
        self._updated += 1
        row |= news
        row["search"] = search_text(str(row["code"]), [row[name] for name in FACTS], supplier)
        row["action_id"] = self._action
        self._conn.update("stalls", "code", {name: row[name] for name in ("code", *news, "search", "action_id")})

    def _remember(self, known: dict[str, Row], rows: dict[str, dict[str, object]]) -> None:
        """Note for each stall that was there before this import what it was then, if it is now another."""
        lines = [
            (self._number, code, None if rows[code] == dict(was) else json.dumps(dict(was), ensure_ascii=False))
            for code, was in known.items()
            if was["import_id"] != self._number
        ]
        self._conn.insert_many("imported", ("import_id", "code", "before"), lines, unless=_NOTED)


_NOTED = "ON CONFLICT (import_id, code) DO UPDATE SET before = COALESCE(imported.before, excluded.before)"


def _completed(stall: Stall, old: Supplier | None) -> Stall:
    """A list that names the supplier and leaves the contacts empty does not take the known ones away."""
    new = stall.supplier
    if new is None:
        return replace(stall, supplier=old) if old else stall
    if old is None or old.name != new.name:
        return stall
    contacts = (new.contact or old.contact, new.phone or old.phone, new.wechat or old.wechat)
    return replace(stall, supplier=Supplier(new.name, *contacts))
