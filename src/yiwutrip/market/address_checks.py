"""An address against what is known: what follows from it, and what speaks against it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.problems import Problem
from yiwutrip.market.address_facts import (
    LOW_STREETS,
    STREETS,
    TOP_FLOOR,
    TRADE_CITY,
    ZONE_DISTRICT,
    district_of_gate,
    gates_of,
)
from yiwutrip.market.address_kinds import Kind
from yiwutrip.market.address_text import LETTER_FOR_DIGIT
from yiwutrip.market.booths import infer_from_booth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.tokens import Token

_TWO_PAIRS = 10
"""Gates farther apart than this lie three pairs or more apart; 0.3 % of the listing do from what is inferred."""
_FAR_STREETS = {District.D4: 15}
_FAR = 8
"""Streets farther off than this contradict the booth number; 1 % of the listing's stalls do."""
_HALL_FLOORS = range(1, 4)
"""Floors whose streets and gates follow the plan of the halls; the outlets above have streets of their own."""


def what_follows(said: Address, tokens: list[Token[Kind]]) -> Address:
    """What was not said and can be told from the booth number, the gate or the zone's letter."""
    told = _told(said) or Address()
    district = told.district or (district_of_gate(said.gate) if said.gate else None) or _of_zone(tokens)
    if said.district is not None and said.district != told.district:
        return Address()
    same_floor = said.floor is None or said.floor == told.floor
    return Address(
        district=district if said.district is None else None,
        floor=told.floor if said.floor is None else None,
        gate=told.gate if same_floor and said.gate is None else None,
        street=told.street if same_floor and said.street is None and said.street_name is None else None,
    )


def _told(said: Address) -> Address | None:
    """What the booth's number tells; the markets outside count their booths in ways of their own."""
    told = infer_from_booth(said.booth) if said.booth else None
    if told is None or said.district is None or said.district in TRADE_CITY or said.district is told.district:
        return told
    return None


def _of_zone(tokens: list[Token[Kind]]) -> District | None:
    letters = [(t.first("n") or "").upper() for t in tokens if t.kind is Kind.ZONE]
    return next((ZONE_DISTRICT[letter] for letter in letters if letter in ZONE_DISTRICT), None)


def contradictions(said: Address) -> tuple[Problem, ...]:
    """What in an address cannot all be right."""
    return (*_of_the_district(said), *_of_the_booth(said), *_misread(said))


def _of_the_district(said: Address) -> Iterator[Problem]:
    district = said.district
    if district is None:
        return
    gates = gates_of(district)
    if said.gate is not None and gates is not None and said.gate not in gates:
        other = district_of_gate(said.gate) if district in TRADE_CITY else None
        params = {"gate": said.gate, "district": district, "belongs": other or "?"}
        yield Problem("address-gate-not-of-district", value=str(said.gate), params=params)
    if said.floor is not None and not -3 <= said.floor <= TOP_FLOOR[district]:
        yield Problem("address-no-such-floor", value=str(said.floor), params={"district": district})
    if said.street is not None and district in STREETS and said.floor in _HALL_FLOORS:
        if said.street > STREETS[district]:
            params = {"street": said.street, "district": district, "last": STREETS[district]}
            yield Problem("address-no-such-street", value=str(said.street), params=params)
        elif said.gate is not None and _other_half(district, said.gate, said.street):
            yield Problem("address-street-not-at-gate", params={"street": said.street, "gate": said.gate})


def _other_half(district: District, gate: int, street: int) -> bool:
    """Odd gates open into the low streets, even ones into the high streets; the one in the middle serves both."""
    low = LOW_STREETS.get(district)
    if low is None or gate not in low.gates:
        return False
    return street > low.last + 1 if gate % 2 else street < low.last


def _of_the_booth(said: Address) -> Iterator[Problem]:
    told = _told(said)
    if told is None:
        return
    others = [n for n in re.findall(r"\d{5,6}", said.booth or "") if _district_told(n) not in {None, told.district}]
    if others:
        of_others = {"booth": others[0], "district": told.district, "belongs": _district_told(others[0])}
        yield Problem("address-booth-not-of-district", value=others[0], params=of_others)
    params: dict[str, object] = {"booth": said.booth}
    if said.district not in {None, told.district}:
        params |= {"district": said.district, "belongs": told.district}
        yield Problem("address-booth-not-of-district", value=said.booth, params=params)
    elif said.floor not in {None, told.floor}:
        params |= {"floor": said.floor, "belongs": told.floor}
        yield Problem("address-booth-not-of-floor", value=said.booth, params=params)
    elif said.gate and told.gate and told.district in LOW_STREETS and abs(said.gate - told.gate) > _TWO_PAIRS:
        yield Problem(
            "address-booth-not-at-gate", value=said.booth, params=params | {"gate": said.gate, "belongs": told.gate}
        )
    elif (
        said.street
        and told.street
        and abs(said.street - told.street) > _FAR_STREETS.get(told.district or District.D1, _FAR)
    ):
        params |= {"street": said.street, "belongs": told.street}
        yield Problem("address-booth-not-in-street", value=said.booth, params=params)


def _district_told(booth: str) -> District | None:
    told = infer_from_booth(booth)
    return told.district if told else None


def _misread(said: Address) -> Iterator[Problem]:
    """Letters that stand where digits must: 1783O is 17830."""
    for booth in (said.booth or "").split(","):
        if re.fullmatch(r"(?=.*[A-Z])(?=(?:.*\d){3})[\dOQILZSB]{4,5}[A-H]?", booth) and not re.fullmatch(
            r"\d{4,5}[A-H]{1,2}", booth
        ):
            right = booth.translate(LETTER_FOR_DIGIT)
            yield Problem("address-booth-looks-like", value=booth, params={"right": right})
