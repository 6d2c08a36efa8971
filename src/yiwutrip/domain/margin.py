"""What a piece sold on air leaves, and whether the factory can follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.domain.sample import SampleTaken


@dataclass(frozen=True, slots=True)
class Margin:
    """
    What one piece leaves at the live price.

    Attributes:
        fen: None as soon as one of the parts is unknown: a missing cost gives no margin, not a wonderful one.
        permille: of the live price; None likewise, and where the live price is 0.
        unknown: names of the parts that are unknown, as the sample's JSON has them.

    """

    fen: int | None
    permille: int | None
    unknown: tuple[str, ...] = ()


def margin(taken: SampleTaken) -> Margin:
    """
    Live price less goods, commission, freight to the customer, packaging, and the sample's fee.

    The commission is rounded up to whole fen. The first order carries the fee: it is spread over MOQ pieces, rounded
    up. A deposit is no cost, it comes back.
    """
    quote = taken.quote
    parts = {
        "live_price_fen": quote.live_price_fen,
        "unit_price_fen": quote.price_fen,
        "commission_permille": quote.commission_permille,
        "freight_fen": quote.freight_fen,
        "packaging_fen": quote.packaging_fen,
        "fee_fen": taken.fee_fen,
    }
    if taken.fee_fen:
        parts["moq"] = quote.moq or None
    unknown = tuple(name for name, value in parts.items() if value is None)
    if unknown:
        return Margin(None, None, unknown)
    known = {name: value for name, value in parts.items() if value is not None}
    live = known["live_price_fen"]
    commission = _divide_up(live * known["commission_permille"], 1000)
    fee = _divide_up(known["fee_fen"], known["moq"]) if known["fee_fen"] else 0
    left = live - known["unit_price_fen"] - commission - known["freight_fen"] - known["packaging_fen"] - fee
    return Margin(left, left * 1000 // live if live else None)


def days_to_fill(daily_capacity: int | None, pieces: int) -> int | None:
    """Days in which the factory makes so many pieces; None where its capacity is not known or nothing."""
    return _divide_up(pieces, daily_capacity) if daily_capacity else None


def _divide_up(amount: int, by: int) -> int:
    return -(-amount // by)
