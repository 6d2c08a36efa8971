"""
The day as a map: everybody's way through each district that is entered.

Gates and streets lie where the market's structure puts them; the picture is a scheme and says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.phrasing import say_district
from yiwutrip.export.map_ground import LEFT, STRIP_WIDTH, Strip, ground, heading, street_names, strips_of
from yiwutrip.export.map_notes import Note, around, notes
from yiwutrip.export.signs import mark, route
from yiwutrip.export.spots import spot_of_stop
from yiwutrip.export.svg import END, SOFT, Point, drawing, text
from yiwutrip.market.outline import outline, project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PersonDay, PlannedTrip

WIDTH, MOST_PX = 360.0, 620.0
# A person's own map has a column of the page for itself.
MOST_OWN_PX = 880.0
# A floor's map stands two in a row and two on a page: higher, it would be shrunk until nobody can read it.
MOST_FLOOR_PX = 440.0
# More markers on one map than this, and a person's own way can no longer be followed.
MOST_MARKERS = 48
# Markers nearer than this cover each other and are pushed apart.
APART_PX = 19.0
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


def day_maps(days: Sequence[PersonDay], plan: PlannedTrip, words: Words) -> list[tuple[str, Markup]]:
    """
    Everybody's day on one map, or a map a person where one would be too crowded, each with the letters of whose it is.

    None where nobody enters a district that has a ground plan.
    """
    walks = [(day.letter, _with_floors(list(_spotted(day, plan, words)), words)) for day in days]
    marked = {(one.stop, one.label) for _, walk in walks for one in walk if one.label}
    crowded = len(days) > 1 and len(marked) > MOST_MARKERS
    groups = [[walk] for walk in walks] if crowded else [walks]
    most_px = MOST_OWN_PX if crowded else MOST_PX
    made = [
        ("".join(letter for letter, _ in some), _draw([walk for _, walk in some], words, words("sheet.map"), most_px))
        for some in groups
    ]
    return [(letters, drawn) for letters, drawn in made if drawn]


def floor_maps(day: PersonDay, plan: PlannedTrip, words: Words) -> Iterator[tuple[str, Markup]]:
    """One person's walk on each floor with at least two stops on it, with the names of the stalls."""
    spotted = list(_spotted(day, plan, words))
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


def _spotted(day: PersonDay, plan: PlannedTrip, words: Words) -> Iterator[Spotted]:
    visits, number = 0, plan.number_of(day.letter)
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
        label = _label(stop, visits, words)
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


def _label(stop: Stop, visits: int, words: Words) -> str:
    """What stands in a marker; nothing for what has none."""
    if stop.kind is StopKind.VISIT:
        return str(visits)
    return words("sheet.mark-car") if stop.kind is StopKind.CAR else ""


def _draw(people: Sequence[Sequence[Spotted]], words: Words, label: str, most_px: float) -> Markup:
    everything = [one for walk in people for one in walk]
    along_m: dict[District, list[float]] = {}
    for one in everything:
        along_m.setdefault(one.district, []).append(one.along_m)
    strips = strips_of(along_m, most_px)
    if not strips:
        return Markup()
    where = _pushed_apart([one for one in everything if one.label or one.stop.kind is StopKind.COMMITMENT], strips)
    parts = [part for strip in strips.values() for part in ground(strip, words)]
    ways = [way for walk in people for way in _ways(walk, strips, where)]
    # What several walk together is one line, and under those that they walk alone.
    for person, points in sorted(dict.fromkeys(ways), key=lambda way: way[0] is not None):
        parts.append(route(points, person))
    parts += [name for strip in strips.values() for name in street_names(strip, words)]
    shown = {(one.stop.stall or one.stop.title or "", one.label): one for one in reversed(everything) if one in where}
    parts += notes(
        # Promises first: they have to have room.
        [Note(where[one], one.note) for one in sorted(shown.values(), key=_is_no_wall) if one.note],
        [*(around(at) for at in where.values()), *(heading(strip) for strip in strips.values())],
        [points for _, points in ways],
        (LEFT, LEFT + STRIP_WIDTH),
    )
    parts += [
        mark(where[one], one.label, one.person, wall=one.stop.kind is StopKind.COMMITMENT) for one in shown.values()
    ]
    bottom = max(strip.bottom for strip in strips.values()) + 22
    north = text((LEFT + STRIP_WIDTH, 12), words("sheet.north"), 11, END, f'fill="{SOFT}"')
    return drawing(WIDTH, bottom, label, [north, *parts])


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


def _is_no_wall(one: Spotted) -> bool:
    return one.stop.kind is not StopKind.COMMITMENT


def _free_place(wanted: Point, taken: Sequence[Point], strip: Strip) -> Point:
    """
    The nearest free place.

    Along the street first, up and down in turn, for the street is what has to stay right; then in the lanes beside it.
    """
    x, y = wanted
    sides = (0.0, APART_PX, -APART_PX, 2 * APART_PX, -2 * APART_PX)
    steps = sorted((step * APART_PX for step in range(-12, 13)), key=abs)
    for across in sides:
        for along in steps:
            here = (x + across, y + along)
            inside = strip.top + 8 <= here[1] <= strip.bottom - 8 and LEFT + 9 <= here[0] <= LEFT + STRIP_WIDTH - 9
            if inside and all(abs(here[0] - u) + abs(here[1] - v) >= APART_PX for u, v in taken):
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
