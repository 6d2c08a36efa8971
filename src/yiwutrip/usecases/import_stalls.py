"""Load a list of stalls into the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.domain.stall import Stall
    from yiwutrip.usecases.ports import ImportCounts, Transactions


@dataclass(frozen=True, slots=True)
class StallList:
    """
    What was read of a list.

    Attributes:
        stalls: the good rows.
        source: what the list is called in `import list`.
        refused: rows that were not understood; they are only counted.

    """

    stalls: tuple[Stall, ...]
    source: str
    refused: int = 0


def import_stalls(
    stall_list: StallList, transactions: Transactions, *, force: bool = False, dry_run: bool = False
) -> ImportCounts:
    """
    Store the list in one transaction: new stalls added, known ones updated.

    Args:
        stall_list: what was read.
        transactions: of the catalogue.
        force: overwrite fields that were edited by hand too.
        dry_run: count, and store nothing.

    """
    with transactions.write("stall import", rehearse=dry_run) as store:
        return store.import_stalls(stall_list.stalls, stall_list.source, stall_list.refused, force=force)
