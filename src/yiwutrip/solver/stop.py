"""
When a search stops: small rules that can be combined.

A rule answers two questions about a ``State``: is it over, and how far along is it? The search cools along the second;
a rule that cannot know it says None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

USUAL_PACE = 60_000
"""Iterations in a second."""


@dataclass(frozen=True, slots=True)
class State:
    """
    How far a search is.

    Attributes:
        seconds: since it began, on the clock that the caller gave.
        iterations: done.
        stale: iterations since the best solution last became better.

    """

    seconds: float
    iterations: int
    stale: int = 0


class Stop(Protocol):
    """What the search asks of a stopping rule."""

    def done(self, state: State) -> bool:
        """Whether the search is over."""
        ...

    def share(self, state: State) -> float | None:
        """How much of the search lies behind, 0 to 1; None where that cannot be known."""
        ...

    def seconds(self) -> float:
        """How long the search will take, roughly; the same on every machine."""
        ...

    def iterations_left(self, state: State) -> int | None:
        """After how many more iterations at most the rule must be asked again; None if that depends on the clock."""
        ...


@dataclass(frozen=True, slots=True)
class Seconds:
    """Stop when so many seconds have passed."""

    limit: float

    def done(self, state: State) -> bool:
        """Whether the time is up."""
        return state.seconds >= self.limit

    def share(self, state: State) -> float:
        """Share of the time that has passed."""
        return min(1.0, state.seconds / self.limit) if self.limit > 0 else 1.0

    def seconds(self) -> float:
        """The limit."""
        return self.limit

    def iterations_left(self, state: State) -> int | None:  # noqa: ARG002 - a clock does not count iterations
        """Unknown: iterations have no fixed length."""
        return None


@dataclass(frozen=True, slots=True)
class Iterations:
    """Stop after so many iterations: the same seed then gives the same solution on every machine."""

    limit: int

    def done(self, state: State) -> bool:
        """Whether they are used up."""
        return state.iterations >= self.limit

    def share(self, state: State) -> float:
        """Share of the iterations that are done."""
        return min(1.0, state.iterations / self.limit) if self.limit > 0 else 1.0

    def seconds(self) -> float:
        """What they take on a usual machine."""
        return self.limit / USUAL_PACE

    def iterations_left(self, state: State) -> int:
        """What is left of the limit."""
        return max(0, self.limit - state.iterations)


@dataclass(frozen=True, slots=True)
class NoImprovement:
    """Stop when so many iterations have found nothing better."""

    limit: int

    def done(self, state: State) -> bool:
        """Whether the search has gone stale."""
        return state.stale >= self.limit

    def share(self, state: State) -> float | None:  # noqa: ARG002 - the next find is not foreseen
        """Unknown: the next improvement starts the count afresh."""
        return None

    def seconds(self) -> float:
        """What they take on a usual machine."""
        return self.limit / USUAL_PACE

    def iterations_left(self, state: State) -> int:
        """Iterations until it would be stale."""
        return max(0, self.limit - state.stale)


@dataclass(frozen=True, slots=True)
class FirstOf:
    """Stop as soon as one of several rules says so."""

    rules: tuple[Stop, ...]

    def done(self, state: State) -> bool:
        """Whether one of them is done."""
        return any(rule.done(state) for rule in self.rules)

    def share(self, state: State) -> float | None:
        """The share of the one that is furthest, of those that know."""
        known = [share for rule in self.rules if (share := rule.share(state)) is not None]
        return max(known) if known else None

    def seconds(self) -> float:
        """The least of them."""
        return min((rule.seconds() for rule in self.rules), default=0.0)

    def iterations_left(self, state: State) -> int | None:
        """The least that one of them has left."""
        known = [left for rule in self.rules if (left := rule.iterations_left(state)) is not None]
        return min(known) if known else None


@dataclass(frozen=True, slots=True)
class Unless:
    """Another rule, and over as well as soon as somebody asks for it."""

    rule: Stop
    asked: Callable[[], bool]

    def done(self, state: State) -> bool:
        """Whether somebody asked, or the rule is done."""
        return self.asked() or self.rule.done(state)

    def share(self, state: State) -> float | None:
        """As the rule has it."""
        return self.rule.share(state)

    def seconds(self) -> float:
        """As the rule has it."""
        return self.rule.seconds()

    def iterations_left(self, state: State) -> int | None:
        """As the rule has it."""
        return self.rule.iterations_left(state)
