"""Who eats in which stretch of a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import Reason, Unmet
from yiwutrip.planner.clock import DAY_S, day_of
from yiwutrip.solver.problem import Meal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.trip import MealBreak
    from yiwutrip.planner.cut import Stretch
    from yiwutrip.planner.days import Calendar
    from yiwutrip.planner.here import Here
    from yiwutrip.planner.spots import Travel


class Sitting(IntEnum):
    """Where in a stretch a meal is taken: between visits, and only where there is no room for that, at an edge."""

    INSIDE = 0
    AFTER = 1
    BEFORE = 2


VISIT_S = 900
ELBOW_ROOM_S = 600
"""A visit beside a meal, and what a meal between visits needs to be moved about: they only choose where it goes."""


def meal_of(meal: MealBreak | None) -> Meal | None:
    """The same for the solver."""
    if meal is None:
        return None
    earliest_s, latest_s = meal_window(meal)
    return Meal(meal.duration_s, earliest_s, latest_s)


def meal_window(meal: MealBreak) -> tuple[int, int]:
    """When a meal may start, seconds of the day."""
    end_s = meal.latest_end.hour * 3600 + meal.latest_end.minute * 60
    return meal.earliest.hour * 3600 + meal.earliest.minute * 60, end_s - meal.duration_s


def assign_meals(
    stretches: Sequence[Stretch],
    calendar: Calendar,
    travel: Travel,
    here: Here,
) -> tuple[tuple[Sitting | None, ...], tuple[Unmet, ...]]:
    """
    Say in which stretch each person eats and where in it: once a day, together where that leaves as much room.

    Somebody who is not on the trip during a meal's window needs none; one whose commitments fill it is told so.
    """
    sittings: list[Sitting | None] = [None] * len(stretches)
    fed = set(here.fed)
    rooms = {i: _room(s, calendar.meal(s.day), travel) for i, s in enumerate(stretches)}
    possible = [(i, room) for i, room in rooms.items() if room is not None]
    for i, room in sorted(possible, key=lambda p: (p[1].sitting, -min(p[1].seconds, 3600), -len(stretches[p[0]].who))):
        people = {(stretches[i].day, letter) for letter in stretches[i].who}
        if not people & fed:
            sittings[i] = room.sitting
            fed |= people
    return tuple(sittings), tuple(_hungry(stretches, calendar, fed, here.now_s))


@dataclass(frozen=True, slots=True)
class _Room:
    """Where a meal fits into a stretch, and between how many seconds its start can be chosen."""

    sitting: Sitting
    seconds: int


def _room(stretch: Stretch, meal: MealBreak | None, travel: Travel) -> _Room | None:
    """Inside the stretch, with a visit on either side, if it can be; else at the end of it, else at its start."""
    if meal is None:
        return None
    first_s, last_s = (stretch.day * DAY_S + s for s in meal_window(meal))
    way_s = travel.seconds(stretch.start, stretch.end)
    leave_s = stretch.end_s - meal.duration_s
    out_s, back_s = _nearest_s(stretch, travel)
    inside_s = min(last_s, leave_s - VISIT_S - back_s) - max(first_s, stretch.start_s + VISIT_S + out_s)
    if inside_s >= ELBOW_ROOM_S:
        return _Room(Sitting.INSIDE, inside_s)
    if first_s <= leave_s <= last_s and stretch.start_s + way_s <= leave_s:
        return _Room(Sitting.AFTER, leave_s - max(first_s, stretch.start_s + way_s))
    begin_s = max(first_s, stretch.start_s)
    if begin_s <= last_s and begin_s + way_s <= leave_s:
        return _Room(Sitting.BEFORE, min(last_s, leave_s - way_s) - begin_s)
    return None


def _nearest_s(stretch: Stretch, travel: Travel) -> tuple[int, int]:
    """The shortest way out to a stall, and back from one."""
    stalls = list(travel.stalls.values())
    if not stalls:
        return 0, 0
    seconds = travel.table.seconds
    return int(seconds[stretch.start, stalls].min()), int(seconds[stalls, stretch.end].min())


def _hungry(
    stretches: Sequence[Stretch], calendar: Calendar, fed: set[tuple[int, str]], now_s: int | None
) -> list[Unmet]:
    """Who is on the trip all through a meal's window, be it at a commitment that is under way now, and does not eat."""
    presence: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for s in stretches:
        for letter in s.who:
            presence[s.day, letter] += [s.start_s, s.end_s]
            if now_s is not None and day_of(now_s) == s.day:
                presence[s.day, letter].append(now_s)
    unmet = []
    for (day, letter), times in sorted(presence.items()):
        meal = calendar.meal(day)
        if meal is None or (day, letter) in fed:
            continue
        first_s, last_s = meal_window(meal)
        midnight_s = day * DAY_S
        if min(times) <= midnight_s + last_s and max(times) >= midnight_s + first_s + meal.duration_s:
            what = Reason("meal", {"who": letter, "date": calendar.clock.date(day).isoformat()})
            unmet.append(Unmet(what, Reason("no-time-to-eat", {"minutes": meal.duration_s // 60})))
    return unmet
