"""Where the stops and the gates of a plan lie on the map, once for every map format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address
from yiwutrip.domain.dates import say_day
from yiwutrip.domain.phrasing import say_address
from yiwutrip.export import text
from yiwutrip.export.spots import spot_of_stop
from yiwutrip.market import facts
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.placing import placed as lay_down
from yiwutrip.market.spots import Spot
from yiwutrip.market.strip import strip_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from yiwutrip.domain.address import District
    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PlannedTrip


@dataclass(frozen=True, slots=True)
class Point:
    """
    A named point, degrees WGS-84.

    Attributes:
        kind: a stop's kind, or ``gate``.
        uncertain_m: how far off it may be; gates and stalls are laid out from the market's structure, not surveyed.

    """

    name: str
    kind: str
    lat: float
    lon: float
    uncertain_m: int
    note: str = ""
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """One person's day: its points in order; the line runs through them."""

    day: date
    letter: str
    title: str
    points: tuple[Point, ...]


def layers(plan: PlannedTrip, words: Words) -> tuple[Layer, ...]:
    """One layer a person and day; a stop whose place nobody knows is left out of it."""
    made = []
    for person_day in plan.person_days():
        points = tuple(point for step in person_day.steps if (point := _point(step.stop, plan, words)) is not None)
        title = f"{say_day(person_day.day, words)} {plan.name_of(person_day.letter)} {person_day.letter}"
        if points:
            made.append(Layer(person_day.day, person_day.letter, text.printable(title), points))
    return tuple(made)


def gates(plan: PlannedTrip, words: Words) -> tuple[Point, ...]:
    """The gates of every district that the plan enters, odd and even, in order of number."""
    entered = sorted({district for step in _all_stops(plan) if (district := _district(step, plan)) is not None})
    return tuple(gate for district in entered for gate in _gates(district, words))


def _all_stops(plan: PlannedTrip) -> Iterator[Stop]:
    for route in plan.itinerary.routes:
        yield from route.stops


def _district(stop: Stop, plan: PlannedTrip) -> District | None:
    spot = spot_of_stop(stop, plan)
    return spot.address.district if spot and spot.address else None


def _point(stop: Stop, plan: PlannedTrip, words: Words) -> Point | None:
    spot = spot_of_stop(stop, plan)
    if spot is None:
        return None
    here = lay_down(spot, Assumptions())
    where = say_address(spot.address, words) if spot.address else ""
    return Point(
        name=text.printable(plan.title_of(stop, words)),
        kind=str(stop.kind),
        lat=round(here.lat, 6),
        lon=round(here.lon, 6),
        uncertain_m=round(here.uncertain_m),
        note=text.printable(where),
        starts=stop.start,
        ends=stop.leave,
    )


def _gates(district: District, words: Words) -> Iterator[Point]:
    fact = facts.districts()[district]
    if fact.first_gate is None or fact.last_gate is None or not strip_of(fact, Assumptions()).length_m:
        return
    for gate in range(fact.first_gate, fact.last_gate + 1):
        address = Address(district=district, gate=gate)
        here = lay_down(Spot(address), Assumptions())
        name = say_address(address, words)
        yield Point(name, "gate", round(here.lat, 6), round(here.lon, 6), fact.uncertain_m)
