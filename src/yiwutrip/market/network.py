"""The small graph between districts: ends of halls, doors where taxis stop, and the cheapest ways among them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from yiwutrip.domain.address import District
from yiwutrip.market import facts
from yiwutrip.market.cost import UNREACHABLE, Costs, Metres, closed, riding, walking
from yiwutrip.market.earth import great_circle_m
from yiwutrip.market.placing import ground
from yiwutrip.market.strip import Strip, strip_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.trip import Pace
    from yiwutrip.market.assumptions import Assumptions


@dataclass(frozen=True, slots=True)
class Node:
    """An end of a hall or a door where cars stop (``door``), on a district's strip."""

    district: District
    floor: int
    along_m: float
    across_m: float
    lat: float
    lon: float
    door: bool


@dataclass(frozen=True)
class Network:
    """
    The graph under some assumptions at some pace.

    Attributes:
        edges: packed costs between neighbours: nodes of one district, ends of one hall, doors on the road.
        ways: packed costs between all nodes.
        of: numbers of each district's nodes.

    """

    assumptions: Assumptions
    pace: Pace
    nodes: tuple[Node, ...]
    edges: Costs
    ways: Costs
    of: dict[District, tuple[int, ...]]
    doors: tuple[int, ...]

    def entrances(self, name: District | None) -> list[int]:
        """The nodes by which one comes into a district, or to a point outside."""
        return list(self.doors if name is None else self.of[name])

    def indoors(self, a: Grounds, b: Grounds) -> Costs:
        """Costs on foot between all pairs of places of one district."""
        strip = strip_of(facts.districts()[a.district], self.assumptions)
        factor = self.assumptions.speed_factor(self.pace)
        metres = _flat_m(a, b, strip)
        climbs = np.abs(_steps(a.floor)[:, None] - _steps(b.floor)[None, :])
        seconds = metres / self.assumptions.aisle_mps + climbs * self.assumptions.stairs_s
        return walking(metres, seconds / factor)

    def outdoors(self, starts: Sequence[tuple[float, float]], ends: Sequence[tuple[float, float]]) -> Costs:
        """The quicker of walking and riding between points on the map."""
        straight_m = great_circle_m(starts, ends)
        return np.minimum(self._walked(straight_m), self.ridden(straight_m))

    def ridden(self, straight_m: Metres) -> Costs:
        """Costs by car over a straight line; what is too near for a car cannot be ridden."""
        guess = self.assumptions
        road_m = straight_m * guess.detour
        town_m = np.minimum(road_m, guess.town_m)
        costs = riding(road_m, guess.ride_wait_s + town_m / guess.ride_mps + (road_m - town_m) / guess.road_mps)
        return np.where(straight_m < guess.ride_min_m, UNREACHABLE, costs)

    def _walked(self, straight_m: Metres) -> Costs:
        road_m = straight_m * self.assumptions.detour
        speed_mps = self.assumptions.outdoor_mps * self.assumptions.speed_factor(self.pace)
        return walking(road_m, road_m / speed_mps)


@dataclass(frozen=True)
class Grounds:
    """Places of one district as columns of numbers."""

    district: District
    floor: Metres
    along_m: Metres
    across_m: Metres
    stray_m: Metres


@lru_cache(maxsize=16)
def network(assumptions: Assumptions, pace: Pace) -> Network:
    """Build the graph; some seventy nodes."""
    nodes = (*_hall_ends(assumptions), *_doors(assumptions))
    of = {name: tuple(i for i, node in enumerate(nodes) if node.district is name) for name in District}
    doors = tuple(i for i, node in enumerate(nodes) if node.door)
    edges = np.full((len(nodes), len(nodes)), UNREACHABLE, dtype=np.int64)
    bare = Network(assumptions, pace, nodes, edges, edges, of, doors)
    for name, members in of.items():
        here = grounds_of_nodes(bare, name)
        edges[np.ix_(members, members)] = bare.indoors(here, here)
    _add_halls(edges, bare)
    _add_roads(edges, bare)
    return Network(assumptions, pace, nodes, edges, closed(edges), of, doors)


