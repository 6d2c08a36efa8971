"""The day's sheet: one file for A4 and for the phone, useful without script and without signal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from yiwutrip.domain.dates import say_date, say_duration
from yiwutrip.domain.itinerary import LegMode, StopKind
from yiwutrip.domain.phrasing import say_reason
from yiwutrip.export import text
from yiwutrip.export.market_map import day_maps, floor_maps
from yiwutrip.export.pages import render_page
from yiwutrip.export.risk_plot import risk_plots
from yiwutrip.export.sheet_left import left_groups, reason_on_paper
from yiwutrip.export.sheet_rows import Row, rows_of
from yiwutrip.export.signs import key, mark, sign_of
from yiwutrip.export.svg import drawing
from yiwutrip.export.timeline import timelines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PersonDay, PlannedTrip

# Of a person's name where several stand in one line.
LONGEST_NAME = 12
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
    floors: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One day's pages."""

    date: date
    title: str
    count: str
    walls: tuple[Row, ...]
    people: tuple[Person, ...]
    times: tuple[Markup, ...]
    maps: tuple[tuple[str, Markup], ...]
    key: tuple[tuple[Markup, str], ...]


def export_sheet(plan: PlannedTrip, words: Words) -> bytes:
    """
    The sheet of every day and person in the plan; take `PlannedTrip.part` first for one of them.

    What was left out, what cannot be kept and how likely it is to be on time stand at the end.
    """
    days = [_day(day, list(run), plan, words) for day, run in groupby(plan.person_days(), key=lambda one: one.day)]
    values = {
        "trip": plan.trip.name,
        "days": days,
        "left_out": left_groups(plan, words),
        "unmet": [(say_reason(one.what, words), reason_on_paper(one.why, words)) for one in plan.itinerary.unmet],
        "risk": risk_plots(plan, words),
        "checklist": [words(f"sheet.take-{name}") for name in CHECKLIST],
        "note_lines": NOTE_LINES,
    }
    filters: dict[str, Callable[..., object]] = {
        "cut": text.cut,
        "dialled": text.dialled,
        "sign": partial(_sign, plan=plan),
    }
    return render_page("sheet.html.j2", words, values, filters)


def _day(day: date, people: Sequence[PersonDay], plan: PlannedTrip, words: Words) -> Day:
    pages = tuple(_person(one, plan, words) for one in people)
    walls = {(row.title, row.starts): row for page in pages for row in page.rows if row.kind == "wall"}
    maps = day_maps(people, plan, words)
    names = {one.letter: text.cut(plan.name_of(one.letter), LONGEST_NAME) for one in people}
    return Day(
        date=day,
        title=say_date(day, words),
        count=_count(day, plan, words),
        walls=tuple(sorted(walls.values(), key=lambda row: row.starts)),
        people=pages,
        times=tuple(timelines(people, plan, words)),
        maps=tuple((names[whose] if len(maps) > 1 else "", drawn) for whose, drawn in maps),
        key=tuple(_key(people, plan, words)),
    )


def _key(people: Sequence[PersonDay], plan: PlannedTrip, words: Words) -> Iterator[tuple[Markup, str]]:
    """What each line and shape on the day's maps stands for."""
    for one in people:
        number = plan.number_of(one.letter)
        name = f"{text.cut(plan.name_of(one.letter), LONGEST_NAME)} {one.letter}"
        yield key(number), words(f"sheet.sign-{sign_of(number).name}", name=name)
    if any(len(step.who) > 1 for one in people for step in one.steps):
        yield key(None), words("sheet.double")
    yield Markup(), words("sheet.walls-key")
    if any(stop.kind is StopKind.CAR for one in people for stop in one.stops):
        yield Markup(), words("sheet.car-key")


def _count(day: date, plan: PlannedTrip, words: Words) -> str:
    first, last = plan.trip.span
    return words("sheet.day-of", day=(day - first).days + 1, days=(last - first).days + 1)


def _person(one: PersonDay, plan: PlannedTrip, words: Words) -> Person:
    return Person(
        letter=one.letter,
        name=plan.name_of(one.letter),
        sign=_pin(mark((12, 12), one.letter, plan.number_of(one.letter), 10)),
        sums=_sums(one, plan, words),
        rows=tuple(rows_of(one, plan, words)),
        floors=tuple((words("sheet.floor", where=where), drawn) for where, drawn in floor_maps(one, plan, words)),
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


def _sign(row: Row, plan: PlannedTrip) -> Markup:
    """The same mark as on the map."""
    number = row.label.removeprefix("".join(row.who))
    together = len(row.who) > 1
    return _pin(mark((12, 12), number, None if together else plan.number_of(row.who[0]), 9 if together else 10))


def _pin(shape: Markup) -> Markup:
    return drawing(24, 24, "", [shape])
