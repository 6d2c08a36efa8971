"""What a caller may choose about planning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yiwutrip.planner.assumptions import PlanAssumptions
from yiwutrip.solver.stop import FirstOf, Iterations, Seconds, Unless

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from yiwutrip.solver.stop import State, Stop

    OnProgress = Callable[[State, int], None]


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """
    How to plan.

    Attributes:
        stop: when the search ends; with ``Iterations`` the same seed gives the same plan on every machine.
        people: plan for the first so many people only; None for all.
        now: goes into the plan as the time it was made; planning itself looks at no clock.
        assumed: the planner's defaults; the trip's own ``assumptions`` go before its market part.
        alone: also look for the best plan of the first person alone, to say what the others add.

    """

    stop: Stop
    seed: int = 1
    people: int | None = None
    now: datetime | None = None
    assumed: PlanAssumptions = field(default_factory=PlanAssumptions)
    alone: bool = False


def part_of(stop: Stop, share: float, late_s: float = 0.0) -> Stop:
    """
    The same rule with a share of its time or iterations; a rule that knows neither stays as it is.

    Args:
        stop: the rule.
        share: 0 to 1.
        late_s: seconds that the parts before took too long; half of a part is left to it all the same.

    """
    match stop:
        case Seconds(limit):
            return Seconds(max(limit * share / 2, limit * share - late_s))
        case Iterations(limit):
            return Iterations(max(1, round(limit * share)))
        case FirstOf(rules):
            return FirstOf(tuple(part_of(rule, share, late_s) for rule in rules))
        case Unless(rule, asked):
            return Unless(part_of(rule, share, late_s), asked)
    return stop
