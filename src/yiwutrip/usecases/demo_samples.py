"""Plausible samples for the demonstration: everything about them is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from yiwutrip.domain.sample import Quote, SampleTaken

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from yiwutrip.domain.stall import Stall

ValueT = TypeVar("ValueT")

VARIANTS = ("青花", "哑光白", "奶黄", "墨绿", "浅灰", "釉里红", "小号", "大号", "礼盒装", "新款")


@dataclass(frozen=True, slots=True)
class _Kind:
    """
    What goods of a category are like.

    Attributes:
        yuan: lowest and highest unit price.
        weight_g: lightest and heaviest piece.
        size_cm: of one piece as packed, roughly.
        fragile: whether it breaks.

    """

    yuan: tuple[float, float]
    weight_g: tuple[int, int]
    size_cm: tuple[int, int, int]
    fragile: bool


KINDS = {
    "陶瓷": _Kind((4, 90), (250, 1800), (22, 16, 12), fragile=True),
    "水晶玻璃": _Kind((6, 60), (300, 1500), (20, 14, 14), fragile=True),
    "小家电": _Kind((9, 80), (180, 1600), (22, 18, 12), fragile=False),
    "雨伞": _Kind((9, 32), (280, 520), (32, 7, 7), fragile=False),
    "包装": _Kind((0.6, 9), (30, 300), (30, 22, 2), fragile=False),
}
OTHER = _Kind((3, 40), (100, 900), (20, 15, 10), fragile=False)


def invent_samples(stall: Stall, count: int, day: date, draw: Random) -> list[SampleTaken]:
    """
    So many different samples from one stall, some with details that nobody asked.

    Args:
        stall: its keywords name the articles.
        count: how many.
        day: on which they were taken.
        draw: chance.

    """
    kind = next((KINDS[category] for category in stall.categories if category in KINDS), OTHER)
    names = draw.sample(VARIANTS, min(count, len(VARIANTS)))
    return [_one(stall, kind, name, day, draw) for name in names]


def _one(stall: Stall, kind: _Kind, variant: str, day: date, draw: Random) -> SampleTaken:
    goods = draw.choice(stall.keywords or stall.categories or ("样品",))
    on_loan = draw.random() < 0.15
    length, width, height = kind.size_cm
    return SampleTaken(
        article=f"{goods} {variant}",
        stall=stall.code,
        quote=_quote(stall, kind, draw),
        pieces=draw.choice((1, 1, 1, 2, 4)),
        weight_g=_maybe(draw, 0.9, round(draw.uniform(*kind.weight_g) / 10) * 10),
        size_cm=(length, width, height),
        fragile=kind.fragile,
        fee_fen=None if on_loan else draw.choice((0, 1000, 1500, 2000, 3000)),
        deposit_fen=draw.choice((5000, 10000, 20000)) if on_loan else None,
        return_by=day + timedelta(days=draw.choice((10, 14, 21))) if on_loan else None,
        want=next(iter(stall.categories), None),
    )


def _quote(stall: Stall, kind: _Kind, draw: Random) -> Quote:
    low = stall.price_low_fen or round(kind.yuan[0] * 100)
    high = max(low, stall.price_high_fen or round(kind.yuan[1] * 100))
    carton_qty = draw.choice((12, 24, 36, 48, 60))
    price_fen = draw.randint(low, high) // 10 * 10 or low
    return Quote(
        price_fen=_maybe(draw, 0.94, price_fen),
        per="个",
        moq=_maybe(draw, 0.9, stall.moq or draw.choice((50, 100, 200, 300, 500))),
        carton_qty=_maybe(draw, 0.85, carton_qty),
        carton_cm=_maybe(draw, 0.6, (draw.choice((48, 52, 60)), draw.choice((36, 40)), draw.choice((30, 35, 40)))),
        lead_days=_maybe(draw, 0.5, draw.choice((7, 10, 15, 20))),
    )


def _maybe(draw: Random, share: float, value: ValueT) -> ValueT | None:
    """The value, or nothing where nobody asked."""
    return value if draw.random() < share else None
