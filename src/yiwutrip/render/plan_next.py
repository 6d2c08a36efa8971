"""Where to go next, how, and by when, on the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import minutes, say_clock, say_date, say_duration, say_short_date
from yiwutrip.domain.itinerary import LegMode, StopKind
from yiwutrip.render.cells import cell_len, pad, wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, line, rule
from yiwutrip.render.plan_data import stop_data
from yiwutrip.render.plan_shown import PlanShown, say_commitment, say_where
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.words import Words
    from yiwutrip.planner.next_stop import NextStop

_INDENT = " " * 4
_LATE_SHOWN_S = 60
_TIGHT_S = 600
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign before a line about what is ahead, and the part the line plays."""

    sign: str
    role: Role


@dataclass(frozen=True, slots=True)
class NextShown:
    """
    What is next for one person.

    Attributes:
        plan: the plan it comes from, with the stalls it names.
        way: how to get there, in words; empty where that is not known.

    """

    plan: PlanShown
    next: NextStop
    now: datetime
    way: str = ""


def _data(shown: NextShown) -> dict[str, object]:
    one = shown.next
    return {
        "who": one.who,
        "stop": stop_data(one.stop, shown.plan) if one.stop else None,
        "leave_at": one.leave_at.isoformat(),
        "arrive": one.arrive.isoformat() if one.arrive else None,
        "latest_start": one.latest_start.isoformat() if one.latest_start else None,
        "late_s": one.late_s,
        "slack_s": one.slack_s,
        "way": shown.way or None,
        "then": stop_data(one.then, shown.plan) if one.then else None,
        "meeting": stop_data(one.meeting, shown.plan) if one.meeting else None,
        "wall": stop_data(one.wall, shown.plan) if one.wall else None,
    }


def _lines(shown: NextShown, page: Page) -> Iterator[Line]:
    words, one, trip = page.words, shown.next, shown.plan.trip
    if shown.now > trip.ends:
        yield line(words("plan.next-over", trip=trip.name, ends=_moment(trip.ends, page)), Role.BOLD)
        return
    before = shown.now < trip.starts
    if before:
        yield line(words("plan.next-not-begun", trip=trip.name, starts=_moment(trip.starts, page)), Role.BOLD)
    if one.stop is None:
        yield line(words("plan.next-nothing"), Role.BOLD)
        return
    yield from _where(shown, one.stop, page)
    yield from _indented(_way(shown, one.stop, page), page)
    if one.arrive and one.latest_start and not before:
        key = "plan.next-by" if one.stop.kind is StopKind.VISIT else "plan.next-reach"
        yield from _indented(words(key, arrive=say_clock(one.arrive), latest=say_clock(one.latest_start)), page)
    if one.stop.kind is StopKind.VISIT:
        yield BLANK
        yield from _indented(words("plan.next-ask"), page)
    if one.then is not None:
        what = words("plan.next-then", time=say_clock(one.then.start), what=_what(shown.plan, one.then, page))
        yield from _indented(what, page)
    yield rule(page)
    for stop, mark in ((one.meeting, Mark("◆", Role.MEET)), (one.wall, Mark("█", Role.WALL))):
        if stop is not None:
            yield from _ahead(shown, stop, mark, page)
    if not before and _market_day(one.stop.start) == _market_day(shown.now):
        yield from _standing(one, page)


def _market_day(moment: datetime) -> date:
    return moment.astimezone(MARKET_ZONE).date()


def _moment(moment: datetime, page: Page) -> str:
    return f"{say_date(moment.date(), page.words)} {say_clock(moment)}"


