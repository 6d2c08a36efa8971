"""What `yiwutrip stall find` and `stall show` show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_weekday
from yiwutrip.domain.phrasing import say_address
from yiwutrip.render.cells import cell_len, cut, pad, wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, hints, line, rule
from yiwutrip.render.plain_data import plain
from yiwutrip.render.table import Column, table
from yiwutrip.render.values import clock, own_name, place_text, stall_title, yuan
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.words import Words
    from yiwutrip.usecases.ports import StallsFound
    from yiwutrip.usecases.show_stall import StallCard

LABEL_CELLS = 14


def stall_data(stall: Stall) -> dict[str, object]:
    """A stall as JSON; ``category`` joins what ``categories`` lists."""
    said: dict[str, object] = plain(stall)
    said["name"] = stall.name
    said["category"] = ";".join(stall.categories) or None
    return said


def _find_data(found: StallsFound) -> dict[str, object]:
    return {"stalls": [stall_data(stall) for stall in found.stalls], "total": found.total}


def _find_lines(found: StallsFound, page: Page) -> Iterator[Line]:
    words = page.words
    if not found.stalls:
        yield line(words("stall.none-found"))
        yield from hints(page, "yiwutrip stall find" if found.catalogue else "yiwutrip stall import FILE")
        return
    if page.wide:
        columns = [
            Column(words("stall.code")),
            Column(words("stall.name"), fixed=False),
            Column(words("stall.category"), fixed=False),
            Column(words("stall.address"), fixed=False),
            Column(words("stall.price"), right=True),
            Column("", fixed=False),
        ]
        rows = [
            [
                one.code,
                cut(own_name(one), page.room),
                " ".join(one.categories),
                say_address(one.address, words),
                price_range(one),
                _marks(one, words),
            ]
            for one in found.stalls
        ]
        yield from table(columns, rows, page)
    else:
        widest = max(cell_len(one.code) for one in found.stalls)
        for one in found.stalls:
            yield from _two_lines(one, max(widest + 2, 18), page)
    yield rule(page)
    yield line(words("stall.found", shown=len(found.stalls), total=found.total), Role.DIM)
    yield from hints(page, f"yiwutrip stall show {found.stalls[0].code}")


def _two_lines(stall: Stall, cells: int, page: Page) -> Iterator[Line]:
    words = page.words
    marks = _marks(stall, words)
    # What follows the code has a line; `stall show` has the whole of a name that is longer.
    name = cut(own_name(stall), page.room - cells - cell_len(marks) - 2)
    yield (Span(pad(stall.code, cells), Role.BOLD), Span(f"{name}  {marks}"))
    first, *more = wrap(
        "  ".join([say_address(stall.address, words), *stall.categories, price_range(stall)]), page.room - 2
    )
    for text in (first, *more):
        yield line(f"  {text}")


def _marks(stall: Stall, words: Words) -> str:
    flags = (("alliance", stall.alliance), ("introduction", stall.introduction), ("appointment", stall.appointment))
    return " ".join(words(f"stall.mark-{name}") for name, on in flags if on)


def price_range(stall: Stall) -> str:
    """``3.8–12.5``, in yuan; empty where no price is known."""
    low, high = stall.price_low_fen, stall.price_high_fen
    ends = [yuan(fen) for fen in dict.fromkeys((low, high)) if fen is not None]
    return "–".join(ends)


@dataclass(frozen=True, slots=True)
class CardShown:
    """A stall's card; ``way`` is the way there in words, empty where there is none."""

    card: StallCard
    way: str


def _show_data(shown: CardShown) -> dict[str, object]:
    card = shown.card
    hours = [[_hour(opens), _hour(closes)] for opens, closes in card.windows]
    there = card.way and {"from": plain(card.way.start), "text": shown.way, "leg": plain(card.way.leg)}
    return {
        **stall_data(card.stall),
        "open": {"date": card.day.isoformat(), "hours": hours},
        "way": there,
        "visits": plain(card.visits),
        "samples": [one.number for one in card.samples],
    }


