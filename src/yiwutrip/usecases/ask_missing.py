"""What nobody asked yet, by supplier, so that one message each settles it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from yiwutrip.domain.stall import Supplier
from yiwutrip.usecases.build_manifest import missing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.stall import Stall

# The carton's size is the field that is forgotten most and costs the most to learn later, so it is asked first.
FIRST = ("carton_cm",)


class Reach(StrEnum):
    """How the supplier can still be asked."""

    WECHAT = "wechat"
    PHONE = "phone"
    IN_PERSON = "in_person"


@dataclass(frozen=True, slots=True)
class Gap:
    """One sample with what is missing of it, the most urgent first."""

    sample: Sample
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """
    Everything to ask one supplier.

    Attributes:
        supplier: None for samples whose stall is not known.
        stalls: codes of where to go, should nothing else reach them.

    """

    supplier: Supplier | None
    stalls: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def reach(self) -> Reach:
        """The easiest way: a WeChat message, a call, or the way back to the stall."""
        if self.supplier is not None and self.supplier.wechat:
            return Reach.WECHAT
        if self.supplier is not None and self.supplier.phone:
            return Reach.PHONE
        return Reach.IN_PERSON


def ask_missing(samples: Iterable[Sample], stalls: Mapping[str, Stall]) -> tuple[Question, ...]:
    """
    Gather what is missing of each sample by supplier, in order of each supplier's first sample.

    Args:
        samples: in the order in which they should be shown.
        stalls: by code, at least those that the samples name; one that is not among them has no supplier.

    """
    by_supplier: dict[Supplier | None, list[Gap]] = defaultdict(list)
    for sample in samples:
        missing = missing_of(sample)
        if missing:
            ordered = sorted(missing, key=lambda key: key not in FIRST)
            by_supplier[_supplier(sample, stalls)].append(Gap(sample, tuple(ordered)))
    return tuple(Question(supplier, _codes(gaps), tuple(gaps)) for supplier, gaps in by_supplier.items())


def _supplier(sample: Sample, stalls: Mapping[str, Stall]) -> Supplier | None:
    stall = stalls.get(sample.taken.stall or "")
    if stall is None:
        return None
    return stall.supplier or Supplier(name=stall.name)


def _codes(gaps: Iterable[Gap]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gap.sample.taken.stall for gap in gaps if gap.sample.taken.stall))
