"""Bring another device's log in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError

if TYPE_CHECKING:
    from yiwutrip.usecases.ports import Conflict, MergeResult, Transactions


def merge_device(ours: Transactions, theirs: Transactions, *, dry_run: bool = False) -> MergeResult:
    """
    Take what the other device has logged; nothing of either side is lost, nothing of the other is changed.

    Args:
        ours: the database in use.
        theirs: the other device's.
        dry_run: say what would come, and store nothing.

    """
    with ours.write("merge", rehearse=dry_run) as store, theirs.read() as other:
        return store.merge(other)


def list_conflicts(transactions: Transactions) -> list[Conflict]:
    """What two devices said differently and nobody has settled yet."""
    with transactions.read() as store:
        return store.conflicts()


def settle_conflict(number: int, transactions: Transactions, *, theirs: bool) -> Conflict:
    """
    Choose one of the two values of a conflict.

    Args:
        number: its place in `list_conflicts`, from 1.
        transactions: of the database in use.
        theirs: take the other's value rather than what this device said.

    Raises:
        NotFoundError: ``conflict-not-found``.

    """
    with transactions.write("conflict choose") as store:
        conflicts = store.conflicts()
        if not 1 <= number <= len(conflicts):
            raise NotFoundError("conflict", str(number))
        conflict = conflicts[number - 1]
        store.settle(conflict, conflict.theirs if theirs else conflict.ours)
        return conflict
