"""What people have in hand: the stops of the old plan that are still to come, as routes of a new problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.itinerary import StopKind
from yiwutrip.solver.problem import DROP, VISIT, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.planner.prepare import Prepared

    Routes = tuple[tuple[Step, ...], ...]


def by_time(ahead: Mapping[str, Sequence[Stop]]) -> list[tuple[str, Stop]]:
    """Each stop with a person who is there, in order of time."""
    return sorted(
        ((letter, stop) for letter, stops in ahead.items() for stop in stops), key=lambda pair: (pair[1].start, pair[0])
    )


def nodes_in(prepared: Prepared) -> Callable[[Stop], int | None]:
    """Says which node a stop visits; None for what is no visit, or of a stall that is no candidate."""
    node_of = {c.stall.code: n for n, c in enumerate(prepared.model.supply.candidates)}
    return lambda stop: node_of.get(stop.stall or "") if stop.kind is StopKind.VISIT else None


def at_hand(prepared: Prepared, ahead: Mapping[str, Sequence[Stop]]) -> Routes:
    """
    Each stop in the stretch in which it was planned, in the old order; nobody has looked whether all of it still holds.

    Args:
        prepared: the rest of the trip.
        ahead: per person, the stops of the old plan that are still to come.

    """
    node_of = nodes_in(prepared)
    rows: list[list[Step]] = [[] for _ in prepared.model.stretches]
    placed: set[Stop] = set()
    for letter, stop in by_time(ahead):
        stretch = _stretch(prepared, letter, prepared.ground.clock.seconds(stop.start))
        node = node_of(stop)
        if stretch is None or stop in placed:
            continue
        placed.add(stop)
        if node is not None:
            rows[stretch].append(Step(VISIT, node))
        elif stop.kind is StopKind.CAR:
            rows[stretch].append(Step(DROP))
    return tuple(tuple(row) for row in rows)


def _stretch(prepared: Prepared, letter: str, when_s: int) -> int | None:
    """The last stretch of a person that has begun by then."""
    mine = [(s.start_s, i) for i, s in enumerate(prepared.model.stretches) if letter in s.who]
    return max(((start_s, i) for start_s, i in mine if start_s <= when_s), default=min(mine, default=(0, None)))[1]
