"""A booth's number among the signs that stand around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLAIN = re.compile(r"(?:[A-Z]{1,2}\d?F?-|\d{1,2}F-)?(\d{5,6})[A-Z]?(?:[-/].*)?|(\d{4})[A-Z]?(?:[-/].*)?", re.ASCII)
_GARMENT = re.compile(r"(Y\d)-(\d{4})[A-Z]?(?:[-/].*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class BoothNumber:
    """
    A number within a series that is counted through.

    Attributes:
        series: empty for the trade city, whose numbers run through all districts; ``Y1`` to ``Y8`` for 篁园's floors.

    """

    series: str
    number: int


def booth_number(booth: str) -> BoothNumber | None:
    """
    The number in a booth as written (``F4-19290``, ``22298A``, ``27831-2``, ``Y1-0455A``); the first of several.

    None for codes that do not count through the market, such as ``F1-074`` or ``L3-3080A``.
    """
    first = booth.split(",", maxsplit=1)[0].strip().upper()
    if garment := _GARMENT.fullmatch(first):
        return BoothNumber(garment[1], int(garment[2]))
    plain = _PLAIN.fullmatch(first)
    return BoothNumber("", int(plain[1] or plain[2])) if plain else None
