"""Hold a trip to the hours of the market: whom one has promised to see, or wants to, may stand behind a shut door."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.problems import Problem
from yiwutrip.domain.trip import CommitmentKind
from yiwutrip.market.hours import district_hours, opening_windows
from yiwutrip.market.spring_festival import shut_for_spring_festival

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Commitment, Trip
    from yiwutrip.market.hours import Window
    from yiwutrip.usecases.ports import Store


def shut_doors(trip: Trip, file: str, store: Store) -> tuple[Problem, ...]:
    """
    A problem for each appointment outside the hours of its stall or hall, and for each must that never opens.

    Days of the Spring Festival are left out: that the whole market is shut then is said once for the trip.
    """
    named = [*trip.must, *(one.place.stall for one in trip.commitments if one.place.stall)]
    stalls = {stall.code: stall for stall in store.stalls(named)}
    return (*_appointments(trip, file, stalls), *_musts(trip, file, stalls))


def _appointments(trip: Trip, file: str, stalls: dict[str, Stall]) -> Iterator[Problem]:
    for one in trip.commitments:
        windows = _doors(one, stalls) if one.kind is CommitmentKind.APPOINTMENT else None
        if windows is None:
            continue
        starts, ends = (moment.astimezone(MARKET_ZONE) for moment in (one.starts, one.ends))
        inside = any(opens <= starts.time() and ends.time() <= closes for opens, closes in windows)
        if inside and starts.date() == ends.date():
            continue
        code = "appointment-outside-hours" if windows else "appointment-on-rest-day"
        hours = " ".join(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in windows)
        yield Problem(code, file, _line(trip, one.title), "starts", one.title, {"hours": hours})


def _doors(one: Commitment, stalls: dict[str, Stall]) -> tuple[Window, ...] | None:
    """When the door is open that day; None where no hours are known or the whole market is shut."""
    day = one.starts.astimezone(MARKET_ZONE).date()
    if shut_for_spring_festival(day):
        return None
    if one.place.stall:
        stall = stalls.get(one.place.stall)
        return opening_windows(stall, day) if stall else None
    address = one.place.address
    return (district_hours(address.district, day),) if address and address.district else None


def _musts(trip: Trip, file: str, stalls: dict[str, Stall]) -> Iterator[Problem]:
    days = [day for day in _days(trip) if not shut_for_spring_festival(day)]
    for code in trip.must:
        stall = stalls.get(code)
        if stall and days and not any(opening_windows(stall, day) for day in days):
            yield Problem("must-never-opens", file, _line(trip, code), "stall", code, {"name": stall.name})


def _days(trip: Trip) -> list[date]:
    first, last = trip.span
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _line(trip: Trip, text: str) -> int | None:
    return next((n for n, line in enumerate(trip.source.splitlines(), start=1) if f'"{text}"' in line), None)
