"""The days of a trip: what the file says of them, and what is assumed of those that it does not name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.trip import CommitmentKind, MealBreak, TripDay
from yiwutrip.ingest.trip_file.schema import DayTable, MealTable, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from yiwutrip.domain.trip import Commitment
    from yiwutrip.ingest.trip_file.faults import Faults
    from yiwutrip.ingest.trip_file.lines import KeyPath

DEFAULT_MEAL: Final = MealBreak(40 * 60, time(11, 0), time(13, 30))
"""An assumption: people who say nothing about lunch still eat. ``meal = false`` on a day takes it away."""


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when the trip is."""

    starts: datetime
    ends: datetime

    def dates(self) -> Iterable[date]:
        """Every calendar day that it touches."""
        day = self.starts.date()
        while day <= self.ends.date():
            yield day
            day += timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A ``[[days]]`` table that held; ``meal`` is None where it says nothing, False where there is to be none."""

    table: DayTable
    meal: MealBreak | bool | None
    path: KeyPath


def read_day(value: object, path: KeyPath, faults: Faults) -> StatedDay | None:
    """One ``[[days]]`` table; faults are noted and give None."""
    table = read_table(DayTable, value, path, faults)
    if table is None:
        return None
    if table.meal is None or table.meal is False:
        return StatedDay(table, None if table.meal is None else False, path)
    meal = _read_meal(table.meal, (*path, "meal"), faults)
    return None if meal is None else StatedDay(table, meal, path)


def _read_meal(value: object, path: KeyPath, faults: Faults) -> MealBreak | None:
    table = read_table(MealTable, value, path, faults)
    if table is None:
        return None
    room = _seconds(table.latest_end) - _seconds(table.earliest)
    if room < table.minutes * 60:
        faults.add("meal-window-too-short", path, value, minutes=table.minutes, room=max(room // 60, 0))
        return None
    return MealBreak(table.minutes * 60, table.earliest, table.latest_end)


def _seconds(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60 + clock.second


def check_days(stated: Sequence[StatedDay], span: Span, faults: Faults) -> None:
    """Note days outside the trip and days that are there twice."""
    seen: dict[date, StatedDay] = {}
    within = set(span.dates())
    for day in stated:
        if day.table.date not in within:
            faults.add(
                "day-outside-trip",
                (*day.path, "date"),
                day.table.date,
                starts=span.starts.date().isoformat(),
                ends=span.ends.date().isoformat(),
            )
        if day.table.date in seen:
            faults.add("day-twice", (*day.path, "date"), day.table.date)
        seen[day.table.date] = day


def all_days(stated: Sequence[StatedDay], span: Span, walls: Sequence[Commitment]) -> tuple[TripDay, ...]:
    """Every day of the trip in order; what the file does not say of it takes the defaults."""
    by_date = {day.table.date: day for day in stated}
    days = []
    for date_ in span.dates():
        day = by_date.get(date_)
        together = day.table.together if day else frozenset()
        meal = day.meal if day else None
        if meal is None and _has_room(date_, span, walls):
            meal = DEFAULT_MEAL
        days.append(TripDay(date_, together, meal if isinstance(meal, MealBreak) else None))
    return tuple(days)


def _has_room(day: date, span: Span, walls: Sequence[Commitment]) -> bool:
    """
    Whether the default meal fits between the day's walls, so that nobody is told of a meal they never asked for.

    An event or a training may feed its guests; who broadcasts all through lunch goes without, and is told.
    """
    opens = max(datetime.combine(day, DEFAULT_MEAL.earliest, MARKET_ZONE), span.starts)
    closes = min(datetime.combine(day, DEFAULT_MEAL.latest_end, MARKET_ZONE), span.ends)
    needed = timedelta(seconds=DEFAULT_MEAL.duration_s)
    free_from = opens
    fed = [wall for wall in walls if wall.kind is not CommitmentKind.LIVESTREAM]
    for wall in sorted(fed, key=lambda wall: wall.starts):
        begins = wall.starts - timedelta(seconds=wall.setup_s)
        if min(begins, closes) - free_from >= needed:
            return True
        free_from = max(free_from, wall.ends)
    return closes - free_from >= needed
