"""Now, from the system or from YIWUTRIP_NOW (for demonstrations and tests that must not depend on the day)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.errors import UsageError

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
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        raise UsageError("bad-now", value=said) from None
    return moment.astimezone(MARKET_ZONE) if moment.tzinfo else moment.replace(tzinfo=MARKET_ZONE)
