"""What the plan leaves out or cannot keep, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import LeftOut, Reason, Unmet
from yiwutrip.planner.candidates import worth_alone
from yiwutrip.planner.fit import Fit, best_fits, gaps_of
from yiwutrip.planner.opening import windows
from yiwutrip.solver.problem import VISIT, Step
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.planner.assumptions import PlanAssumptions
    from yiwutrip.planner.candidates import Candidate, Field
    from yiwutrip.planner.clock import Clock
    from yiwutrip.planner.fit import Gap
    from yiwutrip.planner.model import Model
    from yiwutrip.solver.problem import Problem
    from yiwutrip.solver.schedule import Timed

LISTED = 1_000
"""So many stalls are listed as left out at most, the worthiest first; `plan why` knows about all."""

AISLE_LEG_S = 180
"""The way to a stall that was never measured: an assumption, about the length of a cross aisle."""


@dataclass(frozen=True, slots=True)
class Leftovers:
    """
    Explains what a solved plan does without.

    Attributes:
        model: with the room that was asked for taken off its walls and doors.
        doors: the problem with its doors as they are.

    """

    trip: Trip
    field: Field
    model: Model
    doors: Problem
    clock: Clock
    assumed: PlanAssumptions
    solved: Sequence[tuple[Step, ...]]

    def visited(self) -> set[int]:
        """Nodes that the plan visits."""
        return {step.node for steps in self.solved for step in steps if step.node is not None}

    def fits(self) -> dict[int, Fit]:
        """For each node that is not visited, where it would fit best."""
        visited = self.visited()
        rest = [n for n in range(len(self.model.problem.nodes)) if n not in visited]
        return dict(
            zip(rest, best_fits(self.model.problem, gaps_of(self.model.problem, self.solved), rest), strict=True)
        )

    def left_out(self, fits: Mapping[int, Fit]) -> tuple[LeftOut, ...]:
        """Stalls that answer a want and are not in the plan, the worthiest first."""
        listed = [(c, alliance_reason(c.stall, self.trip, self.assumed)) for c in self.field.alliance]
        listed += [(self._candidate(n), self.reason(n, fit)) for n, fit in fits.items()]
        listed.sort(key=lambda pair: (-worth_alone(self.trip, pair[0], self.assumed), pair[0].stall.code))
        known = [LeftOut(c.stall.code, reason) for c, reason in listed]
        outranked = [LeftOut(c.stall.code, Reason("outranked", {})) for c in self.field.outranked]
        return tuple([*self.field.left_out, *known, *outranked][:LISTED])

    def reason(self, node: int, fit: Fit) -> Reason:
        """What stands in the way of one candidate."""
        problem, visited = self.model.problem, self.visited()
        counts = Counter(g for n in visited for g in problem.nodes[n].groups)
        for g in problem.nodes[node].groups:
            if counts[g] >= problem.groups[g].at_most:
                want = self.trip.wants[g]
                return Reason("want-full", {"want": want.text, "at_most": want.at_most})
        if fit.gap is None:
            return self._never_open(node)
        if fit.late_after_s > 0:
            return self._short(node, fit)
        if fit.late_at_door_s > 0:
            return self._shut(node, fit)
        return self._exhausted(node, visited)

    def _short(self, node: int, fit: Fit) -> Reason:
        assert fit.gap is not None
        stretch = self.model.stretches[fit.gap.route]
        date = self.clock.date(stretch.day).isoformat()
        minutes = _minutes(fit.short_s)
        # What would not fit on an empty day either is in nobody's way but the day's.
        alone = schedule(self.model.problem, fit.gap.route, (Step(VISIT, node),)).holds
        first = self._first_to_break(fit.gap) if alone else None
        if first is not None and first.step.node is not None:
            stall = self._candidate(first.step.node).stall.code
            return Reason("short-of-stall", {"minutes": minutes, "stall": stall, "date": date})
        if first is not None:
            return Reason("short-of-meal", {"minutes": minutes, "date": date})
        if stretch.wall is not None:
            return Reason("short-of-time", {"minutes": minutes, "before": stretch.wall.title, "date": date})
        code = "short-of-meeting" if stretch.meets else "short-of-day"
        return Reason(code, {"minutes": minutes, "date": date})

    def _first_to_break(self, gap: Gap) -> Timed | None:
        """The step after a gap that a delay there breaks first; None for the end of the route."""
        table = schedule(self.model.problem, gap.route, self.solved[gap.route])
        after = table.stops[gap.after + 1 :]
        run = list(takewhile(lambda one: one.slack_s == after[0].slack_s, after))
        if not run or (len(run) == len(after) and table.latest_arrive_s - table.arrive_s <= run[0].slack_s):
            return None
        return run[-1]

    def _never_open(self, node: int) -> Reason:
        """Shut all the time, or open for less time than a visit takes."""
        stall = self._candidate(node).stall
        if any(windows(stall, self.clock, stretch.day) for stretch in self.model.stretches):
            minutes = _minutes(self.model.problem.nodes[node].service_s)
            return Reason("longer-than-open", {"minutes": minutes})
        return Reason("closed-all-days", {})

    def _shut(self, node: int, fit: Fit) -> Reason:
        """Shut by then, or so nearly that there would be no room left before the door."""
        assert fit.gap is not None
        day = self.model.problem.routes[fit.gap.route].day
        room_s = self.doors.nodes[node].windows[day][-1][1] - self.model.problem.nodes[node].windows[day][-1][1]
        if fit.late_at_door_s <= room_s:
            return Reason("too-close-to-closing", {"minutes": _minutes(fit.late_at_door_s)})
        return Reason("closes-first", {"minutes": _minutes(fit.late_at_door_s - room_s)})

    def _exhausted(self, node: int, visited: set[int]) -> Reason:
        """It would fit in time: then money, the car or the legs are used up, or other stalls are worth more."""
        problem = self.model.problem
        names = [name for name, has in self._resources() if has]
        for k, (name, limit) in enumerate(zip(names, problem.resources, strict=True)):
            short = sum(problem.nodes[n].uses[k] for n in visited) + problem.nodes[node].uses[k] - limit
            if short > 0:
                return Reason(name, {"short": _per(name, short)})
        if problem.nodes[node].load_g > max((route.carry_g for route in problem.routes), default=0):
            return Reason("too-heavy", {"weight": f"{problem.nodes[node].load_g / 1000:.1f}"})
        return Reason("others-worth-more", {})

    def _resources(self) -> tuple[tuple[str, bool], ...]:
        car = self.trip.car is not None
        return (("over-budget", self.trip.budget_fen is not None), ("car-too-heavy", car), ("car-full", car))

    def unmet(self, known: Mapping[str, Stall], fits: Mapping[int, Fit]) -> list[Unmet]:
        """Musts and at-leasts that the plan does not keep."""
        return [*self._musts(known, fits), *self._at_leasts(fits)]

    def _musts(self, known: Mapping[str, Stall], fits: Mapping[int, Fit]) -> list[Unmet]:
        barred = {left.stall: left.reason for left in self.field.left_out}
        missed = {self._candidate(n).stall.code: (n, fit) for n, fit in fits.items()}
        unmet = []
        for code in dict.fromkeys(self.trip.must):
            what = Reason("must", {"stall": code})
            if code not in known:
                unmet.append(Unmet(what, Reason("not-in-catalogue", {"stall": code})))
            elif code in barred:
                unmet.append(Unmet(what, barred[code]))
            elif code in missed:
                node, fit = missed[code]
                unmet.append(Unmet(what, self.reason(node, fit), fit.short_s or None if fit.gap else None))
        return unmet

    def _at_leasts(self, fits: Mapping[int, Fit]) -> list[Unmet]:
        counts = Counter(g for n in self.visited() for g in self.model.problem.nodes[n].groups)
        unmet = []
        for g, want in enumerate(self.trip.wants):
            got = counts[g] + self.field.done[g]
            if got >= want.at_least:
                continue
            what = Reason("at-least", {"want": want.text, "at_least": want.at_least, "got": got})
            left = [(fit.short_s, n) for n, fit in fits.items() if g in self._candidate(n).wants and fit.gap]
            if not left:
                unmet.append(Unmet(what, Reason("too-few-stalls", {"found": got})))
                continue
            short_s, node = min(left)
            unmet.append(Unmet(what, self.reason(node, fits[node]), short_s or None))
        return unmet

    def _candidate(self, node: int) -> Candidate:
        return self.model.supply.candidates[node]


def alliance_reason(stall: Stall, trip: Trip, assumed: PlanAssumptions) -> Reason:
    """Order from home, and the minutes that saves."""
    saved_s = assumed.service_s(stall, trip.pace) + AISLE_LEG_S
    return Reason("order-from-home", {"minutes": round(saved_s / 60)})


def _per(name: str, short: int) -> str:
    """What is missing, in the unit people use: yuan, kilograms, litres."""
    return f"{short / (100 if name == 'over-budget' else 1000):.1f}".removesuffix(".0")


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)
