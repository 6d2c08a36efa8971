"""样品清单: everything that goes home in the car, by box, as one value that every format is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from yiwutrip.domain.address import Address
    from yiwutrip.domain.box import Box
    from yiwutrip.domain.packing import CarFit, Size
    from yiwutrip.domain.sample import Quote
    from yiwutrip.domain.stall import Supplier
    from yiwutrip.domain.trip import Car, Person


@dataclass(frozen=True, slots=True)
class ManifestSample:
    """
    One sample. Unknown is None, never 0.

    Attributes:
        stall: code; None where the sample has not been assigned to one yet.
        where: the stall's address; None where the stall is not in the catalogue.
        weight_g: of one piece.
        volume_ml: of all pieces as they are packed.
        box: number of the box; None where it travels loose or is not packed yet.
        box_cm: length, width, height inside of that box.
        photos: SHA-256 of the originals, the first is the one to show.
        missing: keys of this row that should be known before leaving the town and are not.

    """

    number: str
    article: str
    pieces: int
    quote: Quote
    stall: str | None = None
    where: Address | None = None
    supplier: Supplier | None = None
    material: str | None = None
    model: str | None = None
    weight_g: int | None = None
    volume_ml: int | None = None
    box: int | None = None
    box_cm: Size | None = None
    fragile: bool | None = None
    fee_fen: int | None = None
    deposit_fen: int | None = None
    return_by: date | None = None
    note: str | None = None
    photos: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def address(self) -> str | None:
        """The address in the market's own words."""
        return self.where.canonical() if self.where else None

    @property
    def supplier_name(self) -> str | None:
        """Its supplier's own name; None where only the stall's code stands for it."""
        return self.supplier.name if self.supplier and self.supplier.name != self.stall else None

    @property
    def on_loan(self) -> bool:
        """Whether it has to go back: a deposit was paid or a date was agreed."""
        return bool(self.deposit_fen) or self.return_by is not None

    @property
    def total_weight_g(self) -> int | None:
        """Of all pieces."""
        return None if self.weight_g is None else self.weight_g * self.pieces


@dataclass(frozen=True, slots=True)
class Sums:
    """
    Totals of some samples.

    An unknown weight is not zero: ``weight_g`` and ``volume_ml`` add up what is known (None where nothing is), and
    ``unweighed`` and ``unmeasured`` count the samples that are not in them.
    """

    samples: int
    pieces: int
    weight_g: int | None
    unweighed: int
    volume_ml: int | None
    unmeasured: int
    fees_fen: int
    deposits_fen: int
    fragile: int
    missing: int


@dataclass(frozen=True, slots=True)
class ManifestBox:
    """A box with what is in it; ``box`` is None for what travels loose."""

    box: Box | None
    samples: tuple[ManifestSample, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Contact:
    """
    A supplier with what is theirs.

    Attributes:
        supplier: known by the stall's name where the catalogue has no more.
        stalls: code and address of each stall that a sample came from.
        samples: numbers.
        notes: what was noted with the samples, each once.

    """

    supplier: Supplier
    stalls: tuple[tuple[str, Address], ...]
    samples: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey:
    """What the head of the manifest says of the trip, where one was loaded."""

    starts: date
    ends: date
    people: tuple[Person, ...]
    home: str | None
    car: Car | None
    budget_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """
    样品清单.

    Attributes:
        trip: its name.
        made_at: aware.
        boxes: in order of number, the loose ones last; together they hold every sample once.
        contacts: by supplier, in order of their first sample.
        fit: whether it all goes into the car; None where the trip has none or nobody looked.
        loans: what has to go back, the earliest date first, those without a date last.

    """

    trip: str
    made_at: datetime
    boxes: tuple[ManifestBox, ...]
    sums: Sums
    contacts: tuple[Contact, ...]
    loans: tuple[ManifestSample, ...]
    journey: Journey | None = None
    fit: CarFit | None = None

    @property
    def budget_fen(self) -> int | None:
        """The trip's for samples; None where it has none."""
        return self.journey.budget_fen if self.journey else None

    @property
    def spent_fen(self) -> int:
        """Fees and deposits."""
        return self.sums.fees_fen + self.sums.deposits_fen

    @property
    def over_budget_fen(self) -> int:
        """By how much they exceed the budget; 0 where they do not or there is none."""
        return 0 if self.budget_fen is None else max(0, self.spent_fen - self.budget_fen)

    @property
    def samples(self) -> tuple[ManifestSample, ...]:
        """All of them, by box."""
        return tuple(sample for box in self.boxes for sample in box.samples)
