"""The log of samples, with the stalls they are from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.usecases.log_sample import trip_in_use

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.usecases.ports import Store, Transactions


@dataclass(frozen=True, slots=True)
class SampleLog:
    """``stalls`` are by code those that the samples name and the catalogue has; ``trip`` None without one in use."""

    samples: tuple[Sample, ...]
    stalls: Mapping[str, Stall]
    trip: Trip | None


def list_samples(transactions: Transactions, *, all_trips: bool = False) -> SampleLog:
    """The samples of the trip in use, or of all trips, in order of number."""
    with transactions.read() as store:
        trip = trip_in_use(store)
        samples = store.samples(None if all_trips or trip is None else trip.name)
        return SampleLog(tuple(samples), stalls_of(samples, store), trip)


def show_sample(number: str, transactions: Transactions) -> SampleLog:
    """
    One sample with its stall.

    Raises:
        NotFoundError: no sample of that number.

    """
    with transactions.read() as store:
        return card_of(store.sample(number), store)


def card_of(sample: Sample, store: Store) -> SampleLog:
    """One sample with its stall, within a transaction."""
    return SampleLog((sample,), stalls_of([sample], store), trip_in_use(store))


def stalls_of(samples: list[Sample], store: Store) -> Mapping[str, Stall]:
    """By code, the stalls that the samples name."""
    codes = {sample.taken.stall for sample in samples if sample.taken.stall}
    return {stall.code: stall for stall in store.stalls(codes)}
