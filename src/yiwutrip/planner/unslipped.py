"""A plan of which nothing fell away, and that is in time: nothing happened, so nothing is to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import StopKind
from yiwutrip.planner.clock import DAY_S
from yiwutrip.planner.confidence import solve_with_slack
from yiwutrip.planner.partner import keep_as_planned
from yiwutrip.planner.shedding import valued
from yiwutrip.solver.problem import Solution
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwutrip.domain.itinerary import Itinerary, Stop
    from yiwutrip.planner.confidence import Searched
    from yiwutrip.planner.prepare import Prepared
    from yiwutrip.planner.progress import Standing
    from yiwutrip.solver.problem import Step

    Routes = tuple[tuple[Step, ...], ...]

LATE_S = 180
"""Who is later at a stall than planned by no more than this is in time: about the way from one stall to the next."""


def nothing_fell_away(plan: Itinerary, standings: Mapping[str, Standing]) -> bool:
    """Whether every visit of a plan was made, is under way or is still to come for those who were to make it."""
    met = {
        stop.stall
        for here in standings.values()
        for stop in (*here.past, here.under_way, *here.ahead)
        if stop is not None
    }
    return all(stop.stall in met for route in plan.routes for stop in route.stops if stop.kind is StopKind.VISIT)


def as_it_is(prepared: Prepared, ahead: Mapping[str, Sequence[Stop]]) -> Searched | None:
    """
    All that is to come as it was; None where some of it holds no more, or is at another time by now.

    Args:
        prepared: the rest of the trip.
        ahead: per person, the stops of the old plan that are still to come.

    """
    kept = keep_as_planned(prepared, ahead, lambda _: True)
    if kept is None or len(kept.steps) < len(prepared.model.stretches):
        return None
    routes = tuple(kept.steps[i] for i in range(len(kept.steps)))
    if not _is_in_time(prepared, routes, ahead):
        return None
    found = Solution(routes, 0, 0, 0, 0.0)
    searched = solve_with_slack(prepared, lambda problem, _, __: valued(problem, routes, found), kept=kept.steps.keys())
    return searched if searched.solution.routes == routes else None


def _is_in_time(prepared: Prepared, routes: Routes, ahead: Mapping[str, Sequence[Stop]]) -> bool:
    """Whether every visit to come is in the routes, hardly late, and early by less than another visit would take."""
    clock, model = prepared.ground.clock, prepared.model
    planned = {s.stall: clock.seconds(s.start) for stops in ahead.values() for s in stops if s.kind is StopKind.VISIT}
    begins = {
        model.supply.candidates[timed.step.node].stall.code: stretch.day * DAY_S + timed.start_s
        for i, stretch in enumerate(model.stretches)
        for timed in schedule(model.problem, i, routes[i]).stops
        if timed.step.node is not None
    }
    early_s = prepared.ground.assumed.market.visit_min * 60
    return planned.keys() == begins.keys() and all(-early_s < begins[s] - planned[s] <= LATE_S for s in begins)
