"""Values as people type them after an option: prices, sizes, dates, times, districts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from yiwutrip.cli.usage import CommandLineError
from yiwutrip.domain.address import DISTRICT_ZH, District
from yiwutrip.domain.errors import UsageError
from yiwutrip.domain.said_times import half_width, read_day, read_moment

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from yiwutrip.domain.said_times import Days
    from yiwutrip.domain.sample import SampleStatus
    from yiwutrip.domain.trip import Trip

ValueT = TypeVar("ValueT")

MOST_YUAN = Decimal(100_000_000)
MOST_CM = 1000.0
MOST_COUNTED = 100_000_000
LONGEST_ARTICLE = 500
_NUMBER = r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?)"
_YUAN = re.compile(rf"¥?\s*{_NUMBER}\s*(?:[元块]|(?<!\.\d)(?<!\.\d\d)[元块](?P<tenths>\d)毛?)?", re.ASCII)
_COUNT = re.compile(
    rf"{_NUMBER}\s*(?P<times>[万千])?\s*(?:(?P<carton>箱|ctns?|cartons?)|(?P<dozen>打|dozen|doz)"
    r"|[个只件套双条张片台把支盒对副瓶包袋卷本串枚]|pcs?|pieces?|sets?|pairs?)?",
    re.IGNORECASE | re.ASCII,
)
_TIMES = {"万": 10_000, "千": 1000, "打": 12, "dozen": 12, "doz": 12}
_WEIGHT = re.compile(rf"{_NUMBER}\s*(?P<unit>kgs?|公斤|千克|斤|g|克)?", re.IGNORECASE | re.ASCII)
_GRAMS = {"g": 1, "克": 1, "kg": 1000, "kgs": 1000, "公斤": 1000, "千克": 1000, "斤": 500}
_SIDES = re.compile(r"[x×*✕]", re.IGNORECASE)


def yuan_to_fen(text: str, option: str) -> int:
    """
    ``12.5``, ``¥12.5``, ``12.5元``, ``12块5`` as fen.

    Raises:
        CommandLineError: not an amount of yuan with at most two decimals.

    """
    match = _YUAN.fullmatch(half_width(text))
    if match is None:
        raise CommandLineError("expects-yuan", name=option, value=text)
    amount = Decimal(match["number"].replace(",", "")) + Decimal(match["tenths"] or 0) / 10
    if amount > MOST_YUAN or amount * 100 != int(amount * 100):
        raise CommandLineError("expects-yuan", name=option, value=text)
    return int(amount * 100)


def count(text: str, option: str) -> int:
    """
    A number of pieces: ``50``, ``1,200``, ``50个``, ``1.2万``; dozens are counted out.

    Raises:
        CommandLineError: no whole number; in cartons, of which nobody knows what they hold; or out of range.

    """
    match = _COUNT.fullmatch(half_width(text))
    if match is None:
        raise CommandLineError("expects-whole-number", name=option, value=text)
    if match["carton"]:
        raise CommandLineError("expects-pieces", name=option, value=text)
    number = Decimal(match["number"].replace(",", "")) * _TIMES.get((match["times"] or match["dozen"] or "").lower(), 1)
    if number != int(number):
        raise CommandLineError("expects-whole-number", name=option, value=text)
    return _within(int(number), 1, text, option)


def grams(text: str, option: str) -> int:
    """
    A weight in grams: ``500``, ``500g``, ``14.5kg``, ``14.5公斤``, ``29斤``.

    Raises:
        CommandLineError: no weight, no whole number of grams, or out of range.

    """
    match = _WEIGHT.fullmatch(half_width(text))
    if match is None:
        raise CommandLineError("expects-weight", name=option, value=text)
    weight = Decimal(match["number"].replace(",", "")) * _GRAMS[(match["unit"] or "g").lower()]
    if weight != int(weight):
        raise CommandLineError("expects-weight", name=option, value=text)
    return _within(int(weight), 1, text, option)


def _within(number: int, least: int, text: str, option: str) -> int:
    if number < least:
        raise CommandLineError("expects-at-least", name=option, value=text, least=least)
    if number > MOST_COUNTED:
        raise CommandLineError("expects-at-most", name=option, value=text, most=MOST_COUNTED)
    return number


def price_to_fen(text: str, option: str) -> int:
    """
    A price as fen: like an amount, but not 0, for what is not known is left out.

    Raises:
        CommandLineError: no amount, or 0.

    """
    fen = yuan_to_fen(text, option)
    if fen == 0:
        raise CommandLineError("expects-at-least", name=option, value=text, least="0.01")
    return fen


def size_cm(text: str, option: str) -> tuple[float, float, float]:
    """
    ``60x40x35`` as length, width and height in centimetres.

    Raises:
        CommandLineError: not three positive numbers.

    """
    try:
        sides = [float(side) for side in _SIDES.split(half_width(text).lower().removesuffix("cm"))]
    except ValueError:
        sides = []
    if len(sides) != 3 or not all(0 < side <= MOST_CM for side in sides):
        raise CommandLineError("expects-size", name=option, value=text)
    return (sides[0], sides[1], sides[2])


def day(text: str, option: str, today: date, *, since: date | None = None, within: Days | None = None) -> date:
    """
    A day in any of the ways of `read_day`.

    Raises:
        CommandLineError: no such day.

    """
    found = read_day(text, today, since=since, within=within)
    if found is None:
        raise CommandLineError("expects-date", name=option, value=text)
    return found


def moment(text: str, option: str, now: datetime, within: Days | None = None) -> datetime:
    """
    A time in any of the ways of `read_moment`, market time.

    Raises:
        CommandLineError: no such time.

    """
    found = read_moment(text, now, within)
    if found is None:
        raise CommandLineError("expects-time", name=option, value=text)
    return found


def district(text: str, option: str) -> District:
    """
    ``D2``, ``2``, ``二区``.

    Raises:
        CommandLineError: no such district.

    """
    bare = half_width(text)
    by_name = {**{name: one for one, name in DISTRICT_ZH.items()}, **{one.value: one for one in District}}
    found = by_name.get(bare) or by_name.get(bare.upper()) or by_name.get(f"D{bare.upper()}")
    if found is None:
        raise CommandLineError("expects-choice", name=option, value=text, choices=", ".join(District))
    return found


def trip_day(text: str, option: str, trip: Trip) -> date:
    """
    A day of the trip, as `day` reads it.

    Raises:
        CommandLineError: no such day.
        UsageError: ``day-not-in-trip``.

    """
    first, last = trip.span
    asked = day(text, option, first, within=trip.span)
    if not first <= asked <= last:
        raise UsageError("day-not-in-trip", day=asked, starts=first, ends=last)
    return asked


def letters(text: str | None, option: str = "--who") -> tuple[str, ...]:
    """
    ``A,B``, ``a b`` or ``AB`` as letters; none for nothing said.

    Raises:
        CommandLineError: there is something else in it.

    """
    said = re.sub(r"[,、/&+\s]", "", half_width(text or "")).upper()
    if not all("A" <= char <= "Z" for char in said):
        raise CommandLineError("expects-letter", name=option, value=text)
    return tuple(dict.fromkeys(said))


def letter(text: str, option: str) -> str:
    """
    One person's letter, ``a`` as ``A``.

    Raises:
        CommandLineError: not one letter of A to Z.

    """
    found = letters(text, option)
    if len(found) != 1:
        raise CommandLineError("expects-letter", name=option, value=text)
    return found[0]


def perhaps(text: str | None, read: Callable[[str, str], ValueT], option: str) -> ValueT | None:
    """The value of an option that may be left out."""
    return None if text is None else read(text, option)


def sample_number(text: str) -> str:
    """``a-1``, ``A1`` and ``YW1:A-001`` (what a label's code says) as ``A-001``; anything else as it is."""
    bare = half_width(text).upper().removeprefix("YW1:")
    found = re.fullmatch(r"([A-Z])-?(\d{1,6})", bare)
    return f"{found[1]}-{int(found[2]):03d}" if found else bare


def sample_status(text: str, name: str) -> SampleStatus:
    """
    ``returned``, or the word for it that the program itself prints in either language.

    Raises:
        CommandLineError: no such status.

    """
    from yiwutrip.domain.sample import SampleStatus  # noqa: PLC0415  (only where a status is said)
    from yiwutrip.domain.words import Lang  # noqa: PLC0415
    from yiwutrip.render.words import CatalogueWords  # noqa: PLC0415

    chinese, english = CatalogueWords(Lang.ZH), CatalogueWords(Lang.EN)
    bare = half_width(text).casefold()
    for one in SampleStatus:
        if bare in {one.value, chinese(f"sample.status-{one}"), english(f"sample.status-{one}")}:
            return one
    choices = ", ".join(f"{one} {chinese(f'sample.status-{one}')}" for one in SampleStatus)
    raise CommandLineError("expects-choice", name=name, value=text, choices=choices)


def article(text: str, option: str) -> str:
    """
    What a sample is called, on one line.

    Raises:
        CommandLineError: nothing is left of it, or it is longer than any label.

    """
    bare = " ".join(text.split())
    if not bare:
        raise CommandLineError("expects-text", name=option)
    if len(bare) > LONGEST_ARTICLE:
        raise CommandLineError("text-too-long", name=option, length=len(bare), most=LONGEST_ARTICLE)
    return bare
