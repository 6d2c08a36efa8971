"""A plan with what is needed to show it, and the stops of each person's day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import Route, Stop, StopKind
from yiwutrip.domain.phrasing import say_address
from yiwutrip.domain.trip import CommitmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Commitment, Person, Place, Trip
    from yiwutrip.domain.way import WayStep
    from yiwutrip.domain.words import Words


@dataclass(frozen=True, slots=True)
class PlanShown:
    """
    A plan, its trip, and the stalls that the two name.

    Attributes:
        day: show this day only, None for the overview of all.
        who: letters to show, empty for everyone.
        ways: the ways to be told in words, by the stop that they lead to.

    """

    trip: Trip
    itinerary: Itinerary
    stalls: Mapping[str, Stall]
    day: date | None = None
    who: tuple[str, ...] = ()
    ways: Mapping[Stop, tuple[WayStep, ...]] = field(default_factory=dict)

    def people(self) -> list[Person]:
        """Whom to show."""
        return [person for person in self.trip.people if not self.who or person.letter in self.who]

    def label_cells(self) -> int:
        """How wide a visit's label is at most: ``ABCD12`` and a space."""
        return 3 + max([2, *(len(route.who) for route in self.itinerary.routes)])

    def dates(self) -> list[date]:
        """Every day on which somebody goes somewhere, in order."""
        return sorted({route.date for route in self.itinerary.routes})


@dataclass(frozen=True, slots=True)
class Step:
    """
    A stop of one person's day.

    Attributes:
        label: ``A3``: the third visit of A's day; ``AB2`` where they go together; empty for what is no visit.
        who: who is on this route.
        first: whether the route begins here.

    """

    stop: Stop
    who: tuple[str, ...]
    label: str = ""
    first: bool = False


def steps_of(routes: Sequence[Route], day: date, letter: str) -> list[Step]:
    """What one person does on one day, in order of time; visits are numbered through the day."""
    mine = [route for route in routes if route.date == day and letter in route.who]
    count = 0
    steps: list[Step] = []
    for route in sorted(mine, key=lambda one: one.stops[0].arrive):
        for n, stop in enumerate(route.stops):
            label = ""
            if stop.kind is StopKind.VISIT:
                count += 1
                label = f"{''.join(route.who)}{count}"
            steps.append(Step(stop, route.who, label, first=n == 0))
    return steps


def say_place(place: Place | None, shown: PlanShown, words: Words) -> str:
    """Its name, its address, or the stall's address."""
    if place is None:
        return ""
    if place.stall is not None:
        stall = shown.stalls.get(place.stall)
        return say_address(stall.address, words) if stall else place.stall
    if place.address is not None:
        return say_address(place.address, words)
    return place.name or f"{place.lat}, {place.lon}"


def say_where(stop: Stop, shown: PlanShown, words: Words) -> str:
    """Where a stop is."""
    stall = shown.stalls.get(stop.stall or "")
    if stall is not None:
        return say_address(stall.address, words)
    return stop.stall or say_place(stop.place, shown, words)


def commitment_of(stop: Stop, trip: Trip) -> Commitment | None:
    """The commitment that a stop is; None for the trip's end, which no table of the trip file names."""
    return trip.commitment(stop.title, stop.leave)


def say_commitment(stop: Stop, shown: PlanShown, words: Words) -> tuple[str, str]:
    """Its hours, and what it is: a broadcast is there from its set-up on, the departure from loading the car on."""
    commitment = commitment_of(stop, shown.trip)
    begins, ends = f"{stop.start:%H:%M}", f"{stop.leave:%H:%M}"
    place = say_where(stop, shown, words)
    if commitment is None or commitment.kind is CommitmentKind.DEPARTURE:
        if begins == ends:
            return begins, words("plan.leave", place=place)
        return begins, words("plan.load-car", time=ends)
    if commitment.setup_s:
        starts = f"{commitment.starts.astimezone(MARKET_ZONE):%H:%M}"
        return begins, words("plan.set-up", place=place, time=starts, title=commitment.title)
    return f"{begins}-{ends}", words("plan.at", title=commitment.title, place=place)


def walls_of(shown: PlanShown, day: date) -> Iterator[tuple[Stop, tuple[str, ...]]]:
    """Each commitment of the day once, with everyone who is there."""
    there: dict[tuple[object, ...], tuple[Stop, set[str]]] = {}
    for route in shown.itinerary.routes:
        for stop in route.stops:
            if route.date == day and stop.kind is StopKind.COMMITMENT:
                _, letters = there.setdefault((stop.title, stop.start), (stop, set()))
                letters |= {*route.who, *stop.meets}
    for stop, letters in sorted(there.values(), key=lambda wall: wall[0].start):
        yield stop, tuple(sorted(letters))
