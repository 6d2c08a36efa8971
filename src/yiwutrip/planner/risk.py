"""
How likely everybody is in time: the plan walked thousands of times with times that stray.

Assumptions, all named in ``PlanAssumptions`` and the market's: minutes in a stall, on the way and at table are
lognormal around what was planned, each drawn for itself; nobody walks out of a stall early, nor skips one to catch up
(real people would, so real days are late less often); who finds a stall shut goes on; whoever is early goes on at once.
From ten visits of the trip on, with their minutes, the stay in a stall is drawn from those.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from math import exp, log
from statistics import fmean, pstdev
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.visit import VisitStatus
from yiwutrip.market.hours import default_visit_s
from yiwutrip.planner.opening import windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from yiwutrip.domain.itinerary import Itinerary, Route, Stop
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.planner.assumptions import PlanAssumptions
    from yiwutrip.planner.days import Calendar

Times = NDArray[np.float32]

LEARNED_FROM = 10
"""Visits of the trip whose minutes are known, from which on they are believed more than the defaults."""

LEAST_SIGMA = 0.1
"""Even ten visits that all went as planned do not make the next one certain."""


@dataclass(frozen=True, slots=True)
class Chance:
    """
    How likely a commitment is reached in time by all who have it.

    Attributes:
        starts: as the trip says it; ``by`` is when one has to be there.
        early_s: how early the last of them usually is (the median); negative for late.

    """

    title: str
    starts: datetime
    by: datetime
    who: tuple[str, ...]
    on_time: float
    early_s: int


@dataclass(frozen=True, slots=True)
class Door:
    """How likely a stall is still open when somebody of the plan gets there."""

    stall: str
    starts: datetime
    who: tuple[str, ...]
    is_open: float


@dataclass(frozen=True, slots=True)
class Risk:
    """
    What thousands of days make of a plan.

    Attributes:
        doors: every visit that is still to come, the least likely first.
        learned: whether the trip's own visits shaped the draws.

    """

    runs: int
    chances: tuple[Chance, ...]
    doors: tuple[Door, ...]
    learned: bool

    @property
    def expected_visits(self) -> float:
        """How many of the visits are made on average."""
        return sum(door.is_open for door in self.doors)

    def below(self, confidence: float) -> tuple[Chance, ...]:
        """Commitments that are less likely in time than that."""
        return tuple(chance for chance in self.chances if chance.on_time < confidence)


def learn(assumed: PlanAssumptions, trip: Trip, known: Mapping[str, Stall], visits: Iterable[Visit]) -> PlanAssumptions:
    """The assumptions with the length of a visit and how far it strays as this trip's own log has them."""
    ratios = [
        visit.minutes * 60 / default_visit_s(known[visit.stall], trip.pace, assumed.market)
        for visit in visits
        if visit.status is VisitStatus.DONE and visit.minutes and visit.stall in known and visit.is_of(trip)
    ]
    if len(ratios) < LEARNED_FROM:
        return assumed
    logs = [log(ratio) for ratio in ratios]
    sigma = max(LEAST_SIGMA, pstdev(logs))
    # The mean of a lognormal is exp(mu + sigma² / 2).
    factor = exp(fmean(logs) + sigma * sigma / 2)
    return replace(assumed, visit_factor=min(5.0, max(0.2, factor)), visit_sigma=sigma)


@dataclass(frozen=True, slots=True)
class Passage:
    """
    One stop in all runs; ``stop`` is in ``route``.

    Attributes:
        late_s: how much later than planned each run arrives.
        shut: of a visit, in how many runs the stall is shut by then.

    """

    route: int
    stop: int
    late_s: Times
    shut: int = 0


