"""The manifest of the trip in use, from the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.usecases.build_manifest import build_manifest
from yiwutrip.usecases.list_samples import stalls_of
from yiwutrip.usecases.log_sample import trip_in_use

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.usecases.ports import Transactions


def gather_manifest(untitled: str, made_at: datetime, transactions: Transactions) -> Manifest:
    """
    Everything that goes home from the trip in use.

    Args:
        untitled: what to call it where no trip was loaded; it then holds the samples that belong to none.
        made_at: aware.
        transactions: of the log.

    """
    with transactions.read() as store:
        trip = trip_in_use(store)
        samples = store.samples(trip.name if trip else None)
        return build_manifest(trip or untitled, samples, stalls_of(samples, store).values(), (), made_at)
