"""
What the use cases need of the world outside; adapters in storage/ and cli/ fit these shapes.

A use case is given a `Transaction` and says in one word what it does (that word heads its line in the journal, by which
``undo`` finds it). Everything inside is stored whole or not at all; what it returned from has been confirmed to disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from typing import BinaryIO

    from yiwutrip.domain.address import District
    from yiwutrip.domain.box import BoxesUsed
    from yiwutrip.domain.itinerary import Itinerary
    from yiwutrip.domain.known_stalls import StallSigns
    from yiwutrip.domain.sample import Sample, SampleTaken
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit


@dataclass(frozen=True, slots=True)
class StallQuery:
    """What `stall find` looks for; every given part must hold. ``never_visited`` leaves out what was ever seen."""

    words: tuple[str, ...] = ()
    district: District | None = None
    floor: int | None = None
    category: str | None = None
    alliance: bool | None = None
    never_visited: bool = False
    limit: int = 50


@dataclass(frozen=True, slots=True)
class StallsFound:
    """The best first, at most the query's limit; ``total`` counts all that fit, ``catalogue`` all that there are."""

    stalls: tuple[Stall, ...]
    total: int
    catalogue: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """A stall to which a list gave another name: somebody else may trade there now, or one of the two is wrong."""

    code: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What one import did to the catalogue; ``number`` is what `import undo` takes."""

    number: int
    rows: int
    added: int
    updated: int
    unchanged: int
    refused: int
    kept_by_hand: int = 0
    renamed: tuple[Renamed, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """A line of `import list`."""

    counts: ImportCounts
    source: str
    at: datetime
    undone: bool = False


@dataclass(frozen=True, slots=True)
class ImportUndone:
    """``kept`` are codes of stalls that a later import or hand touched and that therefore stay."""

    number: int
    removed: int
    restored: int
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """
    A line of the journal that a person would know again.

    ``verb`` is the use case's word (``sample add``); ``subject`` says of what (``A-001``); ``details`` are old and new
    values of each field, for showing.
    """

    number: int
    verb: str
    subject: str
    at: datetime
    details: Mapping[str, tuple[object, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """
    A field of which two devices said different things, neither knowing of the other.

    Attributes:
        kind: ``sample``, ``visit``, ``stall``, ``trip``, ``plan``, ``packing`` or ``photo``.
        name: the sample's number (of a photo too, and the beginning of its name), the stall's code, the trip's name.
        field: ``deleted`` where one side deleted what the other went on editing; ``number`` where two samples bear one.
        ours: what this device said (where it said nothing, what is shown); a value as the domain has it, of a trip the
            text of its file, of a plan and a packing when they were made.
        theirs: what another said; with three devices there may be several lines for a field.
        shown: which of all that was said is shown, on every device alike, until somebody chooses.

    """

    kind: str
    name: str
    field: str
    ours: object
    theirs: object
    shown: object


@dataclass(frozen=True, slots=True)
class MergeResult:
    """Records that came, that changed, and that both had alike; the conflicts that are open now."""

    added: int
    updated: int
    same: int
    conflicts: tuple[Conflict, ...]


class Store(Protocol):
    """The database inside one transaction. Values go in and come out; no row leaves this protocol."""

    def stall(self, code: str) -> Stall | None:
        """The stall of that code, None where there is none."""
        ...

    def stalls(self, codes: Iterable[str] | None = None) -> list[Stall]:
        """The stalls of those codes that exist, or all of them, in order of code."""
        ...

    def find_stalls(self, query: StallQuery) -> StallsFound:
        """Search; name and category rank before notes."""
        ...

    def stalls_fitting(self, query: StallQuery) -> list[Stall]:
        """All that a search finds, in no order and without its limit."""
        ...

    def similar_codes(self, code: str, limit: int = 3) -> list[str]:
        """Codes that somebody who typed this one may have meant, the likeliest first."""
        ...

    def stall_signs(self) -> Iterator[StallSigns]:
        """What each stall is called: code, booth, names; far quicker than the stalls themselves."""
        ...

    def stalls_without_booth(self) -> list[Stall]:
        """The stalls that only a serial number keeps apart, in order of code."""
        ...

    def import_stalls(
        self, stalls: Iterable[Stall], source: str, refused: int | Callable[[], int] = 0, *, force: bool = False
    ) -> ImportCounts:
        """
        Put a list into the catalogue: new codes are added, known ones updated where a field says something new.

        ``refused`` may be asked for: it is not known before the last stall has been read.

        A field that the list leaves empty keeps its value; a field edited by hand keeps it unless forced.
        """
        ...

    def edit_stall(self, stall: Stall) -> None:
        """Store a stall as the user has edited it, or a new one; its fields then count as edited by hand."""
        ...

    def imports(self) -> list[ImportRecord]:
        """Every import, the newest last."""
        ...

    def undo_import(self, number: int) -> ImportUndone:
        """
        Take one whole import back.

        Raises:
            NotFoundError: no import of that number, or it was taken back already.

        """
        ...

    def put_trip(self, trip: Trip) -> bool:
        """Store under its name and use it from now on; True where a trip of that name was replaced."""
        ...

    def trip(self, name: str | None = None) -> Trip:
        """
        The trip of that name, or the one in use.

        Raises:
            NotFoundError: no such trip (code ``trip-not-found``), or none in use (``no-trip``).

        """
        ...

    def trips(self) -> list[Trip]:
        """All trips by start."""
        ...

    def use_trip(self, name: str) -> Trip:
        """Make it the one in use."""
        ...

    def put_itinerary(self, itinerary: Itinerary) -> None:
        """Store the plan of its trip; the ones before stay in the journal."""
        ...

    def itinerary(self, trip: str) -> Itinerary:
        """
        The newest plan of that trip.

        Raises:
            NotFoundError: there is none yet (code ``itinerary-not-found``).

        """
        ...

    def earlier_itineraries(self, trip: str) -> list[Itinerary]:
        """Every other plan that trip ever had, as far as this device's journal goes, the oldest first."""
        ...

    def put_boxes(self, trip: str, used: BoxesUsed) -> None:
        """Store what the trip's samples were packed into, instead of what was stored before."""
        ...

    def boxes(self, trip: str) -> BoxesUsed | None:
        """What the trip's samples were packed into; None where nobody packed them yet."""
        ...

    def add_visit(self, trip: str, visit: Visit) -> Visit:
        """Store a line of the day's log; the same stall again replaces what was said before."""
        ...

    def visits(self, trip: str | None = None) -> list[Visit]:
        """Of that trip, or of all, by time."""
        ...

    def add_sample(self, trip: str | None, taken: SampleTaken, letter: str, at: datetime) -> Sample:
        """Store it under the next number of that letter; numbers are never used again."""
        ...

    def reserve_numbers(self, letter: str, count: int) -> list[str]:
        """Numbers for blank labels; ``claim_sample`` fills one."""
        ...

    def free_numbers(self, numbers: Sequence[str]) -> None:
        """Take a whole reservation back, unless a later number was given out since."""
        ...

    def claim_sample(self, trip: str | None, number: str, taken: SampleTaken, at: datetime) -> Sample:
        """Store a sample under a number that a blank label already bears."""
        ...

    def sample(self, number: str) -> Sample:
        """
        The sample of that number.

        Raises:
            NotFoundError: there is none (code ``sample-not-found``).

        """
        ...

    def samples(self, trip: str | None = None) -> list[Sample]:
        """Of that trip, or all, in order of number."""
        ...

    def change_sample(self, sample: Sample) -> Sample:
        """Store the sample as it is now; what it was is journaled field by field."""
        ...

    def remove_sample(self, number: str) -> None:
        """Take it out of the log (the journal keeps it)."""
        ...

    def merge(self, other: Store) -> MergeResult:
        """
        Bring another device's log in: samples, photos' records, visits, trips, plans, stalls edited by hand.

        Merging again changes nothing; in whatever order devices are merged, they end up alike.
        """
        ...

    def conflicts(self) -> list[Conflict]:
        """The conflicts that are open, whenever they came."""
        ...

    def settle(self, conflict: Conflict, value: object) -> None:
        """
        Choose: of that field, only this value remains (one of those said, or another).

        Raises:
            NotFoundError: there is no such conflict (code ``conflict-not-found``).

        """
        ...

    def last_action(self) -> Action | None:
        """What ``undo`` would take back, None where there is nothing."""
        ...

    def undo(self) -> Action:
        """
        Take the last action back.

        Raises:
            NotFoundError: there is nothing to take back (code ``nothing-to-undo``).

        """
        ...


