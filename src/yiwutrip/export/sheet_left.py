"""What the plan does without, for a reader of paper: by what can be done about it, without the words of files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.phrasing import say_address, say_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.itinerary import LeftOut, Reason
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PlannedTrip

# So many of a group are named, and so many reasons of the plan's own; the rest is counted.
MOST_NAMED, MOST_REASONS = 6, 5
# What can be done by telephone or from home comes first, each in the sheet's own words.
TITLES = {
    "needs-appointment": "sheet.left-appointment",
    "needs-introduction": "sheet.left-introduction",
    "order-from-home": "sheet.left-home",
}
# Reasons whose sentence names what to write into a file; on paper another one says it.
ON_PAPER = {
    "want-full": "sheet.want-full",
    "longer-than-open": "sheet.longer-than-open",
    "too-heavy": "sheet.too-heavy",
    "too-few-stalls": "sheet.too-few-stalls",
}


@dataclass(frozen=True, slots=True)
class Left:
    """A stall that is not in the plan."""

    name: str
    where: str
    phone: str


@dataclass(frozen=True, slots=True)
class LeftGroup:
    """Those that are left out for one reason, and how many more there are."""

    title: str
    stalls: tuple[Left, ...]
    more: int


def left_groups(plan: PlannedTrip, words: Words) -> list[LeftGroup]:
    """Group after group; none where nothing was left out."""
    groups: dict[str, list[LeftOut]] = {code: [] for code in TITLES}
    for one in plan.itinerary.left_out:
        groups.setdefault(_kind(one, words), []).append(one)
    first = [_group(words(TITLES[code], count=len(groups[code])), groups[code], plan, words) for code in TITLES]
    others = [some for code, some in groups.items() if code not in TITLES]
    named = [
        _group(
            words("sheet.left-others", count=len(some), why=reason_on_paper(some[0].reason, words)), some, plan, words
        )
        for some in others[:MOST_REASONS]
    ]
    rest = sum(len(some) for some in others[MOST_REASONS:])
    more = [LeftGroup(words("sheet.left-rest"), (), rest)] if rest else []
    return [*(group for group in first if group.stalls), *named, *more]


def _kind(one: LeftOut, words: Words) -> str:
    """What makes a group: a reason about which something can be done, or a sentence."""
    return one.reason.code if one.reason.code in TITLES else reason_on_paper(one.reason, words)


def _group(title: str, some: Sequence[LeftOut], plan: PlannedTrip, words: Words) -> LeftGroup:
    stalls = tuple(_left(one, plan, words) for one in some[:MOST_NAMED])
    return LeftGroup(title, stalls, len(some) - len(stalls))


def _left(one: LeftOut, plan: PlannedTrip, words: Words) -> Left:
    stall = plan.stalls.get(one.stall)
    if stall is None:
        return Left(one.stall, "", "")
    phone = stall.supplier.phone if stall.supplier else None
    return Left(stall.name, say_address(stall.address, words), phone or "")


def reason_on_paper(reason: Reason, words: Words) -> str:
    """The sentence of a reason for somebody who holds a sheet and no file."""
    return say_reason(reason, words, ON_PAPER.get(reason.code))
