"""What a stall is worth to a trip, term by term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.stall import StallKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Want
    from yiwutrip.planner.assumptions import PlanAssumptions

WEIGHT_POINTS = 10
"""Points of prize for each point of a want's weight."""

PLAIN_POINTS = 5
"""What any stall is worth for itself, so that a bad sign can take something away."""

SEEN_BEFORE_POINTS = -3
COUNTED_VISITS = 80
"""Diminishing returns are followed so far; one more visit of that want is worth nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """One reason why a stall is worth what it is; the sentence is ``reason.<code>``."""

    code: str
    points: int


def finder(wants: Sequence[Want]) -> Callable[[Stall], tuple[int, ...]]:
    """
    Make what says which wants (their indices) a stall answers, as `answers` does, for a whole catalogue at once.

    Few sets of categories occur among many stalls, so each is looked at once.
    """
    categories = [(i, want) for i, want in enumerate(wants) if want.category is not None]
    keywords = [(i, want) for i, want in enumerate(wants) if want.category is None]
    seen: dict[tuple[str, ...], list[int]] = {}

    def find(stall: Stall) -> tuple[int, ...]:
        by_category = seen.get(stall.categories)
        if by_category is None:
            by_category = seen[stall.categories] = [i for i, want in categories if answers(stall, want)]
        if not keywords:
            return tuple(by_category)
        return tuple(sorted([*by_category, *(i for i, want in keywords if answers(stall, want))]))

    return find


def answers(stall: Stall, want: Want) -> bool:
    """Whether a stall is of that category, or has that word in its name, keywords, categories or note."""
    if want.category is not None:
        sought = want.category.casefold()
        return any(sought in category.casefold() for category in stall.categories)
    if not want.keyword:
        return False
    sought = want.keyword.casefold()
    texts = (*stall.keywords, *stall.categories, stall.name_zh, stall.name_en, stall.note)
    return any(sought in text.casefold() for text in texts if text)


def own_terms(stall: Stall, *, seen_before: bool) -> tuple[Term, ...]:
    """What a stall is worth for itself, whatever it is wanted for; the sum is never below zero."""
    terms = [Term("term-plain", PLAIN_POINTS)]
    if stall.rating is not None:
        terms.append(Term("term-rating", round((stall.rating - 3) * 2)))
    if stall.kind in {StallKind.FACTORY, StallKind.BOTH}:
        terms.append(Term("term-factory", 2))
    if stall.ships_single:
        terms.append(Term("term-ships-single", 1))
    if seen_before:
        terms.append(Term("term-seen-before", SEEN_BEFORE_POINTS))
    total = sum(term.points for term in terms)
    return (*terms, Term("term-not-below-zero", -total)) if total < 0 else tuple(terms)


def visit_points(want: Want, nth: int, assumed: PlanAssumptions) -> int:
    """What the nth visit (from 1) for a want is worth: all of its weight at first, then less and less."""
    share = max(assumed.floor, assumed.decay ** max(0, nth - assumed.full_value_visits))
    return round(want.weight * WEIGHT_POINTS * share)


def values(want: Want, done: int, promise: int, assumed: PlanAssumptions) -> tuple[int, ...]:
    """
    What k more visits are worth after ``done`` ones, k from 0; each that ``at_least`` asks for adds a promise.

    The steps fall from one visit to the next, so the last ones missing are always worth trying for.
    """
    last = min(want.at_most if want.at_most is not None else COUNTED_VISITS, max(COUNTED_VISITS, want.at_least))
    worth = [0]
    for nth in range(done + 1, last + 1):
        kept = promise if nth <= want.at_least else 0
        worth.append(worth[-1] + visit_points(want, nth, assumed) + kept)
    return tuple(worth)
