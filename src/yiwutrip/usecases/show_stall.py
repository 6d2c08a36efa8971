"""Everything known about one stall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.usecases.resolve_stall import resolve_stall

if TYPE_CHECKING:
    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.visit import Visit
    from yiwutrip.usecases.ports import Transactions


@dataclass(frozen=True, slots=True)
class StallCard:
    """A stall with what happened there on all trips."""

    stall: Stall
    visits: tuple[Visit, ...]
    samples: tuple[Sample, ...]


def show_stall(said: str, transactions: Transactions) -> StallCard:
    """
    The stall of that code or booth number, with its visits and samples.

    Raises:
        UnknownStallError: there is none, or more than one.

    """
    with transactions.read() as store:
        stall = resolve_stall(said, store)
        visits = tuple(visit for visit in store.visits() if visit.stall == stall.code)
        samples = tuple(sample for sample in store.samples() if sample.taken.stall == stall.code)
    return StallCard(stall, visits, samples)
