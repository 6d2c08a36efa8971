"""The plan: every person's days, leg by leg."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from yiwutrip.domain.trip import Place


class StopKind(StrEnum):
    """What happens at a stop."""

    START = "start"
    VISIT = "visit"
    MEAL = "meal"
    COMMITMENT = "commitment"
    CAR = "car"
    END = "end"


class LegMode(StrEnum):
    """How one gets there: on foot, by car or taxi, or not at all (already there)."""

    WALK = "walk"
    RIDE = "ride"
    STAY = "stay"


@dataclass(frozen=True, slots=True)
class Leg:
    """The way to a stop; ``uncertain_s`` is how far the seconds may be off where gate or street is unknown."""

    mode: LegMode
    metres: int
    seconds: int
    uncertain_s: int = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """
    One element of a route.

    Attributes:
        leg: the way from the stop before, None at a start.
        arrive: when one is there; ``start - arrive`` is waiting.
        slack_s: seconds that this stop can slip before something later breaks.
        stall: code, for a visit (or an appointment at a stall).
        title: of a commitment, or the name of the place.
        place: where it is; None where the stop is a stall's.
        meets: letters of the others who are here too although they came by another route.

    """

    kind: StopKind
    arrive: datetime
    start: datetime
    leave: datetime
    slack_s: int
    leg: Leg | None = None
    stall: str | None = None
    title: str | None = None
    place: Place | None = None
    must: bool = False
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """One person's (or the pair's) stretch of a day, in order of time."""

    date: date
    who: tuple[str, ...]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so; the sentence is ``reason.<code>`` in the catalogue, filled from ``params``."""

    code: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stall that matched a want and is not in the plan."""

    stall: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Unmet:
    """A promise that cannot be kept, why, and what would have to give."""

    what: Reason
    why: Reason
    short_s: int | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over all routes; a pair's walk counts for each of the two."""

    stalls: int
    in_stalls_s: int
    walking_s: int
    riding_s: int
    waiting_s: int
    walking_m: int


@dataclass(frozen=True, slots=True)
class Itinerary:
    """
    The whole plan of a trip.

    Attributes:
        prize: what the visited stalls are worth, in the solver's units.
        seconds: that the search took.
        alone_prize: prize of the best plan found for the first person alone, None where it was not asked.
        since: the moment from which on the rest was planned again; what was over by then is history. None where the
            whole trip was planned.

    """

    trip: str
    prize: int
    seconds: float
    seed: int
    routes: tuple[Route, ...]
    left_out: tuple[LeftOut, ...]
    unmet: tuple[Unmet, ...]
    totals: Totals
    made_at: datetime | None = None
    alone_prize: int | None = None
    since: datetime | None = None

    def is_over(self, stop: Stop) -> bool:
        """Whether a stop is history, which can slip no more."""
        return self.since is not None and stop.leave <= self.since
