"""Numbers for blank labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.usecases.ports import Transactions


def reserve_labels(letter: str, count: int, transactions: Transactions) -> list[str]:
    """So many numbers of that letter that no sample has or will be given by itself."""
    with transactions.write("labels") as store:
        return store.reserve_numbers(letter, count)
