"""Now, from the system or from YIWUTRIP_NOW (for demonstrations and tests that must not depend on the day)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.errors import UsageError
from yiwutrip.domain.said_times import read_iso

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "YIWUTRIP_NOW"


def now(environ: Mapping[str, str]) -> datetime:
    """
    The moment in market time.

    Raises:
        UsageError: YIWUTRIP_NOW is not an ISO 8601 time.

    """
    said = environ.get(VARIABLE)
    if not said:
        return datetime.now(MARKET_ZONE)
    moment = read_iso(said)
    if moment is None:
        raise UsageError("bad-now", value=said)
    return moment
