"""What a plan says about itself: the first thing to break, where the time goes, what the others add."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import LegMode, StopKind
from yiwutrip.planner.sums import parted_too_soon_s, waiting_s

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from yiwutrip.domain.itinerary import Itinerary, Route, Stop


@dataclass(frozen=True, slots=True)
class FirstBreak:
    """
    The tightest run of stops: they share ``slack_s``, and what breaks first when it is used up is ``breaks``.

    Attributes:
        stops: the visits of the run, in order; all of them slip together.
        breaks: the last of the run: a visit before a door that shuts, a commitment, a meal, a meeting.

    """

    date: date
    who: tuple[str, ...]
    stops: tuple[Stop, ...]
    slack_s: int
    breaks: Stop


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """Where one person's time of one day goes, in seconds; ``free_s`` is what is left of it at the base or early."""

    date: date
    letter: str
    visits: int
    in_stalls_s: int
    walking_s: int
    walking_m: int
    riding_s: int
    meals_s: int
    waiting_s: int
    committed_s: int
    car_s: int
    free_s: int


@dataclass(frozen=True, slots=True)
class Added:
    """What the others add to what the first person could do alone; points of prize."""

    alone: int
    together: int

    @property
    def more(self) -> int:
        """Points that the others add."""
        return self.together - self.alone


def first_break(plan: Itinerary, day: date | None = None, who: Collection[str] = ()) -> FirstBreak | None:
    """The run of visits with the least slack, of one day and some people or of all; None where nothing is to come."""
    routes = [r for r in plan.routes if (day is None or r.date == day) and (not who or set(who) & set(r.who))]
    runs = [run for route in routes for run in _runs(plan, route)]
    return min(runs, key=lambda run: (run.slack_s, _passes_on(run.breaks), run.stops[0].start), default=None)


def _runs(plan: Itinerary, route: Route) -> Iterable[FirstBreak]:
    """Stops in a row, still to come, that share their slack."""
    counted = [stop for stop in route.stops if stop.kind is not StopKind.START and not plan.is_over(stop)]
    for slack_s, group in groupby(counted, key=lambda stop: stop.slack_s):
        run = list(group)
        visits = tuple(stop for stop in run if stop.kind is StopKind.VISIT)
        if visits:
            yield FirstBreak(route.date, route.who, visits, slack_s, run[-1])


def _passes_on(stop: Stop) -> bool:
    """Whether nothing breaks there by itself: where people part, what slips goes on into what each does next."""
    return stop.kind is StopKind.END and not stop.meets


def time_spent(plan: Itinerary) -> tuple[TimeSpent, ...]:
    """Where everybody's time goes, day by day; a pair's walk counts for each of the two."""
    keys = sorted({(route.date, letter) for route in plan.routes for letter in route.who})
    return tuple(_spent(plan, day, letter) for day, letter in keys)


def _spent(plan: Itinerary, day: date, letter: str) -> TimeSpent:
    stops = [s for route in plan.routes if route.date == day and letter in route.who for s in route.stops]
    stops.sort(key=lambda stop: (stop.arrive, stop.leave))
    visits = [stop for stop in stops if stop.kind is StopKind.VISIT]
    parts = {
        "in_stalls_s": sum(map(_stay_s, visits)),
        "walking_s": _on_legs(stops, LegMode.WALK),
        "riding_s": _on_legs(stops, LegMode.RIDE),
        "meals_s": sum(_stay_s(s) for s in stops if s.kind is StopKind.MEAL),
        "waiting_s": sum(map(waiting_s, stops)) + parted_too_soon_s((r for r in plan.routes if r.date == day), letter),
        "committed_s": sum(_stay_s(s) for s in stops if s.kind is StopKind.COMMITMENT),
        "car_s": sum(_stay_s(s) for s in stops if s.kind is StopKind.CAR),
    }
    whole_s = int((max(s.leave for s in stops) - stops[0].leave).total_seconds())
    metres = sum(s.leg.metres for s in stops if s.leg is not None and s.leg.mode is LegMode.WALK)
    return TimeSpent(
        day, letter, visits=len(visits), walking_m=metres, free_s=max(0, whole_s - sum(parts.values())), **parts
    )


def _stay_s(stop: Stop) -> int:
    return int((stop.leave - stop.start).total_seconds())


def _on_legs(stops: Iterable[Stop], mode: LegMode) -> int:
    return sum(stop.leg.seconds for stop in stops if stop.leg is not None and stop.leg.mode is mode)


def added_by_others(plan: Itinerary) -> Added | None:
    """What the others add; None where nobody asked or one person goes alone."""
    return None if plan.alone_prize is None else Added(plan.alone_prize, plan.prize)
