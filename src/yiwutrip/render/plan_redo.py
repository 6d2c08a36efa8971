"""What `yiwutrip plan redo` shows: what was given up, what came in, and the day from now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.render.lines import BLANK, Line, Page, Role, line
from yiwutrip.render.plan_data import plan_data
from yiwutrip.render.plan_day import day_lines
from yiwutrip.render.plan_shown import PlanShown
from yiwutrip.render.values import stall_title
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yiwutrip.usecases.follow_plan import PlannedAgain


@dataclass(frozen=True, slots=True)
class RedoShown:
    """A plan that was made again, on the day it was made."""

    again: PlannedAgain
    day: date

    @property
    def shown(self) -> PlanShown:
        """As the plan's views take it."""
        plan = self.again.plan
        return PlanShown(plan.trip, plan.itinerary, plan.stalls)


def _data(redo: RedoShown) -> dict[str, object]:
    return {**plan_data(redo.shown), "dropped": list(redo.again.dropped), "gained": list(redo.again.gained)}


def _lines(redo: RedoShown, page: Page) -> Iterator[Line]:
    words, again = page.words, redo.again
    if not again.dropped and not again.gained:
        yield line(words("plan.redone-same"), Role.BOLD)
    else:
        yield line(words("plan.redone", dropped=len(again.dropped), gained=len(again.gained)), Role.BOLD)
    for key, codes in (("plan.dropped", again.dropped), ("plan.gained", again.gained)):
        for code in codes:
            stall = again.plan.stalls.get(code)
            yield line(words(key, stall=stall_title(stall) if stall else code))
    yield BLANK
    yield from day_lines(redo.shown, redo.day, page)


REDO: View[RedoShown] = View("plan redo", _data, _lines)
