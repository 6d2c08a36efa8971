"""Numbers, dates and places as they are written on paper; the words come from the catalogue."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import say_day
from yiwutrip.domain.phrasing import say_address

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.domain.address import Address
    from yiwutrip.domain.words import Words


def in_yuan(fen: int) -> Decimal:
    """Fen as yuan, exactly."""
    return Decimal(fen) / 100


def thousandth(number: int) -> Decimal:
    """Grams as kilograms, millilitres as litres, exactly."""
    return Decimal(number) / 1000


def price(fen: int) -> str:
    """A price in yuan with both decimals: ``1,086.50``."""
    return f"{in_yuan(fen):,.2f}"


def yuan(fen: int) -> str:
    """An amount in yuan, decimals only where there are some: ``300``, ``20.50``."""
    return price(fen).removesuffix(".00")


def count(number: int) -> str:
    """A whole number with its thousands apart."""
    return f"{number:,}"


def thousandths(number: int | None) -> str:
    """Grams as kilograms, millilitres as litres, one decimal; a question mark where it is not known."""
    return "?" if number is None else f"{thousandth(number):,.1f}"


def measure(number: int | None) -> str:
    """The same within a sentence, decimals only where there are some: ``250``, ``17.4``."""
    return thousandths(number).removesuffix(".0")


def size(size_cm: tuple[float, float, float]) -> str:
    """Length, width, height in centimetres: ``60×40×38.5``."""
    return "×".join(f"{side:g}" for side in size_cm)


def moment(when: datetime, words: Words) -> str:
    """Day, hour and minute in the market's time."""
    local = when.astimezone(MARKET_ZONE)
    return f"{say_day(local.date(), words)} {local:%H:%M}"


def aisle(where: Address, words: Words) -> str:
    """An address without its booth: ``一区 3楼 12门 10街``, ``D1 F3 G12 S10``."""
    return say_address(replace(where, booth=None), words)


def cut(text: str, limit: int) -> str:
    """The text, or its beginning and an ellipsis where it is longer than there is room for."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def breadth(text: str) -> int:
    """How broad it is in Latin letters; a Chinese character takes twice a Latin one's room."""
    return sum(1 if sign.isascii() else 2 for sign in text)


def short(text: str, most: int) -> str:
    """The text, or as much of its beginning as with an ellipsis is ``most`` Latin letters broad."""
    if breadth(text) <= most:
        return text
    kept = text
    while breadth(kept) >= most:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def dialled(phone: str) -> str:
    """A telephone number as a ``tel:`` link takes it; other signs are left out."""
    return "".join(sign for sign in phone if sign.isascii() and (sign.isdigit() or sign in "+-"))


def minutes(seconds: int) -> int:
    """Whole minutes; a started one counts, for nobody leaves half a minute late."""
    return -(-seconds // 60)


def printable(text: str) -> str:
    """The text without the signs that XML 1.0 and iCalendar forbid; line breaks and tabs stay."""
    return "".join(sign for sign in text if sign in "\n\t" or (sign >= " " and not _forbidden(ord(sign))))


def _forbidden(code: int) -> bool:
    return 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code in {0xFFFE, 0xFFFF}
