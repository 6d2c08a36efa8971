"""
Reading an address as people write it.

The text is evened out (address_text), cut into what each stretch says (address_grammar), read for the
market (address_place) and for the parts within it (address_parts), and held against what is known of gates and booth
numbers (address_checks).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.problems import Problem
from yiwutrip.market.address_checks import contradictions, what_follows
from yiwutrip.market.address_facts import district_of_gate
from yiwutrip.market.address_grammar import GRAMMAR
from yiwutrip.market.address_parts import Parts, parts_of, settle_east
from yiwutrip.market.address_place import place_of
from yiwutrip.market.address_text import MAX_CHARS, digits_for_letters, even_out
from yiwutrip.market.booths import infer_from_booth

_OWN_TO_YIWU = 18
"""Gate numbers above this prove the trade city: no other mall of the name counts its gates so far up."""


@dataclass(frozen=True, slots=True)
class AddressReading:
    """
    What was understood of a text.

    Attributes:
        address: what was said and nothing else.
        inferred: what was not said and follows from the booth number, the gate or the zone.
        certain: a district was said, it is one of these markets, and nothing speaks against any of it.
        problems: doubts and contradictions, none of them resolved here.

    """

    address: Address
    inferred: Address
    certain: bool
    problems: tuple[Problem, ...] = ()

    @property
    def best(self) -> Address:
        """Said and inferred together; what was said goes first."""
        said, follows = self.address, self.inferred
        return replace(
            said,
            district=said.district or follows.district,
            floor=said.floor if said.floor is not None else follows.floor,
            gate=said.gate if said.gate is not None else follows.gate,
            street=said.street if said.street is not None else follows.street,
        )


def parse_address(text: str) -> AddressReading:
    """
    Read an address, Chinese or English or both, of one of the markets.

    Never raises: what cannot be read gives an empty address with a problem. A text of over 1,000 characters is not
    read.
    """
    if len(text) > MAX_CHARS:
        return _nothing(Problem("address-too-long", params={"chars": len(text), "most": MAX_CHARS}))
    plain, slips = digits_for_letters(even_out(text)[: 2 * MAX_CHARS])
    tokens = GRAMMAR.tokens_of(plain)
    parts = parts_of(tokens)
    place = place_of(plain, tokens, _spoken_for(parts))
    if place.outside:
        return _nothing(Problem("address-outside", value=text.strip()))
    district = settle_east(parts, place.district)
    said = replace(parts.address, district=district)
    if said == Address():
        return _nothing(Problem("address-not-understood", value=text.strip()))
    follows = what_follows(said, tokens)
    misread = (Problem("address-number-looks-like", value=was, params={"right": right}) for was, right in slips)
    problems = (*place.problems, *parts.problems, *misread, *contradictions(said))
    return AddressReading(said, follows, certain=district is not None and not problems, problems=problems)


def _nothing(problem: Problem) -> AddressReading:
    return AddressReading(Address(), Address(), certain=False, problems=(problem,))


def _spoken_for(parts: Parts) -> frozenset[District]:
    """
    Districts that the gate or the booth number speak for, whatever the names say.

    Booths of four digits (D1) are everywhere.
    """
    gate, booth = parts.address.gate, parts.address.booth or ""
    by_gate = district_of_gate(gate) if gate is not None and gate > _OWN_TO_YIWU else None
    by_booth = infer_from_booth(booth) if re.match(r"\D*\d{5}|[A-Z]\d-", booth) else None
    return frozenset(d for d in (by_gate, by_booth and by_booth.district) if d)
