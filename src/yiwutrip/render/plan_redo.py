"""What `yiwutrip plan redo` shows: what was given up, what came in, and the day from now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.planner.changes import Changes
from yiwutrip.render.lines import BLANK, Line, Page, Role, line
from yiwutrip.render.plan_data import plan_data
from yiwutrip.render.plan_day import day_lines
from yiwutrip.render.plan_left import labelled
from yiwutrip.render.plan_shown import PlanShown
from yiwutrip.render.values import stall_title
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yiwutrip.usecases.follow_plan import PlannedAgain


NAMED = 3
"""So many stalls of each kind are named; JSON has them all."""


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
    return {**plan_data(redo.shown), **{what: list(codes) for what, codes in _kinds(redo.again.changes)}}


def _kinds(changes: Changes) -> list[tuple[str, tuple[str, ...]]]:
    return [(name, getattr(changes, name)) for name in ("dropped", "gained", "moved_day", "moved_who", "retimed")]


def _lines(redo: RedoShown, page: Page) -> Iterator[Line]:
    words, changes = page.words, redo.again.changes
    if changes == Changes():
        yield line(words("plan.redone-same"), Role.BOLD)
    elif changes.dropped or changes.gained:
        yield line(words("plan.redone", dropped=len(changes.dropped), gained=len(changes.gained)), Role.BOLD)
    else:
        yield line(words("plan.redone-same-stalls"), Role.BOLD)
    for name, codes in _kinds(changes):
        if codes:
            label = words(f"plan.redone-{name}")
            yield from labelled(label, [_named(redo, name, codes, page)], page, Role.PLAIN)
    yield BLANK
    yield from day_lines(redo.shown, redo.day, page)


def _named(redo: RedoShown, name: str, codes: tuple[str, ...], page: Page) -> str:
    """How many, and the first of them by name; of those that are seen at another time alone the number will do."""
    count = page.words("plan.redone-count", count=len(codes))
    if name == "retimed":
        return count
    stalls = [redo.again.plan.stalls.get(code) for code in codes[:NAMED]]
    names = [stall_title(stall) if stall else code for stall, code in zip(stalls, codes, strict=False)]
    more = [page.words("plan.redone-more")] if len(codes) > NAMED else []
    return page.words("plan.redone-named", count=count, stalls=page.words("plan.redone-comma").join([*names, *more]))


REDO: View[RedoShown] = View("plan redo", _data, _lines)
