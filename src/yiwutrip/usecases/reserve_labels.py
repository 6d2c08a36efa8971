"""Numbers for blank labels."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import TripError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.usecases.ports import Transactions


@contextmanager
def reserved_labels(letter: str, count: int, transactions: Transactions) -> Iterator[list[str]]:
    """
    So many numbers of that letter that no sample has or will be given by itself.

    They are reserved before a label bears one; where the labels cannot be written, the numbers are free again.
    """
    with transactions.write("labels") as store:
        numbers = store.reserve_numbers(letter, count)
    try:
        yield numbers
    except BaseException:
        # Where that is not possible either, numbers are lost and nothing else.
        with suppress(TripError), transactions.write("labels") as store:
            store.free_numbers(numbers)
        raise
