"""Routing libraries on the part of a problem that they can express: one window a node, equal routes, prizes."""

import time
from collections.abc import Callable
from itertools import pairwise

from yiwutrip.solver.problem import VISIT, Problem, Solution, Step

Peer = Callable[[Problem, float, int], Solution]


def pyvrp(problem: Problem, seconds: float, seed: int) -> Solution:
    """PyVRP with optional clients; a prize outweighs all travel."""
    from pyvrp import Model  # noqa: PLC0415 - an optional dependency
    from pyvrp.stop import MaxRuntime  # noqa: PLC0415 - likewise

    began = time.perf_counter()
    route = problem.routes[0]
    weight = 100 * int(problem.travel_s.max())
    model = Model()
    places = [model.add_location(0, 0) for _ in range(len(problem.nodes) + 1)]
    model.add_depot(places[0])
    model.add_vehicle_type(len(problem.routes), tw_early=route.start_s, tw_late=route.latest_end_s)
    for place, node in zip(places[1:], problem.nodes, strict=True):
        ((first, last),) = node.windows[route.day]
        prize = node.prize * weight
        model.add_client(
            place, service_duration=node.service_s, tw_early=first, tw_late=last, prize=prize, required=False
        )
    for i, a in enumerate(places):
        for j, b in enumerate(places):
            model.add_edge(a, b, int(problem.travel_s[i, j]), int(problem.travel_s[i, j]))
    best = model.solve(MaxRuntime(seconds), seed=seed, display=False).best
    walks = best.routes() if best.is_feasible() else []
    visits = [[int(stop.idx) for stop in walk if stop.is_client()] for walk in walks]
    return _solution(problem, visits, time.perf_counter() - began)


def ortools(problem: Problem, seconds: float, seed: int) -> Solution:  # noqa: ARG001 - OR-Tools takes no seed
    """OR-Tools' routing library: disjunctions for prizes, guided local search."""
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2  # noqa: PLC0415 - an optional dependency

    began = time.perf_counter()
    route = problem.routes[0]
    manager = pywrapcp.RoutingIndexManager(len(problem.travel_s), len(problem.routes), 0)
    routing = pywrapcp.RoutingModel(manager)
    service = [0, *(node.service_s for node in problem.nodes)]
    way: list[list[int]] = problem.travel_s.tolist()

    def way_between(i: int, j: int) -> int:
        length: int = way[manager.IndexToNode(i)][manager.IndexToNode(j)]
        return length

    def lasts(i: int, j: int) -> int:
        whole: int = way_between(i, j) + service[manager.IndexToNode(i)]
        return whole

    routing.SetArcCostEvaluatorOfAllVehicles(routing.RegisterTransitCallback(way_between))
    routing.AddDimension(routing.RegisterTransitCallback(lasts), route.latest_end_s, route.latest_end_s, False, "time")  # noqa: FBT003 - positional in its interface
    clock = routing.GetDimensionOrDie("time")
    for vehicle in range(len(problem.routes)):
        clock.CumulVar(routing.Start(vehicle)).SetRange(route.start_s, route.latest_end_s)
        clock.CumulVar(routing.End(vehicle)).SetRange(route.start_s, route.latest_end_s)
    for i, node in enumerate(problem.nodes, start=1):
        ((first, last),) = node.windows[route.day]
        index = manager.NodeToIndex(i)
        clock.CumulVar(index).SetRange(first, min(last, route.latest_end_s))
        routing.AddDisjunction([index], node.prize * 10 * int(problem.travel_s.max()))
    options = pywrapcp.DefaultRoutingSearchParameters()
    options.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    options.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    options.time_limit.FromMilliseconds(int(seconds * 1000))
    found = routing.SolveWithParameters(options)
    visits = []
    for vehicle in range(len(problem.routes) if found else 0):
        index, row = found.Value(routing.NextVar(routing.Start(vehicle))), []
        while not routing.IsEnd(index):
            row.append(manager.IndexToNode(index) - 1)
            index = found.Value(routing.NextVar(index))
        visits.append(row)
    return _solution(problem, visits, time.perf_counter() - began)


PEERS: dict[str, Peer] = {"pyvrp": pyvrp, "ortools": ortools}


def _solution(problem: Problem, visits: list[list[int]], seconds: float) -> Solution:
    rows = visits + [[] for _ in range(len(problem.routes) - len(visits))]
    prize = sum(problem.nodes[n].prize for row in rows for n in row)
    travel = problem.travel_s
    walk = 0
    for row in rows:
        places = [0, *(problem.nodes[n].location for n in row), 0]
        walk += sum(int(travel[a, b]) for a, b in pairwise(places))
    return Solution(tuple(tuple(Step(VISIT, n) for n in row) for row in rows), prize, walk, 0, seconds)
