"""What a person can walk and carry, shared among the stretches of a day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from yiwutrip.domain.trip import Trip
    from yiwutrip.planner.cut import Stretch
    from yiwutrip.planner.spots import Travel


def _shares(stretches: Sequence[Stretch], parts: Mapping[tuple[int, str], int]) -> list[float]:
    """The smallest share that a stretch has in the time of any of its people's parts of the trip."""
    length: defaultdict[tuple[int, str], int] = defaultdict(int)
    for i, s in enumerate(stretches):
        for letter in s.who:
            length[parts[i, letter], letter] += max(1, s.end_s - s.start_s)
    return [
        min(max(1, s.end_s - s.start_s) / length[parts[i, letter], letter] for letter in s.who)
        for i, s in enumerate(stretches)
    ]


def walking(stretches: Sequence[Stretch], limit_s: int, travel: Travel) -> tuple[tuple[int, ...], list[int]]:
    """
    Bound each person's walking of a day.

    One budget where a person walks the whole day in the same company; where company changes each stretch gets its share
    by time, which is stricter than needed and never looser. The way to the commitments themselves is never forbidden.
    """
    parts = {(i, letter): s.day for i, s in enumerate(stretches) for letter in s.who}
    company = _company(stretches, parts)
    shares = _shares(stretches, parts)
    limits: list[int] = []
    budgets: dict[object, int] = {}
    chosen = []
    for i, s in enumerate(stretches):
        steady = all(company[s.day, letter] == {s.who} for letter in s.who)
        key: object = (s.day, s.who) if steady else i
        if key not in budgets:
            budgets[key] = len(limits)
            limits.append(limit_s if steady else int(limit_s * shares[i]))
        chosen.append(budgets[key])
    direct = [0] * len(limits)
    for budget, s in zip(chosen, stretches, strict=True):
        direct[budget] += int(travel.table.walk_s[s.start, s.end])
    return tuple(max(limit, least) for limit, least in zip(limits, direct, strict=True)), chosen


def carrying(
    trip: Trip, stretches: Sequence[Stretch], travel: Travel, load_g: Mapping[str, int]
) -> list[tuple[int, int | None]]:
    """
    Per stretch what its people can carry and the chain that hands it on.

    What is carried is laid down at the car and at the base. Between two such places a person who always walks in the
    same company has a chain; where company changes each stretch gets its share by time and starts empty. Until the
    first such place what is carried already (``load_g``) is taken off.
    """
    carry_g = {person.letter: person.carry_g for person in trip.people}
    parts = _between_unloading(trip, stretches, travel)
    company = _company(stretches, parts)
    shares = _shares(stretches, parts)
    chains: dict[object, int] = {}
    loads: list[tuple[int, int | None]] = []
    for i, s in enumerate(stretches):
        # A pair shares what it takes by strength, so the one with the least left sets the bound.
        left = min(1 - load_g.get(p, 0) / max(1, carry_g[p]) if parts[i, p] == 0 else 1.0 for p in s.who)
        full_g = int(max(0.0, left) * sum(carry_g[letter] for letter in s.who))
        steady = all(company[parts[i, letter], letter] == {s.who} for letter in s.who)
        if steady:
            key = (parts[i, s.who[0]], s.who)
            loads.append((full_g, chains.setdefault(key, len(chains))))
        else:
            loads.append((int(full_g * shares[i]), None))
    return loads


def _company(
    stretches: Sequence[Stretch], parts: Mapping[tuple[int, str], int]
) -> Mapping[tuple[int, str], set[tuple[str, ...]]]:
    company: defaultdict[tuple[int, str], set[tuple[str, ...]]] = defaultdict(set)
    for i, s in enumerate(stretches):
        for letter in s.who:
            company[parts[i, letter], letter].add(s.who)
    return company


def _between_unloading(trip: Trip, stretches: Sequence[Stretch], travel: Travel) -> dict[tuple[int, str], int]:
    """Number the parts of each person's trip that lie between two places where things can be laid down."""
    unload = {travel.places[trip.base]}
    if trip.car is not None and trip.car.parked is not None:
        unload.add(travel.places[trip.car.parked])
    number: defaultdict[str, int] = defaultdict(int)
    parts = {}
    for i, s in enumerate(stretches):
        for letter in s.who:
            parts[i, letter] = number[letter]
            if s.end in unload:
                number[letter] += 1
    return parts
