"""The plan as iCalendar (RFC 5545), for the calendar of any phone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.phrasing import say_address
from yiwutrip.domain.trip import CommitmentKind
from yiwutrip.export import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.trip import Commitment, Place
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PlannedTrip, Step

EXTENSION = "ics"
# The sequence counts seconds since then, so that a later plan always has a higher one (RFC 5545, 3.8.7.4).
SEQUENCE_FROM = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Entry:
    """
    A line of the calendar.

    Attributes:
        key: what stays the same when the plan is made again; the UID is made of it.
        warnings: how long before the start, and what to say.

    """

    key: str
    starts: datetime
    ends: datetime
    title: str
    where: str
    note: str
    warnings: tuple[tuple[timedelta, str], ...] = ()


def export(plan: PlannedTrip, words: Words) -> bytes:
    """
    Commitments and stops in the market's time.

    UIDs depend on what an entry is and not on when, and SEQUENCE grows with each plan, so that a second import moves
    the entries of the first instead of adding to them. A broadcast rings twice: when to start walking, and at its
    wall, where setting up begins.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//yiwutrip//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", plan.trip.name)
    calendar.add("x-wr-timezone", str(MARKET_ZONE))
    made_at = plan.itinerary.made_at or SEQUENCE_FROM
    for entry in _told_apart(_entries(plan, words)):
        calendar.add_component(_event(entry, plan.trip.name, made_at))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _entries(plan: PlannedTrip, words: Words) -> Iterator[_Entry]:
    steps = _steps(plan)
    promised = [step for step in steps if step.stop.kind is StopKind.COMMITMENT]
    for commitment in plan.trip.commitments:
        yield _commitment(
            commitment, [step for step in promised if plan.commitment_of(step.stop) == commitment], plan, words
        )
    for step in steps:
        departure = step in promised and plan.commitment_of(step.stop) is None
        if departure or step.stop.kind in {StopKind.VISIT, StopKind.MEAL, StopKind.CAR}:
            yield _stop(step, plan, words)


def _told_apart(entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """Entries in the order of their times; of those that are the same but for the hour, all but the first numbered."""
    seen: Counter[str] = Counter()
    for entry in sorted(entries, key=lambda one: one.starts):
        seen[entry.key] += 1
        nth = seen[entry.key]
        yield entry if nth == 1 else replace(entry, key=f"{entry.key}/{nth}")


def _steps(plan: PlannedTrip) -> list[Step]:
    """Every stop once; what the pair does together is one step, though it stands in both people's days."""
    once = {(step.who, step.stop): step for day in plan.person_days() for step in day.steps}
    return list(once.values())


def _commitment(commitment: Commitment, steps: list[Step], plan: PlannedTrip, words: Words) -> _Entry:
    setup = timedelta(seconds=commitment.setup_s)
    away = max((step.stop.leg.seconds for step in steps if step.stop.leg), default=0)
    warnings = [(setup + timedelta(seconds=away), words("calendar.leave", title=commitment.title))] if away else []
    if commitment.kind is CommitmentKind.LIVESTREAM:
        warnings = warnings or [(setup + timedelta(minutes=15), words("calendar.leave", title=commitment.title))]
        warnings.append((setup, words("calendar.wall", title=commitment.title)))
    people = " · ".join(plan.name_of(letter) for letter in commitment.who)
    wall = words("calendar.be-there", at=f"{(commitment.starts - setup).astimezone(MARKET_ZONE):%H:%M}")
    return _Entry(
        key=f"commitment/{commitment.kind}/{commitment.title}/{commitment.starts.astimezone(MARKET_ZONE).date()}",
        starts=commitment.starts,
        ends=commitment.ends,
        title=commitment.title,
        where=_place(commitment.place, plan, words),
        note="\n".join(part for part in (people, wall if commitment.setup_s else "") if part),
        warnings=tuple(warnings),
    )


def _stop(step: Step, plan: PlannedTrip, words: Words) -> _Entry:
    stop = step.stop
    who = "".join(step.who)
    day = stop.start.astimezone(MARKET_ZONE).date()
    # A stall is visited once in a trip, whoever goes and whenever; meals and loads come every day.
    key = f"visit/{stop.stall}" if stop.kind is StopKind.VISIT else f"{stop.kind}/{day}/{who}/{stop.title or ''}"
    people = " · ".join(plan.name_of(letter) for letter in step.who)
    return _Entry(
        key=key,
        starts=stop.start,
        ends=stop.leave,
        title=f"{who} {plan.title_of(stop, words)}",
        where=_where(stop, plan, words),
        note="\n".join([people, *_way_and_contact(stop, plan, words)]),
    )


def _way_and_contact(stop: Stop, plan: PlannedTrip, words: Words) -> Iterator[str]:
    if stop.leg and stop.leg.seconds:
        yield words(f"calendar.{stop.leg.mode}", minutes=text.minutes(stop.leg.seconds), metres=stop.leg.metres)
    stall = plan.stall_of(stop)
    if stall and stall.supplier:
        said = (stall.supplier.name, stall.supplier.contact, stall.supplier.phone)
        yield " ".join(part for part in said if part)


def _where(stop: Stop, plan: PlannedTrip, words: Words) -> str:
    return _place(plan.place_of(stop), plan, words)


def _place(place: Place, plan: PlannedTrip, words: Words) -> str:
    stall = plan.stalls.get(place.stall or "")
    where = stall.address if stall else place.address
    return say_address(where, words) if where else place.name or place.stall or ""


def _event(entry: _Entry, trip: str, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'yiwutrip:{trip}/{entry.key}')}@yiwutrip")
    event.add("sequence", max(0, int((made_at - SEQUENCE_FROM).total_seconds())))
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("last-modified", made_at.astimezone(UTC))
    event.add("dtstart", entry.starts.astimezone(MARKET_ZONE))
    event.add("dtend", entry.ends.astimezone(MARKET_ZONE))
    event.add("summary", text.printable(entry.title))
    if entry.where:
        event.add("location", text.printable(entry.where))
    event.add("description", text.printable(entry.note))
    for before, said in entry.warnings:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", text.printable(said))
        alarm.add("trigger", -before)
        event.add_component(alarm)
    return event
