"""Suppliers' rows, many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.stall import Supplier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwutrip.storage.connection import Connection

_BY_NAME = "SELECT id, name, contact, phone, wechat FROM suppliers WHERE name IN :names"
_COLUMNS = ("id", "name", "contact", "phone", "wechat")


def supplier_ids(conn: Connection, suppliers: Iterable[Supplier]) -> dict[Supplier, int]:
    """The keys of these suppliers' rows; those not known are stored."""
    wanted = dict.fromkeys(suppliers)
    names = list({supplier.name for supplier in wanted})
    known = {}
    for row in conn.tuples(_BY_NAME, names=names):
        known[Supplier(*row[1:])] = row[0]
    new = [supplier for supplier in wanted if supplier not in known]
    last = conn.row("SELECT COALESCE(max(id), 0) AS id FROM suppliers")
    assert last is not None
    ids = {supplier: last["id"] + place for place, supplier in enumerate(new, start=1)}
    rows = ((number, who.name, who.contact, who.phone, who.wechat) for who, number in ids.items())
    conn.insert_many("suppliers", _COLUMNS, rows)
    return known | ids


def suppliers_of(conn: Connection, ids: Iterable[int]) -> dict[int, Supplier]:
    """The suppliers of these keys."""
    rows = conn.tuples("SELECT id, name, contact, phone, wechat FROM suppliers WHERE id IN :ids", ids=list(ids))
    return {row[0]: Supplier(*row[1:]) for row in rows}
