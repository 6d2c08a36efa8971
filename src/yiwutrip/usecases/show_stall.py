"""Everything known about one stall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError
from yiwutrip.market.hours import opening_windows
from yiwutrip.usecases.resolve_stall import resolve_stall
from yiwutrip.usecases.way_between import way_to_stall

if TYPE_CHECKING:
    from datetime import date

    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.market.hours import Window
    from yiwutrip.usecases.ports import Store, Transactions
    from yiwutrip.usecases.way_between import Way


@dataclass(frozen=True, slots=True)
class StallCard:
    """
    A stall with what happened there on all trips.

    Attributes:
        day: on which somebody asks.
        windows: when its door is open on that day, by its own hours and the district's; empty where it stays shut.
        planned: whether there is a plan that it may be in.
        way: how to get there; None where the stall's place or the start is not known well enough.

    """

    stall: Stall
    visits: tuple[Visit, ...]
    samples: tuple[Sample, ...]
    day: date
    windows: tuple[Window, ...]
    way: Way | None
    planned: bool


def show_stall(said: str, day: date, transactions: Transactions) -> StallCard:
    """
    The stall of that code or booth number, with its visits and samples.

    Raises:
        UnknownStallError: there is none, or more than one.

    """
    with transactions.read() as store:
        stall = resolve_stall(said, store)
        visits = tuple(visit for visit in store.visits() if visit.stall == stall.code)
        samples = tuple(sample for sample in store.samples() if sample.taken.stall == stall.code)
        trip = _trip_in_use(store)
        way, planned = way_to_stall(stall, trip, store.stall), trip is not None and _has_plan(trip, store)
    return StallCard(stall, visits, samples, day, opening_windows(stall, day), way, planned)


def _has_plan(trip: Trip, store: Store) -> bool:
    try:
        store.itinerary(trip.name)
    except NotFoundError:
        return False
    return True


def _trip_in_use(store: Store) -> Trip | None:
    try:
        return store.trip()
    except NotFoundError:
        return None
