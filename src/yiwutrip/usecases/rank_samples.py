"""Rank what was brought home: what a piece leaves, whether the factory can follow, for which wish."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.margin import Margin, days_to_fill, margin
from yiwutrip.domain.sample import SampleStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yiwutrip.domain.sample import Sample

OUT_OF_THE_RUNNING = frozenset({SampleStatus.REJECTED, SampleStatus.LOST, SampleStatus.RETURNED})


@dataclass(frozen=True, slots=True)
class Ranked:
    """
    One sample in the ranking.

    Attributes:
        place: 1 for the best of its group.
        days_to_fill: days in which the factory makes what the show sells at its peak; None where either is unknown.

    """

    place: int
    sample: Sample
    group: str
    margin: Margin
    days_to_fill: int | None


def rank_samples(
    samples: Iterable[Sample], groups: Mapping[str, str], peak_pieces: int | None = None
) -> tuple[Ranked, ...]:
    """
    Put the samples of each group in order: most left of a piece first, what cannot be reckoned last.

    Args:
        samples: those that were rejected, lost or returned are left out.
        groups: sample number to what it competes in (a want or a category); one that is missing competes under "".
        peak_pieces: what the show sells at its peak.

    """
    by_group: dict[str, list[tuple[Sample, Margin]]] = defaultdict(list)
    for sample in samples:
        if sample.status not in OUT_OF_THE_RUNNING:
            by_group[groups.get(sample.number, "")].append((sample, margin(sample.taken)))
    ranked: list[Ranked] = []
    for group, entries in sorted(by_group.items()):
        entries.sort(key=_best_first)
        for place, (sample, left) in enumerate(entries, start=1):
            capacity = sample.taken.quote.daily_capacity
            days = days_to_fill(capacity, peak_pieces) if peak_pieces is not None else None
            ranked.append(Ranked(place, sample, group, left, days))
    return tuple(ranked)


def _best_first(entry: tuple[Sample, Margin]) -> tuple[bool, int, str]:
    sample, left = entry
    return left.fen is None, -(left.fen or 0), sample.number
