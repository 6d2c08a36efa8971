"""样品: what was taken at a stall, on what terms, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


class SampleStatus(StrEnum):
    """The life of a sample; ``applied`` is for alliance goods that are sent later."""

    TAKEN = "taken"
    APPLIED = "applied"
    RECEIVED = "received"
    LOST = "lost"
    TRIED = "tried"
    CHOSEN = "chosen"
    REJECTED = "rejected"
    ON_AIR = "on_air"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Quote:
    """
    报价; unknown is None, never 0.

    Attributes:
        price_fen: unit price in fen.
        per: what the price is for (个, 套, 双 ...).
        moq: 起订量, pieces.
        inner_qty: pieces in an inner pack.
        carton_qty: 装箱数, pieces in a carton.
        carton_cm: 箱规, length, width, height of the carton in centimetres.
        gross_g: 毛重 of the carton in grams.
        lead_days: 交期, days.
        live_price_fen: what it would sell for on air.
        commission_permille: the platform's and the streamer's share, in thousandths of the live price.
        freight_fen: for one piece to the customer.
        packaging_fen: for one piece.
        daily_capacity: pieces a day.

    """

    price_fen: int | None = None
    per: str | None = None
    moq: int | None = None
    inner_qty: int | None = None
    carton_qty: int | None = None
    carton_cm: tuple[float, float, float] | None = None
    gross_g: int | None = None
    lead_days: int | None = None
    live_price_fen: int | None = None
    commission_permille: int | None = None
    freight_fen: int | None = None
    packaging_fen: int | None = None
    daily_capacity: int | None = None
    stock: int | None = None
    ships_single: bool | None = None
    relabel: bool | None = None
    certificate: str | None = None


@dataclass(frozen=True, slots=True)
class SampleTaken:
    """
    What the user says when a sample is logged.

    Attributes:
        stall: code; None where it is not known yet (camera first).
        pieces: how many were taken.
        weight_g: of one piece; the manifest multiplies.
        size_cm: of what was taken, packed.
        fee_fen: paid and gone; ``deposit_fen`` comes back with the sample by ``return_by``.

    """

    article: str
    stall: str | None = None
    quote: Quote = field(default_factory=Quote)
    material: str | None = None
    model: str | None = None
    pieces: int = 1
    weight_g: int | None = None
    size_cm: tuple[float, float, float] | None = None
    fragile: bool | None = None
    fee_fen: int | None = None
    deposit_fen: int | None = None
    return_by: date | None = None
    want: str | None = None
    note: str | None = None
    who: str | None = None
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """
    A sample in the log.

    Attributes:
        id: UUID, the same on every device.
        number: printed on its label: the logger's letter and a number that is never reused (``A-001``).
        at: when it was logged.
        box: number of the box it travels in, None where it is not packed.
        status_at: since when it has its status; None for as long as it has been in the log.

    """

    id: str
    number: str
    taken: SampleTaken
    status: SampleStatus
    at: datetime
    box: int | None = None
    status_at: datetime | None = None
