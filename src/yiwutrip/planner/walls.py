"""
Commitments as walls: where each person has to be, and by when.

A commitment that cannot be reached from the one before, or from which the next cannot be reached, is not a wall but a
result: it is unmet, with the seconds that are missing. Broadcasts and the departure come before everything else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import Reason, Unmet
from yiwutrip.domain.trip import CommitmentKind
from yiwutrip.planner.clock import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from yiwutrip.domain.trip import Commitment, Place, Trip
    from yiwutrip.planner.clock import Clock
    from yiwutrip.planner.spots import Travel

RANK = {CommitmentKind.DEPARTURE: 0, CommitmentKind.LIVESTREAM: 1, CommitmentKind.REST: 3}
"""Which commitment gives way where two exclude each other: the higher number."""


@dataclass(frozen=True, slots=True)
class Wall:
    """
    A commitment on the trip's clock.

    Attributes:
        arrive_s: by then everyone of ``who`` is there: its start less what it takes to set up.
        end_s: when one can leave.
        spot: index into the travel table.

    """

    kind: CommitmentKind
    title: str
    who: tuple[str, ...]
    arrive_s: int
    end_s: int
    spot: int
    place: Place


@dataclass(frozen=True, slots=True)
class Presence:
    """From when and where a person's time begins; the trip's start, or where the person is now."""

    at_s: int
    spot: int


def walls_of(trip: Trip, clock: Clock, spots: Mapping[Place, int], letters: Iterable[str]) -> list[Wall]:
    """Every commitment of these people, the departure included, by time."""
    present = tuple(letters)
    walls = [
        _wall(c, trip, clock, spots[c.place], tuple(p for p in present if p in c.who))
        for c in trip.commitments
        if c.place in spots
    ]
    leaving = {letter for wall in walls if wall.kind is CommitmentKind.DEPARTURE for letter in wall.who}
    walls.append(_end(trip, clock, spots, tuple(p for p in present if p not in leaving)))
    return sorted((w for w in walls if w.who), key=lambda w: (w.arrive_s, w.title))


def _end(trip: Trip, clock: Clock, spots: Mapping[Place, int], who: tuple[str, ...]) -> Wall:
    """The end of the trip, for those who have no departure of their own: at the car, in time to load it."""
    place = car_place(trip) or trip.base
    loading_s = trip.car.loading_s if trip.car else 0
    ends_s = clock.seconds(trip.ends)
    kind = CommitmentKind.DEPARTURE
    return Wall(kind, str(kind), who, ends_s - loading_s, ends_s, spots[place], place)


def car_place(trip: Trip) -> Place | None:
    """Where the car stands during the days."""
    return trip.car.parked if trip.car else None


def _wall(commitment: Commitment, trip: Trip, clock: Clock, spot: int, who: tuple[str, ...]) -> Wall:
    starts_s, ends_s = clock.seconds(commitment.starts), clock.seconds(commitment.ends)
    loading_s = trip.car.loading_s if trip.car and commitment.kind is CommitmentKind.DEPARTURE else 0
    arrive_s = starts_s - max(commitment.setup_s, loading_s)
    return Wall(commitment.kind, commitment.title, who, arrive_s, max(ends_s, arrive_s), spot, commitment.place)


def accept(
    walls: Sequence[Wall], begins: Mapping[str, Presence], night: int, travel: Travel, *, under_way: bool = False
) -> tuple[list[Wall], list[Unmet]]:
    """
    Keep the walls that can be held one after the other; the rest is unmet, with what gets in the way.

    In a trip that is under way, who is late already for the first of them goes there all the same, while it lasts.
    """
    kept: dict[str, list[Wall]] = {letter: [] for letter in begins}
    held: list[Wall] = []
    unmet = []
    for wall in sorted(walls, key=lambda w: (RANK.get(w.kind, 2), w.arrive_s, w.title)):
        able = []
        for letter in wall.who:
            obstacle = _obstacle(wall, kept[letter], begins[letter], night, travel)
            if obstacle is None:
                able.append(letter)
                kept[letter] = sorted((*kept[letter], wall), key=lambda w: w.arrive_s)
                continue
            what = Reason("commitment", {"title": wall.title, "kind": str(wall.kind), "who": letter})
            unmet.append(Unmet(what, *obstacle))
            late = _late(wall, letter, begins[letter], travel) if under_way else None
            if late is not None and _obstacle(late, kept[letter], begins[letter], night, travel) is None:
                held.append(late)
                kept[letter] = sorted((*kept[letter], late), key=lambda w: w.arrive_s)
        if able:
            held.append(replace(wall, who=tuple(able)))
    return sorted(_merged(held), key=lambda w: (w.arrive_s, w.end_s)), unmet


def _merged(walls: Iterable[Wall]) -> list[Wall]:
    """One wall where several are reached at the same time."""
    merged: dict[Wall, tuple[str, ...]] = {}
    for wall in walls:
        alike = replace(wall, who=())
        merged[alike] = tuple(sorted({*merged.get(alike, ()), *wall.who}))
    return [replace(alike, who=who) for alike, who in merged.items()]


def _late(wall: Wall, letter: str, begin: Presence, travel: Travel) -> Wall | None:
    """The same commitment reached as soon as can be; None if it is over by then. A departure waits."""
    soonest_s = begin.at_s + travel.seconds(begin.spot, wall.spot)
    if soonest_s >= wall.end_s and wall.kind is not CommitmentKind.DEPARTURE:
        return None
    return replace(wall, who=(letter,), arrive_s=max(wall.arrive_s, soonest_s), end_s=max(wall.end_s, soonest_s))


def _obstacle(wall: Wall, kept: list[Wall], begin: Presence, night: int, travel: Travel) -> tuple[Reason, int] | None:
    gone = [w for w in kept if w.kind is CommitmentKind.DEPARTURE]
    before = [w for w in kept if w.arrive_s <= wall.arrive_s and w not in gone]
    after = [w for w in kept if w.arrive_s > wall.arrive_s and w not in gone] + gone
    if before:
        late_s = _late_s(before[-1], wall, night, travel)
        if late_s > 0:
            return Reason("conflict", {"with": before[-1].title}), late_s
    elif (late_s := begin.at_s + travel.seconds(begin.spot, wall.spot) - wall.arrive_s) > 0:
        return Reason("starts-too-soon", {}), late_s
    if after and (late_s := _late_s(wall, after[0], night, travel)) > 0:
        return Reason("conflict", {"with": after[0].title}), late_s
    return None


def _late_s(first: Wall, then: Wall, night: int, travel: Travel) -> int:
    """Seconds by which one would be late after the other; between days one sleeps at the base."""
    if day_of(first.arrive_s) != day_of(then.arrive_s):
        way_s = travel.seconds(first.spot, night) + travel.seconds(night, then.spot)
    else:
        way_s = travel.seconds(first.spot, then.spot)
    return first.end_s + way_s - then.arrive_s
