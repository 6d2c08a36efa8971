"""One running clock for the whole trip: seconds since midnight of its first day, market time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE

if TYPE_CHECKING:
    from datetime import date

DAY_S = 86_400

NIGHT_ENDS_S = 5 * 3600
"""What happens before five in the morning belongs to the day before: a broadcast may run past midnight."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns moments into seconds since midnight of ``first`` and back; the market's zone has no summer time."""

    first: date

    @classmethod
    def of(cls, starts: datetime) -> Clock:
        """The clock of a trip that starts then."""
        return cls((starts.astimezone(MARKET_ZONE) - timedelta(seconds=NIGHT_ENDS_S)).date())

    def seconds(self, when: datetime) -> int:
        """Seconds since midnight of the first day."""
        return int((when.astimezone(UTC) - self._midnight()).total_seconds())

    def when(self, seconds: int) -> datetime:
        """The moment so many seconds after midnight of the first day, in market time."""
        return (self._midnight() + timedelta(seconds=int(seconds))).astimezone(MARKET_ZONE)

    def date(self, day: int) -> date:
        """The date of a day of the trip."""
        return self.first + timedelta(days=day)

    def _midnight(self) -> datetime:
        return datetime.combine(self.first, time(), MARKET_ZONE).astimezone(UTC)


def seconds_of(moment: time) -> int:
    """Seconds since midnight."""
    return moment.hour * 3600 + moment.minute * 60 + moment.second


def day_of(seconds: int) -> int:
    """Which day of the trip, from 0, a moment on the trip's clock belongs to."""
    return (seconds - NIGHT_ENDS_S) // DAY_S
