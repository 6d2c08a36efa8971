"""How much the stops of a day can slip, as brackets over those that share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_duration
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.export.sheet_rows import TIGHT_S
from yiwutrip.export.svg import BOLD, INK, MIDDLE, box, path, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from markupsafe import Markup

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PersonDay, Step
    from yiwutrip.export.svg import Point

BRACKET_PX = 17.0
"""What a bracket takes of a column's width."""
# So high a bracket has to be for all that it says, and for the time alone; less has room for a sign.
ALL_PX, TIME_PX = 74.0, 38.0


@dataclass(frozen=True, slots=True)
class Run:
    """Stops one after the other, in the same company, that can slip by the same minutes."""

    who: tuple[str, ...]
    starts: datetime
    ends: datetime
    slack_s: int


def runs_of_slack(days: Sequence[PersonDay], plan: Itinerary) -> list[Run]:
    """Of what is still to come for everybody, each once; what is no visit ends a run only where it is a promise."""
    return list(dict.fromkeys(run for day in days for run in _runs(day, plan)))


def _runs(day: PersonDay, plan: Itinerary) -> Iterator[Run]:
    run: Run | None = None
    for step in day.steps:
        if step.stop.kind is StopKind.VISIT and run is not None and _shares(run, step):
            run = Run(run.who, run.starts, step.stop.leave, run.slack_s)
            continue
        if step.stop.kind not in {StopKind.VISIT, StopKind.COMMITMENT} or plan.is_over(step.stop):
            continue
        if run is not None:
            yield run
        visit = step.stop.kind is StopKind.VISIT
        run = Run(step.who, step.stop.start, step.stop.leave, step.stop.slack_s) if visit else None
    if run is not None:
        yield run


def _shares(run: Run, step: Step) -> bool:
    return run.who == step.who and run.slack_s // 60 == step.stop.slack_s // 60


def bracket(run: Run, top: Point, bottom: float, words: Words) -> Markup:
    """The bracket from its upper left corner down; thick and boxed where there are less than ten minutes."""
    x, y = top
    tight, height = run.slack_s < TIGHT_S, bottom - y
    frame = path(
        f"M{x + 1:g} {y + 1:g}h4V{bottom - 1:g}h-4",
        f'fill="none" stroke="{INK}" stroke-width="{2.4 if tight else 1.2}"',
    )
    time = say_duration(run.slack_s, words)
    if height < TIME_PX:
        sign = words("sheet.tight-block") if tight else ""
        return frame + text((x + 12, y + height / 2 + 4), sign, 10.5, MIDDLE, BOLD)
    said = time if height < ALL_PX else words("sheet.slack", time=time)
    if not tight:
        return frame + _upright((x + 15, y + height / 2), said, "")
    said = f"{words('sheet.tight')}{said}"
    long = sum(5.6 if sign.isascii() else 10.5 for sign in said) + 6
    edge = box((x + 5.5, y + (height - long) / 2), (12.5, long), f'fill="#fff" stroke="{INK}" stroke-width="1"')
    return frame + edge + _upright((x + 15.3, y + height / 2), said, BOLD)


def _upright(at: Point, said: str, style: str) -> Markup:
    """Read from below, as on the back of a book."""
    x, y = at
    return text(at, said, 10, MIDDLE, style, f'transform="rotate(-90 {x:g} {y:g})"')
