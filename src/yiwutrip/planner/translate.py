"""What the solver found, as routes that people can walk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import Leg, LegMode, Route, Stop, StopKind
from yiwutrip.domain.trip import Place
from yiwutrip.planner.clock import DAY_S
from yiwutrip.planner.meals import Sitting, meal_window
from yiwutrip.solver.problem import DROP, MEAL
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yiwutrip.planner.clock import Clock
    from yiwutrip.planner.cut import Stretch
    from yiwutrip.planner.days import Calendar
    from yiwutrip.planner.model import Model
    from yiwutrip.planner.spots import Travel
    from yiwutrip.solver.problem import Problem, Step
    from yiwutrip.solver.schedule import Timed, Timetable

STAY = Leg(LegMode.STAY, 0, 0)


@dataclass(frozen=True, slots=True)
class Reader:
    """
    Turns the solver's routes into the plan's.

    Attributes:
        early: per stretch, how long before its end one is there if nothing is visited, where the usual is not enough.

    """

    model: Model
    travel: Travel
    calendar: Calendar
    early: Mapping[int, int] = field(default_factory=dict)

    @property
    def clock(self) -> Clock:
        """The trip's clock."""
        return self.calendar.clock

    def routes(self, solved: Sequence[tuple[Step, ...]]) -> tuple[Route, ...]:
        """One route for each unbroken run of stretches that the same people walk on one day."""
        walked = sorted(
            zip(self.model.stretches, range(len(solved)), strict=True),
            key=lambda pair: (pair[0].day, pair[0].who, pair[0].start_s, pair[0].end_s),
        )
        eased = self._eased(solved)
        routes = []
        for (day, who), run in groupby(walked, key=lambda pair: (pair[0].day, pair[0].who)):
            for piece in _unbroken(list(run)):
                stops: list[Stop] = []
                for stretch, index in piece:
                    stops += self._stops(stretch, index, schedule(eased, index, solved[index]), first=not stops)
                    spare_s = self._spare_s(index, solved, eased)
                    if spare_s is not None:
                        stops[-1] = replace(stops[-1], slack_s=spare_s)
                routes.append(Route(self.clock.date(day), who, tuple(stops)))
        return tuple(sorted(routes, key=lambda r: (r.stops[0].leave, r.stops[-1].leave, r.who)))

    def _eased(self, solved: Sequence[tuple[Step, ...]]) -> Problem:
        """
        The problem with each parting as late as those who go on from it can bear.

        Nobody waits where people part, so nothing breaks there: what slips goes on into what comes next.
        """
        problem, stretches = self.model.problem, self.model.stretches
        for i in sorted(range(len(stretches)), key=lambda i: -stretches[i].start_s):
            after = [j for j, other in enumerate(stretches) if stretches[i].parts_into(other)]
            tables = [schedule(problem, j, solved[j]) for j in after]
            spare_s = min((table.leave_by_s - table.start_s for table in tables), default=0)
            if spare_s > 0:
                eased = replace(problem.routes[i], latest_end_s=problem.routes[i].latest_end_s + spare_s)
                problem = replace(problem, routes=(*problem.routes[:i], eased, *problem.routes[i + 1 :]))
        return problem

    def _spare_s(self, index: int, solved: Sequence[tuple[Step, ...]], eased: Problem) -> int | None:
        """The slack of those who came to a commitment in company, and need not go a step from where that parts."""
        stretches = self.model.stretches
        stretch = stretches[index]
        if stretch.wall is None or (stretch.start_s, stretch.start) != (stretch.end_s, stretch.end):
            return None
        came = [schedule(eased, i, solved[i]) for i, other in enumerate(stretches) if other.parts_into(stretch)]
        return min((table.latest_arrive_s - table.arrive_s for table in came), default=None)

    def _stops(self, stretch: Stretch, index: int, table: Timetable, *, first: bool) -> Iterator[Stop]:
        sitting = self.model.sittings[index]
        midnight_s = stretch.day * DAY_S
        shift_s = 0 if sitting is Sitting.BEFORE else self._shift_s(stretch, index, table)
        leave_s, slack_s = midnight_s + table.start_s + shift_s, table.leave_by_s - table.start_s - shift_s
        before: tuple[Stop, ...] = ()
        if sitting is Sitting.BEFORE:
            meal = self._meal(stretch.start, stretch, stretch.start_s, midnight_s + table.leave_by_s)
            before = (replace(meal, arrive=meal.start) if first else meal,)
            leave_s, slack_s = self.clock.seconds(meal.start), meal.slack_s
        if first:
            yield self._start(stretch, leave_s, slack_s)
        yield from before
        here, late_s = stretch.start, shift_s
        for timed in table.stops:
            yield self._stop(timed, here, midnight_s, late_s)
            here, late_s = timed.location, 0
        arrive_s = midnight_s + table.arrive_s + late_s
        if sitting is Sitting.AFTER:
            meal = self._meal(stretch.end, stretch, arrive_s, stretch.end_s)
            yield replace(meal, leg=self.travel.leg(here, stretch.end))
            here, arrive_s = stretch.end, self.clock.seconds(meal.leave)
        eased_s = table.latest_arrive_s - self.model.problem.routes[index].latest_end_s
        yield self._end(stretch, here, arrive_s, stretch.end_s + eased_s - arrive_s)

    def _meal(self, spot: int, stretch: Stretch, arrive_s: int, over_by_s: int) -> Stop:
        """A meal at an edge of a stretch, over by then."""
        meal = self.calendar.meal(stretch.day)
        assert meal is not None
        first_s, last_s = (stretch.day * DAY_S + s for s in meal_window(meal))
        start_s = max(arrive_s, first_s)
        slack_s = min(last_s, over_by_s - meal.duration_s) - start_s
        stop = self._moment(StopKind.MEAL, arrive_s, start_s, start_s + meal.duration_s, slack_s)
        return replace(stop, leg=STAY, place=self._place(spot))

    def _shift_s(self, stretch: Stretch, index: int, table: Timetable) -> int:
        """How much later one can leave in the morning without anything starting later."""
        if not self._opens_day(stretch):
            return 0
        if table.stops:
            return max(0, table.stops[0].start_s - table.stops[0].arrive_s)
        early_s = max(self.calendar.assumed.early_s, self.early.get(index, 0))
        return max(0, self.model.problem.routes[index].latest_end_s - table.arrive_s - early_s)

    def _opens_day(self, stretch: Stretch) -> bool:
        return not any(
            s.day == stretch.day and set(s.who) & set(stretch.who) and s.start_s < stretch.start_s
            for s in self.model.stretches
        )

    def _start(self, stretch: Stretch, leave_s: int, slack_s: int) -> Stop:
        when = self.clock.when(leave_s)
        place = self._place(stretch.start)
        return Stop(StopKind.START, when, when, when, slack_s, title=place.name, place=place)

    def _stop(self, timed: Timed, here: int, midnight_s: int, late_s: int) -> Stop:
        arrive = self.clock.when(midnight_s + timed.arrive_s + late_s)
        start = self.clock.when(midnight_s + timed.start_s)
        leave = self.clock.when(midnight_s + timed.leave_s)
        stop = Stop(StopKind.VISIT, arrive, start, leave, timed.slack_s, self.travel.leg(here, timed.location))
        if timed.step.kind == MEAL:
            return replace(stop, kind=StopKind.MEAL, leg=STAY, place=self._place(here))
        if timed.step.kind == DROP:
            place = self._place(timed.location)
            return replace(stop, kind=StopKind.CAR, place=place, title=place.name)
        candidate = self.model.supply.candidates[timed.step.node or 0]
        return replace(stop, stall=candidate.stall.code, must=candidate.must)

    def _end(self, stretch: Stretch, here: int, arrive_s: int, slack_s: int) -> Stop:
        wall = stretch.wall
        leg = self.travel.leg(here, stretch.end)
        if wall is None:
            start_s = stretch.end_s if stretch.meets else arrive_s
            end = self._moment(StopKind.END, arrive_s, start_s, start_s, slack_s)
            place = self._place(stretch.end)
            return replace(end, leg=leg, title=place.name, place=place, meets=stretch.meets)
        stop = self._moment(StopKind.COMMITMENT, arrive_s, wall.arrive_s, wall.end_s, wall.arrive_s - arrive_s)
        return replace(stop, leg=leg, title=wall.title, place=wall.place, stall=wall.place.stall, meets=stretch.meets)

    def _moment(self, kind: StopKind, arrive_s: int, start_s: int, leave_s: int, slack_s: int) -> Stop:
        return Stop(kind, self.clock.when(arrive_s), self.clock.when(start_s), self.clock.when(leave_s), slack_s)

    def _place(self, spot: int) -> Place:
        """The trip's own name for a spot, or the stall that is there."""
        for place, index in self.travel.places.items():
            if index == spot:
                return place
        return next(Place(stall=code) for code, index in self.travel.stalls.items() if index == spot)


def _unbroken(run: list[tuple[Stretch, int]]) -> Iterator[list[tuple[Stretch, int]]]:
    """Split a day's stretches of the same people where they met or left others in between."""
    piece: list[tuple[Stretch, int]] = []
    for stretch, index in run:
        if piece and not _goes_on(piece[-1][0], stretch):
            yield piece
            piece = []
        piece.append((stretch, index))
    if piece:
        yield piece


def _goes_on(before: Stretch, after: Stretch) -> bool:
    return before.wall is not None and before.leads_to(after)
