"""The plan of a trip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import TripError
from yiwutrip.domain.itinerary import Itinerary
from yiwutrip.planner.ground import for_people, lay_out
from yiwutrip.planner.leftover import Leftovers
from yiwutrip.planner.options import part_of
from yiwutrip.planner.prepare import prepare
from yiwutrip.planner.sums import totals_of
from yiwutrip.planner.translate import Reader
from yiwutrip.planner.verify import verify
from yiwutrip.planner.wants import visit_points
from yiwutrip.solver.check import check
from yiwutrip.solver.solve import solve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.options import OnProgress, PlanOptions
    from yiwutrip.planner.prepare import Prepared
    from yiwutrip.solver.problem import Solution

ALONE_SHARE = 0.2
"""How much of the search goes into finding out what the first person could do alone."""


def plan_trip(
    trip: Trip,
    stalls: Sequence[Stall],
    visits: Sequence[Visit],
    options: PlanOptions,
    on_progress: OnProgress | None = None,
) -> Itinerary:
    """
    Plan a trip from its start.

    What cannot be met is in ``unmet`` with its reason, never an error.

    Args:
        trip: what was asked for.
        stalls: the catalogue, or that part of it that answers a want, is a must, or has an appointment.
        visits: of this trip and of earlier ones; what was seen on this one is not planned again.
        options: when to stop, for whom.
        on_progress: told now and then how far the search is and what the best plan is worth.

    Raises:
        BadInputError: nobody to plan for, a trip that ends before it starts, a base that is nowhere.
        TripError: ``plan-check-failed``: the plan broke a promise; a fault of ours, and the plan is not returned.

    """
    mine = for_people(trip, options.people)
    ground = lay_out(mine, stalls, visits, options.assumed)
    with_alone = options.alone and len(mine.people) > 1
    stop = part_of(options.stop, 1 - ALONE_SHARE) if with_alone else options.stop
    prepared = prepare(ground)
    solution = solve(prepared.model.problem, stop, options.seed, on_progress)
    plan = itinerary_of(prepared, solution, options)
    if with_alone:
        plan = replace(plan, alone_prize=_alone(ground, options))
    return plan


def itinerary_of(prepared: Prepared, solution: Solution, options: PlanOptions) -> Itinerary:
    """
    The plan that a solution stands for, checked twice.

    Raises:
        TripError: ``plan-check-failed``.

    """
    ground, model = prepared.ground, prepared.model
    broken = [violation.code for violation in check(model.problem, solution)]
    if broken:
        raise TripError("plan-check-failed", broken=", ".join(sorted(set(broken))))
    leftovers = Leftovers(ground.trip, ground.field, model, ground.clock, ground.assumed, solution.routes)
    routes = Reader(model, ground.travel, ground.clock, ground.assumed.early_s).routes(solution.routes)
    fits = leftovers.fits()
    plan = Itinerary(
        trip=ground.trip.name,
        prize=worth(ground, prepared, solution),
        seconds=solution.seconds,
        seed=options.seed,
        routes=routes,
        left_out=leftovers.left_out(fits),
        unmet=(*prepared.unmet, *leftovers.unmet(ground.known, fits)),
        totals=totals_of(routes),
        made_at=options.now,
    )
    faults = verify(ground, plan)
    if faults:
        raise TripError("plan-check-failed", broken=", ".join(sorted({fault.code for fault in faults})))
    return plan


def worth(ground: Ground, prepared: Prepared, solution: Solution) -> int:
    """What the visited stalls are worth, without the points by which promises go before everything else."""
    candidates = prepared.model.supply.candidates
    visited = [candidates[s.node] for steps in solution.routes for s in steps if s.node is not None]
    points = sum(candidate.points for candidate in visited)
    for w, want in enumerate(ground.trip.wants):
        done = ground.field.done[w]
        count = sum(w in candidate.wants for candidate in visited)
        points += sum(visit_points(want, nth, ground.assumed) for nth in range(done + 1, done + count + 1))
    return points


def _alone(ground: Ground, options: PlanOptions) -> int:
    """The worth of the best plan found for the first person alone, on the ground already measured."""
    prepared = prepare(replace(ground, trip=for_people(ground.trip, 1)))
    solution = solve(prepared.model.problem, part_of(options.stop, ALONE_SHARE), options.seed)
    return worth(ground, prepared, solution)
