"""A trip, cut into stretches, as a problem for the solver."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.planner.clock import DAY_S
from yiwutrip.planner.meals import Sitting, assign_meals, meal_of, meal_window
from yiwutrip.planner.sharing import carrying, walking
from yiwutrip.planner.wants import values
from yiwutrip.solver.problem import NO_LIMIT, Drop, Group, Node, Problem, Route

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yiwutrip.domain.itinerary import Unmet
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.planner.assumptions import PlanAssumptions
    from yiwutrip.planner.candidates import Candidate
    from yiwutrip.planner.cut import Stretch
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.here import Here
    from yiwutrip.planner.spots import Travel

    Windows = tuple[tuple[int, int], ...]

MOST_POINTS = 2**28
"""Promises are kept below this, so that no sum of them leaves 32 bits."""


@dataclass(frozen=True, slots=True)
class Supply:
    """
    What the search may draw on.

    Attributes:
        candidates: node i of the problem is candidate i.
        done: per want, visits that count already.
        windows: opening of a stall on a day of the trip, seconds of that day.
        spent: of budget (fen), car weight (g) and car volume (ml), what is promised already.

    """

    candidates: tuple[Candidate, ...]
    done: tuple[int, ...]
    windows: Callable[[Stall, int], Windows]
    spent: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Model:
    """
    A problem and what its parts mean.

    Attributes:
        stretches: route i of the problem is stretch i.
        sittings: per stretch, where in it its people eat; None where they do not.
        promise: points of one visit that an *at least* asks for; a must is worth ``must_points``.

    """

    problem: Problem
    stretches: tuple[Stretch, ...]
    supply: Supply
    sittings: tuple[Sitting | None, ...]
    promise: int
    must_points: int
    unmet: tuple[Unmet, ...]


def build(ground: Ground, stretches: Sequence[Stretch], supply: Supply, here: Here) -> Model:
    """State the problem."""
    trip, travel, assumed = ground.trip, ground.travel, ground.assumed
    promise, must_points = _promises(trip, supply, assumed)
    days = sorted({s.day for s in stretches})
    sittings, unmet = assign_meals(stretches, ground.calendar, travel, here)
    routes, walk_limits = _routes(ground, stretches, sittings, here)
    problem = Problem(
        travel_s=travel.table.seconds,
        walk_s=travel.table.walk_s,
        nodes=tuple(_node(ground, candidate, supply, days, must_points) for candidate in supply.candidates),
        routes=routes,
        groups=tuple(
            Group(
                NO_LIMIT if want.at_most is None else max(0, want.at_most - done),
                values(want, done, promise, assumed),
            )
            for want, done in zip(trip.wants, supply.done, strict=True)
        ),
        resources=tuple(max(0, limit - spent) for limit, spent in _bounds(trip, supply)),
        walk_limits_s=walk_limits,
    )
    return Model(problem, tuple(stretches), supply, sittings, promise, must_points, unmet)


def _routes(
    ground: Ground, stretches: Sequence[Stretch], sittings: Sequence[Sitting | None], here: Here
) -> tuple[tuple[Route, ...], tuple[int, ...]]:
    """Each stretch as a route, and the walking limits that they share."""
    trip, travel, assumed = ground.trip, ground.travel, ground.assumed
    limits, budgets = walking(stretches, assumed.walk_limit_s[trip.pace], travel)
    loads = carrying(trip, stretches, travel, here.load_g)
    routes = tuple(
        Route(
            day=s.day,
            start=s.start,
            end=s.end,
            start_s=_begin_s(s, sittings[i], ground) - s.day * DAY_S,
            latest_end_s=_finish_s(s, sittings[i], ground) - s.day * DAY_S,
            carry_g=loads[i][0],
            load_chain=loads[i][1],
            walk_budget=budgets[i],
            meal=meal_of(ground.calendar.meal(s.day)) if sittings[i] is Sitting.INSIDE else None,
            drop=_drop(trip, travel, assumed),
            people=len(s.who),
        )
        for i, s in enumerate(stretches)
    )
    return routes, limits


def _begin_s(stretch: Stretch, sitting: Sitting | None, ground: Ground) -> int:
    """When walking can begin: after the meal, where that is taken first."""
    meal = ground.calendar.meal(stretch.day)
    if meal is None or sitting is not Sitting.BEFORE:
        return stretch.start_s
    return max(stretch.start_s, stretch.day * DAY_S + meal_window(meal)[0]) + meal.duration_s


def _finish_s(stretch: Stretch, sitting: Sitting | None, ground: Ground) -> int:
    """By when walking has to end: in time for the meal, where that is taken last."""
    meal = ground.calendar.meal(stretch.day)
    return stretch.end_s - (meal.duration_s if meal is not None and sitting is Sitting.AFTER else 0)


def _promises(trip: Trip, supply: Supply, assumed: PlanAssumptions) -> tuple[int, int]:
    """Points of one at-least and of one must, each more than everything below it can be worth together."""
    groups = sum(values(want, 0, 0, assumed)[-1] for want in trip.wants)
    promise = 1 + groups + sum(c.points for c in supply.candidates)
    asked = sum(want.at_least for want in trip.wants)
    musts = max(1, sum(c.must for c in supply.candidates))
    must_points = promise * (asked + 1)
    if must_points * musts > MOST_POINTS:
        share = MOST_POINTS // (musts * (asked + 2))
        promise, must_points = max(1, share), max(2, share * (asked + 1))
    return promise, must_points


def _bounds(trip: Trip, supply: Supply) -> list[tuple[int, int]]:
    car = (trip.car.load_g, trip.car.load_ml) if trip.car else (None, None)
    limits = (trip.budget_fen, *car)
    return [(limit, spent) for limit, spent in zip(limits, supply.spent, strict=True) if limit is not None]


def _node(ground: Ground, candidate: Candidate, supply: Supply, days: Sequence[int], must_points: int) -> Node:
    trip, stall = ground.trip, candidate.stall
    service_s = ground.assumed.service_s(stall, trip.pace)
    goods = ground.assumed.goods_of(stall)
    takes: tuple[int, ...] = (goods.spend_fen,) if trip.budget_fen is not None else ()
    takes += (goods.weight_g, goods.volume_ml) if trip.car is not None else ()
    windows = {
        day: tuple(
            (opens, closes - service_s) for opens, closes in supply.windows(stall, day) if closes - opens >= service_s
        )
        for day in days
    }
    return Node(
        location=ground.travel.stalls[stall.code],
        prize=candidate.points + candidate.bonus + (must_points if candidate.must else 0),
        service_s=service_s,
        windows={day: slots for day, slots in windows.items() if slots},
        groups=candidate.wants,
        uses=takes,
        load_g=goods.weight_g,
    )


def _drop(trip: Trip, travel: Travel, assumed: PlanAssumptions) -> Drop | None:
    if trip.car is None or trip.car.parked is None:
        return None
    return Drop(travel.places[trip.car.parked], assumed.drop_s)
