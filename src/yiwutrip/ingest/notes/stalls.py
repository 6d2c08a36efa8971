"""The stall that a note names before it speaks of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiwutrip.ingest.notes.pieces import COUNTED
from yiwutrip.market.address import parse_address
from yiwutrip.market.booths import infer_from_booth

_CODE = re.compile(
    r"\s*((?:D[1-6]E?|HUANGYUAN|BINWANG|SHENGCHAN|BEIXIAZHU)-[A-Z\d][\w/-]*)(?=[\s,:;]|$)", re.IGNORECASE
)
_LABELLED = re.compile(
    r"\s*(?:商位号?|摊位号?|店铺|铺位|档口|店|booth|stall|shop|@|#)\s*[:#.]?\s*([A-Za-z]?\d[\w/-]{2,12})(?:号)?[\s,:;]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\s*(\d{4,6}[A-Za-z]?(?:-\d{1,2})?)(?:号)?(?:商位|店铺?|摊位)?(?:\s*[,:;]\s*|\s+|$)(?!\s*(?:[-~*x×\d]|"
    + COUNTED
    + "))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\s*([^\s,;]*[区门楼街][^\s,;]*(?:\s+[^\s,;]*[区门楼街号][^\s,;]*)*(?:\s+\d{4,6}[A-Za-z]?)?)(?:[\s,:;]+|$)"
)
_SURE_DIGITS = 5
_PART_OF_ADDRESS = re.compile(r"[区门楼街]|floor|gate|street|district", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedStall:
    """A stall as named, and where the rest of the text begins."""

    stall: str
    end: int
    certain: bool


def stall_at_start(text: str) -> NamedStall | None:
    """The code, booth or address that a text begins with; None where it begins with something else."""
    if code := _CODE.match(text):
        return NamedStall(code[1].upper(), code.end(), certain=True)
    if labelled := _LABELLED.match(text):
        return NamedStall(labelled[1].upper(), labelled.end(), certain=True)
    number = _NUMBER.match(text)
    if number is not None and infer_from_booth(number[1]) is not None:
        certain = len(re.sub(r"\D.*", "", number[1])) >= _SURE_DIGITS
        return NamedStall(number[1].upper(), number.end(), certain=certain)
    if address := _ADDRESS.match(text):
        reading = parse_address(address[1])
        if reading.address.booth and (reading.best.district is not None):
            return NamedStall(reading.address.booth, address.end(), certain=reading.certain)
    return None


def stall_within(text: str) -> str | None:
    """The booth of an address that stands anywhere in a message: 我去三区59门三楼2街27449."""
    if not _PART_OF_ADDRESS.search(text):
        return None
    reading = parse_address(text)
    one = reading.address.booth if reading.best.district is not None else None
    return one if one and "," not in one else None
