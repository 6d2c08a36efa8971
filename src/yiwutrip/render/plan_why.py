"""What `yiwutrip plan why` shows: what a stall is worth, where it would fit, what is in the way, what would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.dates import minutes, say_clock, say_date, say_duration
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.phrasing import say_address, say_reason
from yiwutrip.render.cells import cell_len
from yiwutrip.render.lines import BLANK, Line, Page, Role, hints, line
from yiwutrip.render.plain_data import plain
from yiwutrip.render.plan_shown import PlanShown, say_where, steps_of
from yiwutrip.render.values import kilos, stall_title, yuan
from yiwutrip.render.view import View
from yiwutrip.render.words import english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from yiwutrip.domain.itinerary import Route, Stop
    from yiwutrip.planner.why import BestGap, Obstacle, Why
    from yiwutrip.usecases.explain_stall import StallExplained


BLOCKS = {
    "short-of-time": "time",
    "short-of-meeting": "time",
    "short-of-stall": "time",
    "short-of-meal": "time",
    "short-of-day": "time",
    "closes-first": "bound-door",
    "too-close-to-closing": "bound-door",
    "over-budget": "bound-budget",
    "car-too-heavy": "bound-car",
    "car-full": "bound-car",
    "want-full": "bound-want",
}
"""The obstacle that a verdict is about; any that is short where it is about none in particular."""
ANY = frozenset({"outranked", "others-worth-more"})
_LEAST_NAME, _AMOUNT = 22, 30
"""Cells of an obstacle's name at least, and of what stands behind it at most."""
TIME = frozenset({"bound-time", "bound-visit", "bound-meal", "bound-meeting", "bound-parting", "bound-day"})


def _shown(explained: StallExplained) -> PlanShown:
    plan = explained.plan
    return PlanShown(plan.trip, plan.itinerary, plan.stalls)


def _data(explained: StallExplained) -> dict[str, object]:
    why, words = explained.why, english()
    gap = why.gap
    planned = None
    if why.planned is not None:
        route, stop = why.planned
        planned = {"date": route.date.isoformat(), "who": list(route.who), "start": plain(stop.start)}
    return {
        "stall": why.stall.code,
        "planned": planned,
        "verdict": {"code": why.verdict.code, "sentence": say_reason(why.verdict, words)},
        "points": why.points,
        "weights": [
            {"code": one.reason.code, "what": say_reason(one.reason, words), "points": one.points}
            for one in why.weights
        ],
        "gap": None if gap is None else _gap_data(gap),
        "obstacles": [{"code": one.reason.code, "spare": one.spare} for one in why.obstacles],
        "gives": [{"stall": one.stall, "points": one.points} for one in why.gives],
    }


def _gap_data(gap: BestGap) -> dict[str, object]:
    return {
        "date": gap.route.date.isoformat(),
        "who": list(gap.route.who),
        "after": gap.after.stall or gap.after.title,
        "before": gap.before.stall or gap.before.title,
        "detour_s": gap.detour_s,
        "stay_s": gap.stay_s,
        "short_s": gap.short_s,
        "door_s": gap.door_s,
    }


def _lines(explained: StallExplained, page: Page) -> Iterator[Line]:
    words, why, shown = page.words, explained.why, _shown(explained)
    yield line(f"{stall_title(why.stall)} · {say_address(why.stall.address, words)}", Role.BOLD)
    yield line(_verdict(why, page))
    yield BLANK
    yield line(words("plan.worth", points=why.points), Role.BOLD)
    weights = [(say_reason(one.reason, words), f"{one.points:+d}") for one in why.weights]
    yield from _tree(weights, page)
    if why.gap is not None:
        yield BLANK
        yield from _gap(why, why.gap, shown, page)
    # A way past it helps only where room is what is missing.
    if why.gives and why.verdict.code in {*BLOCKS, *ANY}:
        yield BLANK
        yield line(words("plan.would-give"), Role.BOLD)
        gives = [(words("plan.without", stall=_title(one.stall, shown)), f"-{one.points}") for one in why.gives]
        yield from _tree(gives, page)
        if not explained.over:
            yield from hints(page, f"yiwutrip visit skip {why.gives[0].stall}", "yiwutrip plan redo")


