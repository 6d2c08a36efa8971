"""Samples, stalls and boxes to one manifest. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from yiwutrip.domain.box import Box, cm3
from yiwutrip.domain.manifest import Contact, Journey, Manifest, ManifestBox, ManifestSample, Sums
from yiwutrip.domain.sample import SampleStatus
from yiwutrip.domain.stall import Supplier
from yiwutrip.domain.trip import Trip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.stall import Stall

# These are not in the car: asked for and sent later, gone, or back with their owner.
NOT_WITH_US = frozenset({SampleStatus.APPLIED, SampleStatus.LOST, SampleStatus.RETURNED})


def build_manifest(
    trip: Trip | str, samples: Iterable[Sample], stalls: Iterable[Stall], boxes: Iterable[Box], made_at: datetime
) -> Manifest:
    """
    Bring together what the drive home needs.

    Args:
        trip: the trip, or what to call it where none was loaded.
        samples: those that are not with us (applied for, lost, returned) are left out.
        stalls: at least those the samples name; a sample whose stall is not among them keeps its code and no address.
        boxes: what is known of them; a box that only a sample names is made up of its number.
        made_at: aware.

    """
    catalogue = {stall.code: stall for stall in stalls}
    with_us = sorted((one for one in samples if one.status not in NOT_WITH_US), key=_by_letter_and_number)
    known = {box.number: box for box in boxes}
    rows = [_row(one, catalogue.get(one.taken.stall or ""), known.get(one.box or 0)) for one in with_us]
    return Manifest(
        trip=trip.name if isinstance(trip, Trip) else trip,
        made_at=made_at,
        boxes=_by_box(rows, known),
        sums=sums_of(rows),
        contacts=_contacts(rows, catalogue),
        loans=tuple(sorted((row for row in rows if row.on_loan), key=_by_return)),
        journey=_journey(trip) if isinstance(trip, Trip) else None,
    )


def without_contacts(manifest: Manifest) -> Manifest:
    """The same manifest for somebody who need not know whom to call: suppliers keep their names alone."""

    def bare(row: ManifestSample) -> ManifestSample:
        return replace(row, supplier=Supplier(row.supplier.name) if row.supplier else None)

    return replace(
        manifest,
        boxes=tuple(replace(box, samples=tuple(bare(row) for row in box.samples)) for box in manifest.boxes),
        contacts=(),
        loans=tuple(bare(row) for row in manifest.loans),
    )


def missing_of(sample: Sample) -> tuple[str, ...]:
    """
    What nobody asked yet and should before leaving the town, as keys of the manifest's JSON.

    The carton's size stands among them because it is the one that is forgotten most; a return date is missing only
    where a deposit was paid.
    """
    taken, quote = sample.taken, sample.taken.quote
    wanted: dict[str, object] = {
        "stall": taken.stall,
        "unit_price_fen": quote.price_fen,
        "moq": quote.moq,
        "carton_qty": quote.carton_qty,
        "carton_cm": quote.carton_cm,
        "weight_g": taken.weight_g,
    }
    if taken.deposit_fen:
        wanted["return_by"] = taken.return_by
    return tuple(key for key, value in wanted.items() if value is None)


def sums_of(rows: Sequence[ManifestSample]) -> Sums:
    """Add up; what is unknown is counted, not taken for nothing."""
    weights = [row.total_weight_g for row in rows if row.total_weight_g is not None]
    volumes = [row.volume_ml for row in rows if row.volume_ml is not None]
    return Sums(
        samples=len(rows),
        pieces=sum(row.pieces for row in rows),
        weight_g=sum(weights) if weights or not rows else None,
        unweighed=len(rows) - len(weights),
        volume_ml=sum(volumes) if volumes or not rows else None,
        unmeasured=len(rows) - len(volumes),
        fees_fen=sum(row.fee_fen or 0 for row in rows),
        deposits_fen=sum(row.deposit_fen or 0 for row in rows),
        fragile=sum(row.fragile is True for row in rows),
        missing=sum(len(row.missing) for row in rows),
    )


def _row(sample: Sample, stall: Stall | None, box: Box | None) -> ManifestSample:
    taken = sample.taken
    return ManifestSample(
        number=sample.number,
        article=taken.article,
        pieces=taken.pieces,
        quote=taken.quote,
        stall=taken.stall,
        where=stall.address if stall else None,
        supplier=_supplier(stall) if stall else None,
        material=taken.material,
        model=taken.model,
        weight_g=taken.weight_g,
        volume_ml=None if taken.size_cm is None else cm3(taken.size_cm),
        box=sample.box,
        box_cm=box.size_cm if box else None,
        fragile=taken.fragile,
        fee_fen=taken.fee_fen,
        deposit_fen=taken.deposit_fen,
        return_by=taken.return_by,
        note=taken.note,
        photos=taken.photos,
        missing=missing_of(sample),
    )


def _supplier(stall: Stall) -> Supplier:
    return stall.supplier or Supplier(name=stall.name)


def _by_letter_and_number(sample: Sample) -> tuple[str, int, str]:
    letter, _, digits = sample.number.partition("-")
    return letter, int(digits) if digits.isdecimal() else 0, sample.number


def _by_return(row: ManifestSample) -> tuple[date, str]:
    return row.return_by or date.max, row.number


def _by_box(rows: Sequence[ManifestSample], known: Mapping[int, Box]) -> tuple[ManifestBox, ...]:
    inside: dict[int | None, list[ManifestSample]] = defaultdict(list)
    for row in rows:
        inside[row.box].append(row)
    numbers = sorted(number for number in inside if number is not None)
    packed = [_box(known.get(number, Box(number)), inside[number]) for number in numbers]
    return (*packed, _box(None, inside[None])) if inside[None] else tuple(packed)


def _box(box: Box | None, rows: Sequence[ManifestSample]) -> ManifestBox:
    return ManifestBox(box=box, samples=tuple(rows), sums=sums_of(rows))


def _contacts(rows: Iterable[ManifestSample], catalogue: Mapping[str, Stall]) -> tuple[Contact, ...]:
    by_supplier: dict[Supplier, list[ManifestSample]] = defaultdict(list)
    for row in rows:
        if row.supplier is not None:
            by_supplier[row.supplier].append(row)
    return tuple(_contact(supplier, theirs, catalogue) for supplier, theirs in by_supplier.items())


def _contact(supplier: Supplier, rows: Sequence[ManifestSample], catalogue: Mapping[str, Stall]) -> Contact:
    codes = dict.fromkeys(row.stall for row in rows if row.stall)
    return Contact(
        supplier=supplier,
        stalls=tuple((code, catalogue[code].address) for code in codes),
        samples=tuple(row.number for row in rows),
        notes=tuple(dict.fromkeys(row.note for row in rows if row.note)),
    )


def _journey(trip: Trip) -> Journey:
    return Journey(
        starts=trip.starts.date(),
        ends=trip.ends.date(),
        people=trip.people,
        home=trip.home.name if trip.home else None,
        car=trip.car,
        budget_fen=trip.budget_fen,
    )
