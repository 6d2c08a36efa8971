"""
How high every moment of a day stands in its picture.

True to the minute where that leaves room for the names; stretched where not, and long stretches with nothing to tell
drawn shorter than they are. The page says so.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yiwutrip.export.time_blocks import Block

TOP_PX = 26.0
PX_A_MINUTE = 0.9
# A name needs this much; a stop of ten minutes is drawn higher than ten minutes are.
LEAST_PX = 15.0
LEAST_OF_KIND = {"wall": 39.0, "setup": 21.0, "free": 21.0}
# What takes no time, a meeting or a way home without anything to load, takes this much for its words.
MEETING_PX = 18.0
# An hour between two things is as high as more hours.
MOST_MINUTES = 75
# Higher, and it would not fit a page below the day's head and walls.
MOST_PX = 880.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Where what begins at a moment begins and what ends there ends: what takes no time stands between the two."""

    begins: dict[datetime, float]
    ends: dict[datetime, float]

    @property
    def bottom(self) -> float:
        """The lower edge of everything."""
        return max(self.begins.values())


def scale_of(blocks: Sequence[Block]) -> Scale:
    """The scale on which every block has room for its words."""
    moments = sorted({when for block in blocks for when in (block.starts, block.ends)})
    heights = {
        start: PX_A_MINUTE * min((end - start).total_seconds() / 60, MOST_MINUTES)
        for start, end in itertools.pairwise(moments)
    }
    for block in sorted(blocks, key=lambda one: one.ends - one.starts):
        inside = [when for when in heights if block.starts <= when < block.ends]
        short = LEAST_OF_KIND.get(block.kind, LEAST_PX) - sum(heights[when] for when in inside)
        if inside and short > 0:
            for when in inside:
                heights[when] += short / len(inside)
    words_px: dict[datetime, float] = {}
    for block in blocks:
        if block.starts == block.ends:
            least = LEAST_OF_KIND.get(block.kind, MEETING_PX)
            words_px[block.starts] = max(least, words_px.get(block.starts, 0.0))
    begins, ends, y = {}, {}, TOP_PX
    for when in moments:
        ends[when] = y
        y += words_px.get(when, 0.0)
        begins[when] = y
        y += heights.get(when, 0.0)
    return Scale(begins, ends)


def cut(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in as many pictures as fit a page each, of about one height, cut where nobody is busy."""
    whole = list(blocks)
    if not whole:
        return []
    scale = scale_of(whole)
    busy = {one.starts for one in whole if one.starts == one.ends} | {min(scale.begins), max(scale.begins)}
    quiet = [
        when for when in scale.begins if when not in busy and not any(one.starts < when < one.ends for one in whole)
    ]
    if scale.bottom <= MOST_PX or not quiet:
        return [whole]
    wanted = scale.bottom / math.ceil(scale.bottom / MOST_PX)
    at = min(quiet, key=lambda when: abs(scale.begins[when] - wanted))
    return [[one for one in whole if one.starts < at], *cut([one for one in whole if one.starts >= at])]
