"""One day of the plan on the terminal: walls, a timeline, each person's stops, what breaks first, what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.dates import minutes, say_clock, say_date, say_duration
from yiwutrip.domain.itinerary import LegMode, StopKind
from yiwutrip.domain.way import say_way
from yiwutrip.planner.sums import waiting_s
from yiwutrip.render.cells import cell_len, pad, wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, both_ends, hints, line, rule
from yiwutrip.render.plan_band import Band
from yiwutrip.render.plan_left import left_out_lines
from yiwutrip.render.plan_shown import (
    PlanShown,
    Step,
    say_commitment,
    say_place,
    say_where,
    steps_of,
    walls_of,
)
from yiwutrip.render.plan_summary import breaks_first_lines, spent_of, time_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.trip import Person
    from yiwutrip.domain.words import Words

TIGHT_S = 600


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands on a stop's line before its slack; ``cells`` is how many its label takes."""

    cells: int
    label: str
    hours: str
    text: str
    role: Role = Role.PLAIN

    def __str__(self) -> str:
        return f"{pad(self.label, self.cells)}{pad(self.hours, _TIME)}{self.text}"


_WAIT_SHOWN_S = 60
_PLACES = {StopKind.COMMITMENT, StopKind.END}
_TIME, _WAY, _ADDRESS, _NAME, _SLACK = 12, 11, 27, 18, 12
_PERSON = {"A": Role.PERSON_A, "B": Role.PERSON_B}
_EVENING_FROM = 15


def day_lines(shown: PlanShown, day: date, page: Page) -> Iterator[Line]:
    """The whole page of one day."""
    days = {person.letter: steps_of(shown.itinerary.routes, day, person.letter) for person in shown.people()}
    yield from _head(shown, day, page)
    if not any(days.values()):
        yield line(page.words("plan.nothing-that-day", date=say_date(day, page.words)))
        return
    yield from _timeline(shown, days, page)
    for person in shown.people():
        if days[person.letter]:
            yield from _person(shown, person, day, page)
    yield from breaks_first_lines(shown, day, page)
    yield from left_out_lines(shown, page)
    yield from hints(page, f"yiwutrip sheet --day {day.isoformat()}")


def _head(shown: PlanShown, day: date, page: Page) -> Iterator[Line]:
    n = (day - shown.trip.starts.date()).days + 1
    title = page.words("plan.day-title", trip=shown.trip.name, n=n, date=say_date(day, page.words))
    yield line(title, Role.BOLD)
    yield rule(page, heavy=True)
    walls = list(walls_of(shown, day))
    yield line(page.words("plan.walls" if walls else "plan.no-walls"), Role.BOLD)
    for stop, who in walls:
        hours, text = say_commitment(stop, shown, page.words)
        yield from both_ends(f"  █ {pad(hours, _TIME)} {text}", f" {' '.join(who)}", page, Role.WALL, hanging=17)
    yield BLANK


