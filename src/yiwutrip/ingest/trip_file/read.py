"""A trip file, from bytes to a `Trip` or to all of its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.problems import Problem
from yiwutrip.domain.trip import AlliancePolicy, Car, Commitment, CommitmentKind, Place, Trip
from yiwutrip.ingest.toml_text import parse_toml, toml_text
from yiwutrip.ingest.trip_file import rules
from yiwutrip.ingest.trip_file.days import Span, StatedDay, all_days, check_days, read_day
from yiwutrip.ingest.trip_file.faults import Faults
from yiwutrip.ingest.trip_file.lines import KeyPath, index_lines
from yiwutrip.ingest.trip_file.places import KnownPlaces, read_named_place, read_place
from yiwutrip.ingest.trip_file.schema import (
    AnyTable,
    BudgetTable,
    CarTable,
    CommitmentTable,
    MustTable,
    PersonTable,
    TripTable,
    WantTable,
    read_table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE_BYTES: Final = 256 * 1024
_TABLES: Final = (
    "trip",
    "base",
    "home",
    "people",
    "days",
    "wants",
    "must",
    "commitments",
    "car",
    "budget",
    "assumptions",
)
_AT_BASE: Final = {CommitmentKind.LIVESTREAM, CommitmentKind.REST, CommitmentKind.DEPARTURE}


def read_trip(data: bytes, file: str) -> Trip:
    """
    Read a trip file.

    Args:
        data: the file's bytes; UTF-8, or what a Chinese Notepad makes of it (a byte order mark, GB18030).
        file: its name, for the problems.

    Raises:
        BadInputError: ``bad-trip-file``; its problems are all the faults of the file, each with its line.

    """
    if len(data) > LARGEST_FILE_BYTES:
        problem = Problem("trip-file-too-large", file=file, params={"limit_kb": LARGEST_FILE_BYTES // 1024})
        raise BadInputError("bad-trip-file", problems=[problem], file=file, count=1)
    source = toml_text(data)
    document, faults = _parse(source, file)
    trip = _Reader(document, faults).read(source)
    if trip is None or faults.found:
        raise BadInputError("bad-trip-file", problems=faults.in_order(), file=file, count=len(faults.found))
    return trip


def _parse(source: str, file: str) -> tuple[dict[str, Any], Faults]:
    document = parse_toml(source, file)
    if isinstance(document, Problem):
        raise BadInputError("bad-trip-file", problems=[document], file=file, count=1)
    return document, Faults(file, index_lines(source))


class _Reader:
    """The tables of one file, read one after the other; every fault goes to ``faults``."""

    def __init__(self, document: dict[str, Any], faults: Faults) -> None:
        self.document = document
        self.faults = faults

    def read(self, source: str) -> Trip | None:
        for name in self.document:
            if name not in _TABLES:
                self.faults.unknown_key((name,), _TABLES)
        head = self._head()
        span = Span(head.starts, head.ends) if head and rules.check_span(head, self.faults) else None
        base = self._place("base")
        home = self._place("home") if "home" in self.document else None
        car = self._car(base)
        people = rules.name_people(list(self._many("people", PersonTable, least=1)), self.faults)
        letters = tuple(person.letter for person in people)
        known = KnownPlaces(base, car.parked if car else None)
        # A person with a fault of their own has no letter yet; a second fault for each mention would only be noise.
        all_read = len(people) == len(self.document.get("people", ()))
        walls = self._commitments(letters, span, known, check_letters=all_read)
        stated = self._days()
        if span:
            check_days(stated, span, self.faults)
        wants = [rules.check_want(table, path, self.faults) for table, path in self._many("wants", WantTable)]
        must = [table.stall.upper() for table, _ in self._many("must", MustTable)]
        budget = self._one("budget", BudgetTable)
        assumptions = rules.read_assumptions(self.document.get("assumptions", {}), ("assumptions",), self.faults)
        if head is None or span is None or base is None:
            return None
        spent = budget.samples_yuan if budget else None
        return Trip(
            name=head.name,
            starts=head.starts,
            ends=head.ends,
            base=base,
            people=people,
            days=all_days(stated, span, walls),
            wants=tuple(want for want in wants if want),
            must=tuple(dict.fromkeys(must)),
            commitments=tuple(walls),
            pace=head.pace,
            confidence=head.confidence,
            home=home,
            car=car,
            budget_fen=None if spent is None else round(spent * 100),
            alliance=budget.alliance if budget else AlliancePolicy.SKIP,
            source=source,
            assumptions=assumptions,
        )

    def _head(self) -> TripTable | None:
        if "trip" not in self.document:
            self.faults.add("missing-table", ("trip",), key="[trip]")
            return None
        return self._one("trip", TripTable)

    def _one(self, name: str, model: type[AnyTable]) -> AnyTable | None:
        if name not in self.document:
            return None
        return read_table(model, self.document[name], (name,), self.faults)

    def _items(self, name: str, *, least: int = 0) -> Iterator[tuple[object, KeyPath]]:
        values = self.document.get(name, [])
        if not isinstance(values, list):
            self.faults.add("not-a-list-of-tables", (name,), values, key=name)
            return
        if len(values) < least:
            self.faults.add("missing-table", (name,), key=f"[[{name}]]")
        for index, value in enumerate(values):
            yield value, (name, index)

    def _many(self, name: str, model: type[AnyTable], *, least: int = 0) -> Iterator[tuple[AnyTable, KeyPath]]:
        for value, path in self._items(name, least=least):
            table = read_table(model, value, path, self.faults)
            if table is not None:
                yield table, path

    def _place(self, name: str) -> Place | None:
        if name not in self.document:
            self.faults.add("missing-table", (name,), key=f"[{name}]")
            return None
        return read_place(self.document[name], (name,), self.faults)

    def _car(self, base: Place | None) -> Car | None:
        table = self._one("car", CarTable)
        if table is None:
            return None
        parked = None
        if table.parked is not None:
            parked = read_named_place(table.parked, ("car", "parked"), KnownPlaces(base, None), self.faults)
        return Car(round(table.load_kg * 1000), round(table.load_l * 1000), table.loading_min * 60, parked)

    def _days(self) -> list[StatedDay]:
        days = [read_day(value, path, self.faults) for value, path in self._items("days")]
        return [day for day in days if day]

    def _commitments(
        self, letters: tuple[str, ...], span: Span | None, known: KnownPlaces, *, check_letters: bool
    ) -> list[Commitment]:
        placed: list[rules.Placed] = []
        for table, path in self._many("commitments", CommitmentTable):
            commitment = self._commitment(table, path, letters, known)
            if check_letters:
                rules.check_letters(commitment.who, letters, (*path, "who"), self.faults)
            if rules.check_commitment_times(commitment, path, span, self.faults):
                placed.append((commitment, path))
        rules.check_overlaps(placed, self.faults)
        return [commitment for commitment, _ in placed]

    def _commitment(
        self, table: CommitmentTable, path: KeyPath, letters: tuple[str, ...], known: KnownPlaces
    ) -> Commitment:
        place = known.base
        if table.place is not None:
            place = read_named_place(table.place, (*path, "place"), known, self.faults)
        elif table.kind not in _AT_BASE:
            self.faults.add("missing-key", (*path, "place"), key="place")
        # Where the place is wrong, the times can still be checked; the trip is not built from it.
        return Commitment(
            kind=table.kind,
            title=table.title,
            starts=table.starts,
            ends=table.ends,
            place=place or Place(),
            who=table.who or letters,
            setup_s=table.setup_min * 60,
        )
