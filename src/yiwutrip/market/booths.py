"""What a booth's number tells about where it is."""

from __future__ import annotations

import re

from yiwutrip.domain.address import Address, District

# district, floor, first and last number; market.md's table.
_RANGES: tuple[tuple[District, int, int, int], ...] = (
    (District.D1, 1, 1, 2999),
    (District.D1, 2, 3000, 5900),
    (District.D1, 3, 6000, 8950),
    (District.D1, 4, 9000, 9500),
    (District.D2, 1, 10000, 12900),
    (District.D2, 2, 12950, 15850),
    (District.D2, 3, 16000, 18900),
    (District.D2, 4, 19000, 19750),
    (District.D3, 1, 21100, 23300),
    (District.D3, 2, 23500, 25900),
    (District.D3, 3, 26000, 28400),
    (District.D3, 4, 28500, 28960),
    (District.D3, 5, 29000, 29400),
    (District.D4, 1, 30100, 32900),
    (District.D4, 2, 34100, 39450),
    (District.D4, 3, 40100, 44450),
    (District.D4, 4, 45200, 49450),
    (District.D4, 5, 50100, 51750),
    (District.D5, 1, 60300, 60800),
    (District.D5, 2, 61100, 63400),
    (District.D5, 3, 64100, 66450),
    (District.D5, 4, 67100, 69520),
    (District.D5, 5, 70300, 71003),
    (District.D6, 1, 71004, 71999),
    (District.D6, 2, 72000, 72999),
    (District.D6, 3, 73000, 73999),
    (District.D6, 4, 74000, 74999),
    (District.D6, 1, 81000, 81999),
    (District.D6, 2, 82000, 82999),
    (District.D6, 3, 83000, 83999),
    (District.D6, 4, 84000, 84999),
    (District.D1E, 1, 101000, 101999),
    (District.D1E, 2, 102000, 102999),
    (District.D1E, 3, 103000, 103999),
    (District.D1E, 4, 104000, 104999),
)


def infer_from_booth(booth: str) -> Address | None:
    """
    What follows from a booth's number alone: district and floor.

    Args:
        booth: as written, several joined by commas; the first one counts.

    Returns:
        An address with what follows and nothing else, None where nothing does.

    """
    first = booth.split(",", maxsplit=1)[0].strip().upper()
    plain = re.fullmatch(r"(?:[A-Z]{1,2}\d?F?-|\d{1,2}F-)?(\d{5,6})[A-Z]?(?:[-/].*)?|(\d{4})[A-Z]?(?:[-/].*)?", first)
    if garment := re.fullmatch(r"Y(\d)-\d{4}[A-Z]?(?:[-/].*)?", first):
        return Address(district=District.HUANGYUAN, floor=int(garment[1]))
    if plain is None:
        return None
    number = int(plain[1] or plain[2])
    for district, floor, low, high in _RANGES:
        if low <= number <= high:
            return Address(district=district, floor=floor)
    return None
