"""What `yiwutrip trip` shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_date, say_day
from yiwutrip.render.cells import pad, whole, wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, argument, both_ends, hints, line, rule
from yiwutrip.render.plain_data import plain
from yiwutrip.render.problems import problem_lines
from yiwutrip.render.table import Column, table
from yiwutrip.render.values import clock, money, place_text
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from yiwutrip.domain.trip import Commitment, Trip, TripDay, Want
    from yiwutrip.domain.words import Words
    from yiwutrip.usecases.list_trips import TripList
    from yiwutrip.usecases.load_trip import TripLoaded

LABEL_CELLS = 10


def trip_data(trip: Trip) -> dict[str, object]:
    """A trip as JSON, without the text of its file."""
    said: dict[str, object] = plain(trip)
    del said["source"]
    return said


def trip_title(trip: Trip, words: Words) -> str:
    """``四月义乌选品 · 4月14日 9:00 到 4月16日 22:00``."""
    start = f"{say_day(trip.starts.date(), words)} {clock(trip.starts)}"
    end = f"{say_day(trip.ends.date(), words)} {clock(trip.ends)}"
    return words("trip.title", name=trip.name, start=start, end=end)


def trip_lines(trip: Trip, page: Page) -> Iterator[Line]:
    """The whole trip: who, where, what was promised, what is looked for."""
    words = page.words
    yield line(trip_title(trip, words), Role.BOLD)
    yield rule(page, heavy=True)
    yield from _fact(
        "trip.people", "  ".join(whole(_person(one.letter, one.name, one.carry_g, words)) for one in trip.people), page
    )
    yield from _fact("trip.base", place_text(trip.base, words), page)
    if trip.home:
        yield from _fact("trip.home", place_text(trip.home, words), page)
    yield from _fact("trip.pace", words(f"trip.pace-{trip.pace}"), page)
    if trip.commitments:
        yield line(words("trip.commitments"), Role.BOLD)
        for one in sorted(trip.commitments, key=lambda wall: wall.starts):
            yield from _wall(one, page)
    yield from _many("trip.wants", [_want(one, words) for one in trip.wants], page)
    yield from _many("trip.must", list(trip.must), page)
    yield from _many("trip.days", [_day(one, words) for one in trip.days], page, each_on_its_line=True)
    if trip.car:
        parked = place_text(trip.car.parked, words) if trip.car.parked else "?"
        car = words(
            "trip.car-text", kg=f"{trip.car.load_g / 1000:g}", litres=f"{trip.car.load_ml / 1000:g}", parked=parked
        )
        yield from _fact("trip.car", car, page)
    if trip.budget_fen is not None:
        yield from _fact("trip.budget", money(trip.budget_fen, words), page)
    yield from _fact("trip.alliance", words(f"trip.alliance-{trip.alliance}"), page)


def _person(letter: str, name: str, carry_g: int, words: Words) -> str:
    return words("trip.person", letter=letter, name=name, kg=f"{carry_g / 1000:g}")


def _wall(one: Commitment, page: Page) -> Iterator[Line]:
    days = say_day(one.starts.date(), page.words)
    left = f"  █ {pad(days, 9)}{clock(one.starts)}-{clock(one.ends)}  {one.title} · {place_text(one.place, page.words)}"
    return both_ends(left, f" {' '.join(one.who)}", page, Role.WALL, hanging=26)


def _want(want: Want, words: Words) -> str:
    text = words("trip.want", text=want.text, weight=want.weight)
    if want.at_least:
        text += words("trip.want-at-least", count=want.at_least)
    if want.at_most is not None:
        text += words("trip.want-at-most", count=want.at_most)
    return text


def _day(day: TripDay, words: Words) -> str:
    parts = [say_date(day.date, words)]
    if day.together:
        halves = words("trip.and").join(words(f"trip.half-{half}") for half in sorted(day.together))
        parts.append(words("trip.together", halves=halves))
    if day.meal:
        hours = f"{day.meal.earliest:%H:%M}-{day.meal.latest_end:%H:%M}"
        parts.append(words("trip.meal", minutes=day.meal.duration_s // 60, hours=hours))
    return "  ".join(map(whole, parts))


def _fact(key: str, value: str, page: Page, *, labelled: bool = True) -> Iterator[Line]:
    label = page.words(key) if labelled else ""
    for index, text in enumerate(wrap(value, page.room - LABEL_CELLS)):
        yield (Span(pad("" if index else label, LABEL_CELLS), Role.DIM), Span(text))


def _many(key: str, values: list[str], page: Page, *, each_on_its_line: bool = False) -> Iterator[Line]:
    if not values:
        return
    if not each_on_its_line:
        yield from _fact(key, "  ".join(map(whole, values)), page)
        return
    for index, value in enumerate(values):
        yield from _fact(key, value, page, labelled=index == 0)


def _loaded_data(loaded: TripLoaded) -> dict[str, object]:
    return {"trip": trip_data(loaded.trip), "replaced": loaded.replaced}


def _load_lines(loaded: TripLoaded, page: Page) -> Iterator[Line]:
    key = "trip.replaced" if loaded.replaced else "trip.loaded"
    yield line(page.words(key, title=trip_title(loaded.trip, page.words)))
    yield from _problems(loaded, page)
    yield from hints(page, "yiwutrip plan make")


def _check_lines(loaded: TripLoaded, page: Page) -> Iterator[Line]:
    key = "trip.checked-problems" if loaded.problems else "trip.checked"
    yield line(page.words(key, title=trip_title(loaded.trip, page.words)))
    yield from _problems(loaded, page)


def _problems(loaded: TripLoaded, page: Page) -> Iterator[Line]:
    if loaded.problems:
        yield BLANK
        yield from problem_lines(loaded.problems, page)
        yield BLANK


def _show_lines(trip: Trip, page: Page) -> Iterator[Line]:
    yield from trip_lines(trip, page)
    yield from hints(page, "yiwutrip plan make")


def _use_lines(trip: Trip, page: Page) -> Iterator[Line]:
    yield line(page.words("trip.used", title=trip_title(trip, page.words)))
    yield from hints(page, "yiwutrip trip show")


def _list_data(found: TripList) -> dict[str, object]:
    return {"trips": [trip_data(trip) for trip in found.trips], "in_use": found.in_use}


def _list_lines(found: TripList, page: Page) -> Iterator[Line]:
    words = page.words
    if not found.trips:
        yield line(words("trip.none"))
        yield from hints(page, "yiwutrip trip new")
        return
    columns = [
        Column(""),
        Column(words("trip.name"), fixed=False),
        Column(words("trip.starts")),
        Column(words("trip.ends")),
    ]
    rows = [
        [
            "*" if trip.name == found.in_use else "",
            trip.name,
            _moment(trip.starts),
            _moment(trip.ends),
        ]
        for trip in found.trips
    ]
    yield from table(columns, rows, page)
    yield from hints(page, "yiwutrip trip use NAME")


def _moment(moment: datetime) -> str:
    return f"{moment.date().isoformat()} {clock(moment)}"


@dataclass(frozen=True, slots=True)
class TripWritten:
    """A trip file that was written, and where."""

    trip: Trip
    path: Path


def _written_data(written: TripWritten) -> dict[str, object]:
    return {"file": str(written.path), "trip": trip_data(written.trip)}


def _written_lines(written: TripWritten, page: Page) -> Iterator[Line]:
    words, path = page.words, str(written.path)
    yield line(words("trip.written", path=path, title=trip_title(written.trip, words)))
    yield line(words("trip.edit-hint", path=path))
    yield from hints(page, f"yiwutrip trip load {argument(path)}")


NEW: View[TripWritten] = View("trip new", _written_data, _written_lines)
LOAD: View[TripLoaded] = View("trip load", _loaded_data, _load_lines)
CHECK: View[TripLoaded] = View("trip check", _loaded_data, _check_lines)
SHOW: View[Trip] = View("trip show", trip_data, _show_lines)
USE: View[Trip] = View("trip use", trip_data, _use_lines)
LIST: View[TripList] = View("trip list", _list_data, _list_lines)
