"""Cells that hold one part of an address: a district, a floor, a gate, a street, a unit, a booth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.address import DISTRICT_ZH, District
from yiwutrip.ingest.stall_list.faults import CellError
from yiwutrip.ingest.stall_list.words import checked, says_nothing, short_words
from yiwutrip.market.address import parse_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwutrip.domain.address import Address

LONGEST_BOOTH: Final = 60
_LONGEST_PART: Final = 30
DISTRICTS: Final = {
    **{district.lower(): district for district in District},
    **{name: district for district, name in DISTRICT_ZH.items()},
    **{str(number): District(f"D{number}") for number in range(1, 7)},
}
_WHOLE: Final = re.compile(r"\d{1,3}(?:\.0+)?")
_SHORT_NAME: Final = re.compile(r"(?=.*[^\W\d_])\w{1,12}")
_FLOOR: Final = re.compile(r"(?:f|l)?(\d{1,2})(?:f|l|楼|层)?(?:\.0+)?|(-\d|b\d)f?")
_BOOTH: Final = re.compile(r"[\w\-/,.&+#()*~ ]+")
_BOOTH_NOUN: Final = re.compile(
    r"^(?:商位|摊位|店面|铺位|商铺|档口|booth|shop|stall|no)[号.:# ]*|号?(?:商位|摊位|店面|铺位|商铺|档口)$|号$",
    re.IGNORECASE,
)
_USUAL_BOOTH: Final = re.compile(r"(?:[A-Z]\d?F?-)?\d{4,6}[A-Z]?(?:-\d{1,3}[A-Z]?)?", re.ASCII)
_DATE_IN_BOOTH: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?:T.*)?|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Za-z]{3}"
)
_SCIENTIFIC: Final = re.compile(r"\d(?:\.\d+)?E\+?\d+")


def read_district(text: str) -> District | None:
    """A district by code, number or any of the names that the address parser knows."""
    words = short_words(text)
    if words in DISTRICTS:
        return DISTRICTS[words]
    if says_nothing(words):
        return None
    district = parse_address(words).address.district
    if district is None:
        raise CellError("unknown-district", allowed=", ".join(District))
    return district


def read_floor(text: str) -> int | None:
    """A floor: ``3``, ``3F``, ``三楼``, ``B1``, ``-1``."""
    words = short_words(text)
    match = _FLOOR.fullmatch(words)
    floor = None
    if match:
        floor = int(match[1]) if match[1] else -int(match[2][1:])
    elif says_nothing(words):
        return None
    else:
        floor = parse_address(words).address.floor
    if not floor or not -3 <= floor <= 30:
        raise CellError("bad-floor")
    return floor


def read_gate(text: str) -> int | str | None:
    """A gate's number, or its name where it has one only (西门)."""
    return _numbered(text, _GATE)


def read_street(text: str) -> int | str | None:
    """A street's number, or its name where it has one only (中街, or a letter)."""
    return _numbered(text, _STREET)


def read_unit(text: str) -> int | None:
    """A unit's number."""
    unit = _numbered(text, _UNIT)
    if isinstance(unit, str):
        raise CellError(_UNIT.code)
    return unit


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that is numbered: its words, how to take it out of an address, and the code of what is none."""

    zh: str
    en: str
    said: Callable[[Address], int | str | None]
    code: str


_GATE: Final = _Part("门", "gate", lambda found: found.gate or found.gate_name, "bad-gate")
_STREET: Final = _Part("街", "street", lambda found: found.street or found.street_name, "bad-street")
_UNIT: Final = _Part("单元", "unit", lambda found: found.unit, "bad-unit")


def _numbered(text: str, part: _Part) -> int | str | None:
    """A bare number, or what the address parser makes of the words, or a short name as it stands."""
    words = short_words(text)
    if _WHOLE.fullmatch(words):
        number = int(float(words))
        if number < 1:
            raise CellError(part.code)
        return number
    if says_nothing(words):
        return None
    if words.startswith("-") or len(words) > _LONGEST_PART:
        raise CellError(part.code)
    for attempt in (words, words + part.zh, f"{words} {part.en}"):
        said = part.said(parse_address(attempt).address)
        if said:
            return said
    if _SHORT_NAME.fullmatch(words):
        return words.upper()
    raise CellError(part.code)


def read_booth(text: str) -> str | None:
    """A booth's number as on its sign, in upper case; several are joined by commas."""
    if _USUAL_BOOTH.fullmatch(text):
        return text
    text = checked(text, LONGEST_BOOTH)
    booth = _BOOTH_NOUN.sub("", short_words(text)).removesuffix(".0")
    booth = re.sub(r"[;、,\s]+", ",", booth).upper().strip(",")
    if says_nothing(booth):
        return None
    if _DATE_IN_BOOTH.fullmatch(text):
        raise CellError("date-in-booth")
    if _SCIENTIFIC.fullmatch(booth):
        raise CellError("booth-as-number")
    if not booth.strip("0"):
        return None
    if not _BOOTH.fullmatch(booth) or not any(char.isalnum() for char in booth):
        raise CellError("bad-booth")
    return booth