@dataclass(slots=True)
class Simulation:
    """Walks a plan in all runs at once."""

    trip: Trip
    known: Mapping[str, Stall]
    calendar: Calendar
    runs: int
    seed: int

    def passages(self, plan: Itinerary, since: datetime | None = None) -> list[Passage]:
        """
        Every visit, commitment, end of a route and meeting of the plan, in all runs.

        Args:
            plan: what is walked.
            since: what was over by then is history, and what had begun is walked on from, but nobody is late for it.

        """
        draws = np.random.default_rng(self.seed)
        free: dict[str, Times] = {}
        found: list[Passage] = []
        for r in sorted(
            range(len(plan.routes)), key=lambda r: (plan.routes[r].stops[0].leave, plan.routes[r].stops[-1].leave)
        ):
            route = plan.routes[r]
            stops = [i for i, stop in enumerate(route.stops) if since is None or stop.leave > since]
            if not stops:
                continue
            now = self._set_out(route, stops[0], free)
            for i in stops:
                stop = route.stops[i]
                if stop.kind is StopKind.START:
                    continue
                arrive = now + self._way(stop, draws)
                now, shut = self._leave(stop, arrive, draws)
                is_to_come = since is None or stop.start > since
                if is_to_come and stop.kind in {StopKind.VISIT, StopKind.COMMITMENT, StopKind.END}:
                    found.append(Passage(r, i, arrive - self._s(stop.arrive), shut))
            free |= dict.fromkeys(route.who, now)
        return found

    def _s(self, when: datetime) -> int:
        return self.calendar.clock.seconds(when)

    def _set_out(self, route: Route, first: int, free: Mapping[str, Times]) -> Times:
        """When the last of them is free, and not before the plan says."""
        stop = route.stops[first]
        planned = stop.leave if stop.kind is StopKind.START else stop.arrive
        if stop.kind is not StopKind.START and stop.leg is not None:
            now = np.full(self.runs, self._s(planned) - stop.leg.seconds, dtype=np.float32)
        else:
            now = np.full(self.runs, self._s(planned), dtype=np.float32)
        for letter in route.who:
            if letter in free:
                now = np.maximum(now, free[letter])
        return now

    def _factor(self, sigma: float, draws: np.random.Generator) -> Times:
        """Lognormal with a mean of one."""
        factor: Times = np.exp(sigma * draws.standard_normal(self.runs, dtype=np.float32) - sigma * sigma / 2)
        return factor

    def _way(self, stop: Stop, draws: np.random.Generator) -> Times:
        seconds = stop.leg.seconds if stop.leg is not None else 0
        if not seconds:
            return np.zeros(self.runs, dtype=np.float32)
        return seconds * self._factor(self.calendar.assumed.market.walk_spread, draws)

    def _leave(self, stop: Stop, arrive: Times, draws: np.random.Generator) -> tuple[Times, int]:
        """When each run goes on, and in how many a stall was shut."""
        planned_s = self._s(stop.leave) - self._s(stop.start)
        assumed = self.calendar.assumed
        if stop.stall is not None and stop.kind is StopKind.VISIT:
            sigma = assumed.market.visit_spread if assumed.visit_sigma is None else assumed.visit_sigma
            stay = planned_s * self._factor(sigma, draws)
            stall = self.known.get(stop.stall)
            # Nobody knows the hours of a stall that the catalogue does not have.
            return (arrive + stay, 0) if stall is None else self._visit(stall, stop, arrive, stay)
        if stop.kind is StopKind.MEAL:
            opens = self._meal_opens_s(stop)
            return np.maximum(arrive, opens) + planned_s * self._factor(assumed.meal_spread, draws), 0
        if stop.kind is StopKind.COMMITMENT:
            return np.maximum(arrive, np.float32(self._s(stop.leave))), 0
        return arrive + np.float32(planned_s if stop.kind is StopKind.CAR else 0), 0

    def _meal_opens_s(self, stop: Stop) -> int:
        day = (stop.start.date() - self.calendar.clock.first).days
        meal = self.calendar.meal(day)
        return day * 86_400 + meal.earliest.hour * 3600 + meal.earliest.minute * 60 if meal else self._s(stop.start)

    def _visit(self, stall: Stall, stop: Stop, arrive: Times, stay: Times) -> tuple[Times, int]:
        """Wait for the door, stay until done or shown out; where it is shut by then, go on."""
        day = (stop.start.date() - self.calendar.clock.first).days
        leave = arrive
        waiting = np.ones(self.runs, dtype=bool)
        for opens_s, closes_s in windows(stall, self.calendar.clock, day):
            opens, closes = day * 86_400 + opens_s, day * 86_400 + closes_s
            inside = waiting & (arrive < closes)
            leave = np.where(inside, np.minimum(np.maximum(arrive, opens) + stay, closes), leave)
            waiting &= ~inside
        return np.maximum(leave, arrive), int(waiting.sum())


def risk_of(simulation: Simulation, plan: Itinerary, since: datetime | None = None) -> Risk:
    """The probability of being in time at each commitment of a plan, in order of time, and at each stall's door."""
    doors = []
    late: defaultdict[tuple[str, datetime], list[tuple[tuple[str, ...], Times, Stop]]] = defaultdict(list)
    for passage in simulation.passages(plan, since):
        route = plan.routes[passage.route]
        stop = route.stops[passage.stop]
        if stop.kind is StopKind.VISIT and stop.stall is not None:
            doors.append(Door(stop.stall, stop.start, route.who, 1 - passage.shut / simulation.runs))
        if stop.kind is StopKind.COMMITMENT and stop.title is not None:
            by_s = (stop.start - stop.arrive).total_seconds()
            late[stop.title, stop.start].append((route.who, passage.late_s - np.float32(by_s), stop))
    starts = _starts(simulation.trip)
    chances = []
    for (title, by), parts in sorted(late.items(), key=lambda item: item[0][1]):
        worst = np.max(np.stack([seconds for _, seconds, _ in parts]), axis=0)
        chances.append(
            Chance(
                title=title,
                starts=starts.get((title, parts[0][2].leave), by),
                by=by,
                who=tuple(sorted({letter for who, _, _ in parts for letter in who})),
                on_time=float(np.mean(worst <= 0)),
                early_s=-round(float(np.median(worst))),
            )
        )
    doors.sort(key=lambda door: (door.is_open, door.starts, door.stall))
    learned = simulation.calendar.assumed.visit_sigma is not None
    return Risk(simulation.runs, tuple(chances), tuple(doors), learned)


def _starts(trip: Trip) -> dict[tuple[str, datetime], datetime]:
    """The hour that people know a commitment by; it is found by its title and its end."""
    return {(c.title, c.ends): c.starts for c in trip.commitments}
