"""Addresses and reasons as people read them; the words come from the catalogue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_date

if TYPE_CHECKING:
    from yiwutrip.domain.address import Address
    from yiwutrip.domain.itinerary import Reason
    from yiwutrip.domain.words import Words

_MIDDLE = ("中街", "Middle")


def say_address(address: Address, words: Words) -> str:
    """``一区 3楼 12门 10街 8304`` or ``D1 F3 G12 S10 8304``; a door alone is ``一区 17门``, ``D1 gate 17``."""
    parts = [*_hall(address, words), *_lane(address, words)]
    if address.booth:
        parts.append(address.booth)
    return " ".join(parts)


def say_district(address: Address, words: Words) -> str:
    """``一区`` or ``D1``; empty where the district is not known."""
    return words(f"place.{address.district.lower()}") if address.district else ""


def say_reason(reason: Reason, words: Words, key: str | None = None) -> str:
    """The sentence of a reason, or the one of another key that takes the same."""
    # The end of the trip is a wall that no table of the trip file names.
    said = {name: words("plan.departure") if value == "departure" else value for name, value in reason.params.items()}
    if "date" in said:
        said["date"] = say_date(date.fromisoformat(str(said["date"])), words)
    return words(key or f"reason.{reason.code}", **said)


def _hall(address: Address, words: Words) -> list[str]:
    """District, floor, gate."""
    parts = [say_district(address, words)] if address.district else []
    if address.floor is not None:
        parts.append(words("place.basement" if address.floor < 0 else "place.floor", floor=abs(address.floor)))
    if address.gate is not None:
        parts.append(words("place.door" if _is_door(address) else "place.gate", gate=address.gate))
    elif address.gate_name:
        parts.append(address.gate_name)
    return parts


def _lane(address: Address, words: Words) -> list[str]:
    """Unit and street."""
    parts = []
    if address.unit is not None:
        parts.append(words("place.unit", unit=address.unit))
    if address.street is not None:
        parts.append(words("place.street", street=address.street))
    elif address.street_name:
        parts.append(words("place.middle-street") if address.street_name in _MIDDLE else address.street_name)
    return parts


def _is_door(address: Address) -> bool:
    """Whether the gate itself is meant, not a stall behind it."""
    rest = (address.floor, address.unit, address.street, address.street_name, address.booth)
    return address.gate is not None and all(part is None for part in rest)
