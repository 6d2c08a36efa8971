"""Log a sample that was taken at a stall."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError
from yiwutrip.usecases.log_visit import check_letters, outside_trip
from yiwutrip.usecases.resolve_stall import UnknownStallError, resolve_stall

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.domain.problems import Problem
    from yiwutrip.domain.sample import Sample, SampleTaken
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.usecases.ports import Store, Transactions

FIRST_LETTER = "A"


@dataclass(frozen=True, slots=True)
class SampleLogged:
    """
    The sample with its number, and the stall it is from; ``count`` samples of the trip are logged by now.

    Attributes:
        problems: a time outside the trip.

    """

    sample: Sample
    stall: Stall | None
    count: int
    problems: tuple[Problem, ...] = ()


def log_sample(
    taken: SampleTaken, at: datetime, transactions: Transactions, new_stall: Stall | None = None
) -> SampleLogged:
    """
    Store what was taken and give it its number.

    Args:
        taken: its ``stall`` may be a booth number alone; its ``who`` heads the number.
        at: when it was taken.
        transactions: of the log.
        new_stall: to be stored first, where the catalogue does not have it yet.

    Raises:
        UnknownStallError: no stall of that code; nothing is stored.
        UsageError: ``unknown-letter``: nobody of the trip has that letter.

    """
    with transactions.write("sample add") as store:
        trip = trip_in_use(store)
        stall = _stall_of(taken, store, new_stall)
        letter = _letter(taken.who, trip)
        known = replace(taken, stall=stall.code if stall else None, who=letter)
        name = trip.name if trip else None
        sample = store.add_sample(name, known, letter, at)
        outside = outside_trip(at, trip) if trip else ()
        return SampleLogged(sample, stall, len(store.samples(name)), outside)


def trip_in_use(store: Store) -> Trip | None:
    """The trip in use, None where there is none: samples may be logged before anything is planned."""
    try:
        return store.trip()
    except NotFoundError:
        return None


def _stall_of(taken: SampleTaken, store: Store, new_stall: Stall | None) -> Stall | None:
    if taken.stall is None:
        return None
    try:
        return resolve_stall(taken.stall, store)
    except UnknownStallError:
        if new_stall is None:
            raise
        store.edit_stall(new_stall)
        return new_stall


def _letter(said: str | None, trip: Trip | None) -> str:
    if trip is None:
        return said or FIRST_LETTER
    if said:
        check_letters((said,), trip)
    return said or trip.people[0].letter
