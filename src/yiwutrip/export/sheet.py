"""The day's sheet: one file for A4 and for the phone, useful without script and without signal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import say_date, say_duration
from yiwutrip.domain.itinerary import LegMode, StopKind
from yiwutrip.export import text
from yiwutrip.export.market_map import day_map, floor_maps
from yiwutrip.export.pages import render_page
from yiwutrip.export.risk_plot import risk_plot
from yiwutrip.export.sheet_rows import Row, rows_of
from yiwutrip.export.svg import drawing, mark
from yiwutrip.export.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from markupsafe import Markup

    from yiwutrip.domain.itinerary import Reason
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PersonDay, PlannedTrip

# So many of what was left out are named; the rest is counted.
MOST_LEFT_OUT = 6
NOTE_LINES = 8
CHECKLIST = ("labels", "tape", "scale", "power", "cash")


@dataclass(frozen=True, slots=True)
class Person:
    """One person's page."""

    letter: str
    name: str
    sign: Markup
    sums: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One day's pages."""

    date: date
    title: str
    count: str
    walls: tuple[Row, ...]
    people: tuple[Person, ...]
    time: Markup
    map: Markup
    floors: tuple[tuple[str, Markup], ...]


def export_sheet(plan: PlannedTrip, words: Words) -> bytes:
    """
    The sheet of every day and person in the plan; take `PlannedTrip.part` first for one of them.

    What was left out, what cannot be kept and how likely it is to be on time stand at the end.
    """
    days = [_day(day, list(run), plan, words) for day, run in groupby(plan.person_days(), key=lambda one: one.day)]
    left_out = plan.itinerary.left_out
    values = {
        "trip": plan.trip.name,
        "days": days,
        "left_out": [(one.stall, _reason(one.reason, words)) for one in left_out[:MOST_LEFT_OUT]],
        "more_left_out": max(0, len(left_out) - MOST_LEFT_OUT),
        "unmet": [(_reason(one.what, words), _reason(one.why, words)) for one in plan.itinerary.unmet],
        "risk": risk_plot(plan, words),
        "checklist": [words(f"sheet.take-{name}") for name in CHECKLIST],
        "note_lines": NOTE_LINES,
    }
    filters: dict[str, Callable[..., object]] = {
        "cut": text.cut,
        "dialled": text.dialled,
        "sign": partial(_sign, letters=[person.letter for person in plan.trip.people]),
    }
    return render_page("sheet.html.j2", words, values, filters)


def _day(day: date, people: Sequence[PersonDay], plan: PlannedTrip, words: Words) -> Day:
    numbers = [person.letter for person in plan.trip.people]
    pages = tuple(_person(one, numbers.index(one.letter), plan, words) for one in people if one.letter in numbers)
    walls = {(row.title, row.starts): row for page in pages for row in page.rows if row.kind == "wall"}
    return Day(
        date=day,
        title=say_date(day, words),
        count=_count(day, plan, words),
        walls=tuple(sorted(walls.values(), key=lambda row: row.starts)),
        people=pages,
        time=timeline(people, plan, words),
        map=day_map(people, plan, words),
        floors=tuple(_floors(people, numbers, plan, words)),
    )


def _floors(
    people: Sequence[PersonDay], numbers: Sequence[str], plan: PlannedTrip, words: Words
) -> Iterator[tuple[str, Markup]]:
    """Each walk on a floor once, with the names of those who walk it."""
    walked: dict[tuple[str, Markup], list[str]] = {}
    for one in people:
        if one.letter in numbers:
            for where, drawn in floor_maps(one, numbers.index(one.letter), plan, words):
                walked.setdefault((where, drawn), []).append(text.cut(plan.name_of(one.letter), 12))
    for (where, drawn), names in walked.items():
        yield words("sheet.floor", name=words("sheet.and").join(names), where=where), drawn


def _count(day: date, plan: PlannedTrip, words: Words) -> str:
    first, last = (when.astimezone(MARKET_ZONE).date() for when in (plan.trip.starts, plan.trip.ends))
    return words("sheet.day-of", day=(day - first).days + 1, days=(last - first).days + 1)


def _person(one: PersonDay, number: int, plan: PlannedTrip, words: Words) -> Person:
    return Person(
        letter=one.letter,
        name=plan.name_of(one.letter),
        sign=_pin(mark((12, 12), one.letter, number, 11)),
        sums=_sums(one, plan, words),
        rows=tuple(rows_of(one, plan, words)),
    )


def _sums(one: PersonDay, plan: PlannedTrip, words: Words) -> str:
    visits = [stop for stop in one.stops if stop.kind is StopKind.VISIT]
    inside_s = sum(int((stop.leave - stop.start).total_seconds()) for stop in visits)
    walked_m = sum(stop.leg.metres for stop in one.stops if stop.leg and stop.leg.mode is LegMode.WALK)
    carry_g = next((person.carry_g for person in plan.trip.people if person.letter == one.letter), None)
    return words(
        "sheet.sums",
        stalls=len(visits),
        inside=say_duration(inside_s, words),
        km=f"{walked_m / 1000:.1f}",
        kg="?" if carry_g is None else f"{carry_g / 1000:g}",
    )


def _sign(row: Row, letters: Sequence[str]) -> Markup:
    """The same mark as on the map."""
    number = row.label.lstrip("".join(letters)) or row.label
    together = len(row.who) > 1
    person = None if together else (letters.index(row.who[0]) if row.who and row.who[0] in letters else 0)
    return _pin(mark((12, 12), number, person, 9 if together else 11))


def _pin(shape: Markup) -> Markup:
    return drawing(24, 24, "", [shape])


def _reason(reason: Reason, words: Words) -> str:
    return words(f"reason.{reason.code}", **reason.params)
