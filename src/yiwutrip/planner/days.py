"""The days of a trip: when each begins and ends for whom, and how they are cut one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from yiwutrip.domain.trip import CommitmentKind, HalfDay
from yiwutrip.planner.clock import DAY_S, day_of
from yiwutrip.planner.cut import Day, cut_day
from yiwutrip.planner.walls import Presence, car_place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from yiwutrip.domain.itinerary import Unmet
    from yiwutrip.domain.trip import MealBreak, Trip, TripDay
    from yiwutrip.planner.assumptions import PlanAssumptions
    from yiwutrip.planner.clock import Clock
    from yiwutrip.planner.cut import Stretch
    from yiwutrip.planner.spots import Travel
    from yiwutrip.planner.walls import Wall

FAR_FROM_CAR_S = 600
"""Where what is looked for lies further than this from the car, people do not walk to the car to meet."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the trip file says of each day; what it does not name takes the defaults."""

    clock: Clock
    days: Mapping[date, TripDay]
    assumed: PlanAssumptions

    def meal(self, day: int) -> MealBreak | None:
        """The meal of that day, None where there is to be none."""
        named = self.days.get(self.clock.date(day))
        return self.assumed.meal if named is None else named.meal

    def together(self, day: int) -> tuple[bool, bool]:
        """Whether the morning and the afternoon are walked together."""
        named = self.days.get(self.clock.date(day))
        halves = named.together if named else frozenset()
        return HalfDay.AM in halves, HalfDay.PM in halves


def calendar_of(trip: Trip, clock: Clock, assumed: PlanAssumptions) -> Calendar:
    """The calendar of a trip."""
    return Calendar(clock, {day.date: day for day in trip.days}, assumed)


def begins_of(trip: Trip, clock: Clock, travel: Travel, letters: Sequence[str]) -> dict[str, Presence]:
    """Everybody at the car, or at the base where there is none, when the trip starts."""
    place = car_place(trip) or trip.base
    return {letter: Presence(clock.seconds(trip.starts), travel.places[place]) for letter in letters}


def meeting_points(trip: Trip, travel: Travel, weights: Mapping[str, int]) -> tuple[int, ...]:
    """
    Where people who part or meet would do so: the car, or the middle of what they look for where that is far from it.

    The middle is the stall from which all others, weighted by what they are worth, are nearest.
    """
    parked = car_place(trip)
    car = [travel.places[parked]] if parked is not None else []
    if not weights:
        return tuple(car)
    spots = [travel.stalls[code] for code in weights]
    ways = travel.table.seconds[np.ix_(spots, spots)].astype(np.float64)
    middle = spots[int(np.argmin(ways @ np.array(list(weights.values()), dtype=np.float64)))]
    if car and travel.seconds(car[0], middle) <= FAR_FROM_CAR_S:
        return (*car, middle)
    return (middle, *car)


@dataclass(frozen=True, slots=True)
class Frame:
    """
    What all days of a trip share.

    Attributes:
        walls: those that hold.
        points: spots that suit as a meeting point, the best first.
        night: where everybody sleeps.
        chosen: by day, spots that come before ``points`` there.

    """

    calendar: Calendar
    walls: tuple[Wall, ...]
    points: tuple[int, ...]
    night: int
    chosen: Mapping[int, tuple[int, ...]]


def cut_days(frame: Frame, begins: Mapping[str, Presence], travel: Travel) -> tuple[list[Stretch], list[Unmet]]:
    """Cut day after day, from where everybody is to the last departure; nothing is left where nobody is."""
    if not begins:
        return [], []
    first = min(day_of(begin.at_s) for begin in begins.values())
    last = max((day_of(wall.arrive_s) for wall in frame.walls), default=first)
    stretches: list[Stretch] = []
    unmet: list[Unmet] = []
    here = dict(begins)
    for index in range(first, last + 1):
        walls = tuple(wall for wall in frame.walls if day_of(wall.arrive_s) == index)
        awake = {
            letter: _rise(index, begin, [w for w in walls if letter in w.who], frame, travel)
            for letter, begin in here.items()
        }
        cut = cut_day(_day(index, awake, walls, frame), travel)
        stretches += cut.stretches
        unmet += cut.unmet
        gone = {p for wall in walls if wall.kind is CommitmentKind.DEPARTURE for p in wall.who}
        here = {
            letter: Presence(_home_s(letter, awake[letter], cut.stretches, frame.night, travel), frame.night)
            for letter in here
            if letter not in gone
        }
        if not here:
            break
    return stretches, unmet


def _day(index: int, begins: Mapping[str, Presence], walls: tuple[Wall, ...], frame: Frame) -> Day:
    assumed = frame.calendar.assumed
    return Day(
        index=index,
        date=frame.calendar.clock.date(index),
        begins=begins,
        together=frame.calendar.together(index),
        half_s=index * DAY_S + assumed.half_day_s,
        ends_s=index * DAY_S + assumed.day_ends_s,
        night=frame.night,
        walls=walls,
        points=(*frame.chosen.get(index, ()), *frame.points),
    )


def _rise(index: int, begin: Presence, walls: Sequence[Wall], frame: Frame, travel: Travel) -> Presence:
    """When a person's day begins: in the morning, or early enough for the first commitment."""
    if day_of(begin.at_s) >= index and begin.at_s > index * DAY_S + frame.calendar.assumed.day_starts_s:
        return begin
    leave_s = index * DAY_S + frame.calendar.assumed.day_starts_s
    if walls:
        way_s = travel.seconds(begin.spot, walls[0].spot)
        leave_s = min(leave_s, walls[0].arrive_s - way_s - frame.calendar.assumed.early_s)
    return Presence(max(begin.at_s, leave_s), begin.spot)


def _home_s(letter: str, begin: Presence, stretches: Sequence[Stretch], night: int, travel: Travel) -> int:
    mine = [s for s in stretches if letter in s.who]
    if not mine:
        return begin.at_s + travel.seconds(begin.spot, night)
    last = mine[-1]
    return (last.wall.end_s if last.wall else last.end_s) + travel.seconds(last.end, night)
