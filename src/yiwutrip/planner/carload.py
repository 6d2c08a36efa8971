"""Boxes into the car: the order, what it weighs, and what to post where it is too much."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import ceil
from typing import TYPE_CHECKING

from yiwutrip.domain.packing import CarLoad

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwutrip.domain.packing import PackedBox
    from yiwutrip.domain.trip import Car

# Up to so many boxes every choice is looked at (65,536 of them); beyond, the cheapest relief is taken first.
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


def load_of(boxes: Iterable[PackedBox], car: Car) -> CarLoad:
    """What the boxes come to. Boxes are counted by their inside: the cardboard is not measured."""
    kept = list(boxes)
    return CarLoad(
        weight_g=sum(box.weight_g for box in kept),
        unweighed=sum(box.unweighed for box in kept),
        volume_ml=sum(box.box.volume_ml or 0 for box in kept),
        load_g=car.load_g,
        load_ml=car.load_ml,
    )


def loading_order(boxes: Iterable[PackedBox]) -> tuple[int, ...]:
    """Heavy boxes first and low, those with something fragile last and on top."""
    ordered = sorted(boxes, key=lambda box: (box.fragile, -box.weight_g, box.box.number))
    return tuple(box.box.number for box in ordered)


def boxes_to_post(boxes: Sequence[PackedBox], car: Car, tariff: Tariff) -> tuple[PackedBox, ...]:
    """The cheapest boxes without which the rest fits; all of them where nothing less will do."""
    if load_of(boxes, car).fits:
        return ()
    if len(boxes) <= MOST_TRIED:
        enough = [
            gone
            for number in range(1, len(boxes) + 1)
            for gone in combinations(boxes, number)
            if load_of([box for box in boxes if box not in gone], car).fits
        ]
        return min(enough, key=lambda gone: (posting_fen(gone, tariff), len(gone)), default=tuple(boxes))
    return _post_greedily(boxes, car, tariff)


def posting_fen(boxes: Iterable[PackedBox], tariff: Tariff) -> int:
    """What posting them costs together."""
    return sum(tariff.cost_fen(box.weight_g, box.box.volume_ml or 0) for box in boxes)


def _post_greedily(boxes: Sequence[PackedBox], car: Car, tariff: Tariff) -> tuple[PackedBox, ...]:
    kept, gone = list(boxes), []
    while kept and not load_of(kept, car).fits:
        over = load_of(kept, car)
        dearest = max(kept, key=lambda box: _relief(box, over) / posting_fen([box], tariff))
        kept.remove(dearest)
        gone.append(dearest)
    return tuple(gone)


def _relief(box: PackedBox, over: CarLoad) -> float:
    """How much of what is too much goes with the box; 2 is all of both."""
    weight = min(1.0, box.weight_g / over.over_g) if over.over_g else 0.0
    volume = min(1.0, (box.box.volume_ml or 0) / over.over_ml) if over.over_ml else 0.0
    return weight + volume
