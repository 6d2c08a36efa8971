"""A person's day as one line of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import LegMode, StopKind
from yiwutrip.render.cells import pad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from yiwutrip.render.plan_shown import Step

WALL, STALL, WAY, WAIT, MEAL, FREE = "█▓─.o "
_INSIDE = {
    StopKind.VISIT: STALL,
    StopKind.MEAL: MEAL,
    StopKind.COMMITMENT: WALL,
    StopKind.CAR: WAY,
}
_MINUTES_A_CELL = (5, 6, 10, 12, 15, 20, 30, 60)
DAY_MIN = 24 * 60


class Band:
    """
    The scale that all people of a day share.

    Args:
        people: the steps of each person.
        cells: how long a line may be.

    """

    def __init__(self, people: Sequence[Sequence[Step]], cells: int) -> None:
        moments = [moment for steps in people for step in steps for moment in (step.stop.arrive, step.stop.leave)]
        day = min(moments).date()
        first = min(_minute(moment, day_of=min(moments)) for moment in moments)
        last = max(_minute(moment, day_of=min(moments)) for moment in moments)
        self._day = day
        self._from = first // 60 * 60
        hours = -(-(min(last, DAY_MIN) - self._from) // 60)
        self._per = next(per for per in _MINUTES_A_CELL if hours * 60 // per <= cells or per == _MINUTES_A_CELL[-1])
        self._cells = hours * 60 // self._per

    def axis(self) -> str:
        """The hours above the cells, as many as there is room for."""
        a_hour = 60 // self._per
        every = 1 if a_hour >= 3 else 2 if a_hour == 2 else 3
        hours = range(self._from // 60, self._from // 60 + self._cells // a_hour, every)
        return "".join(pad(str(hour), a_hour * every) for hour in hours).rstrip()

    def row(self, steps: Sequence[Step]) -> str:
        """One person's cells: what is going on in the middle of each."""
        spans = list(_spans(steps))
        return "".join(self._cell(n, spans) for n in range(self._cells)).rstrip()

    def _cell(self, n: int, spans: Sequence[tuple[datetime, datetime, str]]) -> str:
        middle = self._from + n * self._per + self._per / 2
        found = FREE
        for begin, end, glyph in spans:
            if self._minute(begin) <= middle < self._minute(end):
                found = glyph
        return found

    def _minute(self, moment: datetime) -> float:
        days = (moment.date() - self._day).days
        return days * DAY_MIN + moment.hour * 60 + moment.minute + moment.second / 60


def _minute(moment: datetime, day_of: datetime) -> int:
    return (moment.date() - day_of.date()).days * DAY_MIN + moment.hour * 60 + moment.minute


def _spans(steps: Sequence[Step]) -> Iterator[tuple[datetime, datetime, str]]:
    before: datetime | None = None
    for step in steps:
        stop = step.stop
        if before is not None and stop.leg is not None and stop.leg.mode is not LegMode.STAY:
            yield before, stop.arrive, WAY
        if stop.kind is not StopKind.COMMITMENT:
            yield stop.arrive, stop.start, WAIT
        if stop.kind in _INSIDE:
            yield stop.start, stop.leave, _INSIDE[stop.kind]
        before = stop.leave
