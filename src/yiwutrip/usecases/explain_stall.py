"""Why a stall is in the plan, or is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.planner.why import Why, why
from yiwutrip.usecases.make_plan import TripPlan, trip_plan
from yiwutrip.usecases.resolve_stall import resolve_stall

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.usecases.ports import Transactions


@dataclass(frozen=True, slots=True)
class StallExplained:
    """Everything there is to say about one stall in the plan; ``over``: the trip has ended."""

    plan: TripPlan
    why: Why
    over: bool = False


def explain_stall(said: str, now: datetime, transactions: Transactions) -> StallExplained:
    """
    Explain one stall.

    Raises:
        NotFoundError: no trip in use, no plan of it yet, or no such stall.

    """
    with transactions.read() as store:
        trip = store.trip()
        plan = trip_plan(trip, store.itinerary(trip.name), store)
        stall = resolve_stall(said, store)
        visits = store.visits()
    known = [*plan.stalls.values()] if stall.code in plan.stalls else [*plan.stalls.values(), stall]
    return StallExplained(plan, why(trip, known, visits, plan.itinerary, stall.code), trip.ends < now)
