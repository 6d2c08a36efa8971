"""The manifest of the trip in use, from the log."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.packing import Basis, CarFit, CarLoad
from yiwutrip.usecases.build_manifest import build_manifest
from yiwutrip.usecases.list_samples import stalls_of
from yiwutrip.usecases.log_sample import trip_in_use
from yiwutrip.usecases.pack import Means, pack, used_boxes, with_boxes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yiwutrip.domain.box import BoxesUsed
    from yiwutrip.domain.manifest import Manifest, Sums
    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Car, Trip
    from yiwutrip.usecases.ports import Transactions


@dataclass(frozen=True, slots=True)
class Logged:
    """
    What the log holds for the manifest of one trip.

    Attributes:
        stalls: at least those that the samples name.
        boxes: what they were packed into; None where nobody packed them yet.

    """

    samples: Sequence[Sample]
    stalls: Sequence[Stall]
    boxes: BoxesUsed | None = None


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
        used = store.boxes(trip.name) if trip else None
    return manifest_of(trip or untitled, Logged(samples, stalls, used), made_at)


def manifest_of(trip: Trip | str, logged: Logged, made_at: datetime) -> Manifest:
    """The manifest with the boxes as they were packed and whether they go into the car. Pure."""
    used = logged.boxes
    made = build_manifest(trip, logged.samples, logged.stalls, used.boxes if used else (), made_at)
    car = made.journey.car if made.journey else None
    return made if car is None else replace(made, fit=_fit(made, logged, car))


def _fit(manifest: Manifest, logged: Logged, car: Car) -> CarFit:
    """
    What `pack` said where everything is as it was packed; else what is in the log comes to.

    Packing is pure: where packing into the same boxes gives the very numbers in the log, that is what was said.
    """
    used = logged.boxes
    if used is None or not all(inside.box.size_cm for inside in manifest.boxes if inside.box):
        return _fit_of_samples(manifest.sums, car)
    packing = pack(logged.samples, logged.stalls, Means(used.boxes if used.own else (), car))
    same = with_boxes(logged.samples, packing) == tuple(logged.samples)
    if packing.fit and same and set(used_boxes(packing)) <= set(used.boxes):
        return packing.fit
    return _fit_of_boxes(manifest, car)


def _fit_of_boxes(manifest: Manifest, car: Car) -> CarFit:
    """The boxes as they are, and what travels loose by what is known of it."""
    sums, loose_ml = manifest.sums, sum(inside.sums.volume_ml or 0 for inside in manifest.boxes if not inside.box)
    boxes_ml = sum(inside.box.volume_ml or 0 for inside in manifest.boxes if inside.box)
    unmeasured = sum(inside.sums.unmeasured for inside in manifest.boxes if not inside.box)
    load = CarLoad(sums.weight_g or 0, sums.unweighed, boxes_ml + loose_ml, car.load_g, car.load_ml, unmeasured)
    return CarFit(load, basis=Basis.CHANGED)


def _fit_of_samples(sums: Sums, car: Car) -> CarFit:
    """The samples without their boxes: what does not go in like this does not go in with them either."""
    load = CarLoad(sums.weight_g or 0, sums.unweighed, sums.volume_ml or 0, car.load_g, car.load_ml, sums.unmeasured)
    return CarFit(load, basis=Basis.SAMPLES)
