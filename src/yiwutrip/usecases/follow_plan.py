"""A plan on its way: what is next, how likely it holds, and planning the rest again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError, UsageError
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.trip import Place
from yiwutrip.market.spots import spot_of_place
from yiwutrip.market.ways import way
from yiwutrip.planner.assumptions import PlanAssumptions
from yiwutrip.planner.ground import lay_out
from yiwutrip.planner.next_stop import next_stop
from yiwutrip.planner.options import PlanOptions
from yiwutrip.planner.redo import Course, Slip
from yiwutrip.planner.redo import redo as plan_again
from yiwutrip.planner.risk import Simulation, risk_of
from yiwutrip.usecases.make_plan import TripPlan, seen_on, show_plan, stalls_for, trip_plan
from yiwutrip.usecases.resolve_stall import resolve_stall

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.way import WayStep
    from yiwutrip.planner.changes import Changes
    from yiwutrip.planner.next_stop import NextStop
    from yiwutrip.planner.risk import Risk
    from yiwutrip.solver.stop import Stop as StoppingRule
    from yiwutrip.usecases.ports import Transactions


RISK_SEED = 20_210_415
"""Other days than those that the planner leaves slack for, so that it is not judged by its own draws."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is next for one person, with the plan that it comes from and the way there."""

    plan: TripPlan
    next: NextStop
    way: tuple[WayStep, ...]


@dataclass(frozen=True, slots=True)
class PlannedAgain:
    """The new plan, and what it changes of the old one."""

    plan: TripPlan
    changes: Changes


def what_is_next(who: str | None, now: datetime, transactions: Transactions) -> Ahead:
    """
    The next stop of one person; the first of the trip where nobody is named.

    Raises:
        NotFoundError: no trip, no plan, or nobody of that letter.

    """
    plan = show_plan(transactions)
    letter = _letter(plan.trip, who)
    with transactions.read() as store:
        visits = store.visits(plan.trip.name)
    ahead = next_stop(plan.itinerary, visits, now, letter)
    return Ahead(plan, ahead, _way_to(plan, ahead, letter))


def risk_of_plan(runs: int, now: datetime, transactions: Transactions) -> tuple[TripPlan, Risk]:
    """
    How likely each commitment that is still to come is reached in time, and each stall while it is open.

    Raises:
        NotFoundError: no trip, or no plan of it.

    """
    plan = show_plan(transactions)
    with transactions.read() as store:
        visits = store.visits(plan.trip.name)
        stalls = {stall.code: stall for stall in store.stalls(seen_on(plan.trip, visits))} | dict(plan.stalls)
    since = now if plan.trip.starts <= now <= plan.trip.ends else None
    ground = lay_out(plan.trip, list(stalls.values()), visits, PlanAssumptions())
    simulation = Simulation(ground.trip, ground.known, ground.calendar, runs, RISK_SEED)
    return plan, risk_of(simulation, plan.itinerary, since)


def redo_plan(slip: Slip, stop: StoppingRule, seed: int, transactions: Transactions) -> PlannedAgain:
    """
    Plan the rest again and store the new plan.

    Raises:
        NotFoundError: no trip, no plan, an unknown letter or stall.
        UsageError: ``redo-outside-trip``: the trip has not begun, or is over.

    """
    before = show_plan(transactions)
    trip = before.trip
    if not trip.starts <= slip.now <= trip.ends:
        raise UsageError("redo-outside-trip", starts=f"{trip.starts:%m-%d %H:%M}", ends=f"{trip.ends:%m-%d %H:%M}")
    for letter in slip.who:
        _letter(trip, letter)
    with transactions.read() as store:
        at = resolve_stall(slip.at, store).code if slip.at is not None else None
        visits = store.visits()
        named = {*before.stalls, *seen_on(trip, visits), *([at] if at is not None else [])}
        stalls = stalls_for(trip, store, named)
    course = Course(trip, stalls, visits, before.itinerary)
    again = plan_again(course, replace(slip, at=at), PlanOptions(stop, seed, now=slip.now))
    with transactions.write("plan redo") as store:
        store.put_itinerary(again.itinerary)
        return PlannedAgain(trip_plan(trip, again.itinerary, store), again.changes)


def _letter(trip: Trip, who: str | None) -> str:
    letters = [person.letter for person in trip.people]
    if who is None:
        return letters[0]
    if who not in letters:
        raise NotFoundError("person", who, similar=letters)
    return who


def _way_to(plan: TripPlan, ahead: NextStop, letter: str) -> tuple[WayStep, ...]:
    """The way from where the person is, as far as the plan tells where that is."""
    stop = ahead.stop
    before = ahead.under_way or _before(plan, stop, letter)
    if stop is None or before is None:
        return ()
    return _way_between(plan, before, stop)


def ways_of(plan: TripPlan) -> dict[Stop, tuple[WayStep, ...]]:
    """The way to each stop from the one before it, in steps."""
    pairs = [pair for route in plan.itinerary.routes for pair in pairwise(route.stops)]
    return {stop: _way_between(plan, before, stop) for before, stop in pairs}


def _way_between(plan: TripPlan, before: Stop, stop: Stop) -> tuple[WayStep, ...]:
    """In steps; none from or to a stall that the catalogue does not know."""
    try:
        start, end = (spot_of_place(_place(one), plan.stalls.get) for one in (before, stop))
    except NotFoundError:
        return ()
    return way(start, end)


def _before(plan: TripPlan, stop: Stop | None, letter: str) -> Stop | None:
    mine = [route for route in plan.itinerary.routes if letter in route.who]
    stops = [one for route in mine for one in route.stops]
    at = stops.index(stop) if stop in stops else 0
    return stops[at - 1] if at > 0 else None


def _place(stop: Stop) -> Place:
    if stop.kind is StopKind.VISIT or stop.place is None:
        return Place(stall=stop.stall)
    return stop.place
