"""A time of the trip as people say it after an option: a day without a year is the one within the trip in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.cli import values
from yiwutrip.usecases.log_sample import trip_in_use

if TYPE_CHECKING:
    from datetime import datetime

    from yiwutrip.cli.context import Session


def moment_said(session: Session, text: str, option: str) -> datetime:
    """
    A time in any of the ways of `read_moment`, market time.

    Raises:
        CommandLineError: no such time.

    """
    with session.store.read() as store:
        trip = trip_in_use(store)
    return values.moment(text, option, session.now(), trip.span if trip else None)
