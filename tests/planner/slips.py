"""Trips that slip: a plan walked with times that stray, doors that are shut and breaks that nobody planned."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import exp
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import Route, Stop, StopKind
from yiwutrip.domain.trip import CommitmentKind
from yiwutrip.domain.visit import Visit, VisitStatus
from yiwutrip.market.hours import opening_windows
from yiwutrip.planner.ground import lay_out
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.redo import Course, Slip, redo
from yiwutrip.planner.spots import survey
from yiwutrip.planner.verify import walks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Place, Trip
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.options import PlanOptions

SHUT, SKIPPED, BREAK = 0.05, 0.03, 0.05
"""How often a door is shut, a stall is passed over, and somebody sits down afterwards for 10 to 40 minutes."""

WORTH_A_REDO_S = 180
"""Who strays by more than this from the plan asks for another."""

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """By when, and where, a person has to be for a commitment."""

    key: Key
    by: datetime
    place: Place


@dataclass(frozen=True, slots=True)
class Reached:
    """A commitment as it really was; ``late_s`` is negative for early."""

    letter: str
    key: Key
    late_s: float


@dataclass(slots=True)
class Doing:
    """What somebody is on the way to, or in the middle of; ``over`` is when it ends, ``free`` when one goes on."""

    route: Route
    stop: Stop
    start: datetime
    over: datetime
    free: datetime
    status: VisitStatus = VisitStatus.DONE


@dataclass(slots=True)
class SlippingTrip:
    """
    A trip on its way, planned again whenever a visit strays from the plan by more than three minutes.

    Everybody does what the newest plan says, at times of their own: lognormal with a mean of one around what was
    planned, with the planner's own sigmas. Every visit is logged when it is over.

    Attributes:
        given_up: commitments that a plan dropped although the one who has them could go straight there in time.
        reached: every commitment as it was.

    """

    trip: Trip
    stalls: Sequence[Stall]
    options: PlanOptions
    draw: Random
    plan: Itinerary = field(init=False)
    ground: Ground = field(init=False)
    hopeless: set[tuple[object, str]] = field(init=False)
    log: list[Visit] = field(default_factory=list)
    free: dict[str, datetime] = field(default_factory=dict)
    done: dict[str, set[Key]] = field(default_factory=dict)
    nth: dict[str, int] = field(default_factory=dict)
    doing: dict[str, Doing] = field(default_factory=dict)
    redos: int = 0
    given_up: list[str] = field(default_factory=list)
    reached: list[Reached] = field(default_factory=list)

    def walk(self) -> SlippingTrip:
        """From the first morning to the departure."""
        self.plan = plan_trip(self.trip, self.stalls, [], self.options)
        self.hopeless = set(self._unmet())
        self.ground = lay_out(self.trip, self.stalls, [], self.options.assumed)
        for letter in walks(self.plan):
            self.free[letter], self.done[letter], self.nth[letter] = self.trip.starts, set(), 0
        while self._set_out():
            self._finish(self.doing[min(self.doing, key=lambda p: (self.doing[p].over, p))])
        return self

    def missed(self) -> set[tuple[str, Key]]:
        """Commitments that nobody said could not be met, and that were over before they were reached."""
        due = {(p, d.key) for p in self.free for d in self._dues(p) if (d.key[1], p) not in self.hopeless}
        return due - {(r.letter, r.key) for r in self.reached}

    def _unmet(self) -> Iterator[tuple[object, str]]:
        for unmet in self.plan.unmet:
            if unmet.what.code == "commitment":
                for letter in str(unmet.what.params["who"]).split():
                    yield unmet.what.params["title"], letter

    def _dues(self, letter: str) -> list[Due]:
        """What a person has promised, the departure included, by time."""
        trip = self.trip
        dues = [
            Due(
                ("commitment", c.title, c.starts.astimezone(MARKET_ZONE).date()),
                c.starts - timedelta(seconds=c.setup_s),
                c.place,
            )
            for c in trip.commitments
            if letter in c.who
        ]
        if not any(c.kind is CommitmentKind.DEPARTURE and letter in c.who for c in trip.commitments):
            loading = timedelta(seconds=trip.car.loading_s if trip.car else 0)
            parked = trip.car.parked if trip.car else None
            key = ("commitment", "departure", trip.ends.astimezone(MARKET_ZONE).date())
            dues.append(Due(key, trip.ends - loading, parked or trip.base))
        return sorted(dues, key=lambda due: due.by)

    def _next(self, letter: str) -> tuple[Route, Stop] | None:
        mine = [
            (route, stop)
            for stop in walks(self.plan)[letter][self.nth[letter] :]
            for route in self._routes(stop, letter)
        ]
        return next((pair for pair in mine if _key(pair[1]) not in self.done[letter]), None)

    def _routes(self, stop: Stop, letter: str) -> list[Route]:
        return [route for route in self.plan.routes if letter in route.who and stop in route.stops][:1]

    def _set_out(self) -> bool:
        """Let everybody who is free begin what is next, as soon as all who do it together are."""
        for letter in self.free:
            coming = self._next(letter) if letter not in self.doing else None
            if coming is not None and all(p not in self.doing and self._next(p) == coming for p in coming[0].who):
                begun = self._begin(*coming)
                self.doing |= dict.fromkeys(coming[0].who, begun)
        return bool(self.doing)

    def _begin(self, route: Route, stop: Stop) -> Doing:
        now = max(self.free[p] for p in route.who)
        assumed = self.ground.assumed
        if stop.kind is StopKind.START:
            now = max(now, stop.leave)
        elif stop.leg is not None:
            now += self._strayed(timedelta(seconds=stop.leg.seconds), assumed.market.walk_spread)
        stay = stop.leave - stop.start
        if stop.kind is StopKind.VISIT:
            return self._visit(route, stop, now)
        if stop.kind is StopKind.MEAL:
            start = max(now, stop.start) if stop.start.date() == now.date() else now
            over = start + self._strayed(stay, assumed.meal_spread)
        elif stop.kind is StopKind.COMMITMENT:
            start, over = now, max(now, stop.leave)
        else:
            start, over = now, now + (stay if stop.kind is StopKind.CAR else timedelta())
        return Doing(route, stop, start, over, over)

    def _visit(self, route: Route, stop: Stop, now: datetime) -> Doing:
        """Wait for the door; stay until done or shown out; afterwards sit down, or not."""
        if self.draw.random() < SKIPPED:
            return Doing(route, stop, now, now, now, VisitStatus.SKIPPED)
        stay = self._strayed(stop.leave - stop.start, self.ground.assumed.market.visit_spread)
        day = now.astimezone(MARKET_ZONE).date()
        hours = [
            (datetime.combine(day, a, MARKET_ZONE), datetime.combine(day, b, MARKET_ZONE))
            for a, b in opening_windows(self.ground.known[str(stop.stall)], day)
        ]
        opened = next(((max(now, a), b) for a, b in hours if now < b), None)
        if opened is None or self.draw.random() < SHUT:
            return Doing(route, stop, now, now, now, VisitStatus.SHUT)
        start, closes = opened
        over = min(start + stay, closes)
        rest = timedelta(minutes=self.draw.randint(10, 40) if self.draw.random() < BREAK else 0)
        return Doing(route, stop, start, over, over + rest)

    def _strayed(self, planned: timedelta, sigma: float) -> timedelta:
        return timedelta(seconds=round(planned.total_seconds() * exp(self.draw.gauss(-sigma * sigma / 2, sigma))))

    def _finish(self, doing: Doing) -> None:
        stop, who = doing.stop, doing.route.who
        for letter in who:
            del self.doing[letter]
            self.free[letter] = doing.free
            self.done[letter].add(_key(stop) or ())
            self.nth[letter] = walks(self.plan)[letter].index(stop) + 1
            if stop.kind is StopKind.COMMITMENT:
                due = next(d for d in self._dues(letter) if d.key == _key(stop))
                self.reached.append(Reached(letter, due.key, (doing.start - due.by).total_seconds()))
        if stop.kind is not StopKind.VISIT or stop.stall is None:
            return
        minutes = round((doing.over - doing.start).total_seconds() / 60)
        self.log.append(Visit(stop.stall, doing.status, who, doing.over, minutes))
        strays_s = abs((doing.free - stop.leave).total_seconds())
        if (strays_s > WORTH_A_REDO_S or doing.status is not VisitStatus.DONE) and doing.free < self.trip.ends:
            self._redo(doing)

    def _redo(self, doing: Doing) -> None:
        """Plan the rest again; who has not begun yet what the old plan said goes by the new one."""
        now, stop = doing.free, doing.stop
        at = stop.stall if doing.status is not VisitStatus.SKIPPED else None
        course = Course(self.trip, self.stalls, tuple(self.log), self.plan)
        self.plan = redo(course, Slip(now, at, doing.route.who), self.options).itinerary
        self.redos += 1
        for letter in doing.route.who if at is not None else ():
            self._note_given_up(letter, str(at), now)
        for letter, stops in walks(self.plan).items():
            about = self.doing.get(letter)
            same = [i for i, s in enumerate(stops) if about is not None and _key(s) == (_key(about.stop) or ())]
            if about is not None and about.start <= now and same:
                self.nth[letter] = same[0]
                about.stop, about.route = stops[same[0]], self._routes(stops[same[0]], letter)[0]
                continue
            if about is not None:
                self._turn_back(about, now)
            self.nth[letter] = next((i for i, s in enumerate(stops) if self._is_ahead(s, letter, now)), len(stops))

    def _turn_back(self, about: Doing, now: datetime) -> None:
        for letter in [p for p, one in self.doing.items() if one is about]:
            del self.doing[letter]
            self.free[letter] = max(self.free[letter], now)

    def _is_ahead(self, stop: Stop, letter: str, now: datetime) -> bool:
        return stop.leave > now and _key(stop) not in self.done[letter]

    def _note_given_up(self, letter: str, at: str, now: datetime) -> None:
        """The next thing promised must be in the plan, in time, if one can go straight there."""
        known, assumed = self.ground.known, self.ground.assumed
        travel = survey(self.trip, known, [known[at]], assumed.market)
        ahead = [d for d in self._dues(letter) if d.by > now and (d.key[1], letter) not in self.hopeless]
        if not ahead or ahead[0].place not in travel.places:
            return
        due = ahead[0]
        if now + timedelta(seconds=1 + travel.seconds(travel.stalls[at], travel.places[due.place])) > due.by:
            return
        if not any(_key(s) == due.key and s.arrive <= due.by for s in walks(self.plan)[letter]):
            self.given_up.append(f"{letter} {due.key} at {now}")


def _key(stop: Stop) -> Key | None:
    """What a stop is, whichever plan it is of; None for a place on the way."""
    day = stop.start.date()
    if stop.kind is StopKind.VISIT:
        return "visit", stop.stall
    if stop.kind is StopKind.COMMITMENT:
        return "commitment", stop.title, day
    if stop.kind is StopKind.MEAL:
        return "meal", day
    return None
