"""What `yiwutrip plan make` and `plan show` show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yiwutrip.render.plan_data import plan_data
from yiwutrip.render.plan_day import day_lines
from yiwutrip.render.plan_overview import overview_lines
from yiwutrip.render.plan_shown import PlanShown
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.way import WayStep
    from yiwutrip.render.lines import Line, Page
    from yiwutrip.usecases.make_plan import TripPlan


@dataclass(frozen=True, slots=True)
class PlanAskedFor:
    """
    A plan, and which part of it: a day, letters; all of it where neither was said.

    Attributes:
        ways: the ways to be told in words, by the stop that they lead to.

    """

    plan: TripPlan
    day: date | None = None
    who: tuple[str, ...] = ()
    ways: Mapping[Stop, tuple[WayStep, ...]] = field(default_factory=dict)

    @property
    def shown(self) -> PlanShown:
        """As the views take it."""
        return PlanShown(self.plan.trip, self.plan.itinerary, self.plan.stalls, self.day, self.who, self.ways)


def _data(asked: PlanAskedFor) -> dict[str, object]:
    return plan_data(asked.shown)


def _lines(asked: PlanAskedFor, page: Page) -> Iterator[Line]:
    shown = asked.shown
    if asked.day is not None:
        yield from day_lines(shown, asked.day, page)
    elif asked.who:
        for day in shown.dates():
            yield from day_lines(shown, day, page)
    else:
        yield from overview_lines(shown, asked.plan.wants, page)


MAKE: View[PlanAskedFor] = View("plan make", _data, _lines)
SHOW: View[PlanAskedFor] = View("plan show", _data, _lines)
