"""Take the last action back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.usecases.ports import Action, Transactions


def undo(transactions: Transactions, *, dry_run: bool = False) -> Action:
    """
    Take back what was done last; again for the one before.

    Raises:
        NotFoundError: ``nothing-to-undo``.

    """
    with transactions.write("undo", rehearse=dry_run) as store:
        return store.undo()
