"""What really happened at a stall."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.domain.trip import Trip


class VisitStatus(StrEnum):
    """Seen, passed over, or found shut."""

    DONE = "done"
    SKIPPED = "skipped"
    SHUT = "shut"


@dataclass(frozen=True, slots=True)
class Visit:
    """
    A line of the day's log.

    Attributes:
        who: letters.
        at: when it was over (done), passed over or found shut.
        minutes: how long it took, where that is known.
        trip: name of the trip that it was logged for, where that is known.

    """

    stall: str
    status: VisitStatus
    who: tuple[str, ...]
    at: datetime
    minutes: int | None = None
    id: str | None = None
    trip: str | None = field(default=None, compare=False)

    def is_of(self, trip: Trip) -> bool:
        """Whether it belongs to that trip: by its name whatever the date; without one, if it is not from before it."""
        if self.trip is not None:
            return self.trip == trip.name
        return self.at.astimezone(trip.starts.tzinfo).date() >= trip.starts.date()
