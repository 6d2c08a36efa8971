"""What goes into which box, whether the boxes go into the car, and the cheapest way out where they do not."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.domain.box import Box

Size = tuple[float, float, float]
"""Length, width, height in centimetres."""


class NotPacked(StrEnum):
    """Why a sample is in no box; the sentence is ``pack.<value>``."""

    SIZE_UNKNOWN = "size-unknown"
    TOO_LARGE = "too-large"
    TOO_HEAVY = "too-heavy"
    NO_ROOM = "no-room"


class Action(StrEnum):
    """A way out where the car is too small: post a box, or leave a sample that was rejected anyway."""

    POST = "post"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Item:
    """
    A sample as a cuboid.

    Attributes:
        weight_g: of all its pieces; None where nobody weighed it.
        fragile: stands upright, and nothing rests on it.
        supplier: whose it is, for keeping theirs together.

    """

    number: str
    size_cm: Size
    weight_g: int | None = None
    fragile: bool = False
    supplier: str = ""

    @property
    def volume(self) -> float:
        """Cubic centimetres."""
        length, width, height = self.size_cm
        return length * width * height


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a sample lies in its box: the corner nearest to the box's origin, and its sides as it lies."""

    item: Item
    at_cm: Size
    size_cm: Size

    @property
    def top(self) -> float:
        """Height of its upper face."""
        return self.at_cm[2] + self.size_cm[2]


@dataclass(frozen=True, slots=True)
class Parcel:
    """
    What goes into the car in one piece: a box, or a sample that is in none.

    Attributes:
        box: its number; None for a sample.
        sample: its number; None for a box.
        weight_g: of what was weighed; ``unweighed`` samples are not in it.
        volume_ml: None where nobody measured it.

    """

    box: int | None
    sample: str | None
    weight_g: int
    unweighed: int
    volume_ml: int | None


@dataclass(frozen=True, slots=True)
class PackedBox:
    """
    A box with what is in it, in the order in which it is put in (from the bottom up).

    Attributes:
        weight_g: of what was weighed; ``unweighed`` samples are not in it.

    """

    box: Box
    placed: tuple[Placed, ...]
    weight_g: int
    unweighed: int

    @property
    def fragile(self) -> bool:
        """Whether anything in it is."""
        return any(one.item.fragile for one in self.placed)

    @property
    def parcel(self) -> Parcel:
        """As the car sees it: by its inside, for the cardboard is not measured."""
        return Parcel(self.box.number, None, self.weight_g, self.unweighed, self.box.volume_ml)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A sample that is in no box."""

    number: str
    why: NotPacked


@dataclass(frozen=True, slots=True)
class CarLoad:
    """
    What everything weighs and takes up beside what the car takes.

    Attributes:
        weight_g: of what was weighed; ``unweighed`` samples are not in it.
        volume_ml: of what was measured; ``unmeasured`` samples are not in it.

    """

    weight_g: int
    unweighed: int
    volume_ml: int
    load_g: int
    load_ml: int
    unmeasured: int = 0

    @property
    def over_g(self) -> int:
        """Grams too many."""
        return max(0, self.weight_g - self.load_g)

    @property
    def over_ml(self) -> int:
        """Millilitres too many."""
        return max(0, self.volume_ml - self.load_ml)

    @property
    def known(self) -> bool:
        """Whether all of it was weighed and measured."""
        return not self.unweighed and not self.unmeasured

    @property
    def fits(self) -> bool:
        """Whether everything known goes in."""
        return not self.over_g and not self.over_ml

    def as_data(self) -> dict[str, object]:
        """For JSON: `pack` and the manifest say it with the same keys."""
        return {**asdict(self), "fits": self.fits}


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing to do so that the rest fits: post the box of that number or that sample, or leave that sample."""

    action: Action
    box: int | None
    sample: str | None
    cost_fen: int

    @property
    def sentence(self) -> str:
        """The key of its sentence."""
        return f"pack.{self.action}-sample" if self.box is None else f"pack.{self.action}"


class Basis(StrEnum):
    """
    What the litres of a load are those of.

    PACKED: the boxes, and what is in them is what was packed. CHANGED: the boxes and what travels loose, but something
    has changed since it was packed. SAMPLES: the samples alone; their boxes take more.
    """

    PACKED = "packed"
    CHANGED = "changed"
    SAMPLES = "samples"


@dataclass(frozen=True, slots=True)
class CarFit:
    """Whether a load goes into the car, and the cheapest way out where it does not and it is as it was packed."""

    car: CarLoad
    way_out: tuple[WayOut, ...] = ()
    way_out_suffices: bool = True
    basis: Basis = Basis.PACKED


@dataclass(frozen=True, slots=True)
class Packing:
    """
    The whole load.

    Attributes:
        boxes: in order of number.
        least_boxes: no packing of these samples can do with fewer boxes; see ``planner.packing.least_boxes``.
        loading: numbers of the boxes in the order in which they go into the car.
        car: None where the trip has no car.
        way_out: the cheapest set of things to do that makes the rest fit; empty where it fits already.
        way_out_suffices: False where even all of that is not enough.

    """

    boxes: tuple[PackedBox, ...]
    unpacked: tuple[Unpacked, ...]
    least_boxes: int
    loading: tuple[int, ...]
    car: CarLoad | None
    way_out: tuple[WayOut, ...] = ()
    way_out_suffices: bool = True

    @property
    def fit(self) -> CarFit | None:
        """What the load and its ways out come to; None where the trip has no car."""
        return None if self.car is None else CarFit(self.car, self.way_out, self.way_out_suffices)
