"""Who eats in which stretch of a day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import Reason, Unmet
from yiwutrip.planner.clock import DAY_S
from yiwutrip.solver.problem import Meal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.trip import MealBreak
    from yiwutrip.planner.cut import Stretch
    from yiwutrip.planner.days import Calendar
    from yiwutrip.planner.spots import Travel


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
    fed_before: frozenset[tuple[int, str]] = frozenset(),
) -> tuple[tuple[bool, ...], tuple[Unmet, ...]]:
    """
    Say in which stretch each person eats: once a day, together where that leaves as much room.

    Somebody who is not on the trip during a meal's window needs none; one whose commitments fill it is told so.
    """
    eats = [False] * len(stretches)
    fed = set(fed_before)
    room = {i: _meal_room_s(s, calendar.meal(s.day), travel) for i, s in enumerate(stretches)}
    possible = [i for i, seconds in room.items() if seconds is not None]
    for i in sorted(possible, key=lambda i: (-min(room[i] or 0, 3600), -len(stretches[i].who), i)):
        people = {(stretches[i].day, letter) for letter in stretches[i].who}
        if not people & fed:
            eats[i] = True
            fed |= people
    return tuple(eats), tuple(_hungry(stretches, calendar, fed))


def _meal_room_s(stretch: Stretch, meal: MealBreak | None, travel: Travel) -> int | None:
    """How many seconds there are to choose from for the start of a meal; None if it does not fit."""
    if meal is None:
        return None
    first_s, last_s = meal_window(meal)
    midnight_s = stretch.day * DAY_S
    leave_s = stretch.end_s - travel.seconds(stretch.start, stretch.end) - meal.duration_s
    room_s = min(midnight_s + last_s, leave_s) - max(midnight_s + first_s, stretch.start_s)
    return room_s if room_s >= 0 else None


def _hungry(stretches: Sequence[Stretch], calendar: Calendar, fed: set[tuple[int, str]]) -> list[Unmet]:
    presence: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for s in stretches:
        for letter in s.who:
            presence[s.day, letter] += [s.start_s, s.end_s]
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
