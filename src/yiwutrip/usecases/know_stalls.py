"""What people call the stalls of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.known_stalls import known_stalls

if TYPE_CHECKING:
    from yiwutrip.domain.known_stalls import KnownStalls
    from yiwutrip.usecases.ports import Transactions


def know_stalls(transactions: Transactions) -> KnownStalls:
    """Every booth, code and name of the catalogue, for reading notes."""
    with transactions.read() as store:
        return known_stalls(store.stall_signs())