class Transactions(Protocol):
    """Opens transactions on one database."""

    def read(self) -> AbstractContextManager[Store]:
        """One consistent view; nothing can be written."""
        ...

    def write(self, verb: str, *, rehearse: bool = False) -> AbstractContextManager[Store]:
        """
        All or nothing, journaled under that verb, confirmed to disk when the block is left without an error.

        A rehearsal does everything and is rolled back at the end: what ``--dry-run`` shows is what would happen.
        """
        ...


class Photos(Protocol):
    """Originals of photos, by the SHA-256 of their bytes."""

    def keep(self, content: bytes, suffix: str = "") -> str:
        """Store an original once; its SHA-256."""
        ...

    def open(self, name: str) -> BinaryIO | None:
        """The original of that SHA-256 to read from, None where it has gone."""
        ...


class SmallPhotos(Protocol):
    """Small copies of photos (JPEG), by the SHA-256 of the original; what is lost is made again."""

    def read(self, name: str) -> bytes | None:
        """The small copy, None where there is none yet."""
        ...

    def keep(self, name: str, jpeg: bytes) -> None:
        """Store one; where that is not possible nothing happens."""
        ...


class Progress(Protocol):
    """Tells somebody who waits how far long work has come."""

    def __call__(self, done: float, total: float | None = None, note: str = "") -> None:
        """``total`` None where the end is not known."""
        ...
