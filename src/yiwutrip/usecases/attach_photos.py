"""Photos to samples: by the label in the picture, else by the time they were taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from yiwutrip.domain.sample import SampleTaken
from yiwutrip.usecases.log_notes import VISIT_LASTS
from yiwutrip.usecases.log_sample import FIRST_LETTER, trip_in_use

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yiwutrip.domain.sample import Sample
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.usecases.ports import Store, Transactions

SERIES = timedelta(seconds=90)
"""Photos that follow a label within this time, one after the other, show the same sample."""


NEAR = timedelta(minutes=15)
"""A sample logged this long before or after a photo was taken may be what it shows; the nearest is."""


class How(StrEnum):
    """A label in the photo, a label just before it, the nearest sample in time, or a visit about then."""

    LABEL = "label"
    SERIES = "series"
    TIME = "time"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class PhotoSeen:
    """A photo: the name it is kept under, when it was taken (None if nobody knows), the labels in it."""

    file: str
    name: str
    at: datetime | None
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """
    A photo and its sample.

    Attributes:
        article: of the sample.
        made: the sample did not exist before.
        how: by what it was found.
        off: between the photo and the sample's own time, where that was what counted.

    """

    photo: PhotoSeen
    number: str
    article: str
    made: bool
    how: How
    off: timedelta | None = None


@dataclass(frozen=True, slots=True)
class PhotosAttached:
    """What became of the photos; ``known`` were attached before."""

    attached: tuple[Attached, ...]
    known: tuple[PhotoSeen, ...]
    unplaced: tuple[PhotoSeen, ...]


def attach_photos(
    photos: Sequence[PhotoSeen], now: datetime, untitled: str, transactions: Transactions, *, dry_run: bool = False
) -> PhotosAttached:
    """
    Attach each photo once, all in one action.

    Args:
        photos: as they were read.
        now: when a sample was taken whose photo does not say.
        untitled: what to call a sample that a label or a visit makes.
        transactions: of the log.
        dry_run: say what would be, and store nothing.

    """
    with transactions.write("sample photos", rehearse=dry_run) as store:
        return _Desk(store, now, untitled).sort(photos)


class _Desk:
    """Where the photos of one action are sorted."""

    def __init__(self, store: Store, now: datetime, untitled: str) -> None:
        self._store = store
        self._now = now
        self._untitled = untitled
        self._trip: Trip | None = trip_in_use(store)
        self._visits: list[Visit] = store.visits(self._trip.name) if self._trip else []
        self._samples: dict[str, Sample] = {sample.number: sample for sample in store.samples()}

    def sort(self, photos: Sequence[PhotoSeen]) -> PhotosAttached:
        known_names = {name for sample in self._samples.values() for name in sample.taken.photos}
        attached: list[Attached] = []
        known: list[PhotoSeen] = []
        unplaced: list[PhotoSeen] = []
        before: tuple[datetime, tuple[str, ...]] | None = None
        for photo in sorted(photos, key=lambda one: (one.at is None, one.at or self._now, one.file)):
            numbers = photo.numbers
            if not numbers and before and photo.at and photo.at - before[0] <= SERIES:
                numbers = before[1]
            before = (photo.at, numbers) if photo.at and numbers else None
            if photo.name in known_names:
                known.append(photo)
                continue
            how = How.LABEL if photo.numbers else How.SERIES
            placed = self._by_label(photo, numbers, how) if numbers else self._by_time(photo)
            known_names.add(photo.name)
            attached += placed
            if not placed:
                unplaced.append(photo)
        return PhotosAttached(tuple(attached), tuple(known), tuple(unplaced))

    def _by_label(self, photo: PhotoSeen, numbers: tuple[str, ...], how: How) -> list[Attached]:
        placed = []
        for number in numbers:
            made = number not in self._samples
            if made:
                taken = SampleTaken(self._untitled, self._stall_at(photo.at), who=number[0])
                trip = self._trip.name if self._trip else None
                self._samples[number] = self._store.claim_sample(trip, number, taken, photo.at or self._now)
            self._attach(photo, number)
            placed.append(Attached(photo, number, self._samples[number].taken.article, made, how))
        return placed

    def _by_time(self, photo: PhotoSeen) -> list[Attached]:
        """To the sample or the visit that is nearest in time; a visit without a sample near makes one."""
        moment = photo.at
        if moment is None:
            return []
        sample = self._nearest(moment)
        visit = self._visit_at(moment)
        if visit is not None and (sample is None or abs(visit.at - moment) < abs(sample.at - moment)):
            sample = self._nearest(moment, visit.stall)
        if sample is None and visit is None:
            return []
        made = sample is None
        if sample is None:
            assert visit is not None
            sample = self._new(visit.stall, moment)
            self._samples[sample.number] = sample
        self._attach(photo, sample.number)
        off = None if made else abs(sample.at - moment)
        return [Attached(photo, sample.number, sample.taken.article, made, How.VISIT if made else How.TIME, off)]

    def _nearest(self, moment: datetime, stall: str | None = None) -> Sample | None:
        """The sample logged nearest to that time, at that stall or (None) anywhere; None where none is near."""
        here = [one for one in self._samples.values() if stall in {None, one.taken.stall}]
        near = [one for one in here if abs(one.at - moment) <= NEAR]
        return min(near, key=lambda one: abs(one.at - moment), default=None)

    def _new(self, stall: str, at: datetime) -> Sample:
        letter = self._trip.people[0].letter if self._trip else FIRST_LETTER
        taken = SampleTaken(self._untitled, stall, who=letter)
        return self._store.add_sample(self._trip.name if self._trip else None, taken, letter, at)

    def _attach(self, photo: PhotoSeen, number: str) -> None:
        sample = self._samples[number]
        taken = replace(sample.taken, photos=(*sample.taken.photos, photo.name))
        self._samples[number] = self._store.change_sample(replace(sample, taken=taken))

    def _visit_at(self, at: datetime | None) -> Visit | None:
        near = [visit for visit in self._visits if at is not None and abs(visit.at - at) <= VISIT_LASTS]
        return min(near, key=lambda visit: abs(visit.at - at)) if near and at else None

    def _stall_at(self, at: datetime | None) -> str | None:
        visit = self._visit_at(at)
        return visit.stall if visit else None
