"""
What hands have said about stalls, field by field (registers.py), beside the lists that say the rest.

The row of a stall holds ``{field: [[event, said], …]}``; ``said`` is JSON of two: whether a hand stands by it (an undo
says the old value again and lets go of it), and the value. ``supplier_id`` says who it is, not the number of a row.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from yiwutrip.domain.stall import Supplier
from yiwutrip.storage.hearsay import said_here
from yiwutrip.storage.registers import Version, said_again, shown
from yiwutrip.storage.stall_rows import FACTS, search_text
from yiwutrip.storage.suppliers import supplier_ids, suppliers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yiwutrip.storage.connection import Connection
    from yiwutrip.storage.journal import Journal
    from yiwutrip.storage.registers import Registers


class StallEdits:
    """The rows of ``stall_edits``, and the stalls' rows as they follow from them."""

    def __init__(self, conn: Connection, journal: Journal) -> None:
        self._conn = conn
        self._journal = journal

    def load(self, code: str) -> Registers:
        """What was said about a stall; empty where no hand was."""
        row = self._row("stall_edits", code)
        return read_edits(row["fields"]) if row else {}

    def by_hand(self, codes: Iterable[str]) -> dict[str, frozenset[str]]:
        """Of these stalls those with fields that a hand stands by, and which."""
        rows = self._conn.tuples("SELECT code, fields FROM stall_edits WHERE code IN :codes", codes=list(codes))
        return {code: frozenset(name for name, said in read_edits(text).items() if hand(said)) for code, text in rows}

    def say(self, code: str, facts: Mapping[str, object]) -> None:
        """Let a hand stand by these facts."""
        self.save(
            code, {**self.load(code), **{name: self._said(name, fact, by_hand=True) for name, fact in facts.items()}}
        )

    def save(self, code: str, edits: Registers) -> None:
        """Store what was said, journaled."""
        old = self._row("stall_edits", code)
        new = {"code": code, "fields": _text(edits)}
        if old is None:
            self._conn.insert("stall_edits", new)
        else:
            self._conn.update("stall_edits", "code", new)
        self._journal.changed("stall_edits", code, old, new)

    def show(self, code: str, edits: Registers) -> None:
        """
        Let the stall's row show what was said, journaled.

        A stall that a hand noted and took back whole stays as it is where others have it: they may have been there.
        """
        old = self._row("stalls", code)
        if old is None or _taken_back(edits):
            return
        facts = {name: self._stored(name, value(said)) for name, said in edits.items()}
        row = {**old, **facts}
        who = suppliers_of(self._conn, [row["supplier_id"]]).get(row["supplier_id"]) if row["supplier_id"] else None
        row |= {
            "search": search_text(code, [row[name] for name in FACTS], who),
            "action_id": self._journal.action,
        }
        self._conn.update("stalls", "code", row)
        self._journal.changed("stalls", code, old, row)

    def revert(self, code: str, before: str | None) -> None:
        """Take an edit back: what was said before is said again; what was not is the list's again, and says so."""
        then = read_edits(before) if before else {}
        stall = self._row("stalls", code)
        now = self.load(code)
        lists = {
            name: self._said(name, stall[name] if stall else None, by_hand=False) for name in now if name not in then
        }
        changed = {name for name, said in then.items() if said != now[name]}
        here = said_here(self._conn, chain.from_iterable(then[name] for name in changed))
        hands = said_again(then, changed, self._journal.event, here)
        again = {**now, **lists, **hands}
        self._conn.update("stall_edits", "code", {"code": code, "fields": _text(again)})

    def _row(self, table: str, code: str) -> dict[str, Any] | None:
        row = self._conn.row(f"SELECT * FROM {table} WHERE code = :code", code=code)  # noqa: S608 -- our names
        return None if row is None else dict(row)

    def _said(self, name: str, fact: object, *, by_hand: bool) -> frozenset[Version]:
        if name == "supplier_id" and fact is not None:
            assert isinstance(fact, int)
            who = suppliers_of(self._conn, [fact])[fact]
            fact = [who.name, who.contact, who.phone, who.wechat]
        return frozenset((Version(self._journal.event, json.dumps([by_hand, fact], ensure_ascii=False)),))

    def _stored(self, name: str, fact: Any) -> object:  # noqa: ANN401 -- any column's
        if name != "supplier_id" or fact is None:
            return fact
        who = Supplier(*fact)
        return supplier_ids(self._conn, [who])[who]


def _taken_back(edits: Registers) -> bool:
    """Whether it was new by hand and the hand let go of it: no stall is without a district."""
    district = edits.get("district")
    return district is not None and value(district) is None and not hand(district)


def hand(said: frozenset[Version]) -> bool:
    """Whether a hand stands by it, on whichever device."""
    return any(json.loads(str(version.value))[0] for version in said)


def value(said: frozenset[Version]) -> Any:  # noqa: ANN401 -- any column's
    """The value to show."""
    return json.loads(str(shown(said)))[1]


def values(said: frozenset[Version]) -> list[Any]:
    """All that was said, each once, what is shown first."""
    texts = sorted(str(version.value) for version in said)
    every = [value(said), *(json.loads(text)[1] for text in texts)]
    return [one for place, one in enumerate(every) if one not in every[:place]]


def read_edits(text: str) -> Registers:
    """The registers of a row."""
    return {
        name: frozenset(Version(event, said) for event, said in versions) for name, versions in json.loads(text).items()
    }


def _text(edits: Registers) -> str:
    fields = {name: sorted([version.event, version.value] for version in edits[name]) for name in sorted(edits)}
    return json.dumps(fields, ensure_ascii=False)
