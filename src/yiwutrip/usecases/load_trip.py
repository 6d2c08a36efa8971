"""Take a trip into the database and use it from now on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem
from yiwutrip.market.spring_festival import closures
from yiwutrip.usecases.check_doors import shut_doors
from yiwutrip.usecases.check_wants import unanswered_wants

if TYPE_CHECKING:
    from yiwutrip.domain.trip import Trip
    from yiwutrip.usecases.ports import Store, Transactions


@dataclass(frozen=True, slots=True)
class TripLoaded:
    """``replaced``: a trip of that name was there before. ``problems``: what catalogue and calendar say against it."""

    trip: Trip
    replaced: bool
    problems: tuple[Problem, ...]


def load_trip(trip: Trip, file: str, transactions: Transactions) -> TripLoaded:
    """Store the trip and use it; stalls that it names and the catalogue lacks are problems, not errors."""
    with transactions.write("trip load") as store:
        problems = doubts(trip, file, store)
        return TripLoaded(trip, store.put_trip(trip), problems)


def check_trip(trip: Trip, file: str, transactions: Transactions) -> TripLoaded:
    """What loading it would say; nothing is stored."""
    with transactions.read() as store:
        replaced = any(one.name == trip.name for one in store.trips())
        return TripLoaded(trip, replaced, doubts(trip, file, store))


def doubts(trip: Trip, file: str, store: Store) -> tuple[Problem, ...]:
    """Stalls that the catalogue does not have, wants that none answers, doors and days on which they are shut."""
    shut = (replace(problem, file=file) for problem in closures(trip.starts.date(), trip.ends.date()))
    named = unknown_stalls(trip, file, store)
    return (*named, *unanswered_wants(trip, file, store), *shut_doors(trip, file, store), *shut)


def unknown_stalls(trip: Trip, file: str, store: Store) -> tuple[Problem, ...]:
    """A problem for each stall that the trip names and the catalogue does not have."""
    named = [*trip.must, *(one.place.stall for one in trip.commitments if one.place.stall)]
    known = {stall.code for stall in store.stalls(named)}
    return tuple(_unknown(code, file, trip, store) for code in dict.fromkeys(named) if code not in known)


def _unknown(code: str, file: str, trip: Trip, store: Store) -> Problem:
    similar = store.similar_codes(code, 1)
    found = [n for n, text in enumerate(trip.source.splitlines(), start=1) if f'"{code}"' in text]
    line = found[0] if found else None
    if similar:
        return Problem("trip-stall-unknown-similar", file, line, "stall", code, {"similar": similar[0]})
    return Problem("trip-stall-unknown", file, line, "stall", code)
