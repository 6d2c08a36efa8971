"""
Plan the rest again, from here and now.

What was done stays as it was, what is under way is finished, and the rest is searched again for those whose day
slipped; the others keep their routes unless a plan that moves them too is worth more. A small bonus keeps stalls that
were planned already, so that a plan does not flutter for nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import NotFoundError, TripError
from yiwutrip.domain.itinerary import Stop, StopKind
from yiwutrip.domain.trip import CommitmentKind, Place
from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.planner.at_hand import at_hand
from yiwutrip.planner.changes import changes
from yiwutrip.planner.clock import Clock, day_of
from yiwutrip.planner.confidence import solve_with_slack
from yiwutrip.planner.ground import for_people, lay_out
from yiwutrip.planner.here import Here
from yiwutrip.planner.history import history_of
from yiwutrip.planner.make import CHECK_FAILED, itinerary_of, plan_trip
from yiwutrip.planner.partner import keep_as_planned
from yiwutrip.planner.prepare import prepare
from yiwutrip.planner.progress import Standing, of_its_days, standing
from yiwutrip.planner.search import Phases
from yiwutrip.planner.shedding import valued
from yiwutrip.planner.thinned import thinned
from yiwutrip.planner.unslipped import as_it_is, nothing_fell_away
from yiwutrip.planner.verify import walks
from yiwutrip.planner.walls import Presence, car_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.planner.changes import Changes
    from yiwutrip.planner.confidence import Searched
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.history import Past
    from yiwutrip.planner.options import PlanOptions
    from yiwutrip.planner.partner import Kept
    from yiwutrip.planner.prepare import Prepared
    from yiwutrip.planner.search import Routes
    from yiwutrip.solver.problem import Problem, Solution

ALMOST_A_SECOND = timedelta(microseconds=999_999)
"""The log knows parts of seconds, the plan does not: nobody goes on before being free."""

KEEP_POINTS = 10
"""
What a stall that was planned already is worth more than one that was not, in the search: a point of a want's weight.

On 12 drawn trips, 300 times planned again: with 3 points 3.3 stalls came or went each time, with 10 points 1.8 for
0.4 % of the prize, with 20 points 1.4 for 2.1 %.
"""


WORTH_A_CHANGE = 0.05
"""So much more has a plan to be worth that changes the days to come, or others' routes."""


@dataclass(frozen=True, slots=True)
class Slip:
    """
    What happened.

    Attributes:
        now: when.
        at: the stall where those of ``who`` are; None to go by the log and the plan.
        who: letters of those whose day slipped; empty for everybody.

    """

    now: datetime
    at: str | None = None
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redone:
    """The new plan, and what it changes of the old one."""

    itinerary: Itinerary
    changes: Changes


@dataclass(frozen=True, slots=True)
class Course:
    """A trip on its way: what was asked for, what is known, what was logged, what was planned."""

    trip: Trip
    stalls: Sequence[Stall]
    visits: Sequence[Visit]
    plan: Itinerary


def redo(course: Course, slip: Slip, options: PlanOptions) -> Redone:
    """
    Plan the rest of a trip again.

    Raises:
        NotFoundError: ``stall-not-found``: nobody can be where ``at`` says.
        TripError: ``trip-is-over``; ``plan-check-failed``.
        BadInputError: as for `plan_trip`.

    """
    trip, plan = course.trip, course.plan
    if slip.now >= trip.ends:
        raise TripError("trip-is-over", ends=trip.ends.strftime("%Y-%m-%d %H:%M"))
    if slip.now < trip.starts or not plan.routes:
        return _compared(course, plan_trip(trip, course.stalls, course.visits, options), slip.now)
    plan, log = of_its_days(plan, [visit for visit in course.visits if visit.is_of(trip)])
    walked = replace(course, plan=plan, visits=log)
    letters = {letter for route in plan.routes for letter in route.who}
    mine = for_people(trip, sum(person.letter in letters for person in trip.people))
    slipped = frozenset(slip.who or letters) & letters
    standings = {p: _standing(walked, slip, p, at=slip.at if p in slipped else None) for p in sorted(letters)}
    visits = [*course.visits, *_taken_as_done(walked, standings)]
    ground = _ground(mine, course, visits, standings, options)
    past = history_of(plan, standings, log, slip.now)
    prepared = prepare(
        ground, _here(ground, replace(plan, routes=past.routes), standings, slip.now), _meet(ground, standings)
    )
    ahead = {letter: here.ahead for letter, here in standings.items()}
    as_before = as_it_is(prepared, ahead) if nothing_fell_away(plan, standings) else None
    searched = _search(prepared, slipped, ahead, options, as_before)
    try:
        again = itinerary_of(searched, options, past)
    except TripError as error:
        again = _old_plan_later(prepared, ahead, options, past, error)
    return _compared(course, again, slip.now)


