"""What `yiwutrip stall address` shows: what was said, what follows from it, and how certain that is."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from yiwutrip.domain.address import District
from yiwutrip.domain.phrasing import say_address
from yiwutrip.render.cells import pad
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, line
from yiwutrip.render.plain_data import plain
from yiwutrip.render.problems import problem_lines
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.address import Address
    from yiwutrip.domain.words import Words
    from yiwutrip.market.address import AddressReading

PARTS = ("district", "floor", "gate", "gate_name", "unit", "street", "street_name", "booth")


def _data(reading: AddressReading) -> dict[str, object]:
    said = {part: plain(getattr(reading.address, part)) for part in PARTS}
    inferred = {
        item.name: plain(getattr(reading.inferred, item.name))
        for item in fields(reading.inferred)
        if getattr(reading.inferred, item.name) is not None
    }
    return {**said, "canonical": reading.best.canonical(), "certain": reading.certain, "inferred": inferred}


def _lines(reading: AddressReading, page: Page) -> Iterator[Line]:
    words = page.words
    best = say_address(reading.best, words)
    sure = words("stall.address-certain" if reading.certain else "stall.address-doubtful")
    yield (
        Span(best or words("stall.address-nowhere"), Role.BOLD),
        Span(f"  {sure}", Role.PLAIN if reading.certain else Role.WARN),
    )
    for part in PARTS:
        row = _part(part, reading.address, reading.inferred, page)
        if row:
            yield row
    if reading.problems:
        yield BLANK
        yield from problem_lines(reading.problems, page)


def _part(part: str, said: Address, inferred: Address, page: Page) -> Line:
    words = page.words
    label = pad(f"  {words(f'stall.part-{part}')}", 14)
    value = getattr(said, part)
    if value is not None:
        return line(label + _in_words(value, words))
    value = getattr(inferred, part)
    if value is not None:
        return (Span(label + _in_words(value, words)), Span(f"  {words('stall.inferred')}", Role.DIM))
    return ()


def _in_words(value: object, words: Words) -> str:
    return words(f"place.{value.lower()}") if isinstance(value, District) else str(value)


ADDRESS: View[AddressReading] = View("stall address", _data, _lines)
