"""
Seconds, seconds on foot and metres of a way, packed into one integer.

Packed costs add part by part, and the smaller of two is the quicker way, of two equally quick ones that with less
walking. So shortest paths carry what the day's sheet shows without a second pass.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.int64]
Metres = NDArray[np.float64]

_WALK_BITS = 16
_METRE_BITS = 25
_SECOND_SHIFT = _WALK_BITS + _METRE_BITS
_MOST_WALK = (1 << _WALK_BITS - 2) - 1
_MOST_METRES = (1 << _METRE_BITS - 2) - 1
_MOST_SECONDS = (1 << 19) - 1

UNREACHABLE = np.int64(1 << 61)
"""More than any way costs; two of them still fit an int64."""


def walking(metres: Metres, seconds: Metres) -> Costs:
    """The cost of ways on foot; nobody walks four hours on end, so longer ones are no way at all."""
    whole = np.minimum(np.rint(seconds), _MOST_WALK).astype(np.int64)
    costs = (whole << _SECOND_SHIFT) + (whole << _METRE_BITS) + _whole_metres(metres)
    return np.where(whole < _MOST_WALK, costs, UNREACHABLE)


def riding(metres: Metres, seconds: Metres) -> Costs:
    """The cost of ways by car."""
    whole = np.minimum(np.rint(seconds), _MOST_SECONDS).astype(np.int64)
    return (whole << _SECOND_SHIFT) + _whole_metres(metres)


def unpacked(costs: Costs) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
    """Seconds, seconds on foot, metres."""
    seconds = (costs >> _SECOND_SHIFT).astype(np.int32)
    walk_s = (costs >> _METRE_BITS & (1 << _WALK_BITS) - 1).astype(np.int32)
    metres = (costs & (1 << _METRE_BITS) - 1).astype(np.int32)
    return seconds, walk_s, metres


def is_walk(cost: Costs) -> bool:
    """Whether a single cost is that of a walk."""
    return bool(unpacked(cost)[1].item())


def joined(first: Costs, second: Costs) -> Costs:
    """The cheapest way from each row of the first over any middle to each column of the second (a min-plus product)."""
    best = np.full((first.shape[0], second.shape[1]), UNREACHABLE, dtype=np.int64)
    for middle in range(first.shape[1]):
        np.minimum(best, first[:, middle, None] + second[None, middle, :], out=best)
    return best


def closed(edges: Costs) -> Costs:
    """All-pairs cheapest ways (Floyd 1962; Warshall 1962)."""
    best = edges.copy()
    np.fill_diagonal(best, 0)
    for middle in range(len(best)):
        np.minimum(best, best[:, middle, None] + best[None, middle, :], out=best)
    return np.minimum(best, UNREACHABLE)


def _whole_metres(metres: Metres) -> Costs:
    return np.minimum(np.rint(metres), _MOST_METRES).astype(np.int64)