def _old_plan_later(
    prepared: Prepared,
    ahead: Mapping[str, Sequence[Stop]],
    options: PlanOptions,
    past: Past,
    error: TripError,
) -> Itinerary:
    """
    What is left of the old plan, where the new one broke a promise: a fault of ours must not leave people without.

    Raises:
        TripError: the same as before, if that does not hold either.

    """
    if error.code != CHECK_FAILED:
        raise error
    searched = solve_with_slack(prepared, lambda problem, _, __: thinned(prepared, ahead, problem))
    return itinerary_of(searched, options, past)


def _standing(course: Course, slip: Slip, letter: str, at: str | None) -> Standing:
    """Where a person is; who says so is believed before the log and the plan."""
    here = standing(course.plan, course.visits, slip.now, letter, at)
    if at is None:
        return here
    if all(stall.code != at for stall in course.stalls):
        raise NotFoundError("stall", at)
    if here.under_way is not None and here.under_way.kind is StopKind.COMMITMENT and here.under_way.stall == at:
        return here
    if any(visit.stall == at and visit.at <= slip.now for visit in course.visits):
        stop = Stop(StopKind.VISIT, slip.now, slip.now, slip.now, 0, stall=at)
        return replace(here, under_way=None, here=stop, free_at=slip.now)
    planned = next((s for s in (here.under_way, *here.ahead) if s and s.stall == at and s.kind is StopKind.VISIT), None)
    stay = planned.leave - planned.start if planned else timedelta()
    began = planned.start if planned and planned.start <= slip.now else slip.now
    leave = max(slip.now, began + stay)
    known = planned or Stop(StopKind.VISIT, began, began, leave, 0, stall=at)
    stop = replace(known, arrive=min(known.arrive, began), start=began, leave=leave, slack_s=0)
    ahead = tuple(s for s in here.ahead if s.stall != at)
    return replace(here, under_way=stop, here=stop, ahead=ahead, free_at=leave)


def _taken_as_done(course: Course, standings: Mapping[str, Standing]) -> list[Visit]:
    """Visits that nobody logged, of those who follow the plan, and those that are under way."""
    logged = {visit.stall for visit in course.visits}
    taken = {}
    for letter, here in standings.items():
        for stop in (*here.past, here.under_way):
            if stop is not None and stop.kind is StopKind.VISIT and stop.stall and stop.stall not in logged:
                taken[stop.stall] = Visit(stop.stall, VisitStatus.DONE, (letter,), stop.leave)
    return list(taken.values())


def _ground(
    trip: Trip, course: Course, visits: Sequence[Visit], standings: Mapping[str, Standing], options: PlanOptions
) -> Ground:
    """The ground with where everybody is on it, and a bonus for what was planned."""
    places = [place for here in standings.values() for place in _places(trip, here)]
    places += [stop.place for route in course.plan.routes for stop in route.stops if stop.place is not None]
    places += [Place(stall=visit.stall) for visit in visits if visit.is_of(trip)]
    ground = lay_out(trip, course.stalls, visits, options.assumed, places)
    planned = {stop.stall for here in standings.values() for stop in here.ahead}
    candidates = tuple(replace(c, bonus=KEEP_POINTS) if c.stall.code in planned else c for c in ground.field.candidates)
    return replace(ground, field=replace(ground.field, candidates=candidates))


def _places(trip: Trip, here: Standing) -> Iterator[Place]:
    """Where a person is, then where before, should nobody find that; before the first stop, where it all starts."""
    for stop in (here.here, *reversed(here.past)):
        if stop is not None:
            yield Place(stall=stop.stall) if stop.stall else stop.place or trip.base
    if here.ahead and here.ahead[0].place is not None:
        yield here.ahead[0].place
    yield car_place(trip) or trip.base


def _spot(ground: Ground, here: Standing) -> int:
    """The first of them that can be found."""
    spots = ground.travel.places
    return next(spots[place] for place in _places(ground.trip, here) if place in spots)


def _here(ground: Ground, walked: Itinerary, standings: Mapping[str, Standing], now: datetime) -> Here:
    """From where on to plan; ``walked`` is what has been walked so far."""
    clock: Clock = ground.clock
    begins = {
        letter: Presence(clock.seconds(here.free_at + ALMOST_A_SECOND), _spot(ground, here))
        for letter, here in standings.items()
        if not _has_left(ground.trip, letter, here)
    }
    fed = frozenset(
        (day_of(clock.seconds(stop.start)), letter)
        for letter, here in standings.items()
        for stop in (*here.past, here.under_way)
        if stop is not None and stop.kind is StopKind.MEAL
    )
    company = {stop: route.who for route in walked.routes for stop in route.stops}
    gone = walks(walked)
    load_g = {letter: _load_g(ground, gone.get(letter, []), letter, company) for letter in standings}
    return Here(begins, fed, load_g, clock.seconds(now))


