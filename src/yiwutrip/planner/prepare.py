"""From a trip laid out to a problem: everything that is settled before the search begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import Reason, Unmet
from yiwutrip.domain.trip import CommitmentKind
from yiwutrip.planner.candidates import worth_alone
from yiwutrip.planner.days import Frame, begins_of, cut_days, meeting_points
from yiwutrip.planner.here import Here
from yiwutrip.planner.model import Model, Supply, build
from yiwutrip.planner.opening import windows
from yiwutrip.planner.walls import accept, walls_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.planner.clock import Clock
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.spots import Travel
    from yiwutrip.planner.walls import Presence, Wall


@dataclass(frozen=True, slots=True)
class Prepared:
    """A trip stated for the solver, and what is known already not to be met."""

    ground: Ground
    frame: Frame
    model: Model
    unmet: tuple[Unmet, ...]


def prepare(
    ground: Ground, here: Here | None = None, meet: Mapping[int, tuple[int, ...]] = MappingProxyType({})
) -> Prepared:
    """
    Cut the days and state the problem.

    Args:
        ground: the trip laid out.
        here: from where on; None for the trip's start.
        meet: by day, spots at which people should part and meet, where that costs them hardly any time.

    """
    trip, travel, clock = ground.trip, ground.travel, ground.clock
    begins = here.begins if here else begins_of(trip, clock, travel, [person.letter for person in trip.people])
    night = travel.places[trip.base]
    walls = walls_of(trip, clock, travel.places, begins)
    due = _still_to_come(walls, begins) if here else walls
    held, unmet = accept(due, begins, night, travel, under_way=here is not None)
    weights = {c.stall.code: worth_alone(trip, c, ground.assumed) for c in ground.field.candidates}
    frame = Frame(ground.calendar, tuple(held), meeting_points(trip, travel, weights), night, meet)
    stretches, apart = cut_days(frame, begins, travel)
    supply = Supply(ground.field.candidates, ground.field.done, partial(_windows, clock=clock), ground.spent)
    model = build(ground, stretches, supply, here or Here(begins))
    return Prepared(ground, frame, model, (*_nowhere(trip, travel), *unmet, *apart, *model.unmet))


def _still_to_come(walls: Iterable[Wall], begins: Mapping[str, Presence]) -> list[Wall]:
    """Walls with those of their people who are not past them yet."""
    left = [
        replace(w, who=tuple(p for p in w.who if begins[p].at_s < w.end_s or w.kind is CommitmentKind.DEPARTURE))
        for w in walls
    ]
    return [wall for wall in left if wall.who]


def _windows(stall: Stall, day: int, *, clock: Clock) -> tuple[tuple[int, int], ...]:
    return windows(stall, clock, day)


def _nowhere(trip: Trip, travel: Travel) -> list[Unmet]:
    """Commitments at a place that nobody can find."""
    return [
        Unmet(
            Reason("commitment", {"title": c.title, "kind": str(c.kind), "who": " ".join(c.who)}),
            Reason("not-in-catalogue", {"stall": c.place.stall}) if c.place.stall else Reason("place-unknown", {}),
        )
        for c in trip.commitments
        if c.place not in travel.places
    ]
