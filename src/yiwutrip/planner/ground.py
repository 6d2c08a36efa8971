"""A trip laid out: who goes, what the catalogue offers, and how long the ways are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.planner.assumptions import PlanAssumptions
from yiwutrip.planner.candidates import Field, Log, appointments, sort_stalls
from yiwutrip.planner.clock import Clock
from yiwutrip.planner.days import calendar_of
from yiwutrip.planner.risk import learn
from yiwutrip.planner.spots import survey

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Place, Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.planner.days import Calendar
    from yiwutrip.planner.spots import Travel


@dataclass(frozen=True, slots=True)
class Ground:
    """
    A trip laid out: who, what, where, how long between.

    Attributes:
        trip: with the people who are planned for only.
        known: the catalogue by code.
        done: codes of the stalls visited on this trip already.
        before: codes of the stalls seen on earlier trips.
        spent: what those and the appointments are expected to have taken: fen, grams, millilitres.

    """

    trip: Trip
    known: Mapping[str, Stall]
    field: Field
    travel: Travel
    calendar: Calendar
    done: frozenset[str]
    before: frozenset[str]
    spent: tuple[int, int, int]

    @property
    def clock(self) -> Clock:
        """The trip's clock."""
        return self.calendar.clock

    @property
    def assumed(self) -> PlanAssumptions:
        """What is taken for granted."""
        return self.calendar.assumed


def for_people(trip: Trip, count: int | None) -> Trip:
    """
    The same trip for its first so many people.

    Raises:
        BadInputError: ``no-people``: nobody is left to walk.

    """
    people = trip.people if count is None else trip.people[: max(0, count)]
    if not people:
        raise BadInputError("no-people")
    letters = {person.letter for person in people}
    commitments = tuple(
        replace(c, who=tuple(letter for letter in c.who if letter in letters))
        for c in trip.commitments
        if letters & set(c.who)
    )
    return replace(trip, people=people, commitments=commitments)


def assumed_for(trip: Trip, assumed: PlanAssumptions | None = None) -> PlanAssumptions:
    """
    The planner's defaults with the trip's own numbers in their place.

    Raises:
        BadInputError: a number is unknown or out of bounds.

    """
    plain = assumed or PlanAssumptions()
    return plain.with_overrides(trip.assumptions) if trip.assumptions else plain


def lay_out(
    trip: Trip,
    stalls: Sequence[Stall],
    visits: Sequence[Visit],
    assumed: PlanAssumptions,
    more: Sequence[Place] = (),
) -> Ground:
    """
    Sort the catalogue and measure the ways, also to and from ``more`` places.

    Raises:
        BadInputError: the trip ends before it starts, its base or car is nowhere, an assumption is out of bounds.

    """
    if trip.ends <= trip.starts:
        raise BadInputError("trip-ends-first", starts=trip.starts.isoformat(), ends=trip.ends.isoformat())
    assumed = assumed_for(trip, assumed)
    known = {stall.code: stall for stall in stalls}
    assumed = learn(assumed, trip, known, visits)
    field = sort_stalls(trip, stalls, visits, assumed)
    travel = survey(trip, known, (c.stall for c in field.candidates), assumed.market, more)
    calendar = calendar_of(trip, Clock.of(trip.starts), assumed)
    log = Log.of(trip, visits)
    done = frozenset(code for code, status in log.now.items() if status is VisitStatus.DONE)
    return Ground(trip, known, field, travel, calendar, done, log.before, _spent(trip, known, done, assumed))


def _spent(
    trip: Trip, known: Mapping[str, Stall], done: frozenset[str], assumed: PlanAssumptions
) -> tuple[int, int, int]:
    goods = [assumed.goods_of(known[code]) for code in done | appointments(trip) if code in known]
    return sum(g.spend_fen for g in goods), sum(g.weight_g for g in goods), sum(g.volume_ml for g in goods)
