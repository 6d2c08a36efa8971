"""Take a trip into the database and use it from now on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem

if TYPE_CHECKING:
    from yiwutrip.domain.trip import Trip
    from yiwutrip.usecases.ports import Store, Transactions


@dataclass(frozen=True, slots=True)
class TripLoaded:
    """``replaced``: a trip of that name was there before. ``problems``: what the catalogue does not know of it."""

    trip: Trip
    replaced: bool
    problems: tuple[Problem, ...]


def load_trip(trip: Trip, file: str, transactions: Transactions) -> TripLoaded:
    """Store the trip and use it; stalls that it names and the catalogue lacks are problems, not errors."""
    with transactions.write("trip load") as store:
        problems = unknown_stalls(trip, file, store)
        return TripLoaded(trip, store.put_trip(trip), problems)


def check_trip(trip: Trip, file: str, transactions: Transactions) -> TripLoaded:
    """What loading it would say; nothing is stored."""
    with transactions.read() as store:
        replaced = any(one.name == trip.name for one in store.trips())
        return TripLoaded(trip, replaced, unknown_stalls(trip, file, store))


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
