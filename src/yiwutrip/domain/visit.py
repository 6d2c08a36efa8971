"""What really happened at a stall."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


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

    """

    stall: str
    status: VisitStatus
    who: tuple[str, ...]
    at: datetime
    minutes: int | None = None
    id: str | None = None