def _has_left(trip: Trip, letter: str, here: Standing) -> bool:
    """Whether a person is gone, or about to go and at the car: there is nothing more to plan for them."""
    own = {(c.title, c.place) for c in trip.commitments if c.kind is CommitmentKind.DEPARTURE and letter in c.who}
    leaving = own or {(str(CommitmentKind.DEPARTURE), car_place(trip) or trip.base)}
    begun = [stop for stop in (*here.past, here.under_way) if stop is not None and stop.kind is StopKind.COMMITMENT]
    return any((stop.title, stop.place) in leaving for stop in begun)


def _meet(ground: Ground, standings: Mapping[str, Standing]) -> Mapping[int, tuple[int, ...]]:
    """By day, where the old plan parts and meets: people have agreed on that."""
    found: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for here in standings.values():
        for stop in here.ahead:
            if stop.kind is not StopKind.END or stop.place is None or stop.place == ground.trip.base:
                continue
            if stop.place in ground.travel.places:
                found[day_of(ground.clock.seconds(stop.start))][ground.travel.places[stop.place]] = None
    return {day: tuple(spots) for day, spots in found.items()}


def _load_g(ground: Ground, gone: Sequence[Stop], letter: str, company: Mapping[Stop, tuple[str, ...]]) -> int:
    """What a person is expected to carry by now: all that was taken since it was last laid down, shared by strength."""
    strength = {person.letter: person.carry_g for person in ground.trip.people}
    load_g = 0.0
    for stop in gone:
        if stop.kind is StopKind.CAR or (stop.kind is not StopKind.MEAL and stop.place in _lay_down(ground.trip)):
            load_g = 0.0
        if stop.kind is StopKind.VISIT and stop.stall is not None and stop.stall in ground.known:
            share = strength[letter] / max(1, sum(strength[p] for p in company[stop]))
            load_g += share * ground.assumed.goods_of(ground.known[stop.stall]).weight_g
    return math.ceil(load_g)


def _lay_down(trip: Trip) -> set[Place | None]:
    return {trip.base, car_place(trip)} - {None}


def _search(
    prepared: Prepared,
    slipped: frozenset[str],
    ahead: Mapping[str, Sequence[Stop]],
    options: PlanOptions,
    as_before: Searched | None,
) -> Searched:
    """
    What changes least, unless what changes more is worth it.

    Before all else the old plan, if nothing of it fell away or slipped. Otherwise first the days to come and the
    others' routes of today stay as they are, then the days to come alone, then nothing. Each begins with what
    people have in hand, so what still fits of it stays unless something better is found.
    """
    today = day_of(prepared.model.stretches[0].start_s) if prepared.model.stretches else 0
    to_come = keep_as_planned(prepared, ahead, lambda stretch: stretch.day > today)
    least = keep_as_planned(prepared, ahead, lambda stretch: stretch.day > today or not slipped & set(stretch.who))
    ways = [kept for kept in (least, to_come) if kept is not None]
    if len(ways) == 2 and ways[0].steps.keys() == ways[1].steps.keys():
        del ways[1]
    phases, start = Phases(options.stop, options.seed), at_hand(prepared, ahead)
    part = 1 / (len(ways) + 1)
    found = [_search_rest(prepared, kept, lambda *asked: _run(phases, part, *asked), start) for kept in ways]
    found.append(solve_with_slack(prepared, lambda *asked: _run(phases, part, *asked), start=start))
    best = as_before or found[0]
    for other in found:
        if _is_worth_it(other, best):
            best = other
    return best


def _run(phases: Phases, part: float, problem: Problem, share: float, start: Routes | None) -> Solution:
    """Search with a share of a part of the time."""
    return phases.run(problem, share * part, start)


def _search_rest(
    prepared: Prepared, kept: Kept, run: Callable[[Problem, float, Routes | None], Solution], start: Routes
) -> Searched:
    """What is not kept, searched."""

    def search(problem: Problem, share: float, start: Routes | None) -> Solution:
        found = run(kept.rest_of(problem), share, start)
        return valued(prepared.model.problem, kept.with_kept(found.routes), found)

    return solve_with_slack(prepared, search, start=start, kept=kept.steps.keys())


def _is_worth_it(other: Searched, best: Searched) -> bool:
    """Whether a plan that changes more is so much better that people should throw their sheets away."""
    if len(other.unsure) != len(best.unsure):
        return len(other.unsure) < len(best.unsure)
    promise, prize, before = best.prepared.model.promise, other.solution.prize, best.solution.prize
    if prize // promise != before // promise:
        return prize > before
    return prize % promise > before % promise * (1 + WORTH_A_CHANGE)


def _compared(course: Course, plan: Itinerary, now: datetime) -> Redone:
    """The new plan, and what it changes of the old one."""
    settled = {v.stall for v in course.visits if v.is_of(course.trip) and (v.at <= now or v.at > course.trip.ends)}
    return Redone(plan, changes(course.plan, plan, settled, now))
