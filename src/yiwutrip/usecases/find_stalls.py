"""Search the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.usecases.ports import StallQuery, StallsFound, Transactions


def find_stalls(query: StallQuery, transactions: Transactions) -> StallsFound:
    """The best first, at most as many as the query asks for."""
    with transactions.read() as store:
        return store.find_stalls(query)
