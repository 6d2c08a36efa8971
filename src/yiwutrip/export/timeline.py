"""Everybody's day side by side, from top to bottom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_duration
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.export.sheet_rows import clock, parted, place_name
from yiwutrip.export.slack_brackets import runs_of_slack
from yiwutrip.export.time_blocks import Block, Columns, draw
from yiwutrip.export.time_scale import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markupsafe import Markup

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PersonDay, PlannedTrip

# A third column leaves no room for a stall's name.
PEOPLE_A_PICTURE = 2
# Waiting longer than this is free time.
FREE_S = 2700


def timelines(days: Sequence[PersonDay], plan: PlannedTrip, words: Words) -> list[Markup]:
    """The pictures: at most two people in one, and a day that is higher than a page cut where nothing is going on."""
    pictures = []
    for first in range(0, len(days), PEOPLE_A_PICTURE):
        some = days[first : first + PEOPLE_A_PICTURE]
        columns = Columns(tuple((day.letter, plan.number_of(day.letter), plan.name_of(day.letter)) for day in some))
        blocks = _shared(_blocks(some, columns, plan, words))
        runs = runs_of_slack(some, plan.itinerary)
        pictures += [draw(part, runs, columns, words) for part in cut(blocks)]
    return pictures


def _blocks(days: Sequence[PersonDay], columns: Columns, plan: PlannedTrip, words: Words) -> Iterator[Block]:
    for day in days:
        visits = 0
        for place, step in enumerate(day.steps):
            stop = step.stop
            visits += stop.kind is StopKind.VISIT
            there = columns.of(step.who)
            yield from _waiting(stop, there, words)
            label = f"{''.join(step.who)}{visits} " if stop.kind is StopKind.VISIT and len(there) == 1 else ""
            if stop.kind is StopKind.END and stop.meets:
                said = words("sheet.meet-block", at=clock(stop.start), place=stop.title or "")
                yield Block(stop.start, stop.start, columns.of((*step.who, *stop.meets)), "meet", said)
            else:
                yield from _block(stop, there, label, plan, words)
            if parted(step, day.steps[place + 1 :]):
                where = place_name(stop, plan, words)
                yield Block(stop.start, stop.start, there, "meet", words("sheet.part-block", place=where).rstrip())


def _shared(blocks: Iterable[Block]) -> list[Block]:
    """A wall that several keep, who came by ways of their own, is one block over their columns."""
    apart = sorted(set(blocks), key=lambda block: (block.starts, block.columns))
    kept: dict[Block, tuple[int, ...]] = {}
    for block in apart:
        alone = replace(block, columns=()) if block.kind in {"wall", "setup"} else block
        kept[alone] = tuple(sorted({*kept.get(alone, ()), *block.columns}))
    return [replace(block, columns=columns) for block, columns in kept.items()]


def _waiting(stop: Stop, there: tuple[int, ...], words: Words) -> Iterator[Block]:
    waits_s = int((stop.start - stop.arrive).total_seconds())
    if waits_s >= FREE_S:
        yield Block(stop.arrive, stop.start, there, "free", words("sheet.free", time=say_duration(waits_s, words)))
    elif waits_s >= 60:
        yield Block(stop.arrive, stop.start, there, "wait", words("sheet.wait", minutes=waits_s // 60))


def _block(stop: Stop, there: tuple[int, ...], label: str, plan: PlannedTrip, words: Words) -> Iterator[Block]:
    title = plan.title_of(stop, words)
    if stop.kind is StopKind.COMMITMENT:
        commitment = plan.commitment_of(stop)
        on = commitment.starts if commitment else stop.start
        if on > stop.start:
            yield Block(stop.start, on, there, "setup", words("sheet.set-up-block", at=clock(stop.start)))
        until = words("sheet.until", at=clock(stop.leave)) if stop.leave > on else ""
        yield Block(on, stop.leave, there, "wall", f"{clock(on)} {title}", until)
    elif stop.leave > stop.start:
        kind = "visit" if stop.kind is StopKind.VISIT else "pause"
        yield Block(stop.start, stop.leave, there, kind, f"{label}{clock(stop.start)} {title}")
