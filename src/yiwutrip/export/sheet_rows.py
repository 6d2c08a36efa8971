"""A person's day as the rows of the sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.dates import say_duration
from yiwutrip.domain.errors import TripError
from yiwutrip.domain.itinerary import LegMode, StopKind
from yiwutrip.domain.phrasing import say_address
from yiwutrip.domain.trip import Place
from yiwutrip.domain.way import say_way
from yiwutrip.export import text
from yiwutrip.export.spots import spot_of_stop
from yiwutrip.market.ways import way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from yiwutrip.domain.itinerary import Stop
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Commitment
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PersonDay, PlannedTrip, Step

# Less slack than this is worth a box around it.
TIGHT_S = 600
# Of a name that is looked for over a door.
LONGEST_SIGN = 14


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row.

    Attributes:
        kind: visit, wall, meet, part (a place where those who came together part) or small.
        label: ``A3``, ``AB4``; empty for what is no visit.
        slack: in words; empty where there is nothing to say.
        leg: how long and how far.
        way: which way, in words.
        place: where, without the booth.
        asks: what nobody has said of this stall yet.

    """

    kind: str
    stop: StopKind
    who: tuple[str, ...]
    starts: str
    ends: str
    title: str
    place: str = ""
    booth: str = ""
    label: str = ""
    slack: str = ""
    tight: bool = False
    leg: str = ""
    way: str = ""
    stall: Stall | None = None
    want: str = ""
    asks: tuple[str, ...] = ()
    must: bool = False
    waits: str = ""
    others: str = ""


def rows_of(day: PersonDay, plan: PlannedTrip, words: Words) -> Iterator[Row]:
    """Row after row: every move is one; where one route of the day ends and the next begins, nothing is said twice."""
    before: Stop | None = None
    visits = 0
    for place, step in enumerate(day.steps):
        stop, later = step.stop, day.steps[place + 1 :]
        visits += stop.kind is StopKind.VISIT
        label = f"{''.join(step.who)}{visits}" if stop.kind is StopKind.VISIT else ""
        parts = parted(step, later)
        if _worth_a_row(stop, before, last=not later) or parts:
            others = [plan.name_of(one) for one in dict.fromkeys((*step.who, *stop.meets)) if one != day.letter]
            row = _row(step, before, plan, words)
            if parts:
                row = replace(row, kind="part")
            yield replace(row, label=label, others=words("sheet.and").join(others))
        before = stop


def _worth_a_row(stop: Stop, before: Stop | None, *, last: bool) -> bool:
    """A start is where one already is, but for the first; an end is worth saying where one moves, meets or is done."""
    if stop.kind is StopKind.START:
        return before is None or not _same_place(stop, before)
    if stop.kind is not StopKind.END:
        return True
    moved = stop.leg is not None and stop.leg.mode is not LegMode.STAY and stop.leg.seconds > 0
    return moved or bool(stop.meets) or last


def _same_place(one: Stop, other: Stop) -> bool:
    """Whether two stops are at one place; what does not say where it is has not moved."""
    places = [stop.place or (Place(stall=stop.stall) if stop.stall else None) for stop in (one, other)]
    return None in places or places[0] == places[1]


def parted(step: Step, later: Sequence[Step]) -> bool:
    """Whether those who came together go on in smaller company."""
    ends = step.stop.kind is StopKind.END and not step.stop.meets
    return ends and bool(later) and not set(step.who) <= set(later[0].who)