def _show_lines(shown: CardShown, page: Page) -> Iterator[Line]:
    words = page.words
    card = shown.card
    stall = card.stall
    yield (Span(stall_title(stall), Role.BOLD), Span(f"  {_marks(stall, words)}"))
    yield rule(page, heavy=True)
    for key, value in [*_facts(stall, words), ("stall.today", _today(card, words)), ("stall.way", _way(shown, words))]:
        if value:
            yield from _fact(words(key), value, page)
    if card.visits or card.samples:
        yield BLANK
    for visit in card.visits:
        when = f"{visit.at.date().isoformat()} {clock(visit.at)}"
        yield from _fact(words(f"visit.status-{visit.status}"), f"{when}  {' '.join(visit.who)}", page)
    for sample in card.samples:
        yield from _fact(sample.number, sample.taken.article, page)
    yield from hints(
        page, f"yiwutrip plan why {stall.code}" if card.planned else f"yiwutrip sample add {stall.code} ARTICLE"
    )


def _today(card: StallCard, words: Words) -> str:
    hours = "  ".join(f"{_hour(opens)}-{_hour(closes)}" for opens, closes in card.windows)
    weekday = say_weekday(card.day.isoweekday(), words)
    return f"{card.day:%m-%d} {weekday}  {hours or words('stall.shut-today')}"


def _way(shown: CardShown, words: Words) -> str:
    there = shown.card.way
    if there is None or not shown.way:
        return ""
    start = place_text(there.start, words)
    return words("stall.way-text", start=start, way=shown.way, minutes=-(-there.leg.seconds // 60))


def _facts(stall: Stall, words: Words) -> list[tuple[str, str]]:
    supplier = stall.supplier
    people = [supplier.contact, supplier.phone, supplier.wechat] if supplier else []
    return [
        ("stall.address", say_address(stall.address, words)),
        ("stall.name-en", (stall.name_en or "") if stall.name_en != stall.name else ""),
        ("stall.supplier", (supplier.name if supplier and supplier.name != stall.name else "")),
        ("stall.contact", "  ".join(text for text in people if text)),
        ("stall.category", " ".join(stall.categories)),
        ("stall.keywords", " ".join(stall.keywords)),
        ("stall.kind", words(f"stall.kind-{stall.kind}") if stall.kind else ""),
        ("stall.hours", _hours(stall, words)),
        ("stall.price", price_range(stall)),
        ("stall.moq", str(stall.moq) if stall.moq is not None else ""),
        ("stall.ships-single", _yes_no(stall.ships_single, words)),
        ("stall.daily-capacity", str(stall.daily_capacity) if stall.daily_capacity is not None else ""),
        ("stall.rating", f"{stall.rating:g}" if stall.rating is not None else ""),
        ("stall.visit-min", words("stall.minutes", minutes=stall.visit_min) if stall.visit_min is not None else ""),
        ("stall.note", stall.note or ""),
        ("stall.source", " ".join(text for text in (stall.source, stall.as_of) if text)),
    ]


def _hours(stall: Stall, words: Words) -> str:
    parts = []
    if stall.opens or stall.closes:
        parts.append(f"{_hour(stall.opens)}-{_hour(stall.closes)}")
    if stall.closed_on:
        days = " ".join(say_weekday(number, words) for number in stall.closed_on)
        parts.append(words("stall.closed-on", days=days))
    return "  ".join(parts)


def _hour(at: time | None) -> str:
    return at.strftime("%H:%M") if at else "?"


def _yes_no(value: bool | None, words: Words) -> str:  # noqa: FBT001  (a value to be shown, not a switch)
    return "" if value is None else words("common.yes" if value else "common.no")


def _fact(label: str, value: str, page: Page) -> Iterator[Line]:
    for index, text in enumerate(wrap(value, page.room - LABEL_CELLS)):
        yield (Span(pad("" if index else label, LABEL_CELLS), Role.DIM), Span(text))


def _edit_lines(stall: Stall, page: Page) -> Iterator[Line]:
    yield line(page.words("stall.edited", stall=stall_title(stall)))
    for key, value in _facts(stall, page.words):
        if value:
            yield from _fact(page.words(key), value, page)
    yield from hints(page, "yiwutrip undo")


FIND: View[StallsFound] = View("stall find", _find_data, _find_lines)
SHOW: View[CardShown] = View("stall show", _show_data, _show_lines)
EDIT: View[Stall] = View("stall edit", stall_data, _edit_lines)
