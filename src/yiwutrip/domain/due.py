"""What waits for somebody: goods that never came, samples that nobody judged, loans that have to go back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from yiwutrip.domain.sample import SampleStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwutrip.domain.sample import Sample

RECEIPT_DAYS = 7
VERDICT_DAYS = 14
RETURN_NOTICE_DAYS = 3

_WITHOUT_VERDICT = frozenset({SampleStatus.TAKEN, SampleStatus.RECEIVED, SampleStatus.TRIED})
_GONE = frozenset({SampleStatus.LOST, SampleStatus.RETURNED})


class DueKind(StrEnum):
    """Why a sample is on the list."""

    RETURN = "return"
    RECEIPT = "receipt"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Due:
    """``since`` is the day on which it became, or becomes, due; ``days`` are past that day, negative ahead of it."""

    sample: Sample
    kind: DueKind
    since: date
    days: int


def due(samples: Iterable[Sample], today: date) -> tuple[Due, ...]:
    """
    List what is due, the most pressing first.

    A return is listed from three days ahead; something applied for that has not come after 7 days; a sample that was
    neither chosen nor rejected 14 days after it came (the limits are what buyers told us they use; docs/market.md).
    """
    found = [one for sample in samples for one in _of(sample, today)]
    return tuple(sorted(found, key=lambda one: (-one.days, one.kind, one.sample.number)))


def _of(sample: Sample, today: date) -> Iterable[Due]:
    if sample.status in _GONE:
        return
    back = sample.taken.return_by
    if back is not None and back - today <= timedelta(days=RETURN_NOTICE_DAYS):
        yield Due(sample, DueKind.RETURN, back, (today - back).days)
    since = (sample.status_at or sample.at).date()
    if sample.status is SampleStatus.APPLIED:
        yield from _late(sample, DueKind.RECEIPT, since + timedelta(days=RECEIPT_DAYS), today)
    elif sample.status in _WITHOUT_VERDICT:
        yield from _late(sample, DueKind.VERDICT, since + timedelta(days=VERDICT_DAYS), today)


def _late(sample: Sample, kind: DueKind, limit: date, today: date) -> Iterable[Due]:
    if today >= limit:
        yield Due(sample, kind, limit, (today - limit).days)