def _timeline(shown: PlanShown, days: dict[str, list[Step]], page: Page) -> Iterator[Line]:
    names = [f"{person.letter} {person.name}" for person in shown.people()]
    label = min(max(cell_len(name) for name in names) + 2, page.width // 4)
    band = Band([steps for steps in days.values() if steps], page.width - label)
    yield line(" " * label + band.axis(), Role.DIM)
    for person, name in zip(shown.people(), names, strict=True):
        if days[person.letter]:
            role = _PERSON.get(person.letter, Role.PLAIN)
            yield (Span(pad(name, label), role), Span(band.row(days[person.letter]), role))
    yield line(" " * label + page.words("plan.key"), Role.DIM)
    yield BLANK


def _person(shown: PlanShown, person: Person, day: date, page: Page) -> Iterator[Line]:
    (spent,) = spent_of(shown, day, person.letter)
    text = page.words(
        "plan.sums",
        stalls=spent.visits,
        inside=say_duration(spent.in_stalls_s, page.words),
        km=f"{spent.walking_m / 1000:.1f}",
        waiting=say_duration(spent.waiting_s, page.words),
    )
    yield line(f"{person.letter} {person.name}  {text}", _PERSON.get(person.letter, Role.BOLD))
    yield from time_lines([spent], page)
    yield rule(page)
    for step in _moving(steps_of(shown.itinerary.routes, day, person.letter)):
        yield from _stop(shown, person, step, page)
        yield from _in_words(shown, step, page)
    yield BLANK


def _in_words(shown: PlanShown, step: Step, page: Page) -> Iterator[Line]:
    """How to get there, step by step, where that was asked for."""
    indent = shown.label_cells() + _TIME
    steps = shown.ways.get(step.stop)
    for text in wrap(say_way(steps, page.words), page.room - indent) if steps else ():
        yield line(" " * indent + text, Role.DIM)


def _moving(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps without setting out from a place where one stays, and without getting where one already is."""
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        stays = after is not None and after.stop.leg is not None and after.stop.leg.mode is LegMode.STAY
        if step.first and step.stop.kind is StopKind.START and stays and after and after.stop.kind in _PLACES:
            continue
        leg = step.stop.leg
        if step.stop.kind is StopKind.END and not step.stop.meets and leg is not None and leg.mode is LegMode.STAY:
            continue
        yield step


def _stop(shown: PlanShown, person: Person, step: Step, page: Page) -> Iterator[Line]:
    kind, stop, words = step.stop.kind, step.stop, page.words
    place, cells = say_where(stop, shown, words), shown.label_cells()
    hours = f"{say_clock(stop.start)}-{say_clock(stop.leave)}"
    if kind is StopKind.VISIT:
        yield from _visit(shown, step, page)
    elif kind is StopKind.COMMITMENT:
        when, text = say_commitment(stop, shown, words)
        yield from _row(_Entry(cells, "█", when, text, Role.WALL), shown, step, page)
    elif kind is StopKind.MEAL:
        meal = "plan.dinner" if stop.start.hour >= _EVENING_FROM else "plan.lunch"
        duration = minutes((stop.leave - stop.start).total_seconds())
        yield line(str(_Entry(cells, "", hours, words(meal, minutes=duration, place=place))))
    elif kind is StopKind.CAR:
        yield from _row(_Entry(cells, "", hours, words("plan.unload", place=place)), shown, step, page)
    elif stop.meets:
        others = [one.name for one in shown.trip.people if one.letter in stop.meets and one.letter != person.letter]
        text = words("plan.meet", names=" ".join(others), place=place) + _laid_down(stop, shown, words)
        yield from _row(_Entry(cells, "◆", say_clock(stop.start), text, Role.MEET), shown, step, page)
    elif kind is StopKind.END:
        parts = _parts(step, shown)
        text = words("plan.part" if parts else "plan.reach", place=place)
        text += _laid_down(stop, shown, words) if parts else ""
        yield from _row(_Entry(cells, "", say_clock(stop.arrive), text), shown, step, page)
    elif step.first:
        text = words("plan.set-out", place=say_place(stop.place, shown, words))
        yield line(str(_Entry(cells, "", say_clock(stop.leave), text)))


def _laid_down(stop: Stop, shown: PlanShown, words: Words) -> str:
    """Why one goes to the car to part or to meet: what is carried stays there."""
    car = shown.trip.car
    return words("plan.laid-down") if car is not None and car.parked is not None and stop.place == car.parked else ""


def _parts(step: Step, shown: PlanShown) -> bool:
    """Whether some of those who walk here go on from here without the others."""
    here = (step.stop.place, step.stop.leave.date())
    return any(
        set(route.who) < set(step.who)
        and (route.stops[0].place, route.date) == here
        and route.stops[0].leave >= step.stop.leave
        for route in shown.itinerary.routes
    )


def _row(entry: _Entry, shown: PlanShown, step: Step, page: Page) -> Iterator[Line]:
    """One line with the slack at its end, and below it how to get there where that takes a walk."""
    slack, role = _slack(step.stop, shown, page, entry.role)
    yield from both_ends(str(entry), slack, page, role, hanging=entry.cells + _TIME)
    way = _way(step, page)
    if way:
        yield line(" " * (entry.cells + _TIME) + way, Role.DIM)


def _visit(shown: PlanShown, step: Step, page: Page) -> Iterator[Line]:
    stop = step.stop
    stall = shown.stalls.get(stop.stall or "")
    hours = f"{say_clock(stop.start)}-{say_clock(stop.leave)}"
    name = (stall.name if stall else page.words("plan.not-in-catalogue")) + (" ★" if stop.must else "")
    address = say_where(stop, shown, page.words)
    goal = " ".join(stall.keywords[:2] or stall.categories[:1]) if stall else ""
    head = f"{pad(step.label, shown.label_cells())}{pad(hours, _TIME)}"
    slack, role = _slack(stop, shown, page, Role.PLAIN)
    way = _way(step, page)
    indent = shown.label_cells() + _TIME
    room = page.width - indent - cell_len(slack)
    way_room = max(_WAY, cell_len(way) + 1)
    rest = room - way_room - _ADDRESS
    if page.wide and cell_len(address) < _ADDRESS and rest >= _NAME:
        what = page.column(name, _NAME) + page.column(goal, rest - _NAME)
        ways = (Span(pad(way, way_room), Role.DIM), Span(pad(address, _ADDRESS), Role.BOLD))
        yield (Span(head), *ways, Span(what), Span(slack, role))
        return
    yield (Span(head), Span(page.column(name, room)), Span(slack, role))
    yield (Span(" " * indent), Span(pad(way, way_room), Role.DIM), Span(address, Role.BOLD))


def _way(step: Step, page: Page) -> str:
    leg = step.stop.leg
    parts = []
    if leg is not None and leg.mode is not LegMode.STAY:
        parts.append(
            page.words("plan.ride" if leg.mode is LegMode.RIDE else "plan.walk", minutes=-(-leg.seconds // 60))
        )
    elif step.stop.kind is StopKind.VISIT:
        parts.append(page.words("plan.stay"))
    wait = waiting_s(step.stop)
    if wait >= _WAIT_SHOWN_S and step.stop.kind is StopKind.VISIT:
        parts.append(page.words("plan.wait", time=say_duration(wait, page.words)))
    return " ".join(parts)


def _slack(stop: Stop, shown: PlanShown, page: Page, role: Role) -> tuple[str, Role]:
    """What stands at the end of a stop's line, and the role of what can be tight there."""
    if shown.itinerary.is_over(stop):
        return pad(page.words("plan.over"), _SLACK, right=True), role
    tight = stop.slack_s < TIGHT_S
    text = f" {page.words('plan.tight' if tight else 'plan.slack')} {say_duration(max(stop.slack_s, 0), page.words)}"
    return pad(text, max(_SLACK, cell_len(text)), right=True), Role.TIGHT if tight and role is Role.PLAIN else role
