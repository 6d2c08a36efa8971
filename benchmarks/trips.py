"""
Market trips planned by four: our search, PyVRP, and two people with a list.

    python benchmarks/trips.py [--trips 30] [--seconds 1] [--seed 1] [--out FILE.csv] [--no-pyvrp]

Trips of one to three days for one to three people are drawn on data/stalls.csv, with events, broadcasts and wants.
All four get the same problem, cut down to what PyVRP can express: no meals, no load, no limits on walking, no caps,
every visit of a want worth the same. A person with a list goes to the nearest stall next, or takes the halls one by one
in the order of their booths, and leaves out what would make a commitment late. Every result passes ``solver.check``.
Printed and written: prize, stalls, minutes on foot; the means, and each against ours.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.trip import Commitment, CommitmentKind, HalfDay, Person, Place, Trip, TripDay, Want
from yiwutrip.ingest.stall_list.listing import read_stall_list
from yiwutrip.planner.assumptions import PlanAssumptions
from yiwutrip.planner.ground import lay_out
from yiwutrip.planner.prepare import prepare
from yiwutrip.planner.shedding import valued
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import VISIT, Problem, Solution, Step
from yiwutrip.solver.schedule import schedule
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations, Seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from yiwutrip.domain.stall import Stall

BASE = Place(name="酒店", lat=29.3350, lon=120.1060)
GATE_17 = Place(address=Address(District.D1, gate=17))
NO_BOUND = 10**9
PLAIN = PlanAssumptions(decay=1.0, floor=1.0, walk_limit_s=dict.fromkeys(PlanAssumptions().walk_limit_s, NO_BOUND))


def main() -> None:
    """Run everybody on every trip."""
    asked = _arguments()
    stalls = list(read_stall_list(Path(__file__).parent.parent / "data" / "stalls.csv").stalls())
    engines: dict[str, Callable[[Case], Solution]] = {
        "yiwutrip": lambda case: solve(case.problem, Seconds(asked.seconds), asked.seed),
        "nearest next": lambda case: with_a_list(case, nearest),
        "hall by hall": lambda case: with_a_list(case, by_hall),
    }
    if not asked.no_pyvrp:
        engines["pyvrp"] = lambda case: pyvrp(case.problem, asked.seconds, asked.seed)
    solve(make_case(0, stalls).problem, Iterations(1), asked.seed)  # the search compiles once; that is not counted
    rows = []
    for number in range(1, asked.trips + 1):
        case = make_case(number, stalls)
        for name, engine in engines.items():
            began = time.perf_counter()
            rows.append(row_of(number, name, case, engine(case), time.perf_counter() - began))
            print("{trip:>4} {engine:<14}{prize:>7}{stalls:>6}{walking_min:>7}{elapsed_s:>8}".format(**rows[-1]))
    report(rows)
    if asked.out:
        with asked.out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Our search, PyVRP and two people with a list on market trips.")
    parser.add_argument("--trips", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--no-pyvrp", action="store_true")
    return parser.parse_args()


@dataclass(frozen=True, slots=True)
class Case:
    """A trip as a problem, with the address of each node for the person who goes hall by hall."""

    problem: Problem
    places: tuple[Address, ...]


def make_case(number: int, stalls: Sequence[Stall]) -> Case:
    """A trip of that number, always the same."""
    draw = Random(number)
    days = draw.randint(1, 3)
    letters = tuple("ABC"[: draw.randint(1, 3)])
    starts = datetime(2021, 4, 14, 9, tzinfo=MARKET_ZONE)
    categories = sorted({category for stall in stalls for category in stall.categories})
    wants = tuple(Want(category=c, weight=draw.randint(1, 9)) for c in draw.sample(categories, draw.randint(2, 5)))
    commitments = []
    for day in range(days):
        if draw.random() < 0.5:
            begins = starts + timedelta(days=day, hours=draw.randint(0, 5))
            lasts = timedelta(minutes=draw.choice((30, 90, 180)))
            commitments.append(Commitment(CommitmentKind.EVENT, f"活动{day}", begins, begins + lasts, GATE_17, letters))
        begins = starts + timedelta(days=day, hours=11)
        commitments.append(
            Commitment(
                CommitmentKind.LIVESTREAM, f"直播{day}", begins, begins + timedelta(hours=2), BASE, letters, 2400
            )
        )
    halves = [frozenset(half for half in HalfDay if draw.random() < 0.3) for _ in range(days)]
    trip = Trip(
        name=str(number),
        starts=starts,
        ends=starts + timedelta(days=days - 1, hours=14),
        base=BASE,
        people=tuple(Person(letter, letter, NO_BOUND) for letter in letters),
        days=tuple(TripDay((starts + timedelta(days=day)).date(), halves[day]) for day in range(days)),
        wants=wants,
        commitments=tuple(commitments),
    )
    prepared = prepare(lay_out(trip, stalls, [], PLAIN))
    problem = replace(prepared.model.problem, walk_limits_s=())
    problem = replace(problem, routes=tuple(replace(route, walk_budget=None) for route in problem.routes))
    return Case(problem, tuple(c.stall.address for c in prepared.model.supply.candidates))


def pyvrp(problem: Problem, seconds: float, seed: int) -> Solution:
    """PyVRP: a client for each window of a stall, of which one at most is visited; a prize outweighs all travel."""
    from pyvrp import Model  # noqa: PLC0415 - an optional dependency
    from pyvrp.stop import MaxRuntime  # noqa: PLC0415 - likewise

    model = Model()
    places = [model.add_location(0, 0) for _ in range(len(problem.travel_s))]
    depots = {s: model.add_depot(places[s]) for s in sorted({s for r in problem.routes for s in (r.start, r.end)})}
    for route in problem.routes:
        begin = route.day * 86_400
        model.add_vehicle_type(
            1,
            start_depot=depots[route.start],
            end_depot=depots[route.end],
            tw_early=begin + route.start_s,
            tw_late=begin + route.latest_end_s,
        )
    weight = 100 * int(problem.travel_s.max())
    clients = []
    for n, node in enumerate(problem.nodes):
        slots = [(day * 86_400 + a, day * 86_400 + b) for day, windows in node.windows.items() for a, b in windows]
        group = model.add_client_group(required=False) if len(slots) > 1 else None
        for first, last in slots:
            model.add_client(
                places[node.location],
                service_duration=node.service_s,
                tw_early=first,
                tw_late=last,
                prize=points(problem, n) * weight,
                required=False,
                group=group,
            )
            clients.append(n)
    way: list[list[int]] = problem.travel_s.tolist()
    for i, here in enumerate(places):
        for j, there in enumerate(places):
            model.add_edge(here, there, way[i][j], way[i][j])
    best = model.solve(MaxRuntime(seconds), seed=seed, display=False).best
    routes: list[tuple[Step, ...]] = [()] * len(problem.routes)
    for walk in best.routes() if best.is_feasible() else []:
        routes[walk.vehicle_type()] = tuple(Step(VISIT, clients[stop.idx]) for stop in walk if stop.is_client())
    return _solution(problem, tuple(routes))


def points(problem: Problem, node: int) -> int:
    """What a visit is worth where every visit of a want is worth the same."""
    return problem.nodes[node].prize + sum(problem.groups[g].value[1] for g in problem.nodes[node].groups)


def with_a_list(case: Case, choose: Callable[[Case, int, list[int]], int]) -> Solution:
    """Walk each route in turn: take the next of the list that can be visited and still reaches the end in time."""
    problem = case.problem
    routes: list[tuple[Step, ...]] = []
    left = set(range(len(problem.nodes)))
    for r, route in enumerate(problem.routes):
        steps: tuple[Step, ...] = ()
        here = route.start
        while possible := [n for n in sorted(left) if schedule(problem, r, (*steps, Step(VISIT, n))).holds]:
            node = choose(case, here, possible)
            left.remove(node)
            steps = (*steps, Step(VISIT, node))
            here = problem.nodes[node].location
        routes.append(steps)
    return _solution(problem, tuple(routes))


def nearest(case: Case, here: int, possible: list[int]) -> int:
    """The one that is reached first."""
    return min(possible, key=lambda n: int(case.problem.travel_s[here, case.problem.nodes[n].location]))


def by_hall(case: Case, here: int, possible: list[int]) -> int:  # noqa: ARG001 - a list is the same wherever one is
    """The next on a list sorted by district, floor and booth."""
    return min(possible, key=lambda n: _hall(case.places[n]))


def _hall(address: Address) -> tuple[str, int, str]:
    return str(address.district or ""), address.floor or 0, (address.booth or "").zfill(8)


def _solution(problem: Problem, routes: tuple[tuple[Step, ...], ...]) -> Solution:
    return valued(problem, routes, Solution(routes, 0, 0, 0, 0.0))


def row_of(trip: int, engine: str, case: Case, found: Solution, elapsed_s: float) -> dict[str, object]:
    """
    One line of the result.

    Raises:
        SystemExit: the result breaks a rule.

    """
    broken = check(case.problem, found)
    if broken:
        sys.exit(f"trip {trip}, {engine}: {broken}")
    return {
        "trip": trip,
        "engine": engine,
        "routes": len(case.problem.routes),
        "candidates": len(case.problem.nodes),
        "prize": found.prize,
        "stalls": sum(len(steps) for steps in found.routes),
        "walking_min": round(found.walk_s / 60),
        "elapsed_s": round(elapsed_s, 2),
    }


def report(rows: Sequence[dict[str, object]]) -> None:
    """Print the means, and the mean of each trip's prize against ours."""
    ours = {row["trip"]: row for row in rows if row["engine"] == "yiwutrip"}
    print(f"\n{'mean':<14}{'prize':>9}{'stalls':>9}{'min walked':>12}{'prize against ours':>20}")
    for engine in dict.fromkeys(str(row["engine"]) for row in rows):
        mine = [row for row in rows if row["engine"] == engine]
        means = [fmean(float(str(row[key])) for row in mine) for key in ("prize", "stalls", "walking_min")]
        share = fmean(float(str(row["prize"])) / max(1.0, float(str(ours[row["trip"]]["prize"]))) for row in mine)
        print(f"{engine:<14}{means[0]:>9.0f}{means[1]:>9.1f}{means[2]:>12.0f}{share - 1:>19.1%} ")


if __name__ == "__main__":
    main()
