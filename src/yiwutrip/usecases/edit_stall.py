"""Change what is known of a stall by hand; lists that come later keep away from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.problems import Problem
from yiwutrip.domain.stall import Supplier
from yiwutrip.usecases.resolve_stall import resolve_stall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yiwutrip.domain.stall import Stall
    from yiwutrip.usecases.ports import Transactions

_OF_SUPPLIER = {"supplier": "name", "contact": "contact", "phone": "phone", "wechat": "wechat"}


def edit_stall(said: str, edits: Mapping[str, Any], transactions: Transactions) -> Stall:
    """
    Store these fields of a stall and of who trades there; the others stay.

    Args:
        said: the stall's code or booth number.
        edits: attributes of `Stall`, and ``supplier``, ``contact``, ``phone``, ``wechat``; None forgets one.
        transactions: of the catalogue.

    Raises:
        UnknownStallError: there is no such stall, or more than one.
        BadInputError: ``bad-edit``: the stall would close before it opens, or cost less at most than at least.

    """
    with transactions.write("stall edit") as store:
        stall = resolve_stall(said, store)
        own = {name: value for name, value in edits.items() if name not in _OF_SUPPLIER}
        edited = replace(stall, **own, supplier=_supplier(stall, edits))
        problems = tuple(_faults(edited))
        if problems:
            raise BadInputError("bad-edit", problems=problems)
        store.edit_stall(edited)
        return edited


def _supplier(stall: Stall, edits: Mapping[str, Any]) -> Supplier | None:
    parts = {_OF_SUPPLIER[name]: value for name, value in edits.items() if name in _OF_SUPPLIER}
    if not parts:
        return stall.supplier
    return replace(stall.supplier or Supplier(stall.name), **{**parts, "name": parts.get("name") or stall.name})


def _faults(stall: Stall) -> Iterator[Problem]:
    if stall.opens and stall.closes and stall.closes <= stall.opens:
        params = {"opens": f"{stall.opens:%H:%M}", "closes": f"{stall.closes:%H:%M}"}
        yield Problem("closes-before-opens", params=params)
    low, high = stall.price_low_fen, stall.price_high_fen
    if low is not None and high is not None and low > high:
        yield Problem("price-range-upside-down", value=f"{low / 100:g}-{high / 100:g}")
