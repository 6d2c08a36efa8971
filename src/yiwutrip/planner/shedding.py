"""Visits given up so that a commitment is reached in time as often as asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import Reason, Unmet
from yiwutrip.solver.problem import DROP, VISIT
from yiwutrip.solver.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from yiwutrip.planner.confidence import Slack
    from yiwutrip.planner.model import Model
    from yiwutrip.solver.problem import Problem, Solution, Step

    Routes = tuple[tuple[Step, ...], ...]

MOST_PUT_BACK = 12
"""So many visits are tried again; each costs a walk through all draws."""

AS_GOOD = 0.003
"""A chance that is worse by no more than this than the best that can be had is as good."""


@dataclass(slots=True)
class Shedding:
    """
    Gives up visits before commitments that are too likely to be reached late, the least worth first.

    Where nothing is left to give up one leaves earlier; where that is not enough either, the visits come back as far as
    they do not make it worse, and the commitment is unsure. In the end what was given up in vain comes back: a visit
    before a wait that would have taken up what it strays.

    Attributes:
        routes: as they are now.
        early: per stretch without a visit, how long before its end one is there where the usual is not enough.
        goals: what is aimed at where what was asked cannot be had.
        kept: stretches of an older plan, which other draws found sure enough: the trip's own confidence will do.

    """

    slack: Slack
    routes: Routes
    early: dict[int, int] = field(default_factory=dict)
    goals: dict[int, float] = field(default_factory=dict)
    kept: Collection[int] = ()

    def run(self) -> Shedding:
        """Shed until every commitment is as sure as asked, or as sure as it can be."""
        before = self.routes
        while late := self._too_late():
            for stretch, chance in late.items():
                self._relieve(stretch, chance, before)
        self._put_back(before)
        return self

    def _put_back(self, before: Routes) -> None:
        problem = self.slack.prepared.model.problem
        lost = [
            (i, s) for i, steps in enumerate(before) for s in steps if s.node is not None and s not in self.routes[i]
        ]
        for i, step in sorted(lost, key=lambda one: -problem.nodes[one[1].node or 0].prize)[:MOST_PUT_BACK]:
            without = self.routes
            steps = tuple(s for s in before[i] if s.node is None or s == step or s in without[i])
            self.routes = (*without[:i], steps, *without[i + 1 :])
            fits = meal_inside(steps) == list(steps) and schedule(problem, i, steps).holds
            if not fits or overdone(problem, self.routes) or self._too_late():
                self.routes = without

    def _too_late(self) -> dict[int, float]:
        chances = self.slack.chances(self.routes, self.early)
        return {s: c for s, c in chances.items() if c < self.goals.get(s, self._asked(s))}

    def _asked(self, stretch: int) -> float:
        return self.slack.prepared.ground.trip.confidence if stretch in self.kept else self.slack.asked

    def _relieve(self, stretch: int, chance: float, before: Routes) -> None:
        model = self.slack.prepared.model
        gone = _least(model, stretch, self.routes)
        if gone is not None:
            self.routes = within_bounds(model.problem, _without(model.problem, self.routes, gone))
        elif stretch not in self.early:
            self.early[stretch] = self.slack.delays(self.routes)[stretch]
        elif stretch not in self.goals:
            self.goals[stretch] = chance - AS_GOOD
            near = _near(model, stretch)
            back = tuple(before[i] if i in near else steps for i, steps in enumerate(self.routes))
            self.routes = within_bounds(model.problem, back)
        else:
            self.goals[stretch] = 0.0

    def unsure(self) -> tuple[Unmet, ...]:
        """Commitments that are less sure than asked, each with how sure it can be."""
        confidence = self.slack.prepared.ground.trip.confidence
        chances = self.slack.chances(self.routes, self.early)
        return tuple(
            _unsure(self.slack, stretch, chance) for stretch, chance in sorted(chances.items()) if chance < confidence
        )


def _near(model: Model, stretch: int) -> list[int]:
    """Stretches of the same people on the same day up to this one, the nearest first."""
    this = model.stretches[stretch]
    near = [
        i
        for i, s in enumerate(model.stretches)
        if s.day == this.day and set(s.who) & set(this.who) and s.start_s <= this.start_s
    ]
    return sorted(near, key=lambda i: (i != stretch, -model.stretches[i].start_s))


def _least(model: Model, stretch: int, routes: Routes) -> tuple[int, int] | None:
    """The least worth visit before a commitment, in the nearest stretch that has any; None if there is none left."""
    for i in _near(model, stretch):
        visits = [(model.problem.nodes[s.node].prize, n) for n, s in enumerate(routes[i]) if s.node is not None]
        if visits:
            return i, min(visits)[1]
    return None


def _without(problem: Problem, routes: Routes, gone: tuple[int, int]) -> Routes:
    """Routes without one visit; a meal that is left at the edge moves inwards."""
    index, position = gone
    steps = [step for n, step in enumerate(routes[index]) if n != position]
    steps = meal_inside(steps)
    if not schedule(problem, index, steps).holds:
        steps = [step for step in steps if step.kind not in {VISIT, DROP}]
    return (*routes[:index], tuple(steps), *routes[index + 1 :])


def within_bounds(problem: Problem, routes: Routes) -> Routes:
    """
    Routes that give up visits, the least worth first, until nobody walks or carries too much.

    One visit less can mean more on foot: what was ridden to and from it may be walked past it. Without any visit all
    that is left is the way between fixed points, which no limit forbids.
    """
    while over := overdone(problem, routes):
        visits = [
            (problem.nodes[s.node].prize, i, n) for i in over for n, s in enumerate(routes[i]) if s.node is not None
        ]
        if not visits:
            break
        routes = _without(problem, routes, min(visits)[1:])
    return routes


def overdone(problem: Problem, routes: Routes) -> list[int]:
    """Routes that walk too much between them, or carry too much one after the other; none where all is well."""
    walked: Counter[int | None] = Counter()
    for i, steps in enumerate(routes):
        walked[problem.routes[i].walk_budget] += schedule(problem, i, steps).walk_s
    for budget, limit_s in enumerate(problem.walk_limits_s):
        if walked[budget] > limit_s:
            return [i for i, route in enumerate(problem.routes) if route.walk_budget == budget]
    carried: Counter[int | None] = Counter()
    for i, steps in enumerate(routes):
        chain = problem.routes[i].load_chain
        load_g = most_g = carried[chain] if chain is not None else 0
        for step in steps:
            load_g = 0 if step.kind == DROP else load_g
            load_g += problem.nodes[step.node].load_g if step.node is not None else 0
            most_g = max(most_g, load_g)
        carried[chain] = load_g
        if most_g > problem.routes[i].carry_g:
            return [q for q in range(i + 1) if q == i or (chain is not None and problem.routes[q].load_chain == chain)]
    return []


def meal_inside(steps: Sequence[Step]) -> list[Step]:
    """The steps with the meal between two visits, where there are two."""
    meals = [step for step in steps if step.kind not in {VISIT, DROP}]
    visits = [i for i, step in enumerate(steps) if step.kind == VISIT]
    if not meals or len(visits) < 2:
        return list(steps)
    at = steps.index(meals[0])
    if visits[0] < at < visits[-1]:
        return list(steps)
    rest = [step for step in steps if step not in meals]
    inner = [i for i, step in enumerate(rest) if step.kind == VISIT]
    place = inner[0] + 1 if at < visits[0] else inner[-1]
    return [*rest[:place], meals[0], *rest[place:]]


def valued(problem: Problem, routes: Routes, old: Solution) -> Solution:
    """The solution with these routes and what they are worth."""
    visited = [step.node for steps in routes for step in steps if step.node is not None]
    prize = sum(problem.nodes[n].prize for n in visited)
    for g, group in enumerate(problem.groups):
        count = sum(g in problem.nodes[n].groups for n in visited)
        prize += group.value[min(count, len(group.value) - 1)] if group.value else 0
    walk_s = sum(schedule(problem, r, steps).walk_s for r, steps in enumerate(routes))
    return replace(old, routes=routes, prize=prize, walk_s=walk_s)


def _unsure(slack: Slack, stretch: int, chance: float) -> Unmet:
    this = slack.prepared.model.stretches[stretch]
    assert this.wall is not None
    asked = slack.prepared.ground.trip.confidence
    what = Reason("on-time", {"title": this.wall.title, "who": " ".join(this.who), "asked": f"{asked:.0%}"})
    return Unmet(what, Reason("too-uncertain", {"reached": f"{chance:.1%}"}))
