"""
What a column of a stall list can be, and by which headers it is known.

The headers are in ``headers.txt``. They are compared after `header_key`: full width, case, blanks, punctuation and what
stands in brackets do not count.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Final


class Field(StrEnum):
    """
    The canonical columns of docs/data-format.md, and five that stand for two at once or for nothing.

    PRICE is a range (``3.5-5``), HOURS both ends of the day (``9:00-17:00``), NAME a name in either language,
    CONTACT_PHONE a person with a number, IGNORED a
    column that is known to hold nothing of use (a running number, an earlier import's ``problem``).
    """

    DISTRICT = "district"
    FLOOR = "floor"
    GATE = "gate"
    STREET = "street"
    UNIT = "unit"
    BOOTH = "booth"
    ADDRESS = "address"
    NAME_ZH = "name_zh"
    NAME_EN = "name_en"
    SUPPLIER = "supplier"
    CONTACT = "contact"
    PHONE = "phone"
    WECHAT = "wechat"
    CATEGORY = "category"
    KEYWORDS = "keywords"
    KIND = "kind"
    OPENS = "opens"
    CLOSES = "closes"
    CLOSED_ON = "closed_on"
    ALLIANCE = "alliance"
    INTRODUCTION = "introduction"
    APPOINTMENT = "appointment"
    MOQ = "moq"
    PRICE_LOW = "price_low"
    PRICE_HIGH = "price_high"
    SHIPS_SINGLE = "ships_single"
    DAILY_CAPACITY = "daily_capacity"
    RATING = "rating"
    VISIT_MIN = "visit_min"
    LAT = "lat"
    LON = "lon"
    DATUM = "datum"
    NOTE = "note"
    SOURCE = "source"
    AS_OF = "as_of"
    PRICE = "price"
    HOURS = "hours"
    CONTACT_PHONE = "contact_phone"
    IGNORED = "ignored"


PLACE_FIELDS: Final = (Field.DISTRICT, Field.FLOOR, Field.GATE, Field.STREET, Field.UNIT, Field.BOOTH, Field.ADDRESS)
"""What a stall's code is made from; a doubt about one of them is worth a question."""

_BRACKETS: Final = re.compile(r"[(\[【<{「].*?[)\]】>}」]")
_NOT_WORD: Final = re.compile(r"[\W_]+")
_BETWEEN_NAMES: Final = re.compile(
    r"[/\n]|(?<=[\u4e00-\u9fff])[\s_-]*(?=[A-Za-z])|(?<=[A-Za-z])[\s_-]*(?=[\u4e00-\u9fff])"
)
_FOREIGN: Final = re.compile(r"usd|us\$|\$|€|£|eur\b|gbp|美元|美金|欧元|港币|hkd|fob|cif", re.IGNORECASE)
_PRICES: Final = (Field.PRICE, Field.PRICE_LOW, Field.PRICE_HIGH)
_UNIT_AT_END: Final = re.compile(r"/?(?:单位)?(?:元|rmb|cny|yuan|￥|¥)$")


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """What a header means; ``rank`` is lower the clearer the header is."""

    field: Field
    rank: int


def header_key(text: str) -> str:
    """A header as it is compared."""
    even = unicodedata.normalize("NFKC", text[:200]).lower()
    bare = _NOT_WORD.sub("", _UNIT_AT_END.sub("", _BRACKETS.sub("", even).strip()))
    # A header that stands in brackets as a whole is its own content.
    return bare or _NOT_WORD.sub("", even)


def _meanings() -> dict[str, HeaderMeaning]:
    known: dict[str, HeaderMeaning] = {}
    for line in resources.files(__package__).joinpath("headers.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, *headers = line.split("|")
        field = Field(name)
        known[header_key(name)] = HeaderMeaning(field, 0)
        for rank, header in enumerate(headers, start=1):
            known.setdefault(header_key(header), HeaderMeaning(field, rank))
    return known


MEANINGS: Final = _meanings()


def meaning_of(header: str) -> HeaderMeaning | None:
    """
    What a header means, None where it is not known.

    Of a header in two languages or of two names (电话 Tel, Mobile/WhatsApp) the first known one counts. A price in
    another currency is none that could be stored.
    """
    key = header_key(header)
    names = [key, key.removesuffix("列"), *(header_key(name) for name in _BETWEEN_NAMES.split(header[:200]))]
    known = [MEANINGS[name] for name in names if name in MEANINGS]
    found = known[0] if known else None
    if {Field.CONTACT, Field.PHONE} <= {one.field for one in known}:
        found = HeaderMeaning(Field.CONTACT_PHONE, 0)
    foreign = found is not None and found.field in _PRICES and _FOREIGN.search(header[:200])
    return None if foreign else found
