"""How likely each commitment is reached in time, on the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import say_clock, say_duration, say_short_date
from yiwutrip.render.cells import cell_len, pad
from yiwutrip.render.lines import Line, Page, Role, hints, line, rule
from yiwutrip.render.plain_data import plain
from yiwutrip.render.plan_left import labelled
from yiwutrip.render.values import stall_title
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.planner.risk import Chance, Risk

DOORS_NAMED = 5
_TITLE, _FIGURES = 1, 4
"""Which column has the title, and from which on there are figures."""
_GAP, _LOW = 2, 4


@dataclass(frozen=True, slots=True)
class RiskShown:
    """The simulated risk of a trip's plan; ``stalls`` are those of the plan, by code."""

    trip: Trip
    risk: Risk
    stalls: Mapping[str, Stall]


def _data(shown: RiskShown) -> dict[str, object]:
    return {
        "runs": shown.risk.runs,
        "confidence": shown.trip.confidence,
        "learned": shown.risk.learned,
        "commitments": [
            {
                "title": chance.title,
                "starts": chance.starts.astimezone(MARKET_ZONE).isoformat(),
                "who": list(chance.who),
                "on_time": chance.on_time,
                "early_s": chance.early_s,
            }
            for chance in shown.risk.chances
        ],
        "expected_visits": round(shown.risk.expected_visits, 1),
        "visits": [
            {"stall": door.stall, "starts": plain(door.starts), "who": list(door.who), "open": door.is_open}
            for door in shown.risk.doors
        ],
    }


def _lines(shown: RiskShown, page: Page) -> Iterator[Line]:
    words = page.words
    yield line(words("plan.risk-title", runs=shown.risk.runs), Role.BOLD)
    yield rule(page, heavy=True)
    heads = words("plan.risk-heads").split("|")
    low = shown.risk.below(shown.trip.confidence)
    rows = [_cells(chance, page) for chance in shown.risk.chances]
    widths = _widths([heads, *rows], page)
    yield line(_columns(heads, widths), Role.DIM)
    for chance, row in zip(shown.risk.chances, rows, strict=True):
        mark = words("plan.risk-low") if chance in low else ""
        yield line(_columns(row, widths) + mark, _role(chance, low))
    yield rule(page)
    if low:
        asked, titles = f"{shown.trip.confidence:.0%}", " ".join(dict.fromkeys(chance.title for chance in low))
        yield from labelled("", [words("plan.risk-below", asked=asked, titles=titles)], page, Role.WARN)
    yield from _doors(shown, page)
    basis = "plan.risk-learned" if shown.risk.learned else "plan.risk-assumed"
    yield from labelled(words("plan.risk-basis"), [words(basis)], page, Role.DIM)
    yield from hints(page, "yiwutrip plan make" if low else "yiwutrip sheet")


def _doors(shown: RiskShown, page: Page) -> Iterator[Line]:
    """How many of the stalls are seen on average, and the doors that are most likely shut by then."""
    risk, words = shown.risk, page.words
    if not risk.doors:
        return
    said = [words("plan.risk-visits", expected=f"{risk.expected_visits:.1f}", planned=len(risk.doors))]
    for door in risk.doors[:DOORS_NAMED]:
        if door.is_open < shown.trip.confidence:
            stall = shown.stalls.get(door.stall)
            date, clock = say_short_date(door.starts), say_clock(door.starts)
            name = stall_title(stall) if stall else door.stall
            share = f"{int(door.is_open * 100)}%"
            said.append(words("plan.risk-door", date=date, time=clock, stall=name, share=share))
    yield from labelled(words("plan.risk-doors"), said, page, Role.PLAIN)


def _role(chance: Chance, low: tuple[Chance, ...]) -> Role:
    return Role.TIGHT if chance in low else Role.GOOD


def _cells(chance: Chance, page: Page) -> list[str]:
    starts = chance.starts.astimezone(MARKET_ZONE)
    title = page.words("plan.departure") if chance.title == "departure" else chance.title
    early = ("-" if chance.early_s < 0 else "") + say_duration(abs(chance.early_s), page.words)
    # Rounded down: 94.96 % is not the 95 % that was asked for.
    share = f"{int(chance.on_time * 1000) / 10:.1f}%"
    return [f"█ {say_short_date(starts)}", title, say_clock(starts), " ".join(chance.who), share, early]


def _widths(rows: list[list[str]], page: Page) -> list[int]:
    """As broad as the broadest cell of each column; the title, the second, has what is left."""
    widths = [max(cell_len(row[i]) for row in rows) for i in range(len(rows[0]))]
    left = page.room - sum(widths) + widths[_TITLE] - _GAP * (len(widths) - 1) - _LOW
    widths[_TITLE] = max(4, min(widths[_TITLE], left))
    return widths


def _columns(cells: list[str], widths: list[int]) -> str:
    fitted = [pad(text, width, right=i >= _FIGURES) for i, (text, width) in enumerate(zip(cells, widths, strict=True))]
    return (" " * _GAP).join(fitted)


RISK: View[RiskShown] = View("plan risk", _data, _lines)
