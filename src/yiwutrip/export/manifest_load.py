"""What the load comes to beside what the car takes and the budget allows, in numbers and in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.domain.packing import Basis
from yiwutrip.export import text
from yiwutrip.export.manifest_warnings import warnings_of

if TYPE_CHECKING:
    from decimal import Decimal

    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.words import Words


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that has one: what there is of it, and how much there may be, in the unit that ``name`` says."""

    name: str
    known: Decimal
    most: Decimal

    @property
    def over(self) -> Decimal:
        """How much is too much."""
        return max(self.known - self.most, self.most * 0)


def limits_of(manifest: Manifest, words: Words) -> list[Limit]:
    """Of the car and of the money; none where the trip has neither car nor budget."""
    limits = []
    if manifest.fit:
        car = manifest.fit.car
        limits += [
            Limit(words("manifest.limit-kg"), text.thousandth(car.weight_g), text.thousandth(car.load_g)),
            Limit(words("manifest.limit-litres"), text.thousandth(car.volume_ml), text.thousandth(car.load_ml)),
        ]
    if manifest.budget_fen is not None:
        spent, budget = text.in_yuan(manifest.spent_fen), text.in_yuan(manifest.budget_fen)
        limits.append(Limit(words("manifest.limit-yuan"), spent, budget))
    return limits


def notes_on_load(manifest: Manifest, words: Words) -> list[str]:
    """What has to be settled before leaving, and what is not in the numbers."""
    return [*warnings_of(manifest, words), *unknown_of(manifest, words), *basis_of(manifest, words)]


def unknown_of(manifest: Manifest, words: Words) -> list[str]:
    """What nobody weighed or measured."""
    sums = manifest.sums
    counts = {"unweighed": sums.unweighed, "unmeasured": sums.unmeasured}
    return [words(f"manifest.note-{name}", count=count) for name, count in counts.items() if count]


def basis_of(manifest: Manifest, words: Words) -> list[str]:
    """What the litres are those of, where that is not what was packed."""
    if manifest.fit is None or manifest.fit.basis is Basis.PACKED:
        return []
    return [words(f"manifest.basis-{manifest.fit.basis}")]
