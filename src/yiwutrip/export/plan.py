"""What the sheet, the calendar and the maps are made from: the plan with its trip and its stalls."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.trip import CommitmentKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from yiwutrip.domain.itinerary import Itinerary, Stop
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Commitment, Trip
    from yiwutrip.domain.words import Words


@dataclass(frozen=True, slots=True)
class PlannedTrip:
    """
    A plan and what it speaks of.

    Attributes:
        stalls: by code, at least those that the plan names.
        on_time: probability of being on time by title and start of each commitment, where the risk was reckoned.
        only: whose days these are; None for everybody's.
        earlier: the trip's other plans, of which entries may stand in somebody's calendar.

    """

    trip: Trip
    itinerary: Itinerary
    stalls: Mapping[str, Stall]
    on_time: Mapping[tuple[str, datetime], float] | None = None
    only: str | None = None
    earlier: tuple[Itinerary, ...] = ()

    def part(self, day: date | None = None, who: str | None = None) -> PlannedTrip:
        """
        Only that day, only that person's routes (the pair's are theirs too).

        A day knows nothing of the other days, to which what is missing may have been moved: it has no earlier plans.
        """
        routes = tuple(
            route
            for route in self.itinerary.routes
            if (day is None or route.date == day) and (who is None or who in route.who)
        )
        commitments = tuple(
            one
            for one in self.trip.commitments
            if (day is None or one.starts.date() == day) and (who is None or who in one.who)
        )
        return replace(
            self,
            trip=replace(self.trip, commitments=commitments),
            itinerary=replace(self.itinerary, routes=routes),
            only=who,
            earlier=self.earlier if day is None else (),
        )

    def person_days(self) -> Iterator[PersonDay]:
        """Each person's days in order; what the pair does together stands in both."""
        going = {letter for route in self.itinerary.routes for letter in route.who}
        for day in sorted({route.date for route in self.itinerary.routes}):
            for letter in sorted(going & {self.only} if self.only else going):
                steps = [
                    Step(stop, route.who)
                    for route in self.itinerary.routes
                    if route.date == day and letter in route.who
                    for stop in route.stops
                ]
                if steps:
                    steps.sort(key=lambda step: (step.stop.arrive, step.stop.start))
                    yield PersonDay(day, letter, tuple(steps))

    def name_of(self, letter: str) -> str:
        """The person of that letter."""
        return next((person.name for person in self.trip.people if person.letter == letter), letter)

    def number_of(self, letter: str) -> int:
        """Which of the trip's people that is, from 0; whoever has left it counts as one more."""
        letters = [person.letter for person in self.trip.people]
        return letters.index(letter) if letter in letters else len(letters)

    def commitment_of(self, stop: Stop) -> Commitment | None:
        """The promise that a stop keeps; None for the departure that the trip's end makes."""
        if stop.kind is not StopKind.COMMITMENT:
            return None
        return self.trip.commitment(stop.title, stop.leave)

    def title_of(self, stop: Stop, words: Words) -> str:
        """What to call a stop: the stall's name, the promise's title, or what happens there."""
        stall = self.stall_of(stop)
        if stop.kind is StopKind.VISIT:
            return stall.name if stall else stop.stall or ""
        if stop.kind is StopKind.COMMITMENT and stop.title != CommitmentKind.DEPARTURE:
            return stop.title or ""
        return words(f"stop.{stop.title if stop.title == CommitmentKind.DEPARTURE else stop.kind}")

    def stall_of(self, stop: Stop) -> Stall | None:
        """The stall that a stop is at."""
        return self.stalls.get(stop.stall or (stop.place.stall if stop.place else None) or "")

    def place_of(self, stop: Stop) -> Place:
        """Where a stop is; a stall's place is its code."""
        return stop.place or Place(stall=stop.stall)


@dataclass(frozen=True, slots=True)
class Step:
    """A stop and the letters of those who walk to it together."""

    stop: Stop
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonDay:
    """One person's day."""

    day: date
    letter: str
    steps: tuple[Step, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """In order of time."""
        return tuple(step.stop for step in self.steps)
