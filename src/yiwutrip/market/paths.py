"""Which halls and doors the quickest way between two spots takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from yiwutrip.market.legs import to_nodes

if TYPE_CHECKING:
    from yiwutrip.market.network import Network
    from yiwutrip.market.placing import Placed


def nodes_between(graph: Network, start: Placed, end: Placed) -> tuple[int, ...]:
    """Numbers of the graph's nodes on the quickest way from one district to another, in order."""
    out, into = to_nodes(graph, start.district, [start], [0])[0], to_nodes(graph, end.district, [end], [0])[0]
    exits, entrances = graph.entrances(start.district), graph.entrances(end.district)
    costs = out[:, None] + graph.ways[np.ix_(exits, entrances)] + into[None, :]
    leave, enter = np.unravel_index(int(np.argmin(costs)), costs.shape)
    return _unfold(graph, exits[int(leave)], entrances[int(enter)])


def _unfold(graph: Network, start: int, end: int) -> tuple[int, ...]:
    """The nodes of a cheapest way, found again from the closed costs: a next node is one that loses nothing."""
    path = [start]
    while path[-1] != end:
        here = path[-1]
        onward = graph.edges[here] + graph.ways[:, end]
        onward[path] = np.iinfo(np.int64).max
        path.append(int(np.argmin(onward)))
    return tuple(path)
