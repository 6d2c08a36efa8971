"""One field of a record, told by itself: what people call it, and its value in their units and words."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import say_weekday
from yiwutrip.domain.phrasing import say_district
from yiwutrip.domain.sample import SampleStatus
from yiwutrip.domain.stall import StallKind, Supplier
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.render.plain_data import plain
from yiwutrip.render.values import clock, kilos, money, size

if TYPE_CHECKING:
    from yiwutrip.domain.words import Words

LONGEST = 60
PHOTO_SHOWN = 8
"""Of a photo's name, which is a hash."""
HIDDEN = frozenset({"status_at"})
"""What the program notes beside a change, and nobody said."""


def field_label(name: str, words: Words, kind: str = "") -> str:
    """What people call it; the body of a trip, a plan or a packing is called by its ``kind``."""
    return words(f"field.{name}-{kind}" if name == "body" else f"field.{name}")


def field_value(name: str, value: object, words: Words) -> str:
    """On one line: money in yuan, times in the market's, choices in words, ``-`` for nothing."""
    if value is None or value == ():
        return "-"
    return _cut(_by_name(name, value, words) or _by_type(value, words))


def _by_name(name: str, value: object, words: Words) -> str:
    """What only the field's name tells how to say; empty for the rest."""
    text = ""
    match value:
        case bool():
            pass
        case int() if name.endswith("_fen"):
            text = money(value, words)
        case int() if name.endswith("_g"):
            text = kilos(value)
        case int() if name in {"minutes", "visit_min"}:
            text = words("stall.minutes", minutes=value)
        case int() if name == "commission_permille":
            text = f"{value / 10:g} %"
        case (int() | float() as length, int() | float() as width, int() | float() as height) if name.endswith("_cm"):
            text = f"{size((length, width, height))} cm"
        case str() if name == "photo":
            text = value[:PHOTO_SHOWN]
        case tuple() if name == "closed_on":
            text = " ".join(say_weekday(day, words) for day in value)
        case tuple() if name == "inferred":
            text = " ".join(field_label(part, words) for part in value)
        case _:
            pass
    return text


def _by_type(value: object, words: Words) -> str:
    match value:
        case bool():
            text = words("common.yes" if value else "common.no")
        case datetime():
            text = f"{value.astimezone(MARKET_ZONE).date().isoformat()} {clock(value)}"
        case time():
            text = value.isoformat("minutes")
        case SampleStatus():
            text = words(f"sample.status-{value}")
        case VisitStatus():
            text = words(f"visit.status-{value}")
        case StallKind():
            text = words(f"stall.kind-{value}")
        case District():
            text = say_district(Address(value), words)
        case Supplier():
            text = " ".join(part for part in (value.name, value.contact, value.phone, value.wechat) if part)
        case tuple():
            text = " ".join(map(str, value))
        case _:
            text = str(plain(value))
    return text


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
