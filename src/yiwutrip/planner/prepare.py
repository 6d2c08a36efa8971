"""From a trip laid out to a problem: everything that is settled before the search begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import Reason, Unmet
from yiwutrip.planner.candidates import worth_alone
from yiwutrip.planner.days import Frame, begins_of, cut_days, meeting_points
from yiwutrip.planner.model import Model, Supply, build
from yiwutrip.planner.opening import windows
from yiwutrip.planner.walls import accept, walls_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.planner.clock import Clock
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.spots import Travel
    from yiwutrip.planner.walls import Presence


@dataclass(frozen=True, slots=True)
class Prepared:
    """A trip stated for the solver, and what is known already not to be met."""

    ground: Ground
    frame: Frame
    model: Model
    unmet: tuple[Unmet, ...]


def prepare(ground: Ground, begins: Mapping[str, Presence] | None = None) -> Prepared:
    """Cut the days and state the problem; ``begins`` says where everybody is now, if not at the trip's start."""
    trip, travel, clock = ground.trip, ground.travel, ground.clock
    here = begins or begins_of(trip, clock, travel, [person.letter for person in trip.people])
    night = travel.places[trip.base]
    walls = walls_of(trip, clock, travel.places, here)
    if begins is not None:
        first_s = min(begin.at_s for begin in begins.values())
        walls = [wall for wall in walls if wall.end_s > first_s]
    held, unmet = accept(walls, here, night, travel)
    weights = {c.stall.code: worth_alone(trip, c, ground.assumed) for c in ground.field.candidates}
    frame = Frame(ground.calendar, tuple(held), meeting_points(trip, travel, weights), night)
    stretches, apart = cut_days(frame, here, travel)
    open_on = partial(_windows, clock=clock)
    supply = Supply(ground.field.candidates, ground.field.done, open_on, ground.spent)
    model = build(ground, stretches, supply)
    return Prepared(ground, frame, model, (*_nowhere(trip, travel), *unmet, *apart, *model.unmet))


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
