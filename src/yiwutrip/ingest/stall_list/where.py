"""Where a stall is: what the columns say, what the address says, and what follows from a booth's number or a gate's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.address import Address
from yiwutrip.domain.problems import Problem
from yiwutrip.market.address import parse_address
from yiwutrip.market.address_checks import contradictions
from yiwutrip.market.address_facts import district_of_gate
from yiwutrip.market.booths import infer_from_booth

if TYPE_CHECKING:
    from yiwutrip.market.address import AddressReading

_PARTS: Final = ("district", "floor", "gate", "street", "unit", "booth", "gate_name", "street_name")
_FATAL: Final = frozenset(["address-outside", "address-too-long"])
_TYPING_ERROR: Final = "address-booth-looks-like"
_NOTHING: Final = Address()


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """
    An address that is good enough for a stall, or why there is none.

    Attributes:
        inferred: parts that nobody stated.
        refused: why the row cannot go in; None where it can.
        doubts: what the address says that does not fit together; the row goes in all the same.

    """

    address: Address
    inferred: tuple[str, ...] = ()
    refused: Problem | None = None
    doubts: tuple[Problem, ...] = ()


def locate(columns: Address, text: str | None) -> Whereabouts:
    """
    Put together what is said of a stall's place.

    Args:
        columns: what the list's own columns say; goes first.
        text: the address in one cell, None where there is none.

    """
    reading = parse_address(text) if text else None
    if reading and columns == _NOTHING and _is_fatal(reading):
        return Whereabouts(_NOTHING, refused=reading.problems[0])
    said = columns
    if reading:
        gaps = {part: getattr(reading.address, part) for part in _PARTS if getattr(columns, part) is None}
        said = replace(columns, **gaps)
    address, inferred = _completed(said, reading)
    if address.district is None:
        unread = reading.problems[0] if reading and reading.problems else Problem("no-district")
        return Whereabouts(said, refused=unread)
    if not (address.booth or address.gate is not None or address.gate_name):
        return Whereabouts(said, refused=Problem("no-booth-or-gate"))
    return Whereabouts(address, inferred, doubts=reading.problems if reading else ())


def weigh(found: Whereabouts) -> Whereabouts:
    """
    Hold the parts of an address against each other.

    What does not fit together is a doubt, and the stall goes in: lists are often wrong about a floor or a gate and
    right about the rest. A letter for a digit (1783O) is refused: no such booth exists.
    """
    doubts = {problem.code: problem for problem in (*found.doubts, *contradictions(found.address))}
    if typed := doubts.get(_TYPING_ERROR):
        return replace(found, refused=typed)
    return replace(found, doubts=tuple(doubts.values()))


def _is_fatal(reading: AddressReading) -> bool:
    return any(problem.code in _FATAL for problem in reading.problems)


def _completed(said: Address, reading: AddressReading | None) -> tuple[Address, tuple[str, ...]]:
    """
    Fill in district and floor, on which a stall's code hangs.

    Gate and street are left to those who place the stall in the market, who weigh the booth's number afresh each time.
    """
    if said.district is not None and said.floor is not None:
        return said, ()
    follows = infer_from_booth(said.booth) if said.booth else None
    if follows is None and reading:
        follows = reading.inferred
    inferred = []
    if said.district is None:
        district = follows.district if follows else None
        if district is None and said.gate is not None and (reading is None or not reading.problems):
            district = district_of_gate(said.gate)
        if district is not None:
            said = replace(said, district=district)
            inferred.append("district")
    if said.floor is None and follows and follows.floor is not None and follows.district == said.district:
        said = replace(said, floor=follows.floor)
        inferred.append("floor")
    return said, tuple(inferred)
