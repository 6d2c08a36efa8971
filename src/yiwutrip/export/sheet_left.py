"""What the plan does without, for a reader of paper: by what can be done about it, without the words of files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.phrasing import say_address, say_reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.itinerary import LeftOut, Reason
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PlannedTrip

# So many of a group are named; the rest is counted.
MOST_NAMED = 8
# What can be done by telephone or from home comes first; the rest is one group.
GROUPS = {
    "needs-appointment": "appointment",
    "needs-introduction": "introduction",
    "order-from-home": "home",
}
OTHERS = "others"
# Reasons whose sentence names what to write into a file; on paper another one says it.
ON_PAPER = {
    "want-full": "sheet.want-full",
    "longer-than-open": "sheet.longer-than-open",
    "too-heavy": "sheet.too-heavy",
    "too-few-stalls": "sheet.too-few-stalls",
}


@dataclass(frozen=True, slots=True)
class Left:
    """A stall that is not in the plan; ``why`` is empty where the group's title says it."""

    name: str
    where: str
    phone: str
    why: str


@dataclass(frozen=True, slots=True)
class LeftGroup:
    """Those about which the same can be done, and how many more there are."""

    title: str
    stalls: tuple[Left, ...]
    more: int


def left_groups(plan: PlannedTrip, words: Words) -> Iterator[LeftGroup]:
    """Group after group; none where nothing was left out."""
    sorted_out: dict[str, list[LeftOut]] = {name: [] for name in (*GROUPS.values(), OTHERS)}
    for one in plan.itinerary.left_out:
        sorted_out[GROUPS.get(one.reason.code, OTHERS)].append(one)
    for name, some in sorted_out.items():
        if some:
            stalls = tuple(_left(one, name, plan, words) for one in some[:MOST_NAMED])
            title = words(f"sheet.left-{name}", count=len(some))
            yield LeftGroup(title, stalls, len(some) - len(stalls))


def _left(one: LeftOut, group: str, plan: PlannedTrip, words: Words) -> Left:
    stall = plan.stalls.get(one.stall)
    why = reason_on_paper(one.reason, words) if group == OTHERS else ""
    if stall is None:
        return Left(one.stall, "", "", why)
    phone = stall.supplier.phone if stall.supplier else None
    return Left(stall.name, say_address(stall.address, words), phone or "", why)


def reason_on_paper(reason: Reason, words: Words) -> str:
    """The sentence of a reason for somebody who holds a sheet and no file."""
    return say_reason(reason, words, ON_PAPER.get(reason.code))
