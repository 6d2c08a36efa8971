"""One import under way, chunk by chunk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.stall import Supplier
from yiwutrip.storage.stall_rows import COLUMNS, FACTS, SUPPLIER, facts_of, search_text
from yiwutrip.storage.suppliers import suppliers_of
from yiwutrip.usecases.ports import ImportCounts, Renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.storage.stalls import Stalls

_KNOWN = f"SELECT code, import_id, action_id, {', '.join(FACTS)} FROM stalls WHERE code IN :codes"  # noqa: S608 -- ours


@dataclass(slots=True)
class _Known:
    """A stall as it was before this chunk, and as it is now."""

    import_id: int | None
    action_id: int | None
    was: tuple[object, ...]
    now: tuple[object, ...]

    @property
    def supplier_id(self) -> int | None:
        """The row of who trades there."""
        number = self.now[SUPPLIER]
        assert number is None or isinstance(number, int)
        return number


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
        self._renamed: list[Renamed] = []
        self._added = self._updated = self._unchanged = self._kept = 0

    def counts(self, refused: int) -> ImportCounts:
        """What was done so far."""
        rows = self._added + self._updated + self._unchanged + refused
        return ImportCounts(
            self._number,
            rows,
            self._added,
            self._updated,
            self._unchanged,
            refused,
            kept_by_hand=self._kept,
            renamed=tuple(self._renamed),
        )

    def load(self, chunk: Sequence[Stall]) -> None:
        """Add what is new, update what says something new."""
        known = self._look_up(stall.code for stall in chunk)
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
            known |= self._look_up(stall.code for stall in again if stall.code in new)
            self._update(again, known)

    def _look_up(self, codes: Iterable[str]) -> dict[str, _Known]:
        rows = self._conn.tuples(_KNOWN, codes=list(codes))
        return {row[0]: _Known(row[1], row[2], row[3:], row[3:]) for row in rows}

    def _add(self, stalls: Iterable[Stall]) -> None:
        ids = self._store.supplier_ids(stall.supplier for stall in stalls if stall.supplier)
        rows = []
        for stall in stalls:
            facts = facts_of(stall, ids[stall.supplier] if stall.supplier else None)
            search = search_text(stall.code, facts, stall.supplier)
            rows.append((stall.code, *facts, search, self._number, self._action))
        self._conn.insert_many("stalls", COLUMNS, rows)
        self._added += len(rows)

    def _update(self, stalls: list[Stall], known: dict[str, _Known]) -> None:
        old = suppliers_of(self._conn, {stall.supplier_id for stall in known.values() if stall.supplier_id})
        suppliers = [_completed(stall.supplier, old.get(known[stall.code].supplier_id or 0)) for stall in stalls]
        ids = self._store.supplier_ids(supplier for supplier in suppliers if supplier)
        edits = {} if self._force else self._store.edits.by_hand(stall.code for stall in stalls)
        for stall, supplier in zip(stalls, suppliers, strict=True):
            facts = facts_of(stall, ids[supplier] if supplier else None)
            self._compare(stall.code, known[stall.code], facts, edits.get(stall.code, frozenset()))
        self._remember(known)

    def _compare(self, code: str, known: _Known, facts: tuple[object, ...], by_hand: frozenset[str]) -> None:
        if facts == known.now:
            self._unchanged += 1
            return
        pairs = zip(FACTS, known.now, facts, strict=True)
        news = {name: new for name, was, new in pairs if new is not None and new != was}
        if _states_what_was_inferred(facts, known.now):
            news["inferred"] = None
        self._kept += len(by_hand & news.keys())
        news = {name: new for name, new in news.items() if name not in by_hand}
        if not news:
            self._unchanged += 1
            return
        self._updated += 1
        was = known.now[_NAME]
        if was is not None and "name_zh" in news and len(self._renamed) < _MOST_RENAMED:
            self._renamed.append(Renamed(code, str(was), str(news["name_zh"])))
        known.now = tuple(news.get(name, was) for name, was in zip(FACTS, known.now, strict=True))
        supplier = suppliers_of(self._conn, [known.supplier_id]).popitem()[1] if known.supplier_id else None
        changed = {**news, "search": search_text(code, known.now, supplier), "action_id": self._action}
        self._conn.update("stalls", "code", {"code": code, **changed})

    def _remember(self, known: dict[str, _Known]) -> None:
        """Note for each stall that was there before this import what it was then, if it is now another."""
        lines = [
            (self._number, code, None if stall.now == stall.was else _before(stall))
            for code, stall in known.items()
            if stall.import_id != self._number
        ]
        self._conn.insert_many("imported", ("import_id", "code", "before"), lines, unless=_NOTED)


def _states_what_was_inferred(facts: tuple[object, ...], known: tuple[object, ...]) -> bool:
    """Whether a list says itself all that had been inferred of an address."""
    if facts[_INFERRED] is not None or known[_INFERRED] is None:
        return False
    return all(facts[FACTS.index(part)] is not None for part in json.loads(str(known[_INFERRED])))


def _before(stall: _Known) -> str:
    row = {**dict(zip(FACTS, stall.was, strict=True)), "action_id": stall.action_id}
    return json.dumps(row, ensure_ascii=False)


_INFERRED = FACTS.index("inferred")
_NAME = FACTS.index("name_zh")
_MOST_RENAMED = 20_000
_NOTED = "ON CONFLICT (import_id, code) DO UPDATE SET before = COALESCE(imported.before, excluded.before)"


def _completed(new: Supplier | None, old: Supplier | None) -> Supplier | None:
    """A list that leaves the supplier or the contacts empty does not take the known ones away."""
    if new is None or new == old:
        return old
    if old is None or old.name != new.name:
        return new
    return Supplier(new.name, new.contact or old.contact, new.phone or old.phone, new.wechat or old.wechat)
