"""How far along and across a strip an address lies, and how far off that may be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.market.booths import infer_from_booth

if TYPE_CHECKING:
    from yiwutrip.market.strip import Strip

MIDDLE_STREET = ("中街", "Middle")


@dataclass(frozen=True, slots=True)
class Reach:
    """
    A place on one axis, in metres.

    Attributes:
        off_m: how far from there it may be; a stall lies somewhere about its gate even where all is said.
        doubt_m: the part of that which comes from something that was not said.

    """

    at_m: float
    off_m: float
    doubt_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Filled:
    """An address with what its booth's number tells, and which parts that was."""

    address: Address
    by_booth: frozenset[str] = frozenset()


def filled(address: Address) -> Filled:
    """Fill in floor, gate and street from the booth's number where nobody said them and the number fits the rest."""
    follows = infer_from_booth(address.booth) if address.booth else None
    if follows is None or follows.district is not address.district:
        return Filled(address)
    if address.floor is not None and follows.floor != address.floor:
        return Filled(address)
    missing = {
        "floor": address.floor is None,
        "gate": address.gate is None and not address.gate_name,
        "street": address.street is None and not address.street_name,
    }
    parts = {name: getattr(follows, name) for name, lacks in missing.items() if lacks and getattr(follows, name)}
    return Filled(replace(address, **parts), frozenset(parts))


def along(known: Filled, strip: Strip) -> Reach:
    """
    Metres along.

    A stall lies within a quarter block of its gate; one that was inferred may be a pair off (``booths`` measures it).
    """
    address, block_m = known.address, strip.fact.block_m
    if address.district is District.D6:
        return _along_d6(address, strip)
    at_m = strip.gate_along_m(address.gate)
    if at_m is not None:
        by_number = block_m / 2 if "gate" in known.by_booth else 0.0
        return Reach(at_m, 0.0 if is_door(address) else block_m / 4 + by_number, by_number)
    name = address.gate_name or ""
    if "南" in name:
        return Reach(0.0, block_m, block_m)
    if "北" in name:
        return Reach(strip.length_m, block_m, block_m)
    return _anywhere(0.0, strip.length_m)


def across(known: Filled, strip: Strip) -> Reach:
    """Metres across: the street's lane, or the middle of the half that the gate opens into."""
    address = known.address
    gate_known = address.gate is not None and strip.gate_along_m(address.gate) is not None
    if address.gate is not None and gate_known and is_door(address):
        return Reach(strip.side_across_m("odd" if address.gate % 2 else "even"), 0.0)
    at_m = strip.street_across_m(address.street)
    if at_m is not None:
        by_number = strip.street_pitch_m if "street" in known.by_booth else 0.0
        return Reach(at_m, strip.street_pitch_m / 4 + by_number, by_number)
    if address.street_name in MIDDLE_STREET:
        return Reach(strip.middle_across_m(), strip.street_pitch_m / 4)
    low, high = (0.0, strip.width_m)
    if address.gate is not None and gate_known:
        low, high = strip.half_across_m(address.gate)
    return _anywhere(low, high)


def is_door(address: Address) -> bool:
    """Whether an address means the gate itself: nothing is said but district and gate."""
    rest = (address.floor, address.street, address.unit, address.booth, address.street_name)
    return address.gate is not None and all(part is None for part in rest)


def _along_d6(address: Address, strip: Strip) -> Reach:
    """
    D6: two halls (booths 7xxxx and 8xxxx) of five units; a unit holds two hundred numbers.

    Inferred from the public listing's structure and from 六区152号门2楼4单元3街72790.
    """
    unit_m = strip.length_m / 10
    booth = (address.booth or "")[:5]
    if len(booth) < 5 or not booth.isdecimal() or booth[0] not in "78":
        return _anywhere(0.0, strip.length_m)
    unit = address.unit or int(booth[2:]) // 200 + 1
    hall_m = strip.length_m / 2 if booth[0] == "8" else 0.0
    return Reach(hall_m + (min(unit, 5) - 0.5) * unit_m, unit_m / 2)


def _anywhere(low_m: float, high_m: float) -> Reach:
    """Nobody said where in a stretch: its middle."""
    half_m = (high_m - low_m) / 2
    return Reach(low_m + half_m, half_m, half_m)
