"""Where everybody is in the middle of a trip."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwutrip.planner.walls import Presence


@dataclass(frozen=True, slots=True)
class Here:
    """
    The state from which the rest is planned.

    Attributes:
        begins: when and where each can go on.
        fed: who has had the meal of which day.
        load_g: what each carries.
        now_s: the moment itself, on the trip's clock; who is not free by then is on the trip all the same. None before
            it begins.

    """

    begins: Mapping[str, Presence]
    fed: frozenset[tuple[int, str]] = frozenset()
    load_g: Mapping[str, int] = field(default_factory=dict)
    now_s: int | None = None
