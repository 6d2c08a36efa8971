"""
Which gates, floors and letters belong to which district.

Source: 1,631 stalls of a public listing (November 2026) and 140 addresses of market sites (2026): every gate that more
than one of them names lies in these ranges. The ends of D5 and of D6 are not attested: they are assumptions.
"""

from __future__ import annotations

from dataclasses import dataclass

from yiwutrip.domain.address import District

GATES: dict[District, range] = {
    District.D1: range(1, 19),
    District.D1E: range(1, 19),
    District.D2: range(19, 51),
    District.D3: range(51, 71),
    District.D4: range(71, 94),
    District.D5: range(94, 119),
    District.D6: range(119, 300),
    District.HUANGYUAN: range(1, 40),
}
"""Numbered gates by district. The trade city counts through, D1E and 篁园 have numbers of their own."""

TOP_FLOOR: dict[District, int] = {
    District.D1: 5,
    District.D1E: 5,
    District.D2: 5,
    District.D3: 5,
    District.D4: 6,
    District.D5: 6,
    District.D6: 6,
    District.HUANGYUAN: 9,
    District.BINWANG: 9,
    District.SHENGCHAN: 9,
    District.BEIXIAZHU: 9,
}
"""The highest floor that an address can sensibly name; roofs and towers counted in."""

ZONE_DISTRICT: dict[str, District] = {
    "A": District.D1,
    "B": District.D1,
    "C": District.D1,
    "D": District.D1,
    "E": District.D1,
    "F": District.D2,
    "G": District.D2,
    "H": District.D3,
}
"""The letter zones of the first phases (market sites, 2026): A to E stand in D1, F and G in D2, H in D3."""

STREETS: dict[District, int] = {
    District.D1: 13,
    District.D1E: 8,
    District.D2: 12,
    District.D3: 14,
    District.D4: 30,
    District.D5: 13,
}
"""The highest number of a street on floors 1 to 3."""


@dataclass(frozen=True, slots=True)
class LowStreets:
    """Streets 1 to ``last`` lie at the odd gates of ``gates``, the higher ones at the even gates."""

    last: int
    gates: range


LOW_STREETS: dict[District, LowStreets] = {
    District.D1: LowStreets(6, range(1, 19)),
    District.D2: LowStreets(6, range(19, 51)),
    District.D3: LowStreets(7, range(51, 67)),
    District.D4: LowStreets(15, range(71, 94)),
    District.D5: LowStreets(6, range(94, 119)),
}
"""Of 1,064 stalls on floors 1 to 3 that name gate and street, 1.4 % disagree by more than the street in the middle."""

TRADE_CITY = (District.D1, District.D1E, District.D2, District.D3, District.D4, District.D5, District.D6)


def gates_of(district: District) -> range | None:
    """The numbers that a gate of this district can have; None where its gates are not known."""
    return GATES.get(district)


def district_of_gate(gate: int) -> District | None:
    """The hall of the trade city whose gates include this number; None for no such gate."""
    return next((district for district in TRADE_CITY if gate in GATES[district]), None)