def grounds_of_nodes(graph: Network, district: District) -> Grounds:
    """The district's nodes as columns."""
    nodes = [graph.nodes[i] for i in graph.of[district]]
    columns = np.array([(n.floor, n.along_m, n.across_m, 0.0) for n in nodes], dtype=np.float64).reshape(-1, 4).T
    return Grounds(district, *columns)


def _hall_ends(assumptions: Assumptions) -> list[Node]:
    """Both ends of every link, in the order of the links."""
    nodes = []
    for link in facts.links():
        for district, gate, side in (link.start, link.end):
            strip = strip_of(facts.districts()[district], assumptions)
            along_m = strip.gate_along_m(gate)
            if along_m is None:
                raise ValueError(f"links.csv: {district} has no gate {gate}")
            nodes.append(_node(strip, link.floor, along_m, strip.side_across_m(side), door=False))
    return nodes


def _doors(assumptions: Assumptions) -> list[Node]:
    """Where cars stop: at both ends and the middle of each long side; at an outside market, one place."""
    nodes = []
    for fact in facts.districts().values():
        strip = strip_of(fact, assumptions)
        sides = ("odd", "even") if fact.even_streets else ("odd",)
        stretch = (0.0, strip.length_m / 2, strip.length_m) if strip.length_m > 300 else (strip.length_m / 2,)
        nodes += [_node(strip, 1, at, strip.side_across_m(side), door=True) for side in sides for at in stretch]
    return nodes


def _node(strip: Strip, floor: int, along_m: float, across_m: float, *, door: bool) -> Node:
    return Node(strip.fact.district, floor, along_m, across_m, *ground(strip, along_m, across_m), door)


def _add_halls(edges: Costs, graph: Network) -> None:
    """Links stand first among the nodes, two by two."""
    speed_mps = graph.assumptions.aisle_mps * graph.assumptions.speed_factor(graph.pace)
    for number, link in enumerate(facts.links()):
        metres = np.array([float(link.metres)])
        cost = walking(metres, metres / speed_mps)[0]
        a, b = 2 * number, 2 * number + 1
        edges[a, b] = edges[b, a] = min(edges[a, b], cost)


def _add_roads(edges: Costs, graph: Network) -> None:
    """Between the doors of different districts, by car or around the houses on foot."""
    doors = np.array(graph.doors)
    where = [(graph.nodes[i].lat, graph.nodes[i].lon) for i in graph.doors]
    roads = graph.outdoors(where, where)
    home = np.array([graph.nodes[i].district for i in graph.doors])
    roads[home[:, None] == home[None, :]] = UNREACHABLE
    block = np.ix_(doors, doors)
    edges[block] = np.minimum(edges[block], roads)


def _steps(floor: Metres) -> Metres:
    """Floors as steps of one: there is no floor 0 between the basement and the first."""
    return np.where(floor < 0, floor + 1, floor)


def _flat_m(a: Grounds, b: Grounds, strip: Strip) -> Metres:
    """Metres along streets and cross aisles: one changes street, floor or side at a cross aisle only."""
    straight_m = np.abs(a.along_m[:, None] - b.along_m[None, :])
    across_m = np.abs(a.across_m[:, None] - b.across_m[None, :])
    turns = (across_m > 0.5) | (a.floor[:, None] != b.floor[None, :])
    along_m = np.where(turns, _along_by_cross_aisle(a, b, strip, straight_m), straight_m)
    return along_m + across_m + (a.stray_m[:, None] + b.stray_m[None, :])


def _along_by_cross_aisle(a: Grounds, b: Grounds, strip: Strip, straight_m: Metres) -> Metres:
    """Between two cross aisles one has to walk to the nearer of them and back."""
    step_m = strip.cross_step_m
    if not step_m:
        return straight_m
    low_a, low_b = np.floor(a.along_m / step_m) * step_m, np.floor(b.along_m / step_m) * step_m
    between = (low_a[:, None] == low_b[None, :]) & (a.along_m > low_a)[:, None] & (b.along_m > low_b)[None, :]
    back_m = (a.along_m - low_a)[:, None] + (b.along_m - low_b)[None, :]
    return np.where(between, np.minimum(back_m, 2 * step_m - back_m), straight_m)
