"""
The whole story on the bundled data: load the catalogue, plan the trip, walk its three days, log what was taken.

Chance is seeded, so that the same demonstration is told every time. What is logged is invented.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.usecases.demo_samples import invent_samples
from yiwutrip.usecases.import_stalls import import_stalls
from yiwutrip.usecases.load_trip import load_trip
from yiwutrip.usecases.log_sample import log_sample
from yiwutrip.usecases.log_visit import VisitSaid, log_visit
from yiwutrip.usecases.make_plan import PlanAsked, TripPlan, make_plan

if TYPE_CHECKING:
    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.trip import Trip
    from yiwutrip.usecases.import_stalls import StallRows
    from yiwutrip.usecases.ports import ImportCounts, Progress, Transactions

SHUT_SHARE = 0.07
LONGER_SHARE = 0.25
MOST_LONGER_MIN = 12
SECOND_SHARE = 0.35
LEAST_SAMPLES = 45


@dataclass(frozen=True, slots=True)
class DemoTold:
    """What the demonstration did."""

    counts: ImportCounts
    plan: TripPlan
    seen: int
    shut: int
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class _Call:
    """Somebody stands before a stall."""

    stop: Stop
    who: tuple[str, ...]


def tell_demo(
    rows: StallRows, trip: Trip, asked: PlanAsked, transactions: Transactions, progress: Progress
) -> DemoTold:
    """
    Tell the story on an empty database.

    Args:
        rows: the bundled catalogue.
        trip: the bundled trip.
        asked: how long to search, and the seed of the whole story.
        transactions: of a database of its own.
        progress: of the search.

    """
    draw = Random(asked.seed)  # noqa: S311  (a story, not a secret)
    counts = import_stalls(rows, transactions)
    load_trip(trip, "trip.toml", transactions)
    plan = make_plan(asked, trip.starts - timedelta(days=1), transactions, progress)
    walked = [(call, _walk(call, draw, transactions)) for call in _calls(plan)]
    seen = [call for call, is_open in walked if is_open]
    samples = _log(seen, plan, draw, transactions)
    return DemoTold(counts, plan, len(seen), len(walked) - len(seen), samples)


def _calls(plan: TripPlan) -> list[_Call]:
    calls = [
        _Call(stop, route.who)
        for route in plan.itinerary.routes
        for stop in route.stops
        if stop.kind is StopKind.VISIT and stop.stall in plan.stalls
    ]
    return sorted(calls, key=lambda call: (call.stop.start, call.who))


def _walk(call: _Call, draw: Random, transactions: Transactions) -> bool:
    """Log what happens at the door; whether it was open."""
    stop = call.stop
    assert stop.stall is not None
    if draw.random() < SHUT_SHARE:
        log_visit(VisitSaid(stop.stall, VisitStatus.SHUT, stop.start, call.who), transactions)
        return False
    longer_min = draw.randint(4, MOST_LONGER_MIN) if draw.random() < LONGER_SHARE else 0
    planned_min = round((stop.leave - stop.start).total_seconds() / 60)
    over = stop.leave + timedelta(minutes=longer_min)
    log_visit(VisitSaid(stop.stall, VisitStatus.DONE, over, call.who, planned_min + longer_min), transactions)
    return True


def _log(seen: list[_Call], plan: TripPlan, draw: Random, transactions: Transactions) -> tuple[Sample, ...]:
    """Log samples from the stalls that were open, more from each where few were."""
    least = -(-LEAST_SAMPLES // max(1, len(seen)))
    logged = []
    for call in seen:
        stall = plan.stalls[call.stop.stall or ""]
        count = max(least, 1 + (draw.random() < SECOND_SHARE))
        for nth, taken in enumerate(invent_samples(stall, count, call.stop.leave.date(), draw)):
            at = call.stop.start + timedelta(minutes=4 + 3 * nth)
            logged.append(log_sample(replace(taken, who=call.who[nth % len(call.who)]), at, transactions).sample)
    return tuple(logged)
