"""The whole trip on one page of the terminal: a column a day."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address
from yiwutrip.domain.dates import say_clock, say_date, say_duration
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.phrasing import say_district
from yiwutrip.render.cells import cell_len, pad
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, hints, line, rule
from yiwutrip.render.plan_left import left_out_lines, unmet_lines
from yiwutrip.render.plan_shown import PlanShown, commitment_of, walls_of
from yiwutrip.render.plan_summary import added_lines, breaks_first_lines, spent_of, time_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from yiwutrip.domain.itinerary import Route, Stop
    from yiwutrip.domain.trip import Want

_NOON, _EVENING = 13, 18
_PARTS = ("am", "pm", "evening")
_LABEL, _COLUMN = 6, 18


def overview_lines(shown: PlanShown, wants: Sequence[tuple[Want, int]], page: Page) -> Iterator[Line]:
    """
    The whole trip.

    Args:
        shown: the plan.
        wants: each want of the trip with the stalls that answer it in the plan.
        page: what to draw it for.

    """
    words, plan = page.words, shown.itinerary
    starts = f"{say_date(shown.trip.starts, words)} {say_clock(shown.trip.starts)}"
    ends = f"{say_date(shown.trip.ends, words)} {say_clock(shown.trip.ends)}"
    yield line(words("plan.trip-title", trip=shown.trip.name, starts=starts, ends=ends), Role.BOLD)
    yield rule(page, heavy=True)
    yield from _table(shown, page)
    yield rule(page)
    totals = plan.totals
    yield line(
        words(
            "plan.sums",
            stalls=totals.stalls,
            inside=say_duration(totals.in_stalls_s, words),
            km=f"{totals.walking_m / 1000:.1f}",
            waiting=say_duration(totals.waiting_s, words),
        )
    )
    yield from time_lines(spent_of(shown), page)
    yield from _wants(wants, page)
    yield from added_lines(shown, page)
    yield from breaks_first_lines(shown, None, page)
    yield from unmet_lines(shown, page)
    yield from left_out_lines(shown, page)
    days = shown.dates()
    yield from hints(page, *[f"yiwutrip plan show --day {day.isoformat()}" for day in days[:1]])


def _wants(wants: Sequence[tuple[Want, int]], page: Page) -> Iterator[Line]:
    spans: list[Span] = []
    used = 0
    for want, got in wants:
        key = "plan.want-met" if want.at_least else "plan.want-got"
        text = page.words(key, want=want.text, got=got, at_least=want.at_least) + "  "
        if spans and used + cell_len(text) > page.width:
            yield tuple(spans)
            spans, used = [], 0
        spans.append(Span(text, Role.GOOD if got >= want.at_least else Role.WARN))
        used += cell_len(text)
    if spans:
        yield tuple(spans)


def _table(shown: PlanShown, page: Page) -> Iterator[Line]:
    """A column a day, as many beside one another as the page holds, the rest below."""
    days = shown.dates()
    each = max((page.width - _LABEL) // _COLUMN, 1)
    width = (page.width - _LABEL) // min(each, max(len(days), 1))
    for n in range(0, len(days), each):
        if n:
            yield BLANK
        some = days[n : n + each]
        yield line(" " * _LABEL + "".join(pad(say_date(day, page.words), width) for day in some), Role.DIM)
        for part in _PARTS:
            yield from _row(shown, part, some, width, page)


def _row(shown: PlanShown, part: str, days: Sequence[date], width: int, page: Page) -> Iterator[Line]:
    cells = [[*_walls(shown, day, part, page), *_walks(shown, day, part, page)] for day in days]
    for n in range(max((len(cell) for cell in cells), default=0)):
        label = page.words(f"plan.{part}") if n == 0 else ""
        spans = [Span(pad(label, _LABEL), Role.DIM)]
        for cell in cells:
            text = cell[n] if n < len(cell) else ""
            fitted = pad(text, width - 1)
            spans += [Span(fitted, Role.BOLD if text.startswith("█") else Role.PLAIN), Span(" ")]
        yield tuple(spans)


def _walls(shown: PlanShown, day: date, part: str, page: Page) -> Iterator[str]:
    for stop, _ in walls_of(shown, day):
        commitment = commitment_of(stop, shown.trip)
        when = commitment.starts.astimezone(stop.start.tzinfo) if commitment else stop.leave
        if _part(when.hour) == part:
            title = commitment.title if commitment else page.words("plan.departure")
            yield f"█ {say_clock(when)} {title}"


def _walks(shown: PlanShown, day: date, part: str, page: Page) -> Iterator[str]:
    for route in shown.itinerary.routes:
        visits = [stop for stop in route.stops if stop.kind is StopKind.VISIT and _part(stop.start.hour) == part]
        if route.date == day and visits:
            yield f"{_names(route, shown, page)} {_districts(visits, shown, page)} {len(visits)}"


def _names(route: Route, shown: PlanShown, page: Page) -> str:
    if len(route.who) == 1:
        return route.who[0]
    return page.words("plan.together") if len(shown.trip.people) == 2 else "".join(route.who)


def _districts(visits: Sequence[Stop], shown: PlanShown, page: Page) -> str:
    """The districts, the one with most visits first, at most two."""
    stalls = [shown.stalls.get(stop.stall or "") for stop in visits]
    counts = Counter(stall.address.district for stall in stalls if stall and stall.address.district)
    names = [say_district(Address(district=district), page.words) for district, _ in counts.most_common(2)]
    return " ".join(names)


def _part(hour: int) -> str:
    return _PARTS[(hour >= _NOON) + (hour >= _EVENING)]
