"""The plan as the exporters take it, with how likely each commitment is reached in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.cli import values
from yiwutrip.cli.papers import Paper
from yiwutrip.export.plan import PlannedTrip
from yiwutrip.export.sheet import export_sheet
from yiwutrip.render.written import Written, written_view
from yiwutrip.usecases.follow_plan import risk_of_plan
from yiwutrip.usecases.log_visit import check_letters
from yiwutrip.usecases.make_plan import show_plan

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from yiwutrip.cli.context import Session
    from yiwutrip.domain.errors import ExitCode
    from yiwutrip.domain.trip import Trip

RUNS = 10_000


@dataclass(frozen=True, slots=True)
class SheetAsked:
    """Which part of the plan, where to, and under which command."""

    command: str
    day: str | None
    who: str | None
    folder: Path
    pdf: bool = False
    open_it: bool = False


def write_sheet(session: Session, asked: SheetAsked) -> ExitCode:
    """
    Write the sheet of a day or of the whole trip, of one person or of everybody.

    Raises:
        NotFoundError: no trip, or no plan of it.
        UsageError: no day of the trip, or nobody's letter.
        TripError: it cannot be written.

    """
    planned = planned_trip(session)
    day, who = asked_of(planned.trip, asked.day, asked.who)
    part = planned.part(day, who)
    name = "-".join(["sheet", *([day.isoformat()] if day else []), *([who] if who else [])])
    page = export_sheet(part, session.words)
    files = Paper(asked.folder, asked.pdf, asked.open_it).write(name, page)
    count = len(list(part.person_days()))
    return session.show(written_view(asked.command, "sheet.written"), Written(files, count))


def asked_of(trip: Trip, day: str | None, who: str | None) -> tuple[date | None, str | None]:
    """
    Which day and whose, of a trip.

    Raises:
        UsageError: no day of the trip, or nobody's letter.

    """
    letter = values.letter(who, "--who") if who is not None else None
    check_letters((letter,) if letter else (), trip)
    return values.trip_day(day, "--day", trip) if day is not None else None, letter


def planned_trip(session: Session) -> PlannedTrip:
    """
    The newest plan of the trip in use, simulated.

    Raises:
        NotFoundError: no trip, or no plan of it.

    """
    plan = show_plan(session.store)
    _, risk = risk_of_plan(RUNS, plan.trip.starts, session.store)
    on_time = {(chance.title, chance.starts): chance.on_time for chance in risk.chances}
    return PlannedTrip(plan.trip, plan.itinerary, plan.stalls, on_time)
