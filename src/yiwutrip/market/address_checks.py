"""An address against what is known: what follows from it, and what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.problems import Problem
from yiwutrip.market.address_facts import TOP_FLOOR, TRADE_CITY, ZONE_DISTRICT, district_of_gate, gates_of
from yiwutrip.market.address_grammar import Kind
from yiwutrip.market.booths import infer_from_booth

if TYPE_CHECKING:
    from yiwutrip.market.address_tokens import Token


def what_follows(said: Address, tokens: list[Token]) -> Address:
    """What was not said and can be told from the booth number, the gate or the zone's letter."""
    from_booth = (infer_from_booth(said.booth) if said.booth else None) or Address()
    agrees = said.district is None or said.district == from_booth.district
    district = from_booth.district or _from_gate(said) or _from_zone(tokens)
    return Address(
        district=district if said.district is None else None,
        floor=from_booth.floor if said.floor is None and agrees else None,
    )


def _from_gate(said: Address) -> District | None:
    return None if said.gate is None else district_of_gate(said.gate)


def _from_zone(tokens: list[Token]) -> District | None:
    letters = [t.first("n") or "" for t in tokens if t.kind is Kind.ZONE]
    return next((ZONE_DISTRICT[x.upper()] for x in letters if x.upper() in ZONE_DISTRICT), None)


def contradictions(said: Address) -> list[Problem]:
    """Parts of an address that cannot all be right."""
    found: list[Problem] = []
    district = said.district
    if district is not None and said.gate is not None:
        gates = gates_of(district)
        if gates is not None and said.gate not in gates:
            other = district_of_gate(said.gate) if district in TRADE_CITY else None
            found.append(
                Problem(
                    "address-gate-not-of-district",
                    value=str(said.gate),
                    params={"gate": said.gate, "district": str(district), "belongs": str(other or "?")},
                )
            )
    if district is not None and said.floor is not None and not -3 <= said.floor <= TOP_FLOOR[district]:
        found.append(Problem("address-no-such-floor", value=str(said.floor), params={"district": str(district)}))
    return found + _booth_contradictions(said)


def _booth_contradictions(said: Address) -> list[Problem]:
    told = infer_from_booth(said.booth) if said.booth else None
    if told is None:
        return []
    if said.district is not None and told.district not in {None, said.district}:
        params = {"booth": said.booth, "district": str(said.district), "belongs": str(told.district)}
        return [Problem("address-booth-not-of-district", value=said.booth, params=params)]
    if said.floor is not None and told.floor not in {None, said.floor}:
        floors: dict[str, object] = {"booth": said.booth, "floor": said.floor, "belongs": told.floor}
        return [Problem("address-booth-not-of-floor", value=said.booth, params=floors)]
    return []
