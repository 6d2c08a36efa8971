"""The trips there are, and the one in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.usecases.log_sample import trip_in_use

if TYPE_CHECKING:
    from yiwutrip.domain.trip import Trip
    from yiwutrip.usecases.ports import Transactions


@dataclass(frozen=True, slots=True)
class TripList:
    """``in_use``: the name of the one in use, None where there is none."""

    trips: tuple[Trip, ...]
    in_use: str | None


def list_trips(transactions: Transactions) -> TripList:
    """All trips by start."""
    with transactions.read() as store:
        used = trip_in_use(store)
        return TripList(tuple(store.trips()), used.name if used else None)


def show_trip(transactions: Transactions) -> Trip:
    """
    The trip in use.

    Raises:
        NotFoundError: there is none (``no-trip``).

    """
    with transactions.read() as store:
        return store.trip()


def use_trip(name: str, transactions: Transactions) -> Trip:
    """
    Make it the one in use.

    Raises:
        NotFoundError: no trip of that name.

    """
    with transactions.write("trip use") as store:
        return store.use_trip(name)
