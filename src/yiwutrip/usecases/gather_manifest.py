"""The manifest of the trip in use, from the log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwutrip.domain.packing import CarFit, CarLoad
from yiwutrip.domain.trip import Trip
from yiwutrip.usecases.build_manifest import build_manifest
from yiwutrip.usecases.list_samples import stalls_of
from yiwutrip.usecases.log_sample import trip_in_use
from yiwutrip.usecases.pack import Means, pack, with_boxes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.packing import Packing
    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Car
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
        stalls = tuple(stalls_of(samples, store).values())
    return manifest_of(trip or untitled, samples, stalls, made_at)


def manifest_of(trip: Trip | str, samples: Sequence[Sample], stalls: Sequence[Stall], made_at: datetime) -> Manifest:
    """The manifest with the boxes as they were packed and whether they go into the car. Pure."""
    packed = _packing_in_log(samples, stalls, trip.car if isinstance(trip, Trip) else None)
    boxes = [one.box for one in packed.boxes] if packed else []
    made = build_manifest(trip, samples, stalls, boxes, made_at)
    return replace(made, fit=packed.fit if packed else _fit_of_samples(made))


def _packing_in_log(samples: Sequence[Sample], stalls: Sequence[Stall], car: Car | None) -> Packing | None:
    """
    The packing that the samples' boxes come from, so that the manifest says what `pack` said.

    The log keeps numbers of boxes, not their sizes. Packing is pure: where packing into common cartons gives the very
    numbers in the log, those are the boxes. Otherwise (own boxes, changed since, not packed yet) nobody knows.
    """
    if not any(sample.box for sample in samples):
        return None
    packing = pack(samples, stalls, Means(car=car))
    return packing if with_boxes(samples, packing) == tuple(samples) else None


def _fit_of_samples(manifest: Manifest) -> CarFit | None:
    """The samples without their boxes: what does not go in like this does not go in with them either."""
    car, sums = manifest.journey.car if manifest.journey else None, manifest.sums
    if car is None:
        return None
    load = CarLoad(sums.weight_g or 0, sums.unweighed, sums.volume_ml or 0, car.load_g, car.load_ml)
    return CarFit(load, by_box=False)
