"""Samples into boxes, boxes into the car. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import prod
from typing import TYPE_CHECKING

from yiwutrip.domain.box import Box, BoxesUsed
from yiwutrip.domain.packing import Action, Item, NotPacked, Packing, Parcel, Unpacked, WayOut
from yiwutrip.domain.sample import SampleStatus
from yiwutrip.planner.carload import Tariff, load_of, loading_order, parcels_to_post, posting_fen
from yiwutrip.planner.packing import Boxes, fill_boxes, least_boxes
from yiwutrip.usecases.build_manifest import NOT_WITH_US

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from yiwutrip.domain.packing import PackedBox
    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Car
    from yiwutrip.planner.packing import Filled
    from yiwutrip.usecases.ports import Store, Transactions

ANY_BOX = Box(number=1, size_cm=(60.0, 40.0, 40.0), limit_g=20_000)
"""An assumption: a common carton, as heavy as one person carries. Name your own boxes instead."""


@dataclass(frozen=True, slots=True)
class Means:
    """
    What there is to pack into and to drive home with.

    Attributes:
        boxes: those at hand; none means as many of `ANY_BOX` as are needed.
        car: None where nobody drives.

    """

    boxes: tuple[Box, ...] = ()
    car: Car | None = None
    tariff: Tariff = field(default_factory=Tariff)


def pack(samples: Iterable[Sample], stalls: Iterable[Stall], means: Means) -> Packing:
    """
    Pack what is with us.

    A sample without a size is not packed but asked for. One without a weight is packed, and counted as unweighed.
    Where the car is too small, rejected samples without a deposit are left first, for that costs nothing; then the
    cheapest boxes and loose samples are posted. What is in no box goes into the car as it is.
    """
    theirs = {stall.code: stall.supplier.name if stall.supplier else stall.name for stall in stalls}
    with_us = [one for one in samples if one.status not in NOT_WITH_US]
    packing = _packing(with_us, theirs, means)
    if packing.car is None or packing.car.fits:
        return packing
    return _with_way_out(packing, with_us, theirs, means)


@dataclass(frozen=True, slots=True)
class Packed:
    """What `pack` did: the load, and the samples with their boxes."""

    packing: Packing
    samples: tuple[Sample, ...]


def pack_log(boxes: tuple[Box, ...], at: datetime, transactions: Transactions) -> Packed:
    """
    Pack the samples of the trip in use; write the boxes, and which of them each sample is in, into the log.

    Args:
        boxes: those at hand; none means as many of `ANY_BOX` as are needed.
        at: now; aware.
        transactions: one is opened; either every sample has its box in the log or none is changed.

    Raises:
        NotFoundError: no trip is in use.

    """
    with transactions.write("pack") as store:
        trip = store.trip()
        samples = tuple(store.samples(trip.name))
        stalls = store.stalls({one.taken.stall for one in samples if one.taken.stall})
        packing = pack(samples, stalls, Means(boxes, trip.car))
        boxed = with_boxes(samples, packing)
        for before, after in zip(samples, boxed, strict=True):
            if before.box != after.box:
                store.change_sample(after)
        _store_boxes(store, trip.name, BoxesUsed(boxes or used_boxes(packing), own=bool(boxes), made_at=at))
        return Packed(packing, boxed)


def with_boxes(samples: Iterable[Sample], packing: Packing) -> tuple[Sample, ...]:
    """The samples with the box that each of them travels in."""
    box_of = {one.item.number: box.box.number for box in packing.boxes for one in box.placed}
    return tuple(replace(sample, box=box_of.get(sample.number)) for sample in samples)


def used_boxes(packing: Packing) -> tuple[Box, ...]:
    """Those with something in them, by number."""
    return tuple(box.box for box in packing.boxes)


def _store_boxes(store: Store, trip: str, used: BoxesUsed) -> None:
    """Packing again what is packed already leaves no trace, as everywhere."""
    before = store.boxes(trip)
    if before is None or replace(before, made_at=used.made_at) != used:
        store.put_boxes(trip, used)


def _packing(samples: Sequence[Sample], theirs: dict[str, str], means: Means) -> Packing:
    boxes = Boxes(kept=means.boxes) if means.boxes else Boxes(more=ANY_BOX)
    items = [item for sample in samples if (item := _item(sample, theirs)) is not None]
    asked = [Unpacked(one.number, NotPacked.SIZE_UNKNOWN) for one in samples if one.taken.size_cm is None]
    filled: Filled = fill_boxes(items, boxes)
    unpacked = (*filled.unpacked, *asked)
    return Packing(
        boxes=filled.boxes,
        unpacked=unpacked,
        least_boxes=least_boxes(items, boxes),
        loading=loading_order(filled.boxes),
        car=load_of(_parcels(filled.boxes, unpacked, samples), means.car) if means.car else None,
    )


def _parcels(boxes: Iterable[PackedBox], unpacked: Iterable[Unpacked], samples: Iterable[Sample]) -> list[Parcel]:
    """What goes into the car: the boxes, and what is in none of them by itself."""
    loose = {one.number for one in unpacked}
    return [*(box.parcel for box in boxes), *(_parcel(one) for one in samples if one.number in loose)]


def _parcel(sample: Sample) -> Parcel:
    taken = sample.taken
    weight_g = _weight_g(sample)
    volume_ml = None if taken.size_cm is None else round(prod(taken.size_cm))
    return Parcel(None, sample.number, weight_g or 0, int(weight_g is None), volume_ml)


def _with_way_out(packing: Packing, samples: Sequence[Sample], theirs: dict[str, str], means: Means) -> Packing:
    assert means.car is not None
    left = [one for one in samples if one.status is SampleStatus.REJECTED and not one.taken.deposit_fen]
    leaving = tuple(WayOut(Action.LEAVE, None, one.number, 0) for one in left)
    rest = _packing([one for one in samples if one not in left], theirs, means) if leaving else packing
    parcels = _parcels(rest.boxes, rest.unpacked, samples)
    posted = parcels_to_post(parcels, means.car, means.tariff)
    posting = tuple(
        WayOut(Action.POST, one.box, one.sample, posting_fen([one], means.tariff)) for one in parcels if one in posted
    )
    return replace(
        packing,
        boxes=rest.boxes,
        unpacked=rest.unpacked,
        loading=loading_order(box for box in rest.boxes if box.parcel not in posted),
        way_out=leaving + posting,
        way_out_suffices=load_of([one for one in parcels if one not in posted], means.car).fits,
    )


def _weight_g(sample: Sample) -> int | None:
    """Of all its pieces."""
    taken = sample.taken
    return None if taken.weight_g is None else taken.weight_g * taken.pieces


def _item(sample: Sample, theirs: dict[str, str]) -> Item | None:
    taken = sample.taken
    if taken.size_cm is None:
        return None
    return Item(
        number=sample.number,
        size_cm=taken.size_cm,
        weight_g=_weight_g(sample),
        fragile=taken.fragile is True,
        supplier=theirs.get(taken.stall or "", taken.stall or ""),
    )
