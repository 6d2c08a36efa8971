"""What the evening's prompt wants to know of the catalogue and of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.usecases.log_notes import visited_stall
from yiwutrip.usecases.log_sample import trip_in_use
from yiwutrip.usecases.ports import StallQuery
from yiwutrip.usecases.resolve_stall import resolve_stall

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.domain.stall import Stall
    from yiwutrip.usecases.ports import Transactions

MOST_COMPLETIONS = 200


def named_stall(said: str, transactions: Transactions) -> Stall:
    """
    The stall of that code or booth.

    Raises:
        UnknownStallError: none, or more than one.

    """
    with transactions.read() as store:
        return resolve_stall(said, store)


def stall_now(at: datetime, who: str | None, transactions: Transactions) -> Stall | None:
    """The stall that is being visited at that time, None where no visit is near."""
    with transactions.read() as store:
        trip = trip_in_use(store)
        return visited_stall(at, who, store.visits(trip.name), store) if trip else None


def stalls_like(text: str, transactions: Transactions) -> list[str]:
    """Codes of stalls whose code, booth or name begins like this, in order."""
    with transactions.read() as store:
        found = store.find_stalls(StallQuery(words=(text,), limit=MOST_COMPLETIONS)).stalls
    begun = text.upper()
    return sorted(stall.code for stall in found if any(name.upper().startswith(begun) for name in _names(stall)))


def _names(stall: Stall) -> tuple[str, ...]:
    return (stall.code, stall.name, *(stall.address.booth or "").split(","))
