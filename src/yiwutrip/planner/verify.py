"""
Hold a plan against the trip, in the trip's own words.

Knows nothing of the solver nor of how the plan was made: it follows each person through the stops, with its own sums,
and names every rule that does not hold. A plan with a fault is never returned.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.trip import CommitmentKind
from yiwutrip.planner.history import NO_PAST
from yiwutrip.planner.opening import windows
from yiwutrip.planner.promises import Fault, kept_promises

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from yiwutrip.domain.itinerary import Itinerary, Stop
    from yiwutrip.planner.ground import Ground
    from yiwutrip.planner.history import Past


@dataclass(frozen=True, slots=True)
class Verifier:
    """
    The rules of time and place.

    Attributes:
        past: what is history and is not judged.
        over: its stops.

    """

    ground: Ground
    plan: Itinerary
    past: Past = NO_PAST
    over: frozenset[Stop] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "over", self.past.stops())

    def faults(self) -> Iterator[Fault]:
        """Every rule that does not hold."""
        for letter, stops in walks(self.plan).items():
            yield from self._ways(letter, stops)
            yield from self._commitments(letter, stops)
        yield from self._visits()

    def _judged(self, stop: Stop) -> bool:
        return stop not in self.over

    def _ways(self, letter: str, stops: list[Stop]) -> Iterator[Fault]:
        """One thing after the other, each reached from the one before in the time that the way takes."""
        for stop in stops:
            if self._judged(stop) and not stop.arrive <= stop.start <= stop.leave:
                yield Fault("times-out-of-order", f"{letter} {stop.arrive}")
        for before, stop in pairwise(stops):
            if not self._judged(stop) or (stop.kind is StopKind.START and not self._judged(before)):
                continue
            if stop.kind is StopKind.START and stop.leave < before.leave:
                yield Fault("leaves-too-soon", f"{letter} {stop.leave}")
            start, end = self._spot(before), self._spot(stop)
            if start is None and not self._judged(before):
                continue
            if start is None or end is None:
                yield Fault("place-unknown", f"{letter} {stop.arrive}")
                continue
            way_s = self.ground.travel.seconds(start, end)
            gap_s = (stop.arrive - before.leave).total_seconds()
            if gap_s < way_s:
                yield Fault("way-too-short", f"{letter} {stop.arrive} {gap_s} < {way_s}")
            if stop.leg is not None and stop.kind is not StopKind.MEAL and stop.leg.seconds < way_s:
                yield Fault("leg-too-short", f"{letter} {stop.arrive}")

    def _spot(self, stop: Stop) -> int | None:
        """Where it is; None for a stall that the catalogue does not have."""
        code = stop.stall or (stop.place.stall if stop.place else None)
        if code is not None:
            return self.ground.travel.stalls.get(code)
        return None if stop.place is None else self.ground.travel.places.get(stop.place)

    def _visits(self) -> Iterator[Fault]:
        """Open while somebody is there, long enough, and never twice."""
        seen: set[str] = set()
        for route in self.plan.routes:
            for stop in route.stops:
                if stop.kind is not StopKind.VISIT or stop.stall is None:
                    continue
                if stop.stall in seen and self._judged(stop):
                    yield Fault("visited-twice", stop.stall)
                seen.add(stop.stall)
                if self._judged(stop):
                    yield from self._visit(stop, stop.stall)

    def _visit(self, stop: Stop, code: str) -> Iterator[Fault]:
        clock, assumed = self.ground.clock, self.ground.assumed
        stall = self.ground.known.get(code)
        if stall is None:
            yield Fault("stall-unknown", code)
            return
        day = (stop.start.date() - clock.first).days
        midnight_s = day * 86_400
        start_s, leave_s = clock.seconds(stop.start) - midnight_s, clock.seconds(stop.leave) - midnight_s
        if not any(opens <= start_s and leave_s <= closes for opens, closes in windows(stall, clock, day)):
            yield Fault("shut", f"{code} {stop.start}")
        if leave_s - start_s < assumed.service_s(stall, self.ground.trip.pace):
            yield Fault("visit-too-short", code)

    def _commitments(self, letter: str, stops: list[Stop]) -> Iterator[Fault]:
        """Everybody is at each commitment in time and to its end, or the plan says why not."""
        trip = self.ground.trip
        excused = {
            str(unmet.what.params["title"])
            for unmet in self.plan.unmet
            if unmet.what.code == "commitment" and letter in str(unmet.what.params["who"]).split()
        }
        at = [stop for stop in stops if stop.kind is StopKind.COMMITMENT]
        for c in trip.commitments:
            until = self.past.until
            over = until is not None and c.ends <= until
            if letter not in c.who or c.title in excused or over:
                continue
            by = (c.starts.timestamp() - c.setup_s, c.ends.timestamp())
            there = [s for s in at if s.title == c.title and s.place == c.place and s.leave.timestamp() >= by[1]]
            under_way = until is not None and by[0] < until.timestamp()
            if not there or (min(s.arrive for s in there).timestamp() > by[0] and not under_way):
                yield Fault("commitment-missed", f"{letter} {c.title}")
        own = any(c.kind is CommitmentKind.DEPARTURE and letter in c.who for c in trip.commitments)
        if not own and str(CommitmentKind.DEPARTURE) not in excused:
            loading_s = trip.car.loading_s if trip.car else 0
            last = stops[-1] if stops else None
            gone = last is not None and last.kind is StopKind.COMMITMENT and last.title == str(CommitmentKind.DEPARTURE)
            if last is None or not gone or last.arrive.timestamp() > trip.ends.timestamp() - loading_s:
                yield Fault("departure-missed", letter)


def walks(plan: Itinerary) -> dict[str, list[Stop]]:
    """Each person's stops over the whole trip, by time."""
    found: defaultdict[str, list[tuple[datetime, datetime, int, int, Stop]]] = defaultdict(list)
    for r, route in enumerate(plan.routes):
        for i, stop in enumerate(route.stops):
            for letter in route.who:
                found[letter].append((route.stops[0].leave, route.stops[-1].leave, r, i, stop))
    return {
        letter: [entry[-1] for entry in sorted(stops, key=lambda entry: entry[:4])] for letter, stops in found.items()
    }


def verify(ground: Ground, plan: Itinerary, past: Past = NO_PAST) -> tuple[Fault, ...]:
    """Every rule of the trip that a plan breaks; empty if it holds."""
    return (*Verifier(ground, plan, past).faults(), *kept_promises(ground, plan, walks(plan), past))
