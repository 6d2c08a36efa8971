"""How likely it is to be on time at each promise, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import say_day
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.trip import CommitmentKind
from yiwutrip.export.sheet_rows import clock
from yiwutrip.export.svg import BOLD, HALO, INK, MIDDLE, SOFT, box, drawing, path, text
from yiwutrip.export.text import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from markupsafe import Markup

    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PlannedTrip

WIDTH, ROW, TOP, LEFT, ROOM = 360.0, 36.0, 24.0, 14.0, 256.0
# So many rows are 200 mm high at the 120 mm of width that paper gives them.
MOST_ROWS = 16
# Of a promise's name, in Latin letters.
LONGEST = 50


def risk_plots(plan: PlannedTrip, words: Words) -> list[Markup]:
    """
    A bar a commitment from 0 to 100 %, the wanted share as a line across.

    None where the risk was not reckoned, several where one would be higher than a page.
    """
    rows = sorted(_rows(plan, words), key=lambda row: row[0])
    return [_plot(rows[first : first + MOST_ROWS], plan, words) for first in range(0, len(rows), MOST_ROWS)]


def _plot(rows: Sequence[tuple[datetime, str, float]], plan: PlannedTrip, words: Words) -> Markup:
    bottom = TOP + len(rows) * ROW
    parts = [part for number, row in enumerate(rows) for part in _bar(row, TOP + number * ROW, plan, words)]
    wanted = LEFT + ROOM * plan.trip.confidence
    parts.append(path(f"M{wanted:g} {TOP - 4:g}V{bottom:g}", f'stroke="{INK}" stroke-dasharray="3 3"'))
    least = words("sheet.percent", share=f"{plan.trip.confidence * 100:g}")
    parts.append(text((wanted, TOP - 9), words("sheet.wanted", share=least), 11, MIDDLE))
    for share in (0, 50, 100):
        x = LEFT + ROOM * share / 100
        parts.append(path(f"M{x:g} {bottom:g}v4", f'stroke="{INK}"'))
        parts.append(text((x, bottom + 15), words("sheet.percent", share=share), 10, MIDDLE, f'fill="{SOFT}"'))
    return drawing(WIDTH, bottom + 20, words("sheet.risk"), parts)


def _rows(plan: PlannedTrip, words: Words) -> Iterator[tuple[datetime, str, float]]:
    """When, what and how likely: the promises of the plan, the way home among them."""
    promised = {(one.title, one.starts) for one in plan.trip.commitments}
    leaves = any(
        stop.kind is StopKind.COMMITMENT and stop.title == CommitmentKind.DEPARTURE
        for route in plan.itinerary.routes
        for stop in route.stops
    )
    for (title, starts), share in (plan.on_time or {}).items():
        if (title, starts) in promised:
            yield starts, title, share
        elif leaves and title == CommitmentKind.DEPARTURE:
            yield starts, words("plan.departure"), share


def _bar(row: tuple[datetime, str, float], y: float, plan: PlannedTrip, words: Words) -> Iterator[Markup]:
    starts, title, share = row
    day = say_day(starts.astimezone(MARKET_ZONE).date(), words)
    yield text((LEFT, y + 12), short(f"{day} {clock(starts)} {title}", LONGEST), 11, HALO)
    yield box((LEFT, y + 17), (ROOM, 10), f'fill="#fff" stroke="{INK}"')
    yield box((LEFT, y + 17), (ROOM * share, 10), f'fill="{INK}"')
    # Rounded down: 94.96 % is not the 95 % that was asked for.
    said = words("sheet.percent", share=f"{int(share * 1000) / 10:.1f}")
    if share < plan.trip.confidence:
        said = words("sheet.risk-low", share=said)
    yield text((LEFT + ROOM + 6, y + 26), said, 11, BOLD if share < plan.trip.confidence else "")