def _row(step: Step, before: Stop | None, plan: PlannedTrip, words: Words) -> Row:
    stop = step.stop
    stall = plan.stall_of(stop)
    commitment = plan.commitment_of(stop)
    kinds = {StopKind.VISIT: "visit", StopKind.COMMITMENT: "wall"}
    return Row(
        kind="meet" if stop.meets and stop.kind is StopKind.END else kinds.get(stop.kind, "small"),
        stop=stop.kind,
        who=step.who,
        starts=clock(stop.start),
        ends=clock(stop.leave) if stop.leave > stop.start else "",
        title=_title(stop, commitment, plan, words),
        place=place_name(stop, plan, words),
        booth=_booth(stall, words),
        slack=_slack(stop, plan, words),
        tight=stop.slack_s < TIGHT_S and not plan.itinerary.is_over(stop),
        leg=_leg(stop, words),
        way=_way(before, stop, plan, words),
        stall=stall,
        want=_want(stall, plan) if stop.kind is StopKind.VISIT else "",
        asks=_asks(stall, words) if stall and stop.kind in {StopKind.VISIT, StopKind.COMMITMENT} else (),
        must=stop.must,
        waits=_waits(stop, words),
    )


def _booth(stall: Stall | None, words: Words) -> str:
    """What one looks for at the end of the way: the number over the door, or the name on it where nobody knows one."""
    if stall is None:
        return ""
    return stall.address.booth or words("sheet.by-name", name=text.cut(stall.name, LONGEST_SIGN))


def clock(when: datetime) -> str:
    """``13:05`` in the market."""
    return f"{when.astimezone(MARKET_ZONE):%H:%M}"


def _title(stop: Stop, commitment: Commitment | None, plan: PlannedTrip, words: Words) -> str:
    title = plan.title_of(stop, words)
    if commitment and commitment.setup_s:
        return words("sheet.set-up", title=title, at=clock(commitment.starts))
    return title


def place_name(stop: Stop, plan: PlannedTrip, words: Words) -> str:
    """Where a stop is, without its booth."""
    stall = plan.stall_of(stop)
    if stall is not None:
        return text.aisle(stall.address, words)
    place = plan.place_of(stop)
    return say_address(place.address, words) if place.address else place.name or place.stall or ""


def _slack(stop: Stop, plan: PlannedTrip, words: Words) -> str:
    if (
        plan.itinerary.is_over(stop)
        or stop.kind in {StopKind.START, StopKind.MEAL}
        or (stop.kind is StopKind.END and not stop.meets)
    ):
        return ""
    return words("sheet.slack", time=say_duration(stop.slack_s, words))


def _leg(stop: Stop, words: Words) -> str:
    leg = stop.leg
    if leg is None or leg.mode is LegMode.STAY or not leg.seconds:
        return ""
    return words(f"calendar.{leg.mode}", minutes=text.minutes(leg.seconds), metres=leg.metres)


def _waits(stop: Stop, words: Words) -> str:
    waits_s = int((stop.start - stop.arrive).total_seconds())
    return words("sheet.waits", at=clock(stop.arrive), time=say_duration(waits_s, words)) if waits_s >= 60 else ""


def _way(before: Stop | None, stop: Stop, plan: PlannedTrip, words: Words) -> str:
    """Nothing where either end is not known to the market."""
    if before is None or stop.leg is None or not stop.leg.seconds:
        return ""
    start, end = spot_of_stop(before, plan), spot_of_stop(stop, plan)
    if start is None or end is None:
        return ""
    try:
        return say_way(way(start, end, pace=plan.trip.pace), words)
    except TripError:
        return ""


def _want(stall: Stall | None, plan: PlannedTrip) -> str:
    """The first thing on the trip's list that this stall answers."""
    if stall is None:
        return ""
    said = " ".join((*stall.categories, *stall.keywords, stall.name))
    return next((want.text for want in plan.trip.wants if want.text and want.text in said), "")


def _asks(stall: Stall, words: Words) -> tuple[str, ...]:
    """What the catalogue does not know of a stall; a photo is always worth taking."""
    unknown = {
        "price": stall.price_low_fen,
        "moq": stall.moq,
        "single": stall.ships_single,
        "capacity": stall.daily_capacity,
    }
    asked = [words(f"sheet.ask-{key}") for key, known in unknown.items() if known is None]
    return (*asked, words("sheet.ask-relabel"), words("sheet.ask-photo"))
