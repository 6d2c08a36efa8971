"""Stalls and who trades there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import time

    from yiwutrip.domain.address import Address


class StallKind(StrEnum):
    """What a stall is: a factory's own, a shop, or both."""

    FACTORY = "factory"
    SHOP = "shop"
    BOTH = "both"


class Datum(StrEnum):
    """What a coordinate is measured in; Chinese map apps give GCJ-02 (Amap, Tencent) or BD-09 (Baidu)."""

    WGS84 = "WGS-84"
    GCJ02 = "GCJ-02"
    BD09 = "BD-09"


@dataclass(frozen=True, slots=True)
class Supplier:
    """供应商: who trades at a stall; may hold several."""

    name: str
    contact: str | None = None
    phone: str | None = None
    wechat: str | None = None


@dataclass(frozen=True, slots=True)
class Stall:
    """
    商位: a trading place with an address. Unknown is None, never 0.

    Attributes:
        code: ``D2-3F-16213``, or ``D2-3F-G20-S12-1`` where the booth is not known; the key of the catalogue.
        opens: local time of the door, None for the district's hours.
        closed_on: ISO weekdays (1 Monday to 7 Sunday) on which it is shut.
        price_low_fen: cheapest unit price, in fen.
        daily_capacity: pieces a day.
        rating: 0 to 5.
        visit_min: minutes that a visit takes, None for the pace's default.
        lat: degrees WGS-84, already converted from the datum it came in; None where only the address is known.
        as_of: ISO date of the facts, as the source says it.
        inferred: parts of the address (``district``, ``floor``) that nobody stated and that follow from the booth's
            number or the gate's.

    """

    code: str
    address: Address
    name_zh: str | None = None
    name_en: str | None = None
    supplier: Supplier | None = None
    categories: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    kind: StallKind | None = None
    opens: time | None = None
    closes: time | None = None
    closed_on: tuple[int, ...] = ()
    alliance: bool | None = None
    introduction: bool | None = None
    appointment: bool | None = None
    moq: int | None = None
    price_low_fen: int | None = None
    price_high_fen: int | None = None
    ships_single: bool | None = None
    daily_capacity: int | None = None
    rating: float | None = None
    visit_min: int | None = None
    lat: float | None = None
    lon: float | None = None
    note: str | None = None
    source: str | None = None
    as_of: str | None = None
    inferred: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What to call it: the Chinese name, else the English, the supplier's, or the code."""
        supplier = self.supplier.name if self.supplier else None
        return self.name_zh or self.name_en or supplier or self.code


def stall_code(address: Address, serial: int = 1) -> str:
    """
    The key of a stall at this address.

    Args:
        address: its district and a booth or gate must be known.
        serial: keeps stalls apart whose booth is not known.

    """
    if address.district is None:
        raise ValueError("a stall code needs a district")
    parts = [str(address.district)]
    if address.floor is not None:
        parts.append(f"B{-address.floor}" if address.floor < 0 else f"{address.floor}F")
    if address.booth:
        parts.append(address.booth.upper().replace(" ", ""))
        return "-".join(parts)
    if address.gate is not None:
        parts.append(f"G{address.gate}")
    elif address.gate_name:
        parts.append(address.gate_name)
    if address.street is not None:
        parts.append(f"S{address.street}")
    elif address.street_name:
        parts.append(address.street_name)
    parts.append(str(serial))
    return "-".join(parts)
