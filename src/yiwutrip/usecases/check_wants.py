"""Hold wants to the catalogue: what no stall answers would silently come to nothing in a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem
from yiwutrip.domain.trip import Want
from yiwutrip.planner.wants import answers
from yiwutrip.usecases.ports import StallQuery

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwutrip.domain.trip import Trip
    from yiwutrip.usecases.ports import Store, Transactions

PLAIN_WEIGHT = 3


def unanswered_wants(trip: Trip, file: str, store: Store) -> tuple[Problem, ...]:
    """A problem for each want that no stall answers; none while there is no catalogue to ask."""
    if not _count(StallQuery(limit=1), store):
        return ()
    return tuple(_unanswered(want, file, trip, store) for want in trip.wants if not _answering(want, store))


def wants_of(words: Iterable[str], transactions: Transactions) -> tuple[Want, ...]:
    """Words as wants: categories where the catalogue has them or is empty, keywords where it has no such category."""
    with transactions.read() as store:
        empty = not _count(StallQuery(limit=1), store)
        wants = [Want(category=word, weight=PLAIN_WEIGHT) for word in words]
        return tuple(
            want if empty or _answering(want, store) else Want(keyword=want.category, weight=PLAIN_WEIGHT)
            for want in wants
        )


def _unanswered(want: Want, file: str, trip: Trip, store: Store) -> Problem:
    column = "category" if want.category is not None else "keyword"
    line = next((n for n, text in enumerate(trip.source.splitlines(), start=1) if f'"{want.text}"' in text), None)
    by_word = _answering(Want(keyword=want.text), store) if want.category is not None else 0
    if by_word:
        return Problem("want-is-keyword", file, line, column, want.text, {"count": by_word})
    return Problem("want-unanswered", file, line, column, want.text)


def _answering(want: Want, store: Store) -> int:
    """How many stalls answer it, as the planner counts."""
    if want.category is not None:
        return _count(StallQuery(category=want.category, limit=1), store)
    query = StallQuery(words=tuple(want.text.split()), limit=1)
    total = _count(query, store)
    found = store.find_stalls(StallQuery(words=query.words, limit=total)).stalls if total else ()
    return sum(answers(stall, want) for stall in found)


def _count(query: StallQuery, store: Store) -> int:
    return store.find_stalls(query).total
