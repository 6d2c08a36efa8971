"""How likely it is to be on time at each promise, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import say_day
from yiwutrip.export.sheet_rows import clock
from yiwutrip.export.svg import BOLD, MIDDLE, box, drawing, path, text

if TYPE_CHECKING:
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PlannedTrip

WIDTH, ROW, LEFT, ROOM = 360.0, 34.0, 8.0, 280.0


def risk_plot(plan: PlannedTrip, words: Words) -> Markup:
    """A bar a commitment, the wanted probability as a line across; empty where the risk was not reckoned."""
    known = plan.on_time or {}
    rows = [(one, known[one.title, one.starts]) for one in plan.trip.commitments if (one.title, one.starts) in known]
    if not rows:
        return Markup()
    parts = []
    for number, (commitment, share) in enumerate(rows):
        y = 8 + number * ROW
        day = say_day(commitment.starts.astimezone(MARKET_ZONE).date(), words)
        name = f"{day} {clock(commitment.starts)} {commitment.title}"
        parts.append(text((LEFT, y + 10), name, 11))
        parts.append(box((LEFT, y + 14), (ROOM, 10), 'fill="#fff" stroke="#111"'))
        parts.append(box((LEFT, y + 14), (ROOM * share, 10), 'fill="#111"'))
        short = share < plan.trip.confidence
        said = words("sheet.percent", share=f"{share * 100:.1f}")
        parts.append(text((LEFT + ROOM + 6, y + 23), said, 11, BOLD if short else ""))
    wanted = LEFT + ROOM * plan.trip.confidence
    bottom = 8 + len(rows) * ROW
    parts.append(path(f"M{wanted:g} 8V{bottom:g}", 'stroke="#111" stroke-dasharray="3 3"'))
    least = words("sheet.percent", share=f"{plan.trip.confidence * 100:g}")
    parts.append(text((wanted, bottom + 11), words("sheet.wanted", share=least), 11, MIDDLE))
    return drawing(WIDTH, bottom + 16, words("sheet.risk"), parts)
