"""Single values as people read them: addresses, money, weights, sizes, times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.phrasing import say_address

if TYPE_CHECKING:
    from datetime import datetime

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


def kilometres(metres: int) -> str:
    """``3.0 km``."""
    return f"{metres / 1000:.1f} km"
