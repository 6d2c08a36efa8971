"""Keep the day's log: seen, passed over, found shut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.errors import NotFoundError, UsageError
from yiwutrip.domain.problems import Problem
from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.usecases.resolve_stall import resolve_stall

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.usecases.ports import Store, Transactions

VERBS = {VisitStatus.DONE: "visit done", VisitStatus.SKIPPED: "visit skip", VisitStatus.SHUT: "visit shut"}


@dataclass(frozen=True, slots=True)
class VisitSaid:
    """
    What the user says of a stall.

    Attributes:
        who: letters; empty for whoever the plan sends there, else everyone.
        minutes: how long it took, where that is known.

    """

    stall: str
    status: VisitStatus
    at: datetime
    who: tuple[str, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class VisitLogged:
    """The line of the log, its stall, whether there is a plan to go on by; a time outside the trip is a problem."""

    visit: Visit
    stall: Stall
    planned: bool
    problems: tuple[Problem, ...] = ()


def log_visit(said: VisitSaid, transactions: Transactions) -> VisitLogged:
    """
    Store a line of the log of the trip in use.

    Raises:
        NotFoundError: no such stall, or no trip in use.
        UsageError: ``unknown-letter``: nobody of the trip has that letter.

    """
    with transactions.write(VERBS[said.status]) as store:
        trip = store.trip()
        stall = resolve_stall(said.stall, store)
        check_letters(said.who, trip)
        plan = _plan(trip, store)
        who = said.who or _who_goes(stall.code, trip, plan)
        visit = Visit(stall.code, said.status, who, said.at, said.minutes)
        return VisitLogged(store.add_visit(trip.name, visit), stall, plan is not None, outside_trip(said.at, trip))


def outside_trip(at: datetime, trip: Trip) -> tuple[Problem, ...]:
    """A problem where that time is not of the trip."""
    if trip.starts <= at <= trip.ends:
        return ()
    told, starts, ends = (f"{one.astimezone(MARKET_ZONE):%Y-%m-%d %H:%M}" for one in (at, trip.starts, trip.ends))
    return (Problem("visit-outside-trip", value=told, params={"trip": trip.name, "starts": starts, "ends": ends}),)


def check_letters(letters: tuple[str, ...], trip: Trip) -> None:
    """
    Hold letters to the people of the trip.

    Raises:
        UsageError: ``unknown-letter``.

    """
    known = [person.letter for person in trip.people]
    for letter in letters:
        if letter not in known:
            raise UsageError("unknown-letter", letter=letter, known=", ".join(known))


def _plan(trip: Trip, store: Store) -> Itinerary | None:
    try:
        return store.itinerary(trip.name)
    except NotFoundError:
        return None


def _who_goes(code: str, trip: Trip, plan: Itinerary | None) -> tuple[str, ...]:
    going = [route.who for route in plan.routes if any(stop.stall == code for stop in route.stops)] if plan else []
    return going[0] if going else tuple(person.letter for person in trip.people)
