"""What a trip is: who goes, when, what they look for, what they promised."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time

    from yiwutrip.domain.address import Address


class Pace(StrEnum):
    """How fast the walkers walk and look."""

    RELAXED = "relaxed"
    NORMAL = "normal"
    BRISK = "brisk"


class CommitmentKind(StrEnum):
    """约定."""

    EVENT = "event"
    APPOINTMENT = "appointment"
    LIVESTREAM = "livestream"
    TRAINING = "training"
    REST = "rest"
    DEPARTURE = "departure"


class HalfDay(StrEnum):
    """Before or after 13:00, market time."""

    AM = "am"
    PM = "pm"


class AlliancePolicy(StrEnum):
    """What to do with stalls whose goods can be ordered from home through the supply alliance."""

    SKIP = "skip"
    INCLUDE = "include"


@dataclass(frozen=True, slots=True)
class Place:
    """
    Somewhere to be: exactly one of an address in the market, a stall, or a named point with WGS-84 coordinates.

    The base (nights and broadcasts) is a named point too.
    """

    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    address: Address | None = None
    stall: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who walks; the letter heads this person's sample numbers (A-001)."""

    name: str
    letter: str
    carry_g: int = 10_000


@dataclass(frozen=True, slots=True)
class MealBreak:
    """So long, somewhere between two times of the day, where the walker then is."""

    duration_s: int
    earliest: time
    latest_end: time


@dataclass(frozen=True, slots=True)
class TripDay:
    """One day's arrangement; days that the file does not name take the defaults."""

    date: date
    together: frozenset[HalfDay] = frozenset()
    meal: MealBreak | None = None


@dataclass(frozen=True, slots=True)
class Want:
    """
    需求: what the trip looks for, by category or keyword (exactly one of them).

    Attributes:
        weight: prize of one such stall, 1 to 10.
        at_least: stalls to see if at all possible; comes before prize.
        at_most: stalls beyond which one more is worth nothing and is not planned.

    """

    category: str | None = None
    keyword: str | None = None
    weight: int = 1
    at_least: int = 0
    at_most: int | None = None

    @property
    def text(self) -> str:
        """The word looked for."""
        return self.category or self.keyword or ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """
    约定: a wall. Nobody of ``who`` may arrive after its start less ``setup_s``.

    ``who`` holds letters; the loader fills in everyone where the file leaves it out.
    """

    kind: CommitmentKind
    title: str
    starts: datetime
    ends: datetime
    place: Place
    who: tuple[str, ...]
    setup_s: int = 0


@dataclass(frozen=True, slots=True)
class Car:
    """What drives the samples home; ``parked`` is where loads are dropped during the days."""

    load_g: int
    load_ml: int
    loading_s: int
    parked: Place | None = None


@dataclass(frozen=True, slots=True)
class Trip:
    """
    行程: the whole of what was asked for. Datetimes are aware.

    Attributes:
        confidence: wanted probability of being on time at each commitment, 0 to 1 exclusive.
        must: codes of stalls that have to be visited if at all possible.
        budget_fen: for sample fees and deposits over the whole trip; None for no bound.
        source: the text of the file it was loaded from, for ``trip show`` and editing.
        assumptions: numbers that the user puts in the place of the built-in ones (walking speeds, pitches, spreads).

    """

    name: str
    starts: datetime
    ends: datetime
    base: Place
    people: tuple[Person, ...]
    days: tuple[TripDay, ...] = ()
    wants: tuple[Want, ...] = ()
    must: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    pace: Pace = Pace.NORMAL
    confidence: float = 0.95
    home: Place | None = None
    car: Car | None = None
    budget_fen: int | None = None
    alliance: AlliancePolicy = AlliancePolicy.SKIP
    source: str = ""
    assumptions: Mapping[str, float] = field(default_factory=dict)

    @property
    def span(self) -> tuple[date, date]:
        """Its first and its last day, in market time."""
        return self.starts.astimezone(MARKET_ZONE).date(), self.ends.astimezone(MARKET_ZONE).date()

    def commitment(self, title: str | None, ends: datetime) -> Commitment | None:
        """The commitment of that title and end; None for the departure that the trip's own end makes."""
        return next((one for one in self.commitments if one.title == title and one.ends == ends), None)
