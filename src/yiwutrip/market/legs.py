"""How long it takes from any spot to any other, on foot or by car."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from yiwutrip.domain.itinerary import Leg, LegMode
from yiwutrip.domain.trip import Pace
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.cost import Costs, joined, unpacked
from yiwutrip.market.network import Grounds, Network, grounds_of_nodes, network
from yiwutrip.market.placing import Placed, placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yiwutrip.domain.address import District
    from yiwutrip.market.spots import Spot

Ints = NDArray[np.int32]


@dataclass(frozen=True)
class TravelTable:
    """
    Ways between all pairs of spots: rows are where one starts, columns where one goes.

    Attributes:
        seconds: door to door.
        metres: on foot and by car together.
        walk_s: the part of the seconds that is on foot.
        uncertain_s: for each spot, how many seconds a leg to or from it may be off because its address is not whole.
        afar_s: for each spot, how many more from another district, because the place of its own is not sure.
        district: a number for each spot's district.

    """

    seconds: Ints
    metres: Ints
    walk_s: Ints
    uncertain_s: Ints
    afar_s: Ints
    district: Ints

    def mode(self, start: int, end: int) -> LegMode:
        """How one goes."""
        if not self.seconds[start, end]:
            return LegMode.STAY
        return LegMode.WALK if self.seconds[start, end] == self.walk_s[start, end] else LegMode.RIDE

    def leg(self, start: int, end: int) -> Leg:
        """One pair's way."""
        ends = [start, end] if start != end else []
        off_s = int(self.uncertain_s[ends].sum())
        if self.district[start] != self.district[end]:
            off_s += int(self.afar_s[ends].sum())
        return Leg(self.mode(start, end), int(self.metres[start, end]), int(self.seconds[start, end]), off_s)


def travel(spots: Sequence[Spot], assumptions: Assumptions | None = None, pace: Pace = Pace.NORMAL) -> TravelTable:
    """
    The quickest ways between all spots: shortest paths over streets, cross aisles, floors, halls and roads.

    A spot is 0 seconds from itself; two stalls whose addresses are the same are apart by what is not known of them.
    """
    assumptions = assumptions or Assumptions()
    graph = network(assumptions, pace)
    grounds = [placed(spot, assumptions) for spot in spots]
    groups = _groups(grounds)
    costs = np.zeros((len(spots), len(spots)), dtype=np.int64)
    near = {name: to_nodes(graph, name, grounds, members) for name, members in groups.items()}
    for start, rows in groups.items():
        reach = _reach(graph, start, near[start])
        for end, columns in groups.items():
            numbers = graph.entrances(end)
            block = joined(reach[:, numbers], near[end].T)
            costs[np.ix_(rows, columns)] = _direct(graph, (start, end), grounds, (rows, columns), block)
    np.fill_diagonal(costs, 0)
    seconds, walk_s, metres = unpacked(costs)
    serial = {name: number for number, name in enumerate(groups)}
    return TravelTable(
        seconds=seconds,
        metres=metres,
        walk_s=walk_s,
        uncertain_s=_uncertain_s(grounds, assumptions, pace),
        afar_s=_afar_s(grounds, assumptions),
        district=np.array([serial[here.district] for here in grounds], dtype=np.int32),
    )


def leg(start: Spot, end: Spot, assumptions: Assumptions | None = None, pace: Pace = Pace.NORMAL) -> Leg:
    """One way, the same as `travel` says."""
    if start == end:
        return Leg(LegMode.STAY, 0, 0)
    return travel((start, end), assumptions, pace).leg(0, 1)


def _groups(grounds: Sequence[Placed]) -> dict[District | None, list[int]]:
    groups: dict[District | None, list[int]] = {}
    for number, here in enumerate(grounds):
        groups.setdefault(here.district, []).append(number)
    return groups


def to_nodes(graph: Network, name: District | None, grounds: Sequence[Placed], members: list[int]) -> Costs:
    """From each member to each of its district's nodes; from outside, to every door."""
    if name is None:
        doors = [(graph.nodes[i].lat, graph.nodes[i].lon) for i in graph.doors]
        return graph.outdoors(_points(grounds, members), doors)
    return graph.indoors(_columns(name, grounds, members), grounds_of_nodes(graph, name))


def _reach(graph: Network, name: District | None, to_nodes: Costs) -> Costs:
    """From each member to every node of the graph."""
    return joined(to_nodes, graph.ways[graph.entrances(name), :])


def _direct(
    graph: Network,
    between: tuple[District | None, District | None],
    grounds: Sequence[Placed],
    members: tuple[list[int], list[int]],
    by_nodes: Costs,
) -> Costs:
    """Within a district one walks and does not go round by the road; between points outside there may be no market."""
    start, end = between
    if start != end:
        return by_nodes
    if start is None:
        points = _points(grounds, members[0])
        return np.minimum(by_nodes, graph.outdoors(points, points))
    here = _columns(start, grounds, members[0])
    return graph.indoors(here, here)


def _points(grounds: Sequence[Placed], members: list[int]) -> list[tuple[float, float]]:
    return [(grounds[i].lat, grounds[i].lon) for i in members]


def _columns(name: District, grounds: Sequence[Placed], members: list[int]) -> Grounds:
    rows = [(p.floor, p.along_m, p.across_m, p.stray_m) for p in (grounds[i] for i in members)]
    return Grounds(name, *np.array(rows, dtype=np.float64).T)


def _uncertain_s(grounds: Sequence[Placed], assumptions: Assumptions, pace: Pace) -> Ints:
    speed = assumptions.speed_factor(pace)
    walk_s = np.array([here.doubt_m / assumptions.aisle_mps for here in grounds])
    stairs_s = np.array([0.0 if here.floor_known else assumptions.stairs_s for here in grounds])
    return _whole((walk_s + stairs_s) / speed)


def _afar_s(grounds: Sequence[Placed], assumptions: Assumptions) -> Ints:
    return _whole(np.array([here.afar_m * assumptions.detour / assumptions.ride_mps for here in grounds]))


def _whole(seconds: NDArray[np.float64]) -> Ints:
    whole: Ints = np.rint(seconds).astype(np.int32)
    return whole
