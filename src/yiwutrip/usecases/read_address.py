"""What an address says, and what follows from it."""

from __future__ import annotations

from yiwutrip.market.address import AddressReading, parse_address


def read_address(text: str) -> AddressReading:
    """Read an address as people write it; doubts and contradictions are among its problems."""
    return parse_address(text)
