"""
What the planner takes for granted about people and goods.

None of it is a fact with a source: every figure is a default of ours (set in November 2026) that a caller can replace,
and the ones about time are learned from the trip's own log once there are enough visits.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time
from typing import TYPE_CHECKING, TypeVar

from yiwutrip.domain.trip import MealBreak, Pace
from yiwutrip.market.assumptions import Assumptions as MarketAssumptions
from yiwutrip.market.assumptions import bounds_of, check_numbers
from yiwutrip.market.hours import default_visit_s

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwutrip.domain.stall import Stall


@dataclass(frozen=True, slots=True)
class Goods:
    """What one visit of a category is expected to take: money for samples, weight and volume of what is carried on."""

    spend_fen: int
    weight_g: int
    volume_ml: int


GOODS: tuple[tuple[str, Goods], ...] = (
    ("陶瓷", Goods(3_000, 900, 3_000)),
    ("瓷器", Goods(3_000, 900, 3_000)),
    ("水晶", Goods(3_500, 1_000, 3_000)),
    ("玻璃", Goods(2_500, 1_000, 3_000)),
    ("伞", Goods(2_000, 450, 1_500)),
    ("电", Goods(3_500, 700, 3_500)),
    ("五金", Goods(2_000, 800, 1_500)),
    ("箱包", Goods(4_000, 900, 8_000)),
    ("饰", Goods(1_000, 60, 200)),
    ("玩具", Goods(1_500, 350, 3_000)),
    ("鞋", Goods(3_500, 700, 4_000)),
    ("装", Goods(3_500, 350, 2_000)),
)
"""By a word in the category, the first that fits."""


_WALK, _WALK_BOUNDS = "walk_limit_s", (600.0, 36_000.0)
_Number = TypeVar("_Number", int, float)


def _between(default: _Number, low: float, high: float) -> _Number:
    """Declare a number that a trip may replace, with the bounds beyond which it must be a slip of the pen."""
    value: _Number = field(default=default, metadata={"low": low, "high": high})
    return value


MEAL = MealBreak(duration_s=2_400, earliest=time(11, 0), latest_end=time(13, 30))


@dataclass(frozen=True, slots=True)
class PlanAssumptions:
    """
    The planner's defaults.

    Attributes:
        market: speeds, visit minutes and how far they stray.
        walk_limit_s: on foot per person and day, by pace.
        day_starts_s: earliest departure from the base in the morning, seconds of the day.
        day_ends_s: back at the base by then, unless a commitment says otherwise.
        half_day_s: where morning and afternoon part.
        meal: where the trip file says nothing about a day.
        drop_s: laying samples down at the car.
        early_s: how long before the first commitment of a day one leaves so as to be there.
        candidates: how many stalls the search considers at most; the best per want, spread over the market.
        goods: expected spend and load of a visit where no category fits.
        by_category: the same by a word in the category, the first that fits.
        full_value_visits: visits of a want that are worth its whole weight.
        decay: what each further one is worth of the one before, down to ``floor`` of the whole.
        meal_spread: sigma of the lognormal factor on a meal's minutes when days are simulated.
        visit_factor: how much longer visits take than planned; learned from the log.
        visit_sigma: sigma of the lognormal factor on visit minutes; None for the market's; learned from the log.

    """

    market: MarketAssumptions = field(default_factory=MarketAssumptions)
    walk_limit_s: Mapping[Pace, int] = field(
        default_factory=lambda: {Pace.RELAXED: 9_000, Pace.NORMAL: 12_600, Pace.BRISK: 16_200}
    )
    day_starts_s: int = _between(7 * 3600 + 1800, 0, 12 * 3600)
    day_ends_s: int = _between(21 * 3600, 15 * 3600, 24 * 3600)
    half_day_s: int = 13 * 3600
    meal: MealBreak = MEAL
    drop_s: int = _between(480, 0, 3600)
    early_s: int = _between(900, 0, 7200)
    candidates: int = _between(400, 20, 2000)
    goods: Goods = Goods(2_000, 400, 1_500)
    by_category: tuple[tuple[str, Goods], ...] = GOODS
    full_value_visits: int = _between(4, 1, 100)
    decay: float = _between(0.93, 0.1, 1.0)
    floor: float = _between(0.25, 0.0, 1.0)
    meal_spread: float = _between(0.15, 0.0, 1.5)
    visit_factor: float = 1.0
    visit_sigma: float | None = None

    def with_overrides(self, overrides: Mapping[str, float]) -> PlanAssumptions:
        """
        These with a trip's own numbers in their place, the market's among them.

        ``walk_limit_s`` holds for every pace. What is counted stays whole.

        Raises:
            BadInputError: ``assumptions-bad``; its problems name every unknown name and every value out of bounds.

        """
        market = bounds_of(MarketAssumptions)
        check_numbers(overrides, {**market, **bounds_of(PlanAssumptions), _WALK: _WALK_BOUNDS})
        own = {
            name: type(getattr(self, name))(value)
            for name, value in overrides.items()
            if name not in market and name != _WALK
        }
        walks = dict.fromkeys(Pace, round(overrides[_WALK])) if _WALK in overrides else self.walk_limit_s
        said = {name: value for name, value in overrides.items() if name in market}
        return replace(self, market=replace(self.market, **said), walk_limit_s=walks, **own)

    def service_s(self, stall: Stall, pace: Pace) -> int:
        """How long a visit is planned to take."""
        return max(1, round(default_visit_s(stall, pace, self.market) * self.visit_factor / 60)) * 60

    def goods_of(self, stall: Stall) -> Goods:
        """What a visit is expected to take along."""
        for word, goods in self.by_category:
            if any(word in category for category in stall.categories):
                return goods
        return self.goods
