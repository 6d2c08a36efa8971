"""The catalogue: reading, searching, editing by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.known_stalls import StallSigns
from yiwutrip.storage.part import Part
from yiwutrip.storage.search import codes_best_first, matching
from yiwutrip.storage.stall_edits import StallEdits
from yiwutrip.storage.stall_rows import FACTS, SELECT, facts_of, search_text, stall_of
from yiwutrip.storage.suppliers import supplier_ids
from yiwutrip.usecases.ports import StallsFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiwutrip.domain.stall import Stall, Supplier
    from yiwutrip.usecases.ports import StallQuery


class Stalls(Part):
    """Stalls: see `ports.Store`."""

    def stall(self, code: str) -> Stall | None:
        """The stall of that code, None where there is none."""
        return next(iter(self.stalls([code])), None)

    def stalls(self, codes: Iterable[str] | None = None) -> list[Stall]:
        """The stalls of those codes that exist, or all of them, in order of code."""
        if codes is None:
            rows = self.conn.tuples(f"{SELECT} ORDER BY s.code")
        else:
            rows = self.conn.tuples(f"{SELECT} WHERE s.code IN :codes ORDER BY s.code", codes=list(codes))
        return [stall_of(row) for row in rows]

    def stall_signs(self) -> Iterator[StallSigns]:
        """What each stall is called: code, booth, names; far quicker than the stalls themselves."""
        rows = self.conn.tuples(
            "SELECT s.code, s.booth, s.name_zh, s.name_en, p.name"
            " FROM stalls s LEFT JOIN suppliers p ON p.id = s.supplier_id ORDER BY s.code"
        )
        for code, booth, *names in rows:
            yield StallSigns(code, booth, tuple(name for name in names if name))

    def stalls_without_booth(self) -> list[Stall]:
        """The stalls that only a serial number keeps apart, in order of code."""
        return [stall_of(row) for row in self.conn.tuples(f"{SELECT} WHERE s.booth IS NULL ORDER BY s.code")]

    def find_stalls(self, query: StallQuery) -> StallsFound:
        """Search; name and category rank before notes."""
        codes, total = codes_best_first(self.conn, query)
        found = {stall.code: stall for stall in self.stalls(codes)}
        count = self.conn.row("SELECT count(*) AS stalls FROM stalls")
        assert count is not None
        return StallsFound(tuple(found[code] for code in codes), total, count["stalls"])

    def stalls_fitting(self, query: StallQuery) -> list[Stall]:
        """All that a search finds, in no order and without its limit."""
        where, params = matching(query)
        return [stall_of(row) for row in self.conn.tuples(f"{SELECT} WHERE {where}", **params)]

    def similar_codes(self, code: str, limit: int = 3) -> list[str]:
        """Codes that somebody who typed this one may have meant, the likeliest first."""
        from yiwutrip.storage.similar import LONGEST, slips  # noqa: PLC0415 -- only when something is wrong

        code = code.upper()[:LONGEST]
        one_off = [code[:at] + "_" + code[at + 1 :] for at in range(len(code))]
        swapped = [code[:at] + "__" + code[at + 2 :] for at in range(len(code) - 1)]
        patterns = [f"%{code.rpartition('-')[2]}", f"{code[:-2]}%", f"{code}_", *one_off, *swapped]
        tests = " OR ".join(f"code LIKE :p{place}" for place in range(len(patterns)))
        params = {f"p{place}": pattern for place, pattern in enumerate(patterns)}
        rows = self.conn.rows(f"SELECT code FROM stalls WHERE {tests} LIMIT 500", **params)  # noqa: S608 -- our words
        return sorted((row["code"] for row in rows), key=lambda known: (slips(code, known), known))[:limit]

    def edit_stall(self, stall: Stall) -> None:
        """Store a stall as the user has edited it, or a new one; its fields then count as edited by hand."""
        old = self.conn.row("SELECT * FROM stalls WHERE code = :code", code=stall.code)
        supplier_id = None if stall.supplier is None else self.supplier_ids([stall.supplier])[stall.supplier]
        facts = dict(zip(FACTS, facts_of(stall, supplier_id), strict=True))
        edited = {name: fact for name, fact in facts.items() if (old[name] if old else None) != fact}
        if not edited:
            return
        self.edits.say(stall.code, edited)
        search = search_text(stall.code, tuple(facts.values()), stall.supplier)
        new = {"code": stall.code, **facts, "search": search, "action_id": self.journal.action}
        if old:
            self.conn.update("stalls", "code", new)
        else:
            self.conn.insert("stalls", new)
        self.journal.changed("stalls", stall.code, dict(old) if old else None, new)
        self.journal.about(stall.code)

    @property
    def edits(self) -> StallEdits:
        """What hands have said about stalls."""
        return StallEdits(self.conn, self.journal)

    def supplier_ids(self, suppliers: Iterable[Supplier]) -> dict[Supplier, int]:
        """Their rows' keys; those not known are stored."""
        return supplier_ids(self.conn, suppliers)
