"""What was loaded into the catalogue, and taking a whole import back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.usecases.ports import ImportRecord, ImportUndone, Transactions


def list_imports(transactions: Transactions) -> tuple[ImportRecord, ...]:
    """Every import, the newest last."""
    with transactions.read() as store:
        return tuple(store.imports())


def undo_import(number: int, transactions: Transactions) -> ImportUndone:
    """
    Take one import back, whole, also after later ones; what a later one touched stays and is named.

    Raises:
        NotFoundError: no import of that number, or it was taken back already.

    """
    with transactions.write("import undo") as store:
        return store.undo_import(number)
