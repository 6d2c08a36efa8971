"""A stall that nobody had on a list, from what its sign says."""

from __future__ import annotations

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.stall import Stall, stall_code
from yiwutrip.market.address import parse_address


def new_stall(text: str) -> Stall:
    """
    A stall at the address that the text says; what follows from its booth number is filled in.

    Raises:
        BadInputError: ``new-stall-nowhere``: no district, or neither booth nor gate.

    """
    address = parse_address(text.replace("-", " ")).best
    if address.district is None or not (address.booth or address.gate or address.gate_name):
        raise BadInputError("new-stall-nowhere", name=text)
    return Stall(stall_code(address), address)
