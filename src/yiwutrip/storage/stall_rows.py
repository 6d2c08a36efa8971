"""A stall and its row."""

from __future__ import annotations

import json
import unicodedata
from datetime import time
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from yiwutrip.domain.address import DISTRICT_ZH, Address, District
from yiwutrip.domain.stall import Stall, StallKind, Supplier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FACTS = (
    *("district", "floor", "gate", "street", "unit", "booth", "gate_name", "street_name", "name_zh", "name_en"),
    *("supplier_id", "categories", "keywords", "kind", "opens", "closes", "closed_on", "alliance", "introduction"),
    *("appointment", "moq", "price_low_fen", "price_high_fen", "ships_single", "daily_capacity", "rating", "visit_min"),
    *("lat", "lon", "note", "source", "as_of", "inferred"),
)
"""The columns that say something about the stall, in the order of the tuples below."""

SUPPLIER = FACTS.index("supplier_id")
COLUMNS = ("code", *FACTS, "search", "import_id", "action_id")

SELECT = (
    f"SELECT s.code, {', '.join(f's.{name}' for name in FACTS)}, p.name, p.contact, p.phone, p.wechat"  # noqa: S608 -- our names
    " FROM stalls s LEFT JOIN suppliers p ON p.id = s.supplier_id"
)
"""What `stall_of` reads."""

AFTER_NAMES, AFTER_CATEGORIES = "\x1f", "\x1e"
"""Marks in the search column, names first and categories next, so that a hit's place tells its rank."""


def facts_of(stall: Stall, supplier_id: int | None) -> tuple[object, ...]:
    """The values of `FACTS`."""
    address = stall.address
    return (
        _PLAIN[address.district],
        address.floor,
        address.gate,
        address.street,
        address.unit,
        address.booth,
        address.gate_name,
        address.street_name,
        stall.name_zh,
        stall.name_en,
        supplier_id,
        _listed(stall.categories),
        _listed(stall.keywords),
        _PLAIN[stall.kind],
        _clock(stall.opens),
        _clock(stall.closes),
        _listed(stall.closed_on),
        _PLAIN[stall.alliance],
        _PLAIN[stall.introduction],
        _PLAIN[stall.appointment],
        stall.moq,
        stall.price_low_fen,
        stall.price_high_fen,
        _PLAIN[stall.ships_single],
        stall.daily_capacity,
        stall.rating,
        stall.visit_min,
        stall.lat,
        stall.lon,
        stall.note,
        stall.source,
        stall.as_of,
        _listed(stall.inferred),
    )


def stall_of(row: Sequence[Any]) -> Stall:
    """The stall of a row of `SELECT`."""
    code, district, floor, gate, street, unit, booth, gate_name, street_name, name_zh, name_en = row[:11]
    _, categories, keywords, kind, opens, closes, closed_on = row[11:18]
    alliance, introduction, appointment, moq, low, high, ships_single = row[18:25]
    daily_capacity, rating, visit_min, lat, lon, note, source, as_of, inferred = row[25:34]
    name, contact, phone, wechat = row[34:38]
    return Stall(
        code,
        Address(_DISTRICTS[district], floor, gate, street, unit, booth, gate_name, street_name),
        name_zh,
        name_en,
        None if name is None else Supplier(name, contact, phone, wechat),
        _unlisted(categories),
        _unlisted(keywords),
        _KINDS[kind],
        _unclock(opens),
        _unclock(closes),
        _unlisted(closed_on),
        _BOOLEANS[alliance],
        _BOOLEANS[introduction],
        _BOOLEANS[appointment],
        moq,
        low,
        high,
        _BOOLEANS[ships_single],
        daily_capacity,
        rating,
        visit_min,
        lat,
        lon,
        note,
        source,
        as_of,
        _unlisted(inferred),
    )


def search_text(code: str, facts: Sequence[Any], supplier: Supplier | None) -> str:
    """The search column: all that somebody may type, folded."""
    name_zh, name_en, categories, keywords, district, booth, note, source = _SEARCHED(facts)
    who = f"{supplier.name} {supplier.contact or ''}" if supplier else ""
    return folded(
        f"{name_zh or ''} {name_en or ''}{AFTER_NAMES}{categories or ''}{AFTER_CATEGORIES}{keywords or ''} {who}"
        f" {code} {_ZH.get(district, '')} {booth or ''} {note or ''} {source or ''}"
    )


_SEARCHED = itemgetter(
    *map(FACTS.index, ("name_zh", "name_en", "categories", "keywords", "district", "booth", "note", "source"))
)


def folded(text: str) -> str:
    """One spelling for full and half width, upper and lower case."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()


# SQLite's module takes plain strings and integers at once and asks around for a way with everything else.
_PLAIN: dict[object, str | int | None] = {
    None: None,
    False: 0,
    True: 1,
    **{name: str(name.value) for names in (District, StallKind) for name in names},
}
_DISTRICTS: dict[str | None, District | None] = {None: None, **{str(district): district for district in District}}
_KINDS: dict[str | None, StallKind | None] = {None: None, **{str(kind): kind for kind in StallKind}}
_BOOLEANS: dict[int | None, bool | None] = {None: None, 0: False, 1: True}
_ZH: dict[str | None, str] = {str(district): name for district, name in DISTRICT_ZH.items()}


def stall_fact(name: str, value: Any) -> object:  # noqa: ANN401 -- any column's
    """One column as the value that it stands for."""
    reader = _READERS.get(name)
    return reader(value) if reader else value


@lru_cache(maxsize=4096)
def _listed(items: tuple[object, ...]) -> str | None:
    return json.dumps(items, ensure_ascii=False) if items else None


@lru_cache(maxsize=4096)
def _unlisted(text: str | None) -> tuple[Any, ...]:
    return tuple(json.loads(text)) if text else ()


@lru_cache(maxsize=2048)
def _clock(value: time | None) -> str | None:
    return None if value is None else value.isoformat()


@lru_cache(maxsize=2048)
def _unclock(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


_READERS: dict[str, Callable[[Any], object]] = {
    "district": District,
    "kind": StallKind,
    **dict.fromkeys(("categories", "keywords", "closed_on", "inferred"), _unlisted),
    **dict.fromkeys(("opens", "closes"), _unclock),
    **dict.fromkeys(("alliance", "introduction", "appointment", "ships_single"), bool),
}
