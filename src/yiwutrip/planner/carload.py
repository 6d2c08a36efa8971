"""Boxes into the car: the order, what it weighs, and what to post where it is too much."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import ceil
from typing import TYPE_CHECKING

from yiwutrip.domain.packing import CarLoad

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwutrip.domain.packing import PackedBox, Parcel
    from yiwutrip.domain.trip import Car

# Up to so many parcels every choice is looked at (65,536 of them); beyond, the cheapest relief is taken first.
MOST_TRIED = 16


@dataclass(frozen=True, slots=True)
class Tariff:
    """
    What posting a box costs: an assumption, for a parcel within the country in 2021; ask the counter.

    Attributes:
        ml_per_kg: couriers charge a light box by its volume, 6,000 cubic centimetres a kilogram.

    """

    first_kg_fen: int = 1200
    next_kg_fen: int = 300
    ml_per_kg: int = 6000

    def cost_fen(self, weight_g: int, volume_ml: int) -> int:
        """The price for one box, started kilograms counted whole."""
        kilograms = max(1, ceil(weight_g / 1000), ceil(volume_ml / self.ml_per_kg))
        return self.first_kg_fen + (kilograms - 1) * self.next_kg_fen


def load_of(parcels: Iterable[Parcel], car: Car) -> CarLoad:
    """What they come to."""
    kept = list(parcels)
    return CarLoad(
        weight_g=sum(one.weight_g for one in kept),
        unweighed=sum(one.unweighed for one in kept),
        volume_ml=sum(one.volume_ml or 0 for one in kept),
        load_g=car.load_g,
        load_ml=car.load_ml,
        unmeasured=sum(one.volume_ml is None for one in kept),
    )


def loading_order(boxes: Iterable[PackedBox]) -> tuple[int, ...]:
    """Heavy boxes first and low, those with something fragile last and on top."""
    ordered = sorted(boxes, key=lambda box: (box.fragile, -box.weight_g, box.box.number))
    return tuple(box.box.number for box in ordered)


def parcels_to_post(parcels: Sequence[Parcel], car: Car, tariff: Tariff) -> tuple[Parcel, ...]:
    """
    The cheapest parcels without which the rest fits; all of them where nothing less will do.

    What nobody measured has no price, so it stays.
    """
    if load_of(parcels, car).fits:
        return ()
    priced = [one for one in parcels if one.volume_ml is not None]
    if len(priced) <= MOST_TRIED:
        enough = [
            gone
            for number in range(1, len(priced) + 1)
            for gone in combinations(priced, number)
            if load_of([one for one in parcels if one not in gone], car).fits
        ]
        return min(enough, key=lambda gone: (posting_fen(gone, tariff), len(gone)), default=tuple(priced))
    return _post_greedily(parcels, car, tariff)


def posting_fen(parcels: Iterable[Parcel], tariff: Tariff) -> int:
    """What posting them costs together."""
    return sum(tariff.cost_fen(one.weight_g, one.volume_ml or 0) for one in parcels)


def _post_greedily(parcels: Sequence[Parcel], car: Car, tariff: Tariff) -> tuple[Parcel, ...]:
    kept, gone = list(parcels), []
    priced = [one for one in parcels if one.volume_ml is not None]
    while priced and not load_of(kept, car).fits:
        over = load_of(kept, car)
        dearest = max(priced, key=lambda one: _relief(one, over) / posting_fen([one], tariff))
        priced.remove(dearest)
        kept.remove(dearest)
        gone.append(dearest)
    return tuple(gone)


def _relief(parcel: Parcel, over: CarLoad) -> float:
    """How much of what is too much goes with it; 2 is all of both."""
    weight = min(1.0, parcel.weight_g / over.over_g) if over.over_g else 0.0
    volume = min(1.0, (parcel.volume_ml or 0) / over.over_ml) if over.over_ml else 0.0
    return weight + volume
