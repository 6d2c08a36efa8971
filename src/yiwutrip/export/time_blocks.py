"""What lasts in a day, drawn: a frame, words and, by its kind, a hatch, a dotted edge or black ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.export.signs import mark, sign_of
from yiwutrip.export.slack_brackets import BRACKET_PX, bracket
from yiwutrip.export.svg import BOLD, END, HALO, INK, MIDDLE, box, drawing, path, text
from yiwutrip.export.text import breadth, short
from yiwutrip.export.time_scale import scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from yiwutrip.domain.words import Words
    from yiwutrip.export.slack_brackets import Run
    from yiwutrip.export.svg import Point
    from yiwutrip.export.time_scale import Scale

WIDTH, LEFT, RIGHT, GAP = 360.0, 34.0, 352.0, 8.0
# Of a letter's size, what half a Chinese character is broad, and a bold Latin letter at most.
BREADTH = 0.58
NAME_PX, LARGE_PX, WALL_PX = 10.5, 13, 14


@dataclass(frozen=True, slots=True)
class Block:
    """Something that lasts, in the columns of those who are there."""

    starts: datetime
    ends: datetime
    columns: tuple[int, ...]
    kind: str
    said: str
    sub: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Letter, number in the trip and name of each person in the picture, from left to right."""

    people: tuple[tuple[str, int, str], ...]

    def of(self, letters: Iterable[str]) -> tuple[int, ...]:
        """The columns of those letters that have one."""
        wanted = set(letters)
        return tuple(column for column, (letter, _, _) in enumerate(self.people) if letter in wanted)

    def span(self, column: int) -> tuple[float, float]:
        """Left edge and width."""
        count = len(self.people)
        width = (RIGHT - LEFT - GAP * (count - 1)) / count
        return LEFT + column * (width + GAP), width

    def stroke(self, column: int) -> str:
        """The line of the person in that column."""
        return sign_of(self.people[column][1]).stroke


def draw(blocks: Sequence[Block], runs: Sequence[Run], columns: Columns, words: Words) -> Markup:
    """One picture; of each run of slack, as much as is in it."""
    scale = scale_of(blocks)
    parts = [_hatch(), *_heads(columns), *_hours(blocks, scale), *_threads(blocks, columns, scale)]
    parts += [_drawn(block, columns, scale) for block in blocks]
    first, last = min(scale.begins), max(scale.begins)
    for run in runs:
        begins, ends = max(run.starts, first), min(run.ends, last)
        there = columns.of(run.who)
        if there and begins < ends:
            right = sum(columns.span(there[-1]))
            parts.append(bracket(run, (right - BRACKET_PX, scale.begins[begins]), scale.ends[ends], words))
    return drawing(WIDTH, scale.bottom + 6, words("sheet.timeline"), parts)


def _hatch() -> Markup:
    return Markup(
        '<defs><pattern id="wait" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0V6" stroke="#111" stroke-width="1.4"/></pattern></defs>'
    )


def _heads(columns: Columns) -> Iterator[Markup]:
    for column, (letter, number, name) in enumerate(columns.people):
        x, width = columns.span(column)
        yield mark((x + 8, 11), "", number, 7)
        room = _letters(width - 20, WALL_PX) - len(letter) - 1
        yield text((x + 19, 16), f"{short(name, room)} {letter}", WALL_PX, BOLD)


def _hours(blocks: Sequence[Block], scale: Scale) -> Iterator[Markup]:
    """The hour beside what begins, wherever there is room for it."""
    last = 0.0
    for when in sorted({block.starts for block in blocks}):
        y = scale.ends[when]
        if y - last >= 34 or not last:
            yield text((LEFT - 4, y + 9), f"{when.astimezone(MARKET_ZONE):%H:%M}", NAME_PX, END)
            last = y


def _threads(blocks: Sequence[Block], columns: Columns, scale: Scale) -> Iterator[Markup]:
    """Each person's thread from the first thing to the last."""
    for column in range(len(columns.people)):
        mine = [block for block in blocks if column in block.columns]
        if mine:
            x, _ = columns.span(column)
            top, bottom = scale.begins[mine[0].starts], max(scale.ends[block.ends] for block in mine)
            yield path(f"M{x + 2.5:g} {top:g}V{bottom:g}", f'{columns.stroke(column)} stroke-width="2.4"')


