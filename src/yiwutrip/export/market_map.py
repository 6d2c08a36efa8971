"""
The day as a map: each district that is entered as a strip, north up, with everybody's way through it.

Gates and streets lie where the market's structure puts them; the picture is a scheme and says so. Only the part of a
district that is walked is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.phrasing import say_district
from yiwutrip.export.map_notes import Note, notes
from yiwutrip.export.spots import spot_of_stop
from yiwutrip.export.svg import BOLD, END, INK, MIDDLE, SOFT, START, Point, box, drawing, mark, path, route, text
from yiwutrip.export.text import short
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
# A floor's map stands two in a row and two on a page: higher, it would be shrunk until nobody can read it.
MOST_FLOOR_PX = 440.0
# Markers nearer than this cover each other and are pushed apart.
APART_PX = 19.0
HEAD_PX = 46.0
# Of a stall's name beside its marker, in Latin letters.
LONGEST_NOTE = 20
# Two who walk one aisle leave two lines: each is drawn so far beside its middle.
BESIDE_PX = (-2.5, 2.5)


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
    walks = [list(_spotted(day, number, plan, words)) for number, day in enumerate(days)]
    return _draw([_with_floors(walk, words) for walk in walks], words, words("sheet.map"), MOST_PX)


def floor_maps(day: PersonDay, number: int, plan: PlannedTrip, words: Words) -> Iterator[tuple[str, Markup]]:
    """One person's walk on each floor with at least two stops on it, with the names of the stalls."""
    spotted = list(_spotted(day, number, plan, words))
    for (district, floor), run in groupby(spotted, key=lambda one: (one.district, one.floor)):
        walk = list(run)
        if floor is not None and sum(one.stop.kind is StopKind.VISIT for one in walk) > 1:
            title = f"{say_district(Address(district=district), words)} {_level(floor, words)}"
            yield title, _draw([walk], words, title, MOST_FLOOR_PX)


def _level(floor: int, words: Words) -> str:
    return words("place.basement" if floor < 0 else "place.floor", floor=abs(floor))


def _with_floors(walk: Sequence[Spotted], words: Words) -> list[Spotted]:
    """The walk with, beside the markers, not the stalls but the floors where they change; walls keep their names."""
    told = []
    floor: int | None = None
    for one in walk:
        changed = one.floor is not None and one.floor != floor
        floor = one.floor or floor
        if one.stop.kind is not StopKind.COMMITMENT:
            one = replace(one, note=_level(one.floor, words) if changed and one.floor else "")  # noqa: PLW2901
        told.append(one)
    return told


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


def _draw(people: Sequence[Sequence[Spotted]], words: Words, label: str, most_px: float) -> Markup:
    everything = [one for walk in people for one in walk]
    strips = _strips(everything, most_px)
    if not strips:
        return Markup()
    where = _pushed_apart([one for one in everything if one.label or one.stop.kind is StopKind.COMMITMENT], strips)
    parts = [part for strip in strips.values() for part in _ground(strip, words)]
    ways = [way for walk in people for way in _ways(walk, strips, where)]
    # What several walk together is one line, and under those that they walk alone.
    for person, points in sorted(dict.fromkeys(ways), key=lambda way: way[0] is not None):
        parts.append(route(points, person))
    shown = {(one.stop.stall or one.stop.title or "", one.label): one for one in reversed(everything) if one in where}
    parts += notes(
        [Note(where[one], short(one.note, LONGEST_NOTE)) for one in shown.values() if one.note],
        list(where.values()),
        (LEFT, LEFT + STRIP_WIDTH),
    )
    parts += [
        mark(where[one], one.label, one.person, wall=one.stop.kind is StopKind.COMMITMENT) for one in shown.values()
    ]
    bottom = max(strip.bottom for strip in strips.values()) + 22
    north = text((LEFT + STRIP_WIDTH, 12), words("sheet.north"), 11, END, f'fill="{SOFT}"')
    return drawing(WIDTH, bottom, label, [north, *parts])


def _strips(spotted: Sequence[Spotted], most_px: float) -> dict[District, Strip]:
    """Districts from the south (below) to the north (above), each as far as it is walked."""
    entered = sorted({one.district for one in spotted}, key=lambda name: list(District).index(name), reverse=True)
    stretches = {name: _stretch(name, [one.along_m for one in spotted if one.district is name]) for name in entered}
    steps = sum((high_m - low_m) / step_m for low_m, high_m, step_m in stretches.values())
    heads = (HEAD_PX + 14) * len(entered)
    step_px = min(BLOCK_PX, max(LEAST_BLOCK_PX, (most_px - heads) / max(1.0, steps)))
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
        # On the façade a marker would cover the gate's number.
        inside = min(max(x, LEFT + 10), LEFT + STRIP_WIDTH - 10)
        where[one] = same or _free_place((inside, y), taken, strips[one.district])
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


def _ways(
    walk: Sequence[Spotted], strips: dict[District, Strip], where: dict[Spotted, Point]
) -> Iterator[tuple[int | None, tuple[Point, ...]]]:
    """From stop to stop along the streets and the cross aisle of the gate one goes to, with who walks it."""
    at = {one: where.get(one) or strips[one.district].at(one.across_m, one.along_m) for one in walk}
    for person, legs in groupby(pairwise(walk), key=lambda leg: leg[1].person):
        points: list[Point] = []
        for before, one in legs:
            points += [at[before], *_between(at[before], before, one, at[one], strips), at[one]]
        aside = 0.0 if person is None or person >= len(BESIDE_PX) else BESIDE_PX[person]
        yield person, tuple((x + aside, y + aside) for x, y in points)


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
