"""
The day as a map: each district that is entered as a strip, north up, with everybody's way through it.

Gates and streets lie where the market's structure puts them; the picture is a scheme and says so. Only the part of a
district that is walked is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.phrasing import say_district
from yiwutrip.export.spots import spot_of_stop
from yiwutrip.export.svg import BOLD, END, HALO, INK, MIDDLE, SOFT, START, Point, box, drawing, mark, path, route, text
from yiwutrip.market.outline import Outline, outline, project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PersonDay, PlannedTrip

WIDTH, LEFT, STRIP_WIDTH = 360.0, 52.0, 256.0
# So high is the stretch from one drawn pair of gates to the next.
BLOCK_PX = 78.0
# ... and less where the whole would be higher than a page beside its key.
LEAST_BLOCK_PX, MOST_PX = 26.0, 620.0
# Markers nearer than this cover each other and are pushed apart.
APART_PX = 19.0
HEAD_PX = 46.0
# A stall's name beside its marker: at most so many characters, which take about so much room.
LONGEST_NOTE, NOTE_PX = 12, 110.0


@dataclass(frozen=True, slots=True)
class Spotted:
    """A stop on the ground of a district: metres across and along, and how it is marked."""

    stop: Stop
    district: District
    across_m: float
    along_m: float
    floor: int | None
    label: str
    person: int | None
    note: str


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


def day_map(days: Sequence[PersonDay], plan: PlannedTrip, words: Words) -> Markup:
    """Everybody's day on one map; empty where nobody enters a district that has a ground plan."""
    spotted = [list(_spotted(day, number, plan, words)) for number, day in enumerate(days)]
    return _draw(spotted, words, words("sheet.map"), notes=False)


def floor_maps(day: PersonDay, number: int, plan: PlannedTrip, words: Words) -> Iterator[tuple[str, Markup]]:
    """One person's walk on each floor with at least two stops on it, with the names of the stalls."""
    spotted = list(_spotted(day, number, plan, words))
    for (district, floor), run in groupby(spotted, key=lambda one: (one.district, one.floor)):
        walk = list(run)
        if floor is not None and sum(one.stop.kind is StopKind.VISIT for one in walk) > 1:
            where = Address(district=district)
            level = words("place.basement" if floor < 0 else "place.floor", floor=abs(floor))
            title = f"{say_district(where, words)} {level}"
            yield title, _draw([walk], words, title, notes=True)


def _spotted(day: PersonDay, number: int, plan: PlannedTrip, words: Words) -> Iterator[Spotted]:
    visits = 0
    for step in day.steps:
        stop = step.stop
        visits += stop.kind is StopKind.VISIT
        spot = spot_of_stop(stop, plan)
        if spot is None or spot.address is None or spot.address.district is None:
            continue
        if not outline(spot.address.district).width_m:
            continue
        across_m, along_m = project(spot)
        stall = plan.stall_of(stop)
        label = str(visits) if stop.kind is StopKind.VISIT else ""
        together = len(step.who) > 1
        yield Spotted(
            stop,
            spot.address.district,
            across_m,
            along_m,
            spot.address.floor,
            label,
            None if together else number,
            stall.name if stall else plan.title_of(stop, words),
        )


def _draw(people: Sequence[Sequence[Spotted]], words: Words, label: str, *, notes: bool) -> Markup:
    everything = [one for walk in people for one in walk]
    strips = _strips(everything)
    if not strips:
        return Markup()
    where = _pushed_apart([one for one in everything if one.label or one.stop.kind is StopKind.COMMITMENT], strips)
    parts = [part for strip in strips.values() for part in _ground(strip, words)]
    for number, walk in enumerate(people):
        parts.append(route(_way(walk, strips, where), _line_of(walk, number)))
    done: set[tuple[str, str]] = set()
    for one in everything:
        name = (one.stop.stall or one.stop.title or "", one.label)
        if one in where and name not in done:
            done.add(name)
            parts += _marked(one, where, notes=notes)
    bottom = max(strip.bottom for strip in strips.values()) + 22
    north = text((LEFT + STRIP_WIDTH, 12), words("sheet.north"), 11, END, f'fill="{SOFT}"')
    return drawing(WIDTH, bottom, label, [north, *parts])


def _line_of(walk: Sequence[Spotted], number: int) -> int:
    persons = [one.person for one in walk if one.person is not None]
    return persons[0] if persons else number


def _strips(spotted: Sequence[Spotted]) -> dict[District, Strip]:
    """Districts from the south (below) to the north (above), each as far as it is walked."""
    entered = sorted({one.district for one in spotted}, key=lambda name: list(District).index(name), reverse=True)
    stretches = {name: _stretch(name, [one.along_m for one in spotted if one.district is name]) for name in entered}
    steps = sum((high_m - low_m) / step_m for low_m, high_m, step_m in stretches.values())
    heads = (HEAD_PX + 14) * len(entered)
    step_px = min(BLOCK_PX, max(LEAST_BLOCK_PX, (MOST_PX - heads) / max(1.0, steps)))
    top, strips = HEAD_PX, {}
    for district, (low_m, high_m, step_m) in stretches.items():
        strips[district] = Strip(outline(district), low_m, high_m, top, step_px / step_m)
        top = strips[district].bottom + HEAD_PX + 14
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