def _where(shown: NextShown, stop: Stop, page: Page) -> Iterator[Line]:
    yield line(f"{shown.next.who}   {_what(shown.plan, stop, page)}", Role.BOLD)
    stall = shown.plan.stalls.get(stop.stall or "")
    if stall is None and stop.kind is StopKind.VISIT:
        yield from _indented(page.words("plan.not-in-catalogue"), page, Role.WARN)
    if stall is not None:
        yield from _indented(say_where(stop, shown.plan, page.words), page, Role.BOLD)
        supplier = stall.supplier
        reach = [part for part in (supplier.contact, supplier.phone) if part] if supplier else []
        if reach:
            yield from _indented(" ".join(reach), page)


def _what(plan: PlanShown, stop: Stop, page: Page) -> str:
    words, place = page.words, say_where(stop, plan, page.words)
    if stop.kind is StopKind.VISIT:
        stall = plan.stalls.get(stop.stall or "")
        return (stall.name if stall else stop.stall or "") + (" ★" if stop.must else "")
    if stop.kind is StopKind.MEAL:
        return words("plan.lunch", minutes=minutes((stop.leave - stop.start).total_seconds()), place=place)
    if stop.kind is StopKind.CAR:
        return words("plan.unload", place=place)
    if stop.kind is StopKind.COMMITMENT:
        return say_commitment(stop, plan, words)[1]
    if stop.meets:
        names = [person.name for person in plan.trip.people if person.letter in stop.meets]
        return words("plan.meet", names=" ".join(names), place=place)
    return words("plan.reach", place=place)


def _way(shown: NextShown, stop: Stop, page: Page) -> str:
    leg = stop.leg
    if leg is None or leg.mode is LegMode.STAY:
        return page.words("plan.stay")
    key = "plan.ride" if leg.mode is LegMode.RIDE else "plan.walk"
    went = page.words("plan.next-metres", leg=page.words(key, minutes=-(-leg.seconds // 60)), metres=leg.metres)
    return f"{went} {shown.way}" if shown.way else went


def _ahead(shown: NextShown, stop: Stop, mark: Mark, page: Page) -> Iterator[Line]:
    """What is ahead and in how long: on one line where it fits, else the rest below; nothing is cut off."""
    left_s = (stop.start - shown.now).total_seconds()
    key = "plan.next-left" if left_s >= 0 else "plan.next-gone"
    text = page.words(key, time=_long(abs(left_s), page.words))
    day = _market_day(stop.start)
    when = f"{'' if day == _market_day(shown.now) else say_short_date(day) + ' '}{say_clock(stop.start)}"
    what = f"{when} {_what(shown.plan, stop, page)}"
    room = page.width - len(_INDENT)
    parts = [f"{what}  {text}"] if cell_len(f"{what}  {text}") <= room else [*wrap(what, room), *wrap(text, room)]
    for number, part in enumerate(parts):
        yield line(pad((_INDENT if number else f"{mark.sign}   ") + part, page.width), mark.role)


def _long(seconds: float, words: Words) -> str:
    """A duration; of more than a day its days and hours."""
    if seconds < _DAY_S:
        return say_duration(seconds, words)
    days, left = divmod(int(seconds), _DAY_S)
    return words("plan.next-days", days=days, hours=left // 3600)


def _standing(one: NextStop, page: Page) -> Iterator[Line]:
    words = page.words
    if abs(one.late_s) < _LATE_SHOWN_S:
        text = words("plan.next-on-time")
    else:
        text = words(
            "plan.next-late" if one.late_s > 0 else "plan.next-early", time=say_duration(abs(one.late_s), words)
        )
    if one.slack_s is not None:
        key = "plan.next-slack" if one.slack_s >= 0 else "plan.next-broken"
        text += words(key, time=say_duration(abs(one.slack_s), words))
    tight = one.slack_s is not None and one.slack_s < _TIGHT_S
    yield from _indented(text, page, Role.WARN if tight else Role.PLAIN)


def _indented(text: str, page: Page, role: Role = Role.PLAIN) -> Iterator[Line]:
    for part in wrap(text, page.room - len(_INDENT)):
        yield line(_INDENT + part, role)


NEXT: View[NextShown] = View("plan next", _data, _lines)
