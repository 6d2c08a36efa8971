"""Everybody's day side by side, from top to bottom."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import say_duration
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.export.sheet_rows import clock, parted, place_name
from yiwutrip.export.slack_brackets import BRACKET_PX, bracket, runs_of_slack
from yiwutrip.export.svg import BOLD, END, FILLS, HALO, INK, MIDDLE, STROKES, box, drawing, path, text
from yiwutrip.export.text import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PersonDay, PlannedTrip

WIDTH, LEFT, RIGHT, GAP, TOP = 360.0, 34.0, 352.0, 8.0, 26.0
PX_A_MINUTE = 0.9
# A name needs this much; a stop of ten minutes is drawn higher than ten minutes are.
LEAST_PX = 15.0
# An hour between two things is as high as more hours.
MOST_MINUTES = 75
# Waiting longer than this is free time.
FREE_S = 2700


@dataclass(frozen=True, slots=True)
class Block:
    """Something that lasts, in the columns of those who are there."""

    starts: datetime
    ends: datetime
    columns: tuple[int, ...]
    kind: str
    said: str
    sub: str = ""


def timeline(days: Sequence[PersonDay], plan: PlannedTrip, words: Words) -> Markup:
    """The picture; one column a person."""
    columns = {day.letter: number for number, day in enumerate(days)}
    blocks = _shared(_blocks(days, columns, plan, words))
    if not blocks:
        return Markup()
    scale = _scale(blocks)
    parts = [_hatch(), *_heads(days, plan), *_hours(blocks, scale), *_lines(days, blocks, scale)]
    parts += [_drawn(block, scale, len(days)) for block in blocks]
    for run in runs_of_slack(days):
        far = max(columns[letter] for letter in run.who if letter in columns)
        right = sum(_column(far, len(days)))
        parts.append(bracket(run, (right - BRACKET_PX, scale[run.starts]), scale[run.ends], words))
    return drawing(WIDTH, max(scale.values()) + 6, words("sheet.timeline"), parts)


def _blocks(days: Sequence[PersonDay], columns: dict[str, int], plan: PlannedTrip, words: Words) -> Iterator[Block]:
    for day in days:
        visits = 0
        for place, step in enumerate(day.steps):
            stop = step.stop
            visits += stop.kind is StopKind.VISIT
            there = tuple(sorted(columns[letter] for letter in step.who if letter in columns))
            yield from _waiting(stop, there, words)
            label = f"{''.join(step.who)}{visits} " if stop.kind is StopKind.VISIT and len(there) == 1 else ""
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
        yield Block(on, stop.leave, there, "wall", f"{clock(on)} {title}", words("sheet.until", at=clock(stop.leave)))
    elif stop.kind is StopKind.END and stop.meets:
        everyone = tuple(sorted({*there, *range(len(plan.trip.people))} if len(stop.meets) else there))
        said = words("sheet.meet-block", at=clock(stop.start), place=stop.title or "")
        yield Block(stop.start, stop.start, everyone, "meet", said)
    elif stop.leave > stop.start:
        kind = "visit" if stop.kind is StopKind.VISIT else "pause"
        yield Block(stop.start, stop.leave, there, kind, f"{label}{clock(stop.start)} {title}")


def _scale(blocks: Iterable[Block]) -> dict[datetime, float]:
    """The height of every moment: true to the minute where that leaves room for the names, stretched where not."""
    kept = list(blocks)
    moments = sorted({when for block in kept for when in (block.starts, block.ends)})
    heights = {
        start: PX_A_MINUTE * min((end - start).total_seconds() / 60, MOST_MINUTES)
        for start, end in itertools.pairwise(moments)
    }
    for block in sorted(kept, key=lambda one: one.ends - one.starts):
        inside = [when for when in heights if block.starts <= when < block.ends]
        least = 2.6 * LEAST_PX if block.kind == "wall" else LEAST_PX
        short = least - sum(heights[when] for when in inside)
        if inside and short > 0:
            for when in inside:
                heights[when] += short / len(inside)
    tops, y = {}, TOP
    for when in moments:
        tops[when] = y
        y += heights.get(when, 0.0)
    return tops


def _column(number: int, count: int) -> tuple[float, float]:
    """Left edge and width."""
    width = (RIGHT - LEFT - GAP * (count - 1)) / count
    return LEFT + number * (width + GAP), width


def _hatch() -> Markup:
    return Markup(
        '<defs><pattern id="wait" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0V6" stroke="#111" stroke-width="1.4"/></pattern></defs>'
    )


def _heads(days: Sequence[PersonDay], plan: PlannedTrip) -> Iterator[Markup]:
    for number, day in enumerate(days):
        x, _ = _column(number, len(days))
        if number == 0:
            yield Markup('<circle cx="{:g}" cy="11" r="7" fill="var(--a)"/>').format(x + 7)
        else:
            stroke = FILLS[min(number, 2)]
            yield box((x + 1, 5), (12, 12), f'fill="#fff" stroke="{stroke}" stroke-width="2.2"')
        yield text((x + 19, 16), f"{plan.name_of(day.letter)} {day.letter}", 14, BOLD)


def _hours(blocks: Sequence[Block], scale: dict[datetime, float]) -> Iterator[Markup]:
    """The hour beside what begins, wherever there is room for it."""
    last = 0.0
    for when in sorted({block.starts for block in blocks}):
        y = scale[when]
        if y - last >= 34:
            yield text((LEFT - 4, y + 9), f"{when.astimezone(MARKET_ZONE):%H:%M}", 10.5, END)
            last = y


def _lines(days: Sequence[PersonDay], blocks: Sequence[Block], scale: dict[datetime, float]) -> Iterator[Markup]:
    """Each person's thread from the first thing to the last."""
    for number in range(len(days)):
        mine = [block for block in blocks if number in block.columns]
        if mine:
            x, _ = _column(number, len(days))
            top, bottom = scale[mine[0].starts], max(scale[block.ends] for block in mine)
            yield path(f"M{x + 2.5:g} {top:g}V{bottom:g}", f'{STROKES[min(number, 2)]} stroke-width="2.4"')


