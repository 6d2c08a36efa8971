"""Samples, their numbers and their photos."""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING

from yiwutrip.domain.errors import BadInputError, NotFoundError
from yiwutrip.domain.sample import Sample, SampleStatus
from yiwutrip.storage.codec import utc_text
from yiwutrip.storage.records import Kind
from yiwutrip.storage.sample_rows import SAMPLES, sample_of, sample_values, taken_values
from yiwutrip.storage.visits import Visits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yiwutrip.domain.sample import SampleTaken
    from yiwutrip.storage.connection import Row

PHOTOS = Kind("sample_photos", "id", ("sample", "photo"), ("position", "deleted"))
_NUMBER = re.compile(r"([A-Z])-0*([1-9][0-9]{0,8})", re.ASCII)
_BY_NUMBER = "ORDER BY substr(number, 1, 1), length(number), number"


class Samples(Visits):
    """Samples: see `ports.Store`."""

    def add_sample(self, trip: str | None, taken: SampleTaken, letter: str, at: datetime) -> Sample:
        """Store it under the next number of that letter."""
        return self._store_sample(trip, self.reserve_numbers(letter, 1)[0], taken, at)

    def reserve_numbers(self, letter: str, count: int) -> list[str]:
        """Numbers for blank labels."""
        first = self._last_number(letter) + 1
        self.raise_number(letter, first + count - 1)
        return [f"{letter}-{serial:03d}" for serial in range(first, first + count)]

    def free_numbers(self, numbers: Sequence[str]) -> None:
        """Take a whole reservation back, unless a later number was given out since."""
        letter, first = numbers[0].split("-")
        self.conn.run(
            "UPDATE numbers SET last = :before WHERE letter = :letter AND last = :last",
            letter=letter,
            before=int(first) - 1,
            last=int(numbers[-1].split("-")[1]),
        )

    def claim_sample(self, trip: str | None, number: str, taken: SampleTaken, at: datetime) -> Sample:
        """
        Store a sample under a number that a blank label already bears.

        A number that this database has not given out is taken as it is: another device printed the label. A sample
        of that number that was removed comes back as what is claimed now: the label is still on the cup.

        Raises:
            BadInputError: it is no sample number, or a sample has it already.

        """
        parts = _NUMBER.fullmatch(number)
        if parts is None:
            raise BadInputError("bad-sample-number", number=number)
        letter, serial = parts[1], int(parts[2])
        number = f"{letter}-{serial:03d}"
        row = self.conn.row("SELECT id, gone FROM samples WHERE number = :number", number=number)
        if row is not None and not row["gone"]:
            raise BadInputError("sample-number-taken", number=number)
        self.raise_number(letter, serial)
        return self._store_sample(trip, number, taken, at, None if row is None else row["id"])

    def sample(self, number: str) -> Sample:
        """The sample of that number."""
        row = self._sample_row(number)
        return sample_of(row, self._photos(row["id"]))

    def samples(self, trip: str | None = None) -> list[Sample]:
        """Of that trip, or all, in order of number."""
        where = "NOT gone" if trip is None else "NOT gone AND trip = :trip"
        rows = self.conn.rows(f"SELECT * FROM samples WHERE {where} {_BY_NUMBER}", trip=trip)  # noqa: S608 -- ours
        photos: defaultdict[str, list[str]] = defaultdict(list)
        for row in self.conn.rows("SELECT sample, photo FROM sample_photos WHERE NOT gone ORDER BY position, photo"):
            photos[row["sample"]].append(row["photo"])
        return [sample_of(row, tuple(photos[row["id"]])) for row in rows]

    def change_sample(self, sample: Sample) -> Sample:
        """Store the sample as it is now."""
        row = self._sample_row(sample.number)
        self.records.put(SAMPLES, row["id"], sample_values(sample))
        self._set_photos(row["id"], sample.taken.photos)
        self.journal.about(sample.number)
        return self.sample(sample.number)

    def remove_sample(self, number: str) -> None:
        """Take it out of the log."""
        self.records.delete(SAMPLES, self._sample_row(number)["id"])
        self.journal.about(number)

    def raise_number(self, letter: str, last: int) -> None:
        """Let no number up to this one be given out; outside the journal, so that no undo gives one out again."""
        self.conn.run(
            "INSERT INTO numbers (letter, last) VALUES (:letter, :last)"
            " ON CONFLICT (letter) DO UPDATE SET last = max(last, excluded.last)",
            letter=letter,
            last=last,
        )

    def _store_sample(
        self, trip: str | None, number: str, taken: SampleTaken, at: datetime, removed: str | None = None
    ) -> Sample:
        """Store it, as a new one or as what comes back of a removed one, named by its id."""
        if trip is not None:
            self.require_trip(trip)
        key = removed or str(uuid.uuid4())
        status = SampleStatus.TAKEN
        values = {"trip": trip, "status": str(status), "at": utc_text(at), "box": None} | taken_values(taken)
        self.records.put(SAMPLES, key, values, {"number": number, "label": number})
        self._set_photos(key, taken.photos)
        self.journal.about(number)
        return Sample(key, number, taken, status, at)

    def _sample_row(self, number: str) -> Row:
        row = self.conn.row("SELECT * FROM samples WHERE number = :number AND NOT gone", number=number)
        if row is None:
            raise NotFoundError("sample", number, similar=self._alike(number))
        return row

    def _alike(self, number: str) -> list[str]:
        """Numbers that may have been meant: the same figure after another letter, else the nearest."""
        rows = self.conn.rows("SELECT number FROM samples WHERE NOT gone ORDER BY number")
        known = [row["number"] for row in rows]
        figure = number.rpartition("-")[2].lstrip("0")
        same = [one for one in known if figure and one.rpartition("-")[2].lstrip("0") == figure]
        return same[:3] or get_close_matches(number, known)

    def _photos(self, sample: str) -> tuple[str, ...]:
        rows = self.conn.rows(
            "SELECT photo FROM sample_photos WHERE sample = :sample AND NOT gone ORDER BY position, photo",
            sample=sample,
        )
        return tuple(row["photo"] for row in rows)

    def _set_photos(self, sample: str, photos: tuple[str, ...]) -> None:
        old = self._photos(sample)
        if old == photos:
            return
        for photo in (photo for photo in old if photo not in photos):
            self.records.delete(PHOTOS, f"{sample}:{photo}")
        for position, photo in enumerate(photos):
            fixed = {"sample": sample, "photo": photo}
            self.records.put(PHOTOS, f"{sample}:{photo}", {"position": position}, fixed)

    def _last_number(self, letter: str) -> int:
        row = self.conn.row("SELECT last FROM numbers WHERE letter = :letter", letter=letter)
        return 0 if row is None else row["last"]
