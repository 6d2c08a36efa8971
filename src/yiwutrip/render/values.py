"""Single values as people read them: addresses, money, weights, sizes, times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.phrasing import say_address

if TYPE_CHECKING:
    from datetime import date, datetime

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Place
    from yiwutrip.domain.words import Words


def own_name(stall: Stall) -> str:
    """Its name; empty where nobody told it."""
    return "" if stall.name == stall.code else stall.name


def stall_title(stall: Stall) -> str:
    """``D1-3F-8304 青禾瓷坊``."""
    return f"{stall.code} {own_name(stall)}".rstrip()


def place_text(place: Place, words: Words) -> str:
    """A place of the trip: its name, else its address, its stall, or its coordinates."""
    if place.name:
        return place.name
    if place.address is not None:
        return say_address(place.address, words)
    return place.stall or f"{place.lat}, {place.lon}"


def yuan(fen: int) -> str:
    """Fen as yuan without needless zeros: ``12.5``, ``3000``."""
    text = f"{fen / 100:.2f}"
    return text.rstrip("0").rstrip(".")


def money(fen: int, words: Words) -> str:
    """``12.5 元``, or ``¥12.5``."""
    return words("common.money", yuan=yuan(fen))


def kilos(grams: int) -> str:
    """``740 g``, ``1.42 kg``."""
    return f"{grams} g" if grams < 1000 else f"{grams / 1000:g} kg"


def size(centimetres: tuple[float, float, float]) -> str:
    """``60x40x35``, which the options read back."""
    return "x".join(f"{side:g}" for side in centimetres)


def clock(moment: datetime) -> str:
    """``09:05``, market time."""
    return moment.astimezone(MARKET_ZONE).strftime("%H:%M")


def span(seconds: float) -> str:
    """Hours and minutes: ``2:41``."""
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


def kilometres(metres: int) -> str:
    """``3.0 km``."""
    return f"{metres / 1000:.1f} km"


def day_text(day: date, words: Words) -> str:
    """``4月15日 周四``, or ``Thu 15 April``."""
    return words("common.day", day=day.day, name=words(f"common.month-{day.month}"), weekday=weekday(day, words))


def short_day(day: date, words: Words) -> str:
    """``4月15日``, or ``15 Apr``."""
    return words("common.short-day", day=day.day, name=words(f"common.month-{day.month}")[:3])


def weekday(day: date, words: Words) -> str:
    """``周四``, or ``Thu``."""
    return words(f"common.weekday-{day.isoweekday()}")
