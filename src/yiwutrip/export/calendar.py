"""The plan as iCalendar (RFC 5545), for the calendar of any phone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.phrasing import say_address
from yiwutrip.domain.trip import Commitment, CommitmentKind
from yiwutrip.export import text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.trip import Place
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
        cancelled: only an earlier plan had it; not every calendar takes it out, so that its title says so, too.

    """

    key: str
    starts: datetime
    ends: datetime
    title: str
    where: str
    note: str
    warnings: tuple[tuple[timedelta, str], ...] = ()
    cancelled: bool = False


def export(plan: PlannedTrip, words: Words) -> bytes:
    """
    Commitments and stops in the market's time.

    UIDs depend on what an entry is and not on when, and SEQUENCE grows with each plan, so that a second import moves
    the entries of the first instead of adding to them; what only an earlier plan had is cancelled. A broadcast rings
    twice: when to start walking, and at its wall, where setting up begins.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//yiwutrip//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", text.printable(plan.trip.name))
    calendar.add("x-wr-timezone", str(MARKET_ZONE))
    made_at = _made_at(plan)
    entries = _numbered(_entries(plan, words))
    for entry in [*entries, *_cancelled(plan, {entry.key for entry in entries}, words)]:
        calendar.add_component(_event(entry, plan.trip.name, made_at))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _made_at(plan: PlannedTrip) -> datetime:
    """When the plan was made; taken up again after a newer one, it comes after that."""
    newest = max((one.made_at for one in plan.earlier if one.made_at), default=SEQUENCE_FROM)
    mine = plan.itinerary.made_at or SEQUENCE_FROM
    return mine if mine > newest else newest + timedelta(seconds=1)


def _cancelled(plan: PlannedTrip, there: Collection[str], words: Words) -> Iterator[_Entry]:
    """What earlier plans had and is not there now, each once, as the newest of them had it."""
    known = set(there)
    for itinerary in reversed(plan.earlier):
        before = replace(plan, itinerary=itinerary, earlier=()).part(who=plan.only)
        for entry in _numbered(_entries(before, words)):
            if entry.key not in known:
                known.add(entry.key)
                title = words("calendar.cancelled", title=entry.title)
                yield replace(entry, title=title, warnings=(), cancelled=True)


def _numbered(entries: Iterable[_Entry]) -> list[_Entry]:
    """By start; what happens twice under one key on a day, a second drop at the car, has a number."""
    seen: dict[str, int] = {}
    made = []
    for entry in sorted(entries, key=lambda one: one.starts):
        count = seen[entry.key] = seen.get(entry.key, 0) + 1
        made.append(entry if count == 1 else replace(entry, key=f"{entry.key}/{count}"))
    return made


def _entries(plan: PlannedTrip, words: Words) -> Iterator[_Entry]:
    steps = _steps(plan)
    promised = [step for step in steps if step.stop.kind is StopKind.COMMITMENT]
    for commitment in plan.trip.commitments:
        yield _commitment(
            commitment, [step for step in promised if plan.commitment_of(step.stop) == commitment], plan, words
        )
    alone = [step for step in promised if plan.commitment_of(step.stop) is None]
    # A promise that the trip has dropped since is one entry, as it was, however many went to it by ways of their own.
    dropped = {_promise_key(step.stop): step for step in alone if step.stop.title != CommitmentKind.DEPARTURE}
    for key, step in dropped.items():
        yield replace(_stop(step, plan, words), key=key, title=plan.title_of(step.stop, words))
    for step in steps:
        leaves = step in alone and step.stop.title == CommitmentKind.DEPARTURE
        if leaves or step.stop.kind in {StopKind.VISIT, StopKind.MEAL, StopKind.CAR}:
            yield _stop(step, plan, words)


def _steps(plan: PlannedTrip) -> list[Step]:
    """Every stop once; what the pair does together is one step, though it stands in both people's days."""
    once = {(step.who, step.stop): step for day in plan.person_days() for step in day.steps}
    return list(once.values())


def _commitment(commitment: Commitment, steps: list[Step], plan: PlannedTrip, words: Words) -> _Entry:
    setup = timedelta(seconds=commitment.setup_s)
    # Whole minutes: Outlook knows no others, and rounded up nobody starts late.
    away = max((text.minutes(step.stop.leg.seconds) for step in steps if step.stop.leg), default=0)
    warnings = [(setup + timedelta(minutes=away), words("calendar.leave", title=commitment.title))] if away else []
    if commitment.kind is CommitmentKind.LIVESTREAM:
        warnings = warnings or [(setup + timedelta(minutes=15), words("calendar.leave", title=commitment.title))]
        warnings.append((setup, words("calendar.wall", title=commitment.title)))
    people = " · ".join(plan.name_of(letter) for letter in commitment.who)
    wall = words("calendar.be-there", at=f"{(commitment.starts - setup).astimezone(MARKET_ZONE):%H:%M}")
    return _Entry(
        key=_promise_key(commitment),
        starts=commitment.starts,
        ends=commitment.ends,
        title=commitment.title,
        where=_place(commitment.place, plan, words),
        note="\n".join(part for part in (people, wall if commitment.setup_s else "") if part),
        warnings=tuple(warnings),
    )


def _promise_key(promise: Commitment | Stop) -> str:
    starts = promise.starts if isinstance(promise, Commitment) else promise.start
    return f"commitment/{promise.title}/{starts.astimezone(MARKET_ZONE).date()}"


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
    if entry.cancelled:
        event.add("status", "CANCELLED")
        event.add("transp", "TRANSPARENT")
    event.add("dtstart", _on_paper(entry.starts))
    event.add("dtend", _on_paper(entry.ends))
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


def _on_paper(when: datetime) -> datetime:
    """The minute that the day's sheet says."""
    return when.astimezone(MARKET_ZONE).replace(second=0, microsecond=0)
