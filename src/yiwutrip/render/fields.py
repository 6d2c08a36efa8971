"""One field of a record, told by itself: what people call it, and its value in their units and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.sample import SampleStatus
from yiwutrip.render.plain_data import plain
from yiwutrip.render.values import money

if TYPE_CHECKING:
    from yiwutrip.domain.words import Words

LONGEST = 60
HIDDEN = frozenset({"status_at"})
"""What the program notes beside a change, and nobody said."""
FIELDS = frozenset(
    {
        "article",
        "stall",
        "price_fen",
        "moq",
        "carton_qty",
        "carton_cm",
        "weight_g",
        "fee_fen",
        "deposit_fen",
        "return_by",
        "status",
        "fragile",
        "pieces",
        "box",
        "note",
        "material",
        "added",
        "updated",
    }
)
"""What people change most and know by a name; the rest is told by its key."""


def field_label(name: str, words: Words) -> str:
    """What people call it."""
    return words(f"field.{name}") if name in FIELDS else name


def field_value(name: str, value: object, words: Words) -> str:
    """On one line: money in yuan, a status in words, ``-`` for nothing."""
    if value is None:
        return "-"
    if name.endswith("_fen") and isinstance(value, int):
        return money(value, words)
    if name == "status" and value in set(SampleStatus):
        return words(f"sample.status-{value}")
    text = " ".join(str(plain(value)).split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