def _ground(strip: Strip, words: Words) -> Iterator[Markup]:
    """Streets as lanes, cross aisles at the gates, façades; a torn edge where the district goes on."""
    plan, top, bottom = strip.plan, strip.top, strip.bottom
    yield box((LEFT, top), (STRIP_WIDTH, strip.height), 'fill="var(--map)"')
    for street, across_m in plan.streets:
        x, _ = strip.at(across_m, 0)
        yield path(f"M{x:g} {top:g}V{bottom:g}", f'stroke="#fff" stroke-width="{5 if street else 9}"')
        name = str(street) if street else words("sheet.middle")
        yield text((x, top - 4), name, 9.5, MIDDLE, f'fill="{SOFT}"')
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


def _pushed_apart(spotted: Sequence[Spotted], strips: dict[District, Strip]) -> dict[Spotted, Point]:
    """Where each marker goes: at its place, or a little beside it where another one is."""
    where: dict[Spotted, Point] = {}
    taken: list[Point] = []
    for one in sorted(spotted, key=lambda one: (one.stop.start, one.label)):
        x, y = strips[one.district].at(one.across_m, one.along_m)
        same = next((where[other] for other in where if other.stop == one.stop), None)
        where[one] = same or _free_place((x, y), taken, strips[one.district])
        taken.append(where[one])
    return where


def _free_place(wanted: Point, taken: Sequence[Point], strip: Strip) -> Point:
    x, y = wanted
    for step in range(24):
        # Along the street first, up and down in turn: the street is what has to stay right.
        shift = (step + 1) // 2 * APART_PX * (1 if step % 2 else -1)
        here = (x, min(max(y + shift, strip.top + 10), strip.bottom - 10))
        if all(abs(here[0] - u) + abs(here[1] - v) >= APART_PX for u, v in taken):
            return here
    return x, y


def _way(walk: Sequence[Spotted], strips: dict[District, Strip], where: dict[Spotted, Point]) -> list[Point]:
    """From stop to stop along the streets and the cross aisle of the gate one goes to."""
    points: list[Point] = []
    before: Spotted | None = None
    for one in walk:
        strip = strips[one.district]
        here = where.get(one) or strip.at(one.across_m, one.along_m)
        if before is not None and points:
            points += _between(points[-1], before, one, here, strips)
        points.append(here)
        before = one
    return points


def _between(start: Point, before: Spotted, one: Spotted, end: Point, strips: dict[District, Strip]) -> list[Point]:
    if before.district is one.district:
        aisle = _aisle(strips[one.district], one.along_m)
        return [(start[0], aisle), (end[0], aisle)]
    here, there = strips[before.district], strips[one.district]
    middle, _ = there.at(there.plan.width_m / 2, 0)
    leaving, coming = (here.top, there.bottom) if there.top < here.top else (here.bottom, there.top)
    aisle = _aisle(there, one.along_m)
    return [(start[0], leaving), (middle, leaving), (middle, coming), (middle, aisle), (end[0], aisle)]


def _aisle(strip: Strip, along_m: float) -> float:
    """The height of the nearest cross aisle that is drawn."""
    inside = [one for _, _, one in strip.plan.gates if strip.low_m <= one <= strip.high_m] or [along_m]
    nearest = min(inside, key=lambda one: abs(one - along_m))
    return strip.at(0, nearest)[1]


def _marked(one: Spotted, where: dict[Spotted, Point], *, notes: bool) -> Iterator[Markup]:
    at = where[one]
    wall = one.stop.kind is StopKind.COMMITMENT
    said = one.note if notes or wall else ""
    if said:
        place, side = _beside(at, list(where.values()))
        yield text(place, said[:LONGEST_NOTE], 10.5, side, HALO, BOLD)
    yield mark(at, one.label, one.person, wall=wall)


def _beside(at: Point, others: Sequence[Point]) -> tuple[Point, str]:
    """Right of the marker, or left, or above it: where no other marker is in the way."""
    x, y = at
    near = [u - x for u, v in others if abs(v - y) < APART_PX and u != x]
    if x < LEFT + STRIP_WIDTH * 0.55 and not any(0 < gap < NOTE_PX for gap in near):
        return (x + 14, y + 4), START
    if x > LEFT + NOTE_PX * 0.6 and not any(-NOTE_PX < gap < 0 for gap in near):
        return (x - 14, y + 4), END
    return (x, y - 13), MIDDLE
