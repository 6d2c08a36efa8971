"""Plan the trip in use, and read the plan again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import UsageError
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.planner.candidates import Log, appointments
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.options import PlanOptions
from yiwutrip.planner.wants import answers
from yiwutrip.solver.stop import Iterations, Seconds, Unless
from yiwutrip.usecases.ports import StallQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import datetime

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip, Want
    from yiwutrip.domain.visit import Visit
    from yiwutrip.solver.stop import State, Stop
    from yiwutrip.usecases.ports import Progress, Store, Transactions


@dataclass(frozen=True, slots=True)
class PlanAsked:
    """
    How to plan.

    Attributes:
        seconds: that the search may take.
        iterations: instead of seconds; the same seed then gives the same plan on every machine.
        people: plan for the first so many only; None for all.
        enough: asked now and then; once it says so, the best plan found so far will do. None for never.

    """

    seconds: float = 5.0
    seed: int = 1
    iterations: int | None = None
    people: int | None = None
    enough: Callable[[], bool] | None = None

    @property
    def stop(self) -> Stop:
        """When the search ends."""
        rule = Seconds(self.seconds) if self.iterations is None else Iterations(self.iterations)
        return rule if self.enough is None else Unless(rule, self.enough)


@dataclass(frozen=True, slots=True)
class TripPlan:
    """
    A plan with what it takes to show it.

    Attributes:
        stalls: by code, those that the plan and the trip name and the catalogue has.
        wants: each want of the trip with how many stalls answer it: planned, with an appointment, or visited already.

    """

    trip: Trip
    itinerary: Itinerary
    stalls: Mapping[str, Stall]
    wants: tuple[tuple[Want, int], ...]


def make_plan(asked: PlanAsked, now: datetime, transactions: Transactions, progress: Progress) -> TripPlan:
    """
    Plan the trip in use and store the plan.

    The search itself holds no transaction: others may log meanwhile.

    Raises:
        NotFoundError: no trip in use.
        UsageError: ``more-people-than-go``.
        BadInputError: nothing can be planned for this trip.

    """
    with transactions.read() as store:
        trip = store.trip()
        _check_people(asked, trip)
        visits = store.visits()
        stalls = stalls_for(trip, store, seen_on(trip, visits))

    def tell(state: State, prize: int) -> None:
        share = asked.stop.share(state)
        progress(share or 0.0, 1.0, str(prize))

    options = PlanOptions(
        asked.stop, asked.seed, asked.people, now, alone=len(trip.people) > 1 and asked.people is None
    )
    itinerary = plan_trip(trip, stalls, visits, options, tell)
    progress(1.0, 1.0)
    with transactions.write("plan make") as store:
        store.put_itinerary(itinerary)
        return trip_plan(trip, itinerary, store)


def _check_people(asked: PlanAsked, trip: Trip) -> None:
    if asked.people is not None and asked.people > len(trip.people):
        going = ", ".join(f"{person.letter} {person.name}" for person in trip.people)
        raise UsageError("more-people-than-go", asked=asked.people, count=len(trip.people), going=going)


def show_plan(transactions: Transactions) -> TripPlan:
    """
    The newest plan of the trip in use.

    Raises:
        NotFoundError: no trip in use, or no plan of it yet.

    """
    with transactions.read() as store:
        trip = store.trip()
        return trip_plan(trip, store.itinerary(trip.name), store)


def earlier_plans(trip: str, transactions: Transactions) -> tuple[Itinerary, ...]:
    """The other plans that trip ever had: what was handed out of them may have to be taken back."""
    with transactions.read() as store:
        return tuple(store.earlier_itineraries(trip))


def trip_plan(trip: Trip, itinerary: Itinerary, store: Store) -> TripPlan:
    """The plan with the stalls that it names."""
    planned = {stop.stall for route in itinerary.routes for stop in route.stops if stop.kind is StopKind.VISIT}
    log = Log.of(trip, store.visits(trip.name))
    done = {code for code, status in log.now.items() if status is VisitStatus.DONE}
    seen = {code for code in planned if code} | done | appointments(trip)
    named = {stop.stall for route in itinerary.routes for stop in route.stops if stop.stall}
    left_out = {one.stall for one in itinerary.left_out}
    stalls = {stall.code: stall for stall in store.stalls(seen | named | left_out)}
    answering = [stalls[code] for code in seen if code in stalls]
    wants = tuple((want, sum(answers(stall, want) for stall in answering)) for want in trip.wants)
    return TripPlan(trip, itinerary, stalls, wants)


def seen_on(trip: Trip, visits: Iterable[Visit]) -> set[str]:
    """Codes of the stalls in the log of the trip, which need answer no want of it."""
    return {visit.stall for visit in visits if visit.is_of(trip)}


def stalls_for(trip: Trip, store: Store, also: Collection[str] = ()) -> list[Stall]:
    """The part of the catalogue that matters: what answers a want, is a must, has an appointment, or is named."""
    named = {*trip.must, *(one.place.stall for one in trip.commitments if one.place.stall), *also}
    found = {stall.code: stall for stall in store.stalls(named)}
    for want in trip.wants:
        query = StallQuery(category=want.category) if want.category else StallQuery(words=tuple(want.text.split()))
        found.update((stall.code, stall) for stall in store.stalls_fitting(query))
    return [found[code] for code in sorted(found)]