def _verdict(why: Why, page: Page) -> str:
    if why.planned is None:
        return page.words("plan.not-planned", reason=say_reason(why.verdict, page.words))
    route, stop = why.planned
    date = say_date(route.date, page.words)
    return page.words("plan.planned", date=date, time=say_clock(stop.start), who=" ".join(route.who))


def _gap(why: Why, gap: BestGap, shown: PlanShown, page: Page) -> Iterator[Line]:
    words = page.words
    text = words(
        "plan.best-gap",
        date=say_date(gap.route.date, words),
        who=" ".join(gap.route.who),
        after=_stop_name(gap.route, gap.after, shown, page),
        detour=minutes(max(0, gap.detour_s)),
        stay=minutes(gap.stay_s),
    )
    yield line(text, Role.BOLD)
    blocking = next((one for one in why.obstacles if one.spare < 0 and _is_about(why.verdict.code, one)), None)
    widest = max((cell_len(say_reason(one.reason, words)) for one in why.obstacles), default=0)
    cells = min(max(widest, _LEAST_NAME), page.width - _AMOUNT)
    rows = [_obstacle(one, page, cells, blocks=one is blocking) for one in why.obstacles]
    for text, role in _branches(rows):
        yield line(text, role)


def _is_about(verdict: str, one: Obstacle) -> bool:
    """Whether the headline speaks of this obstacle, so that the arrow and the headline never name two."""
    kind = "time" if one.reason.code in TIME else one.reason.code
    return verdict in ANY or BLOCKS.get(verdict) == kind


def _obstacle(one: Obstacle, page: Page, cells: int, *, blocks: bool) -> tuple[str, Role]:
    words = page.words
    name = say_reason(one.reason, words)
    left = _amount(one.reason.code, abs(one.spare), page)
    said = words("plan.short" if one.spare < 0 else "plan.enough", left=left)
    mark = f"  {words('plan.blocks')}" if blocks else ""
    return f"{page.column(name, cells)} {said}{mark}", Role.TIGHT if one.spare < 0 else Role.PLAIN


def _amount(code: str, spare: int, page: Page) -> str:
    match code:
        case "bound-budget":
            return page.words("common.money", yuan=yuan(spare))
        case "bound-car":
            return kilos(spare)
        case _ if code in {*TIME, "bound-door"}:
            return say_duration(60 * -(-spare // 60), page.words)
        case _:
            return str(spare)


def _stop_name(route: Route, stop: Stop, shown: PlanShown, page: Page) -> str:
    steps = steps_of(shown.itinerary.routes, route.date, route.who[0])
    label = next((step.label for step in steps if step.stop == stop), "")
    if stop.kind is StopKind.VISIT:
        return f"{label} {_name(stop.stall or '', shown)}"
    if stop.title == "departure":
        return page.words("plan.departure")
    return stop.title or say_where(stop, shown, page.words)


def _name(code: str, shown: PlanShown) -> str:
    stall = shown.stalls.get(code)
    return stall.name if stall else code


def _title(code: str, shown: PlanShown) -> str:
    stall = shown.stalls.get(code)
    return stall_title(stall) if stall else code


def _tree(rows: Sequence[tuple[str, str]], page: Page) -> Iterator[Line]:
    widest = max((cell_len(text) for text, _ in rows), default=0)
    room = min(widest + 2, page.width - 12)
    for text, role in _branches([(f"{page.column(left, room)}{right:>6}", Role.PLAIN) for left, right in rows]):
        yield line(text, role)


def _branches(rows: Sequence[tuple[str, Role]]) -> Iterator[tuple[str, Role]]:
    for index, (text, role) in enumerate(rows):
        yield f"{'└─' if index == len(rows) - 1 else '├─'} {text}", role


WHY: View[StallExplained] = View("plan why", _data, _lines)