def _drawn(block: Block, scale: dict[datetime, float], count: int) -> Markup:
    x, _ = _column(min(block.columns), count)
    width = sum(_column(max(block.columns), count)) - x - (BRACKET_PX if block.kind in {"visit", "pause"} else 0)
    y, height = scale[block.starts], scale[block.ends] - scale[block.starts]
    room = max(4, int((width - 14) / 9.5))
    return DRAW[block.kind](block, short(block.said, room * 2), (x, y), (width, height))


def _middle(y: float, height: float) -> float:
    return y + min(height / 2, 10) + 4


def _visit(block: Block, said: str, at: tuple[float, float], size: tuple[float, float]) -> Markup:
    (x, y), (width, height) = at, size
    frame = box(at, size, f'fill="#fff" stroke="{INK}" stroke-width=".9"')
    edge = path(f"M{x + 2.5:g} {y:g}V{y + height:g}", f'{STROKES[min(block.columns[0], 2)]} stroke-width="5"')
    if len(block.columns) > 1:
        far = min(block.columns[-1], 2)
        edge += path(f"M{x + width - 2.5:g} {y:g}V{y + height:g}", f'{STROKES[far]} stroke-width="5"')
    return frame + edge + text((x + 9, _middle(y, height)), said, 10.5)


def _pause(block: Block, said: str, at: tuple[float, float], size: tuple[float, float]) -> Markup:
    del block
    return box(at, size, f'fill="#fff" stroke="{INK}" stroke-width=".9"') + text(
        (at[0] + 9, _middle(at[1], size[1])), said, 10.5
    )


def _wait(block: Block, said: str, at: tuple[float, float], size: tuple[float, float]) -> Markup:
    del block
    ground = box(at, size, 'fill="#fff"') + box(at, size, 'fill="url(#wait)" stroke="#111" stroke-width=".8"')
    return ground + text((at[0] + size[0] / 2, at[1] + size[1] / 2 + 4), said, 10.5, MIDDLE, HALO, BOLD)


def _free(block: Block, said: str, at: tuple[float, float], size: tuple[float, float]) -> Markup:
    del block
    frame = box(at, size, 'fill="#fff" stroke="#111" stroke-width=".9" stroke-dasharray="1 3"')
    return frame + text((at[0] + 12, at[1] + size[1] / 2 + 5), said, 13, BOLD)


def _setup(block: Block, said: str, at: tuple[float, float], size: tuple[float, float]) -> Markup:
    del block
    inside = (at[0] + 1.5, at[1] + 1.5), (size[0] - 3, size[1])
    frame = box(*inside, 'fill="#fff" stroke="#111" stroke-width="3"')
    return frame + text((at[0] + 9, at[1] + size[1] / 2 + 5), said, 13, BOLD)


def _wall(block: Block, said: str, at: tuple[float, float], size: tuple[float, float]) -> Markup:
    ground = box(at, size, 'fill="#111"')
    words = text((at[0] + 9, at[1] + 18), said, 14, 'fill="#fff"', BOLD)
    return ground + words + text((at[0] + 9, at[1] + 33), block.sub, 10.5, 'fill="#fff"')


def _meet(block: Block, said: str, at: tuple[float, float], size: tuple[float, float]) -> Markup:
    del block
    (x, y), (width, _) = at, size
    line = path(f"M{x:g} {y:g}H{x + width:g}", 'stroke="#111" stroke-width="2.4"')
    diamond = path(f"M{x + width / 2:g} {y - 8:g}l8 8-8 8-8-8z", 'fill="#111"')
    return line + diamond + text((x + width / 2 + 12, y - 3), said, 10.5, HALO, BOLD)


DRAW = {
    "visit": _visit,
    "pause": _pause,
    "wait": _wait,
    "free": _free,
    "setup": _setup,
    "wall": _wall,
    "meet": _meet,
}
