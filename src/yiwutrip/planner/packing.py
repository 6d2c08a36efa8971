"""
Samples into boxes: several orders of first fit, the best of them kept.

No pip-installable packing library is both kept up and able to keep fragile things on top, so this is our own heuristic:
each order fills boxes by extreme points (`planner.cuboids`), once with a supplier's samples drawn to the boxes that
hold theirs already and once without. Fewer samples left over come first, then fewer boxes, then suppliers together, so
that togetherness never costs a box. `least_boxes` is the bound that it is measured against.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from math import ceil
from typing import TYPE_CHECKING

from yiwutrip.domain.box import Box
from yiwutrip.domain.packing import NotPacked, PackedBox, Unpacked
from yiwutrip.planner.cuboids import Layout, fits_empty, orientations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from yiwutrip.domain.packing import Item, Size

# Beyond so many samples one order has to do, and only the newest boxes are looked through again.
MANY = 250
OPEN_BOXES_OF_MANY = 2


@dataclass(frozen=True, slots=True)
class Boxes:
    """
    What there is to pack into.

    Attributes:
        kept: the boxes at hand, each with its inner size.
        more: a kind of which there are as many as are needed, numbered on from the last of ``kept``.

    """

    kept: tuple[Box, ...] = ()
    more: Box | None = None

    def supply(self) -> Iterator[Box]:
        """Box after box; ends where there is no kind to go on with."""
        yield from self.kept
        if self.more is not None:
            first = max((box.number for box in self.kept), default=0) + 1
            for number in count(first):
                yield Box(number, self.more.size_cm, self.more.limit_g, self.more.place)

    def kinds(self) -> tuple[Box, ...]:
        """Every box that a sample could be tried in."""
        return (*self.kept, self.more) if self.more is not None else self.kept


@dataclass(frozen=True, slots=True)
class Filled:
    """One way of filling the boxes."""

    boxes: tuple[PackedBox, ...]
    unpacked: tuple[Unpacked, ...]

    @property
    def worth(self) -> tuple[int, int, int, float]:
        """Smaller is better: left over, boxes, suppliers torn apart, litres of boxes."""
        holders = {(one.item.supplier, box.box.number) for box in self.boxes for one in box.placed}
        torn = len(holders) - len({supplier for supplier, _ in holders})
        return len(self.unpacked), len(self.boxes), torn, sum(box.box.volume_ml or 0 for box in self.boxes)


def fill_boxes(items: Sequence[Item], boxes: Boxes) -> Filled:
    """
    Put the samples into as few boxes as the heuristic finds.

    Args:
        items: with their sizes; what goes into no box alone is reported, not squeezed in.
        boxes: each with a size.

    """
    refused = tuple(Unpacked(item.number, why) for item in items if (why := _never(item, boxes)) is not None)
    out = {one.number for one in refused}
    rest = [item for item in items if item.number not in out]
    few = len(rest) <= MANY
    orders = ORDERS if few else ORDERS[:1]
    ways = [
        _fill(sorted(rest, key=order), boxes, together=together, few=few)
        for order in orders
        for together in ((False, True) if few else (True,))
    ]
    best = min(ways, key=lambda way: way.worth)
    return Filled(best.boxes, refused + best.unpacked)


def least_boxes(items: Sequence[Item], boxes: Boxes) -> int:
    """
    A number of boxes below which nobody can go.

    The largest of three bounds over the largest box there is: volume, weight, and the samples that are more than half
    as large as the box in every direction however they lie, of which no two share a box (Martello, Pisinger, Vigo: The
    three-dimensional bin packing problem, Operations Research 48(2), 2000, bound L1 with rotation).
    """
    inside = [item for item in items if _never(item, boxes) is None]
    if not inside:
        return 0
    kinds = boxes.kinds()
    volume_ml = max(box.volume_ml or 0 for box in kinds)
    limits = [box.limit_g for box in kinds]
    heavy = 0
    if all(limit is not None for limit in limits):
        heavy = ceil(sum(item.weight_g or 0 for item in inside) / max(limit or 1 for limit in limits))
    large = sum(all(_half_filled(item, box.size_cm) for box in kinds if box.size_cm) for item in inside)
    return max(1, ceil(sum(item.volume for item in inside) / max(1, volume_ml)), heavy, large)


def _half_filled(item: Item, size_cm: Size) -> bool:
    """Whether no other of its kind has room beside, before or above it."""
    return all(
        all(side > room / 2 for side, room in zip(size, size_cm, strict=True))
        for size in orientations(item)
        if all(side <= room for side, room in zip(size, size_cm, strict=True))
    )


def _never(item: Item, boxes: Boxes) -> NotPacked | None:
    """Why it goes into no box at all, however empty."""
    large_enough = [box for box in boxes.kinds() if box.size_cm and fits_empty(item, box.size_cm)]
    if not large_enough:
        return NotPacked.TOO_LARGE
    strong = [box for box in large_enough if box.limit_g is None or (item.weight_g or 0) <= box.limit_g]
    return None if strong else NotPacked.TOO_HEAVY


def _fill(items: Iterable[Item], boxes: Boxes, *, together: bool, few: bool) -> Filled:
    supply = boxes.supply()
    opened: list[tuple[Box, Layout]] = []
    unpacked = []
    for item in items:
        at_hand = opened if few else opened[-OPEN_BOXES_OF_MANY:]
        if together:
            at_hand = sorted(at_hand, key=lambda pair: not _has_theirs(pair[1], item))
        if not any(layout.add(item) for _, layout in at_hand) and not _open(item, supply, opened):
            unpacked.append(Unpacked(item.number, NotPacked.NO_ROOM))
    return Filled(tuple(_packed(box, layout) for box, layout in opened if layout.placed), tuple(unpacked))


def _open(item: Item, supply: Iterator[Box], opened: list[tuple[Box, Layout]]) -> bool:
    """Take boxes from the supply until one takes the sample; the ones that do not stay open for others."""
    for box in supply:
        if box.size_cm is None:
            continue
        layout = Layout(box.size_cm, box.limit_g)
        opened.append((box, layout))
        if layout.add(item):
            return True
    return False


def _has_theirs(layout: Layout, item: Item) -> bool:
    return any(one.item.supplier == item.supplier for one in layout.placed)


def _packed(box: Box, layout: Layout) -> PackedBox:
    from_below = sorted(layout.placed, key=lambda one: (one.at_cm[2], one.item.fragile, one.at_cm[0], one.at_cm[1]))
    unweighed = sum(one.item.weight_g is None for one in from_below)
    return PackedBox(box, tuple(from_below), layout.weight_g, unweighed)


def _solid_first(item: Item) -> tuple[object, ...]:
    return item.fragile, -item.volume, item.number


def _largest_first(item: Item) -> tuple[object, ...]:
    return -item.volume, item.number


def _broadest_first(item: Item) -> tuple[object, ...]:
    longest, second, _ = sorted(item.size_cm, reverse=True)
    return item.fragile, -longest * second, -item.volume, item.number


def _supplier_by_supplier(item: Item) -> tuple[object, ...]:
    return item.supplier, item.fragile, -item.volume, item.number


def _heaviest_first(item: Item) -> tuple[object, ...]:
    return item.fragile, -(item.weight_g or 0), -item.volume, item.number


def _tallest_first(item: Item) -> tuple[object, ...]:
    return -item.size_cm[2], -item.volume, item.number


ORDERS: tuple[Callable[[Item], tuple[object, ...]], ...] = (
    _solid_first,
    _largest_first,
    _broadest_first,
    _heaviest_first,
    _tallest_first,
    _supplier_by_supplier,
)
