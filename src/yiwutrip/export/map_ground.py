"""
The ground under a map: each district that is entered as a strip, north up, as the market's structure lays it out.

Only the part of a district that is walked is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.phrasing import say_district
from yiwutrip.export.svg import BOLD, END, HALO, INK, MIDDLE, SOFT, START, Point, box, path, text
from yiwutrip.market.outline import Outline, outline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from yiwutrip.domain.words import Words

LEFT, STRIP_WIDTH = 52.0, 256.0
# So high is the stretch from one drawn pair of gates to the next.
BLOCK_PX = 78.0
# ... and less where the whole would be higher than a page beside its key.
LEAST_BLOCK_PX = 26.0
# A district without gates is one block; markers need this much.
LEAST_STRIP_PX = 60.0
# What stands above a district: its name and the numbers of its streets; and how far it is off the one above.
HEAD_PX, APART_PX = 38.0, 10.0
# The numbers of neighbouring streets have to stay so far apart, and off the middle's.
STREET_PX, MIDDLE_PX = 14.0, 17.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A district on the page: which stretch of it, and where."""

    plan: Outline
    low_m: float
    high_m: float
    top: float
    px_a_metre: float

    @property
    def height(self) -> float:
        """In pixels."""
        return (self.high_m - self.low_m) * self.px_a_metre

    @property
    def bottom(self) -> float:
        """In pixels."""
        return self.top + self.height

    def at(self, across_m: float, along_m: float) -> Point:
        """North is up: the more metres along, the higher on the page."""
        share = across_m / self.plan.width_m if self.plan.width_m else 0.5
        return LEFT + share * STRIP_WIDTH, self.top + (self.high_m - along_m) * self.px_a_metre


def strips_of(walked_m: Mapping[District, Sequence[float]], most_px: float) -> dict[District, Strip]:
    """
    Districts from the south (below) to the north (above), each as far as it is walked.

    Args:
        walked_m: metres along of what is to be seen, by district.
        most_px: how high all together should stay.

    """
    entered = sorted(walked_m, key=lambda name: list(District).index(name), reverse=True)
    stretches = {name: _stretch(name, walked_m[name]) for name in entered}
    steps = sum((high_m - low_m) / step_m for low_m, high_m, step_m in stretches.values())
    heads = (HEAD_PX + APART_PX) * len(entered)
    step_px = min(BLOCK_PX, max(LEAST_BLOCK_PX, (most_px - heads) / max(1.0, steps)))
    top, strips = HEAD_PX, {}
    for district, (low_m, high_m, step_m) in stretches.items():
        px_a_metre = max(step_px / step_m, LEAST_STRIP_PX / (high_m - low_m))
        strips[district] = Strip(outline(district), low_m, high_m, top, px_a_metre)
        top = strips[district].bottom + HEAD_PX + APART_PX
    return strips


def _stretch(district: District, along_m: Sequence[float]) -> tuple[float, float, float]:
    """The first and the last metre to draw, and from one pair of gates to the next."""
    ground = outline(district)
    pairs = sorted({at_m for _, _, at_m in ground.gates}) or [0.0, ground.length_m]
    step_m = min((after - before for before, after in pairwise(pairs) if after > before), default=1.0)
    low_m = max(0.0, min(along_m) - step_m * 0.7)
    high_m = min(ground.length_m, max(along_m) + step_m * 0.7)
    if high_m - low_m < step_m:
        low_m, high_m = max(0.0, high_m - step_m), min(ground.length_m, low_m + step_m)
    return low_m, high_m, step_m


def ground(strip: Strip, words: Words) -> Iterator[Markup]:
    """Streets as lanes, cross aisles at the gates, façades; a torn edge where the district goes on."""
    plan, top, bottom = strip.plan, strip.top, strip.bottom
    yield box((LEFT, top), (STRIP_WIDTH, strip.height), 'fill="var(--map)"')
    for street, across_m in plan.streets:
        x, _ = strip.at(across_m, 0)
        yield path(f"M{x:g} {top:g}V{bottom:g}", f'stroke="#fff" stroke-width="{5 if street else 9}"')
    seen_m = set()
    for gate, across_m, along_m in plan.gates:
        x, y = strip.at(across_m, along_m)
        if not top - 1 <= y <= bottom + 1:
            continue
        if along_m not in seen_m:
            seen_m.add(along_m)
            yield box((LEFT, max(top, y - 4)), (STRIP_WIDTH, 8), 'fill="#fff"')
        left = gate % 2 == 1
        beside, side = (x - 6, END) if left else (x + 6, START)
        yield text((beside, y + 4), words("place.gate", gate=gate), 11, side, BOLD)
    walls = f"M{LEFT:g} {top:g}V{bottom:g}M{LEFT + STRIP_WIDTH:g} {top:g}V{bottom:g}"
    yield path(walls, f'stroke="{INK}" stroke-width="1.4"')
    for y, torn in ((top, strip.high_m < plan.length_m), (bottom, strip.low_m > 0)):
        dash = ' stroke-dasharray="2 4"' if torn else ""
        yield path(f"M{LEFT:g} {y:g}h{STRIP_WIDTH:g}", f'stroke="{INK}" stroke-width="1.4"{dash}')
    name = say_district(Address(district=plan.district), words)
    yield text((LEFT, top - 18), name, 15, BOLD)


def heading(strip: Strip) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what stands above a district."""
    return LEFT, strip.top - 31, LEFT + STRIP_WIDTH, strip.top - 2


def street_names(strip: Strip, words: Words) -> Iterator[Markup]:
    """Above the lanes and over the ways; of many narrow lanes every second, fifth or tenth has its number."""
    lanes = {street: strip.at(across_m, 0)[0] for street, across_m in strip.plan.streets}
    middle = lanes.pop(0, None)
    gaps = [after - before for before, after in pairwise(sorted(lanes.values())) if after > before]
    every = next((step for step in (1, 2, 5) if min(gaps, default=STREET_PX) * step >= STREET_PX), 10)
    named = {
        str(street): x
        for street, x in lanes.items()
        if street % every == 0 and (middle is None or every == 1 or abs(x - middle) >= MIDDLE_PX)
    }
    if middle is not None:
        named[words("sheet.middle")] = middle
    for name, x in named.items():
        yield text((x, strip.top - 4), name, 9.5, MIDDLE, HALO, f'fill="{SOFT}"')
