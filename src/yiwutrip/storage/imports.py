"""Whole lists into the catalogue, and back out."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError
from yiwutrip.storage.codec import moment_of, utc_text
from yiwutrip.storage.journal import UNDONE
from yiwutrip.storage.stall_rows import FACTS, search_text
from yiwutrip.storage.stalls import Stalls
from yiwutrip.storage.suppliers import suppliers_of
from yiwutrip.usecases.ports import ImportCounts, ImportRecord, ImportUndone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from yiwutrip.domain.stall import Stall
    from yiwutrip.storage.connection import Row

_CHUNK = 5000
_CACHE_MB = 128
"""For the key indexes of a million stalls: with SQLite's 2 MB each chunk reads and writes their pages anew."""

# A stall stays in the catalogue while an import in force names it, or a hand, a sample or a visit has to do with it.
_UNWANTED = """
    import_id IN (SELECT id FROM imports WHERE undone)
    AND code NOT IN (SELECT r.code FROM imported r JOIN imports i ON i.id = r.import_id WHERE NOT i.undone)
    AND code NOT IN (SELECT code FROM stall_edits WHERE fields LIKE '%"[true,%')
    AND code NOT IN (SELECT stall FROM samples WHERE stall IS NOT NULL AND NOT gone)
    AND code NOT IN (SELECT stall FROM visits WHERE NOT gone)
"""

# Nobody trades under it now, nor would after another undo.
_UNKNOWN = """
    id NOT IN (SELECT supplier_id FROM stalls WHERE supplier_id IS NOT NULL)
    AND id NOT IN (SELECT COALESCE(json_extract(before, '$.supplier_id'), 0) FROM imported WHERE before IS NOT NULL)
    AND id NOT IN (SELECT COALESCE(json_extract(before, '$.supplier_id'), 0) FROM changes
                   WHERE tab = 'stalls' AND before IS NOT NULL)
"""


class Imports(Stalls):
    """Imports: see `ports.Store`."""

    def import_stalls(
        self, stalls: Iterable[Stall], source: str, refused: int | Callable[[], int] = 0, *, force: bool = False
    ) -> ImportCounts:
        """Put a list into the catalogue."""
        from yiwutrip.storage.loading import Loading  # noqa: PLC0415 -- only imports pay for it

        record: dict[str, object] = {"action_id": self.journal.action, "source": source, "at": utc_text(self.now())}
        nothing = dict.fromkeys(("rows", "added", "updated", "unchanged", "refused", "kept_by_hand"), 0)
        self.conn.remember_pages(_CACHE_MB)
        number = self.conn.insert("imports", {**record, **nothing, "undone": 0})
        loading = Loading(self, number, force=force)
        for chunk in _chunks(stalls):
            loading.load(chunk)
        counts = loading.counts(refused() if callable(refused) else refused)
        self.conn.update("imports", "id", {"id": number, **{name: getattr(counts, name) for name in nothing}})
        self.journal.about(f"#{number}")
        return counts

    def imports(self) -> list[ImportRecord]:
        """Every import, the newest last."""
        rows = self.conn.rows("SELECT * FROM imports ORDER BY id")
        return [
            ImportRecord(import_counts(row), row["source"], moment_of(row["at"]), bool(row["undone"])) for row in rows
        ]

    def undo_import(self, number: int) -> ImportUndone:
        """Take one whole import back."""
        row = self.conn.row("SELECT * FROM imports WHERE id = :id AND NOT undone", id=number)
        if row is None:
            raise NotFoundError("import", str(number))
        self.conn.run("UPDATE imports SET undone = :yes WHERE id = :id", yes=True, id=number)
        self.conn.run("UPDATE actions SET state = :state WHERE id = :id", state=UNDONE, id=row["action_id"])
        self.journal.about(f"#{number}")
        restored = self._restore(number, row["action_id"])
        self._hand_on(number)
        removed = self.conn.run(f"DELETE FROM stalls WHERE {_UNWANTED}")  # noqa: S608 -- a constant
        self.conn.run(f"DELETE FROM suppliers WHERE {_UNKNOWN}")  # noqa: S608 -- a constant
        kept = [
            row["code"]
            for row in self.conn.rows(
                "SELECT s.code FROM stalls s WHERE s.import_id = :id"
                " UNION SELECT r.code FROM imported r WHERE r.import_id = :id AND r.before IS NOT NULL"
                " ORDER BY 1",
                id=number,
            )
        ]
        return ImportUndone(number, removed, len(restored), tuple(code for code in kept if code not in restored))

    def _restore(self, number: int, action: int) -> set[str]:
        """Give the stalls that this import changed, and nobody since, their old values back."""
        restored = set()
        changed = self.conn.rows(
            "SELECT r.code, r.before FROM imported r JOIN stalls s ON s.code = r.code"
            " WHERE r.import_id = :id AND r.before IS NOT NULL AND s.action_id = :action",
            id=number,
            action=action,
        )
        before = {row["code"]: json.loads(row["before"]) for row in changed}
        who = suppliers_of(self.conn, {facts["supplier_id"] for facts in before.values() if facts["supplier_id"]})
        for code, facts in before.items():
            search = search_text(code, [facts[name] for name in FACTS], who.get(facts["supplier_id"]))
            self.conn.update("stalls", "code", {"code": code, **facts, "search": search})
            restored.add(code)
        return restored

    def _hand_on(self, number: int) -> None:
        """
        Let the next import that changed a stall remember what it was before this one.

        Taken back too, it then gives back what stood there before both, and not what this one had said. What a hand
        said in between stays.
        """
        rows = self.conn.rows(
            "SELECT r.code, r.before, l.before AS later, min(l.import_id) AS next FROM imported r"
            " JOIN imported l ON l.code = r.code AND l.import_id > r.import_id AND l.before IS NOT NULL"
            " JOIN imports i ON i.id = l.import_id AND NOT i.undone"
            " WHERE r.import_id = :id AND r.before IS NOT NULL GROUP BY r.code",
            id=number,
        )
        by_hand = self.edits.by_hand(row["code"] for row in rows)
        for row in rows:
            later = json.loads(row["later"])
            kept = {name: later[name] for name in by_hand.get(row["code"], ())}
            before = json.dumps({**later, **json.loads(row["before"]), **kept}, ensure_ascii=False)
            self.conn.run(
                "UPDATE imported SET before = :before WHERE import_id = :id AND code = :code",
                before=before,
                id=row["next"],
                code=row["code"],
            )


def import_counts(row: Row) -> ImportCounts:
    """The counts of a row of imports."""
    names = ("id", "rows", "added", "updated", "unchanged", "refused", "kept_by_hand")
    return ImportCounts(*(row[name] for name in names))


def _chunks(stalls: Iterable[Stall]) -> Iterator[list[Stall]]:
    rest = iter(stalls)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
