"""
Cuboids into one box, by extreme points.

A new cuboid is tried at the points where the ones before it leave corners (Crainic, Perboli, Tadei: Extreme point-based
heuristics for three-dimensional bin packing, INFORMS Journal on Computing 20(3), 2008), the lowest place first. Two
rules of the car are added: what rests on others has to be carried by them, and nothing rests on what is fragile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.packing import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.packing import Item, Size

# Sides are measured with a tape; less than this is no overlap and no gap.
SLOP_CM = 1e-6
# So much of a cuboid's base has to rest on something.
CARRIED = 0.7


class Layout:
    """A box being filled."""

    def __init__(self, size_cm: Size, limit_g: int | None) -> None:
        self.size_cm = size_cm
        self.limit_g = limit_g
        self.placed: list[Placed] = []
        self.weight_g = 0
        self.free = size_cm[0] * size_cm[1] * size_cm[2]
        self._points: list[Size] = [(0.0, 0.0, 0.0)]

    def add(self, item: Item) -> bool:
        """Put it where it stands lowest; False, and nothing changed, where there is no room or too much weight."""
        if item.volume > self.free + SLOP_CM or not self._can_carry(item):
            return False
        best = min(self._places(item), key=_lowest, default=None)
        if best is None:
            return False
        self.placed.append(best)
        self.weight_g += item.weight_g or 0
        self.free -= item.volume
        self._renew_points(best)
        return True

    def _can_carry(self, item: Item) -> bool:
        return self.limit_g is None or item.weight_g is None or self.weight_g + item.weight_g <= self.limit_g

    def _places(self, item: Item) -> Iterator[Placed]:
        """The lowest place for each way of lying; points are kept from the lowest up."""
        for size in orientations(item):
            for point in self._points:
                if not self._inside(point, size):
                    continue
                here = Placed(item, point, size)
                if (
                    not any(_overlap(here, other) for other in self.placed)
                    and self._stands(here)
                    and not self._props(here)
                ):
                    yield here
                    break

    def _inside(self, at: Size, size: Size) -> bool:
        return all(start + side <= room + SLOP_CM for start, side, room in zip(at, size, self.size_cm, strict=True))

    def _stands(self, here: Placed) -> bool:
        """Carried by the floor or by others, none of them fragile."""
        if here.at_cm[2] <= SLOP_CM:
            return True
        carried = 0.0
        for below in self.placed:
            if abs(below.top - here.at_cm[2]) <= SLOP_CM:
                shared = _shared(here, below, 0) * _shared(here, below, 1)
                if shared > SLOP_CM * SLOP_CM and below.item.fragile:
                    return False
                carried += shared
        return carried >= CARRIED * here.size_cm[0] * here.size_cm[1] - SLOP_CM

    def _props(self, here: Placed) -> bool:
        """Whether it is fragile and just fills the gap below what juts out above it: then that would rest on it."""
        return here.item.fragile and any(
            abs(above.at_cm[2] - here.top) <= SLOP_CM
            and _shared(here, above, 0) * _shared(here, above, 1) > SLOP_CM * SLOP_CM
            for above in self.placed
        )

    def _renew_points(self, new: Placed) -> None:
        """The corners that the new cuboid makes, slid back until something stops them."""
        x, y, z = new.at_cm
        length, width, height = new.size_cm
        corners = [(x + length, y, z), (x, y + width, z), (x, y, z + height)]
        slid = [self._slide(corner, axis) for corner in corners for axis in range(3)]
        points = dict.fromkeys([*self._points, *corners, *slid])
        free = [point for point in points if not any(_holds(one, point) for one in self.placed)]
        self._points = sorted(free, key=lambda point: (point[2], point[0] + point[1], point))

    def _slide(self, point: Size, axis: int) -> Size:
        others = [other for other in range(3) if other != axis]
        stop = 0.0
        for one in self.placed:
            end = one.at_cm[axis] + one.size_cm[axis]
            beside = all(
                one.at_cm[other] - SLOP_CM <= point[other] < one.at_cm[other] + one.size_cm[other] - SLOP_CM
                for other in others
            )
            if beside and stop < end <= point[axis] + SLOP_CM:
                stop = end
        moved = list(point)
        moved[axis] = stop
        return moved[0], moved[1], moved[2]


def orientations(item: Item) -> list[Size]:
    """The ways in which it may lie: a fragile one stands as it was measured and turns about the vertical only."""
    length, width, height = item.size_cm
    ways = [(length, width, height), (width, length, height)]
    if not item.fragile:
        ways += [(length, height, width), (height, length, width), (width, height, length), (height, width, length)]
    return list(dict.fromkeys(ways))


def fits_empty(item: Item, size_cm: Size) -> bool:
    """Whether it goes into that box alone."""
    return any(
        all(side <= room + SLOP_CM for side, room in zip(size, size_cm, strict=True)) for size in orientations(item)
    )


def _lowest(here: Placed) -> tuple[float, ...]:
    """Low, flat, then towards the corner; the last two make the choice the same on every machine."""
    x, y, z = here.at_cm
    return (z, here.top, x + y, x, y)


def _shared(a: Placed, b: Placed, axis: int) -> float:
    start = max(a.at_cm[axis], b.at_cm[axis])
    end = min(a.at_cm[axis] + a.size_cm[axis], b.at_cm[axis] + b.size_cm[axis])
    return max(0.0, end - start)


def _overlap(a: Placed, b: Placed) -> bool:
    """Written out, for it is where the time goes."""
    (ax, ay, az), (al, aw, ah) = a.at_cm, a.size_cm
    (bx, by, bz), (bl, bw, bh) = b.at_cm, b.size_cm
    return (
        min(ax + al, bx + bl) - max(ax, bx) > SLOP_CM
        and min(ay + aw, by + bw) - max(ay, by) > SLOP_CM
        and min(az + ah, bz + bh) - max(az, bz) > SLOP_CM
    )


def _holds(one: Placed, point: Size) -> bool:
    """Whether the point lies inside, where nothing can begin any more."""
    return all(
        start - SLOP_CM <= at < start + side - SLOP_CM
        for start, side, at in zip(one.at_cm, one.size_cm, point, strict=True)
    )
