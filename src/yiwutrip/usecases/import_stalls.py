"""Load a list of stalls into the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.stall import Stall
    from yiwutrip.usecases.ports import ImportCounts, Transactions


class StallRows(Protocol):
    """A list that can be read; the rows that cannot go in are counted while it is."""

    @property
    def source(self) -> str:
        """What the list is called in `import list`."""
        ...

    def stalls(self) -> Iterator[Stall]:
        """The stalls of the good rows, one after the other."""
        ...

    def refused(self) -> int:
        """Rows that could not go in, once the stalls have been read to their end."""
        ...


def import_stalls(
    rows: StallRows, transactions: Transactions, *, force: bool = False, dry_run: bool = False
) -> ImportCounts:
    """
    Store the list in one transaction: new stalls added, known ones updated.

    Args:
        rows: the list.
        transactions: of the catalogue.
        force: overwrite fields that were edited by hand too.
        dry_run: count, and store nothing.

    """
    with transactions.write("stall import", rehearse=dry_run) as store:
        return store.import_stalls(rows.stalls(), rows.source, rows.refused, force=force)


def stalls_without_booth(transactions: Transactions) -> list[Stall]:
    """Those whose codes end in a serial number; a list that names one again has to get its code."""
    with transactions.read() as store:
        return store.stalls_without_booth()