def _drawn(block: Block, columns: Columns, scale: Scale) -> Markup:
    x, _ = columns.span(min(block.columns))
    beside = BRACKET_PX if block.kind in {"visit", "pause", "wait"} else 0
    width = sum(columns.span(max(block.columns))) - x - beside
    if block.kind == "meet":
        return _meet(block, (x, scale.ends[block.starts]), width, scale)
    y, bottom = scale.begins[block.starts], scale.ends[block.ends]
    if block.starts == block.ends:
        y, bottom = bottom, y
    size = (width, bottom - y)
    if block.kind == "visit":
        return _visit(block, (x, y), size, columns)
    return DRAW[block.kind](block, (x, y), size)


def _letters(width: float, size: float) -> int:
    """How many Latin letters of that size a width has room for."""
    return max(4, int(width / (size * BREADTH)))


def _fitting(said: str, width: float, size: float) -> str:
    return short(said, _letters(width - 16, size))


def _middle(y: float, height: float) -> float:
    return y + min(height / 2, 10) + 4


def _visit(block: Block, at: Point, size: Point, columns: Columns) -> Markup:
    (x, y), (width, height) = at, size
    frame = box(at, size, f'fill="#fff" stroke="{INK}" stroke-width=".9"')
    edge = path(f"M{x + 2.5:g} {y:g}V{y + height:g}", f'{columns.stroke(block.columns[0])} stroke-width="5"')
    if len(block.columns) > 1:
        far = columns.stroke(block.columns[-1])
        edge += path(f"M{x + width - 2.5:g} {y:g}V{y + height:g}", f'{far} stroke-width="5"')
    return frame + edge + text((x + 9, _middle(y, height)), _fitting(block.said, width, NAME_PX), NAME_PX)


def _pause(block: Block, at: Point, size: Point) -> Markup:
    frame = box(at, size, f'fill="#fff" stroke="{INK}" stroke-width=".9"')
    return frame + text((at[0] + 9, _middle(at[1], size[1])), _fitting(block.said, size[0], NAME_PX), NAME_PX)


def _wait(block: Block, at: Point, size: Point) -> Markup:
    ground = box(at, size, 'fill="#fff"') + box(at, size, 'fill="url(#wait)" stroke="#111" stroke-width=".8"')
    return ground + text((at[0] + size[0] / 2, at[1] + size[1] / 2 + 4), block.said, NAME_PX, MIDDLE, HALO, BOLD)


def _free(block: Block, at: Point, size: Point) -> Markup:
    frame = box(at, size, 'fill="#fff" stroke="#111" stroke-width=".9" stroke-dasharray="1 3"')
    return frame + text((at[0] + 12, at[1] + size[1] / 2 + 5), _fitting(block.said, size[0], LARGE_PX), LARGE_PX, BOLD)


def _setup(block: Block, at: Point, size: Point) -> Markup:
    inside = (at[0] + 1.5, at[1] + 1.5), (size[0] - 3, size[1])
    frame = box(*inside, 'fill="#fff" stroke="#111" stroke-width="3"')
    return frame + text((at[0] + 9, at[1] + size[1] / 2 + 5), _fitting(block.said, size[0], LARGE_PX), LARGE_PX, BOLD)


def _wall(block: Block, at: Point, size: Point) -> Markup:
    ground = box(at, size, 'fill="#111"')
    said = _fitting(block.said, size[0], WALL_PX)
    words = text((at[0] + 9, at[1] + 18), said, WALL_PX, 'fill="#fff"', BOLD)
    return ground + words + text((at[0] + 9, at[1] + 33), block.sub, NAME_PX, 'fill="#fff"')


def _meet(block: Block, at: Point, width: float, scale: Scale) -> Markup:
    """A diamond and its words in a band that nothing else stands in."""
    x, y = at[0], (at[1] + scale.begins[block.starts]) / 2
    said = _fitting(block.said, width - 30, NAME_PX)
    line = path(f"M{x:g} {y:g}H{x + width:g}", 'stroke="#111" stroke-width="2.4"')
    ground = box((x + 21, y - 7), (breadth(said) * NAME_PX * BREADTH + 8, 14), 'fill="#fff"')
    diamond = path(f"M{x + 12:g} {y - 8:g}l8 8-8 8-8-8z", 'fill="#111" stroke="#fff"')
    return line + ground + diamond + text((x + 25, y + 4), said, NAME_PX, BOLD)


DRAW = {"pause": _pause, "wait": _wait, "free": _free, "setup": _setup, "wall": _wall}
