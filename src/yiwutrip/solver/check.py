"""
Verify a solution from the problem alone.

Shares no code with the search nor with ``schedule``: it walks every route with its own clock and holds every rule of
``problem`` against what it sees. Each plan that is shown or stored has passed it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.solver.problem import DROP, MEAL, VISIT

if TYPE_CHECKING:
    from yiwutrip.solver.problem import Problem, Route, Solution, Step


@dataclass(frozen=True, slots=True)
class Violation:
    """
    A broken rule.

    Attributes:
        code: the rule, in kebab case.
        route: index of the route, None for a rule over all of them.
        step: index of the step in the route, None for the route as a whole.
        amount: by how much, in the rule's own unit (seconds, grams, visits); 0 where there is no measure.

    """

    code: str
    route: int | None = None
    step: int | None = None
    amount: int = 0


def check(problem: Problem, solution: Solution) -> tuple[Violation, ...]:
    """Every rule that the solution breaks; empty if it holds."""
    if len(solution.routes) != len(problem.routes):
        return (Violation("route-count", amount=len(solution.routes) - len(problem.routes)),)
    strange = _strange_steps(problem, solution)
    if strange:
        return tuple(strange)
    found: list[Violation] = []
    for index in range(len(problem.routes)):
        found += _times(problem, index, solution.routes[index])
        found += _meals(problem.routes[index], index, solution.routes[index])
    found += _visits(problem, solution)
    found += _loads(problem, solution)
    found += _sums(problem, solution)
    return tuple(found)


def _strange_steps(problem: Problem, solution: Solution) -> list[Violation]:
    """Steps that mean nothing in this problem; with one of these no other rule can be checked."""
    found = []
    for r, steps in enumerate(solution.routes):
        for i, step in enumerate(steps):
            known = (
                (step.kind == VISIT and step.node is not None and 0 <= step.node < len(problem.nodes))
                or (step.kind == MEAL and step.node is None)
                or (step.kind == DROP and step.node is None and problem.routes[r].drop is not None)
            )
            if not known:
                found.append(Violation("strange-step", r, i))
    return found


def _times(problem: Problem, index: int, steps: tuple[Step, ...]) -> list[Violation]:
    route = problem.routes[index]
    found = []
    now, here = route.start_s, route.start
    for i, step in enumerate(steps):
        if step.kind == MEAL:
            if route.meal is None:
                continue
            now = max(now, route.meal.earliest_start_s)
            if now > route.meal.latest_start_s:
                found.append(Violation("meal-late", index, i, now - route.meal.latest_start_s))
            now += route.meal.duration_s
            continue
        if step.kind == DROP:
            if route.drop is None:
                continue
            now += int(problem.travel_s[here, route.drop.location]) + route.drop.service_s
            here = route.drop.location
            continue
        node = problem.nodes[step.node or 0]
        now += int(problem.travel_s[here, node.location])
        here = node.location
        hours = [window for window in node.windows.get(route.day, ()) if window[0] <= window[1]]
        still = [max(now, first) for first, last in hours if now <= last]
        if not hours:
            found.append(Violation("shut-that-day", index, i))
        elif not still:
            found.append(Violation("window-missed", index, i, now - hours[-1][1]))
        now = min(still, default=now) + node.service_s
    now += int(problem.travel_s[here, route.end])
    if now > route.latest_end_s:
        found.append(Violation("end-late", index, None, now - route.latest_end_s))
    return found


def _meals(route: Route, index: int, steps: tuple[Step, ...]) -> list[Violation]:
    at = [i for i, step in enumerate(steps) if step.kind == MEAL]
    if len(at) != (route.meal is not None):
        return [Violation("meal-count", index, None, len(at) - (route.meal is not None))]
    visits = [i for i, step in enumerate(steps) if step.kind == VISIT]
    if at and len(visits) >= 2 and not visits[0] < at[0] < visits[-1]:
        return [Violation("meal-at-edge", index, at[0])]
    return []


def _visits(problem: Problem, solution: Solution) -> list[Violation]:
    found = []
    seen: set[int] = set()
    for r, steps in enumerate(solution.routes):
        for i, step in enumerate(steps):
            if step.node is None:
                continue
            allowed = problem.nodes[step.node].routes
            if allowed is not None and r not in allowed:
                found.append(Violation("wrong-route", r, i))
            if step.node in seen:
                found.append(Violation("visited-twice", r, i))
            seen.add(step.node)
    per_group = _per_group(problem, solution)
    for g, group in enumerate(problem.groups):
        if per_group[g] > group.at_most:
            found.append(Violation("group-full", amount=per_group[g] - group.at_most))
    for k, limit in enumerate(problem.resources):
        used = sum(problem.nodes[n].uses[k] for n in _visited(solution) if k < len(problem.nodes[n].uses))
        if used > limit:
            found.append(Violation("resource-exceeded", amount=used - limit))
    return found


def _loads(problem: Problem, solution: Solution) -> list[Violation]:
    found = []
    carried: Counter[int] = Counter()
    for r, (route, steps) in enumerate(zip(problem.routes, solution.routes, strict=True)):
        load = carried[route.load_chain] if route.load_chain is not None else 0
        if load > route.carry_g:
            found.append(Violation("too-heavy", r, None, load - route.carry_g))
        for i, step in enumerate(steps):
            load = 0 if step.kind == DROP else load
            taken = problem.nodes[step.node].load_g if step.node is not None else 0
            load += taken
            if taken and load > route.carry_g:
                found.append(Violation("too-heavy", r, i, load - route.carry_g))
        if route.load_chain is not None:
            carried[route.load_chain] = load
    return found


def _sums(problem: Problem, solution: Solution) -> list[Violation]:
    found = []
    on_foot = problem.travel_s if problem.walk_s is None else problem.walk_s
    walked = []
    for route, steps in zip(problem.routes, solution.routes, strict=True):
        here, total = route.start, 0
        for step in steps:
            there = here
            if step.node is not None:
                there = problem.nodes[step.node].location
            elif step.kind == DROP and route.drop is not None:
                there = route.drop.location
            total += int(on_foot[here, there]) if step.kind != MEAL else 0
            here = there
        walked.append(total + int(on_foot[here, route.end]))
    for k, limit in enumerate(problem.walk_limits_s):
        spent = sum(w for w, route in zip(walked, problem.routes, strict=True) if route.walk_budget == k)
        if spent > limit:
            found.append(Violation("walked-too-far", amount=spent - limit))
    if sum(walked) != solution.walk_s:
        found.append(Violation("wrong-walk", amount=solution.walk_s - sum(walked)))
    prize = sum(problem.nodes[n].prize for n in _visited(solution))
    for g, count in _per_group(problem, solution).items():
        worth = problem.groups[g].value
        prize += worth[min(count, len(worth) - 1)] if worth else 0
    if prize != solution.prize:
        found.append(Violation("wrong-prize", amount=solution.prize - prize))
    return found


def _visited(solution: Solution) -> list[int]:
    return [step.node for steps in solution.routes for step in steps if step.node is not None]


def _per_group(problem: Problem, solution: Solution) -> Counter[int]:
    return Counter(g for n in _visited(solution) for g in problem.nodes[n].groups)
