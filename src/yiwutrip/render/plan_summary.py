"""What a plan says about itself, in words: where the time goes, what breaks first, what the others add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_date, say_duration
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.planner.summary import added_by_others, first_break, time_spent
from yiwutrip.render.cells import whole, wrap
from yiwutrip.render.lines import Line, Page, Role, line
from yiwutrip.render.plan_left import labelled
from yiwutrip.render.plan_shown import PlanShown, commitment_of, say_where, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from yiwutrip.planner.summary import FirstBreak, TimeSpent
    from yiwutrip.render.plan_shown import Step

PARTS = ("walking", "riding", "meals", "committed", "car", "free")
"""Of `TimeSpent`, each in seconds; the time in stalls and the waiting stand beside the stalls in ``plan.sums``."""


def time_lines(spent: Sequence[TimeSpent], page: Page) -> Iterator[Line]:
    """Where the rest of the time goes; what takes none is not named."""
    sums = {part: sum(getattr(one, f"{part}_s") for one in spent) for part in PARTS}
    said = [
        whole(page.words(f"plan.time-{part}", time=say_duration(seconds, page.words)))
        for part, seconds in sums.items()
        if seconds >= 60
    ]
    for row in wrap(page.words("plan.time-between").join(said), page.room):
        yield line(row, Role.DIM)


def spent_of(shown: PlanShown, day: date | None = None, letter: str | None = None) -> list[TimeSpent]:
    """The time of those who are shown, of one day or of one of them."""
    letters = {person.letter for person in shown.people()} if letter is None else {letter}
    return [one for one in time_spent(shown.itinerary) if one.letter in letters and day in {None, one.date}]


def breaks_first_lines(shown: PlanShown, day: date | None, page: Page) -> Iterator[Line]:
    """The run of stops with the least slack, and what breaks when it slips."""
    found = first_break(shown.itinerary, day, shown.who)
    if found is None:
        return
    steps = steps_of(shown.itinerary.routes, found.date, found.who[0])
    labels = [step.label for step in steps if step.stop in found.stops]
    names = [person.name for person in shown.trip.people if person.letter in found.who]
    if day is None:
        names.insert(0, say_date(found.date, page.words))
    text = page.words(
        "plan.breaks",
        name=" ".join(names),
        stops=labels[0] if len(labels) == 1 else f"{labels[0]}–{labels[-1]}",
        time=say_duration(found.slack_s, page.words),
        then=_what_breaks(found, steps, shown, page),
    )
    yield from labelled(page.words("plan.breaks-first"), [text], page, Role.WARN)


def _what_breaks(found: FirstBreak, steps: Sequence[Step], shown: PlanShown, page: Page) -> str:
    stop, words = found.breaks, page.words
    if stop.kind is StopKind.COMMITMENT:
        known = commitment_of(stop, shown.trip)
        return words("plan.late-for", what=known.title if known else words("plan.departure"))
    if stop.kind is StopKind.VISIT:
        stall = shown.stalls.get(stop.stall or "")
        label = next((step.label for step in steps if step.stop == stop), "")
        return words("plan.shuts", label=label, what=stall.name if stall else stop.stall)
    if stop.kind is StopKind.MEAL:
        return words("plan.no-meal")
    if stop.meets:
        return words("plan.others-wait")
    return words("plan.late-for", what=say_where(stop, shown, words))


def added_lines(shown: PlanShown, page: Page) -> Iterator[Line]:
    """What the others add to what one could see alone; nothing where nobody looked."""
    added = added_by_others(shown.itinerary)
    if added is not None and added.alone:
        percent = round(added.more / added.alone * 100)
        count = len(shown.trip.people)
        key = "plan.others-add" if percent > 0 else "plan.others-add-nothing"
        yield line(page.words(key, count=count, percent=percent, together=added.together, alone=added.alone))
