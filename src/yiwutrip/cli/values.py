"""Values as people type them after an option: prices, sizes, dates, times, districts."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeVar

from yiwutrip.cli.usage import CommandLineError
from yiwutrip.domain.address import DISTRICT_ZH, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwutrip.domain.sample import SampleStatus
    from yiwutrip.domain.trip import Trip

ValueT = TypeVar("ValueT")

MOST_YUAN = Decimal(100_000_000)
MOST_CM = 1000.0
LONGEST_ARTICLE = 500
_SIDES = re.compile(r"[x×*✕]", re.IGNORECASE)


def _half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def yuan_to_fen(text: str, option: str) -> int:
    """
    ``12.5``, ``¥12.5``, ``12.5元`` as fen.

    Raises:
        CommandLineError: not an amount of yuan with at most two decimals.

    """
    bare = _half_width(text).removeprefix("¥").removesuffix("元").removesuffix("块").strip()
    try:
        amount = Decimal(bare)
    except InvalidOperation:
        raise CommandLineError("expects-yuan", name=option, value=text) from None
    if not amount.is_finite() or not 0 <= amount <= MOST_YUAN or amount * 100 != int(amount * 100):
        raise CommandLineError("expects-yuan", name=option, value=text)
    return int(amount * 100)


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
        sides = [float(side) for side in _SIDES.split(_half_width(text).lower().removesuffix("cm"))]
    except ValueError:
        sides = []
    if len(sides) != 3 or not all(0 < side <= MOST_CM for side in sides):
        raise CommandLineError("expects-size", name=option, value=text)
    return (sides[0], sides[1], sides[2])


def day(text: str, option: str, today: date) -> date:
    """
    ``2021-04-15``, or ``04-15`` of the year in which it is.

    Raises:
        CommandLineError: no such day.

    """
    bare = _half_width(text)
    try:
        return date.fromisoformat(bare if bare.count("-") > 1 else f"{today.year}-{bare}")
    except ValueError:
        raise CommandLineError("expects-date", name=option, value=text) from None


def moment(text: str, option: str, now: datetime) -> datetime:
    """
    ``14:20`` of today, or a whole ISO 8601 time; market time unless it says otherwise.

    Raises:
        CommandLineError: no such time.

    """
    bare = _half_width(text)
    try:
        if re.fullmatch(r"\d{1,2}:\d\d", bare):
            return datetime.combine(now.date(), time.fromisoformat(bare.zfill(5)), MARKET_ZONE)
        said = datetime.fromisoformat(bare)
    except ValueError:
        raise CommandLineError("expects-time", name=option, value=text) from None
    return said.astimezone(MARKET_ZONE) if said.tzinfo else said.replace(tzinfo=MARKET_ZONE)


def district(text: str, option: str) -> District:
    """
    ``D2``, ``2``, ``二区``.

    Raises:
        CommandLineError: no such district.

    """
    bare = _half_width(text)
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
    first, last = (when.astimezone(MARKET_ZONE).date() for when in (trip.starts, trip.ends))
    asked = day(text, option, first)
    if not first <= asked <= last:
        raise UsageError("day-not-in-trip", day=asked, starts=first, ends=last)
    return asked


def letters(text: str | None, option: str = "--who") -> tuple[str, ...]:
    """
    ``A,B``, ``a b`` or ``AB`` as letters; none for nothing said.

    Raises:
        CommandLineError: there is something else in it.

    """
    said = re.sub(r"[,、/&+\s]", "", _half_width(text or "")).upper()
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
    bare = _half_width(text).upper().removeprefix("YW1:")
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
    bare = _half_width(text).casefold()
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
