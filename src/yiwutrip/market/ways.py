"""The way between two spots, step by step, along the same shortest path that the seconds come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.trip import Pace
from yiwutrip.domain.way import WayKind, WayStep
from yiwutrip.market import facts
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.cost import is_walk
from yiwutrip.market.legs import leg
from yiwutrip.market.locate import MIDDLE_STREET, filled, is_door
from yiwutrip.market.network import Network, Node, network
from yiwutrip.market.paths import nodes_between
from yiwutrip.market.placing import Placed, placed
from yiwutrip.market.strip import Strip, strip_of

if TYPE_CHECKING:
    from yiwutrip.market.spots import Spot


@dataclass(frozen=True, slots=True)
class _Here:
    """Where the walker stands inside a district."""

    floor: int
    along_m: float
    across_m: float


def way(
    start: Spot, end: Spot, assumptions: Assumptions | None = None, pace: Pace = Pace.NORMAL
) -> tuple[WayStep, ...]:
    """The steps of the quickest way; none between a spot and itself."""
    if start == end:
        return ()
    assumptions = assumptions or Assumptions()
    a, b = placed(start, assumptions), placed(end, assumptions)
    if a.district is None and b.district is None:
        mode = WayKind.RIDE if leg(start, end, assumptions, pace).mode == "ride" else WayKind.WALK
        return (WayStep(mode),)
    if a.district == b.district:
        return _inside(_stand(a), end, b, assumptions)
    return _between(network(assumptions, pace), a, b, end)


def _between(graph: Network, a: Placed, b: Placed, end: Spot) -> tuple[WayStep, ...]:
    """Over halls and roads to another district, or to a point outside."""
    steps: list[WayStep] = []
    here = _stand(a)
    last: Node | None = None
    for number in nodes_between(graph, a, b):
        node = graph.nodes[number]
        if last is None and a.district is None:
            steps += _arrive(graph, a, node)
        elif last is None or node.district is last.district:
            steps += _climb(here.floor, node.floor)
        elif node.door and last.door:
            steps += _road(graph, last, node)
        else:
            steps.append(_hall(graph.assumptions, last, node))
        here, last = _Here(node.floor, node.along_m, node.across_m), node
    if b.district is None:
        return (*steps, *_depart(graph, last, b))
    return _once((*steps, *_inside(here, end, b, graph.assumptions, arriving=True)))


def _once(steps: tuple[WayStep, ...]) -> tuple[WayStep, ...]:
    """Without the gate at the end that the step before has led to: 走到一区17门 says it already."""
    last = steps[-1] if steps else None
    said = last is not None and last.kind is WayKind.GATE and len(steps) > 1 and steps[-2].gate == last.gate
    return steps[:-1] if said else steps


def _inside(
    here: _Here, end: Spot, there: Placed, assumptions: Assumptions, *, arriving: bool = False
) -> tuple[WayStep, ...]:
    """Stairs, then along, then into the street."""
    if there.district is None or end.address is None:
        return ()
    known = filled(end.address)
    address = known.address
    strip = strip_of(facts.districts()[there.district], assumptions)
    steps = _climb(here.floor, there.floor)
    gate = address.gate if strip.gate_along_m(address.gate) is not None else None
    if gate is not None and known.by_booth & {"gate", "street"}:
        return (*steps, WayStep(WayKind.ABOUT, gate=gate))
    street = 0 if address.street_name in MIDDLE_STREET else address.street
    if is_door(address) or street is None:
        return tuple(steps) if gate is None else (*steps, WayStep(WayKind.GATE, gate=gate))
    step = _into_street(strip, here, there, gate, street)
    if step.kind is WayKind.ALONG and step.gate is None and not steps and not arriving:
        return (WayStep(WayKind.NEAR),)
    return (*steps, step)


def _into_street(strip: Strip, here: _Here, there: Placed, gate: int | None, street: int) -> WayStep:
    """Where one turns for the last time; which hand that is follows from the way one walks along the building."""
    ahead_m, right_m = there.along_m - here.along_m, there.across_m - here.across_m
    moved = abs(ahead_m) > strip.street_pitch_m
    if abs(right_m) < strip.street_pitch_m / 2:
        return WayStep(WayKind.ALONG, gate=gate if moved else None, street=street)
    if not moved:
        return WayStep(WayKind.ACROSS, street=street)
    if gate is None:
        return WayStep(WayKind.STREET, street=street)
    return WayStep(WayKind.RIGHT if (ahead_m > 0) == (right_m > 0) else WayKind.LEFT, gate=gate, street=street)


def _climb(start: int, end: int) -> list[WayStep]:
    if start == end:
        return []
    return [WayStep(WayKind.UP if end > start else WayKind.DOWN, floor=end)]


def _hall(assumptions: Assumptions, start: Node, end: Node) -> WayStep:
    """A hall of the upper floors or the forecourt between two buildings; a gate says where unless it is at the end."""
    strip = strip_of(facts.districts()[start.district], assumptions)
    at_end = start.across_m == strip.middle_across_m()
    kind = WayKind.FORECOURT if start.floor == 1 else WayKind.HALL
    return WayStep(kind, district=end.district, gate=None if at_end else _gate(strip, start))


def _road(graph: Network, start: Node, end: Node) -> list[WayStep]:
    """Out by one door and by car, or on foot round the houses, to another."""
    cost = graph.outdoors([(start.lat, start.lon)], [(end.lat, end.lon)])
    return [*_leave(graph.assumptions, start), _go(graph.assumptions, end, on_foot=is_walk(cost))]


def _arrive(graph: Network, a: Placed, door: Node) -> list[WayStep]:
    cost = graph.outdoors([(a.lat, a.lon)], [(door.lat, door.lon)])
    return [_go(graph.assumptions, door, on_foot=is_walk(cost))]


def _depart(graph: Network, door: Node | None, b: Placed) -> list[WayStep]:
    if door is None:
        return []
    cost = graph.outdoors([(door.lat, door.lon)], [(b.lat, b.lon)])
    kind = WayKind.WALK if is_walk(cost) else WayKind.RIDE
    return [*_leave(graph.assumptions, door), WayStep(kind)]


def _leave(assumptions: Assumptions, door: Node) -> list[WayStep]:
    gate = _gate(strip_of(facts.districts()[door.district], assumptions), door)
    return [] if gate is None else [WayStep(WayKind.LEAVE, gate=gate)]


def _go(assumptions: Assumptions, door: Node, *, on_foot: bool) -> WayStep:
    gate = _gate(strip_of(facts.districts()[door.district], assumptions), door)
    return WayStep(WayKind.WALK if on_foot else WayKind.RIDE, district=door.district, gate=gate)


def _gate(strip: Strip, node: Node) -> int | None:
    """The gate that stands at a node."""
    return strip.gate_at(node.along_m, node.across_m)


def _stand(a: Placed) -> _Here:
    return _Here(a.floor, a.along_m, a.across_m)
