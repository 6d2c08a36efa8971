"""The plan of a trip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import TripError
from yiwutrip.domain.itinerary import Itinerary, StopKind
from yiwutrip.planner.candidates import appointments
from yiwutrip.planner.confidence import solve_with_slack
from yiwutrip.planner.ground import for_people, lay_out
from yiwutrip.planner.history import NO_PAST, joined
from yiwutrip.planner.leftover import Leftovers
from yiwutrip.planner.prepare import prepare
from yiwutrip.planner.search import Phases
from yiwutrip.planner.sums import totals_of
from yiwutrip.planner.translate import Reader
from yiwutrip.planner.verify import verify
from yiwutrip.planner.wants import answers, own_terms, visit_points
from yiwutrip.solver.check import check

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.planner.confidence import Searched
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.history import Past
    from yiwutrip.planner.options import OnProgress, PlanOptions

CHECK_FAILED = "plan-check-failed"
"""A plan that breaks one of its own promises is never returned."""

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
    prepared = prepare(ground)
    phases = Phases(options.stop, options.seed, on_progress)
    share = 1 - ALONE_SHARE if with_alone else 1.0
    searched = solve_with_slack(
        prepared,
        lambda problem, part, start: phases.run(problem, share * part, start),
        lambda meet: prepare(ground, meet=meet),
    )
    plan = itinerary_of(searched, options)
    if with_alone:
        plan = replace(plan, alone_prize=_alone(ground, phases))
    return plan


def itinerary_of(searched: Searched, options: PlanOptions, past: Past = NO_PAST) -> Itinerary:
    """
    The plan that a search found, checked twice.

    Args:
        searched: what was found.
        options: for the plan's head.
        past: what is history.

    Raises:
        TripError: ``plan-check-failed``.

    """
    prepared, solution = searched.prepared, searched.solution
    ground, model = prepared.ground, prepared.model
    broken = [violation.code for violation in check(model.problem, solution)]
    if broken:
        raise TripError(CHECK_FAILED, broken=", ".join(sorted(set(broken))))
    tight = replace(model, problem=searched.tight)
    leftovers = Leftovers(
        ground.trip, ground.field, tight, model.problem, ground.clock, ground.assumed, solution.routes
    )
    reader = Reader(model, ground.travel, ground.calendar, searched.early)
    routes = joined(past.routes, reader.routes(solution.routes))
    fits = leftovers.fits()
    plan = Itinerary(
        trip=ground.trip.name,
        prize=worth(ground, {s.stall for r in routes for s in r.stops if s.kind is StopKind.VISIT and s.stall}),
        seconds=solution.seconds,
        seed=options.seed,
        routes=routes,
        left_out=leftovers.left_out(fits),
        unmet=(*prepared.unmet, *searched.unsure, *leftovers.unmet(ground.known, fits)),
        totals=totals_of(routes),
        made_at=options.now,
        since=past.until,
    )
    faults = verify(ground, plan, past)
    if faults:
        raise TripError(CHECK_FAILED, broken=", ".join(sorted({fault.code for fault in faults})))
    return plan


def worth(ground: Ground, visited: Collection[str]) -> int:
    """What these stalls are worth, without the points by which promises go before everything else."""
    stalls = [ground.known[code] for code in visited if code in ground.known]
    points = sum(t.points for s in stalls for t in own_terms(s, seen_before=s.code in ground.before))
    promised = [ground.known[code] for code in appointments(ground.trip) if code in ground.known]
    for want in ground.trip.wants:
        first = 1 + sum(answers(stall, want) for stall in promised)
        count = sum(answers(stall, want) for stall in stalls)
        points += sum(visit_points(want, nth, ground.assumed) for nth in range(first, first + count))
    return points


def _alone(ground: Ground, phases: Phases) -> int:
    """The worth of the best plan found for the first person alone, on the ground already measured."""
    prepared = prepare(replace(ground, trip=for_people(ground.trip, 1)))
    solution = phases.run(prepared.model.problem, ALONE_SHARE)
    candidates = prepared.model.supply.candidates
    return worth(
        ground, {candidates[s.node].stall.code for steps in solution.routes for s in steps if s.node is not None}
    )
