"""`yiwutrip trip new`: write a trip file by asking, or from what the options say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yiwutrip.cli import values
from yiwutrip.cli.command import verb
from yiwutrip.cli.context import session_of
from yiwutrip.cli.usage import CommandLineError
from yiwutrip.domain.errors import ExitCode, InterruptedByUserError, TripError

if TYPE_CHECKING:
    from collections.abc import Callable

    from yiwutrip.cli.context import Session
    from yiwutrip.domain.trip import Commitment, Trip

# Beside the market's district 2; where nothing better is said the day begins and ends here.
NEAR_THE_MARKET = "29.3350,120.1060"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def add_new(app: typer.Typer) -> None:
    """Add the verb to the noun."""
    verb(app, "new")(_new)


@dataclass(frozen=True, slots=True)
class Draft:
    """A trip in the user's own words; empty for what was not said."""

    name: str = ""
    starts: str = ""
    ends: str = ""
    people: str = ""
    wants: str = ""
    livestream: str = ""
    base: str = ""
    point: str = ""
    budget: str = ""


def _new(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="help.arg-new-file")] = Path("trip.toml"),
    name: Annotated[str, typer.Option(metavar="TEXT", help="help.opt-trip-name")] = "",
    starts: Annotated[str, typer.Option(metavar="T", help="help.opt-trip-starts")] = "",
    ends: Annotated[str, typer.Option(metavar="T", help="help.opt-trip-ends")] = "",
    people: Annotated[str, typer.Option(metavar="NAMES", help="help.opt-trip-people")] = "",
    wants: Annotated[str, typer.Option(metavar="WORDS", help="help.opt-trip-wants")] = "",
    livestream: Annotated[str, typer.Option(metavar="FROM-TO", help="help.opt-trip-livestream")] = "",
    base: Annotated[str, typer.Option(metavar="TEXT", help="help.opt-trip-base")] = "",
    point: Annotated[str, typer.Option(metavar="LAT,LON", help="help.opt-trip-point")] = "",
    budget: Annotated[str, typer.Option(metavar="YUAN", help="help.opt-trip-budget")] = "",
    force: Annotated[bool, typer.Option("--force", help="help.opt-overwrite")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="help.opt-yes")] = False,
) -> ExitCode:
    """Write a trip file by asking."""
    from yiwutrip.export.files import write_file  # noqa: PLC0415
    from yiwutrip.ingest.trip_file.read import read_trip  # noqa: PLC0415
    from yiwutrip.ingest.trip_template import write_trip  # noqa: PLC0415
    from yiwutrip.render.trip import NEW, TripWritten  # noqa: PLC0415

    session = session_of(ctx)
    if file.exists() and not force:
        raise TripError("file-exists", path=str(file))
    if not session.interactive and not yes:
        raise CommandLineError("trip-new-needs-yes")
    draft = Draft(name, starts, ends, people, wants, livestream, base, point, budget)
    if not yes:
        try:
            draft = _asked(draft, session)
        except (KeyboardInterrupt, EOFError):
            raise InterruptedByUserError("interrupted-unwritten", path=str(file)) from None
    text = write_trip(_trip(draft, session), session.words)
    trip = read_trip(text.encode(), file.name)
    return session.show(NEW, TripWritten(trip, write_file(file, text.encode())))


def _asked(draft: Draft, session: Session) -> Draft:
    """Ask for what was not said; an answer that cannot be is asked for again."""
    from yiwutrip.cli.ask import ask  # noqa: PLC0415

    for field, default, check in _questions(session):
        if getattr(draft, field):
            continue
        while True:
            answer = ask(session.words(f"trip.ask-{field}"), default or _last_day_of(draft, field, session))
            try:
                check(answer)
            except CommandLineError as error:
                # Who was asked a question never typed the option.
                error.params = {**error.params, "name": session.words(f"trip.{field}")}
                session.show_error(error)
                continue
            draft = replace(draft, **{field: answer})
            break
    return draft


def _last_day_of(draft: Draft, field: str, session: Session) -> str:
    """The default of the end, which hangs on the start that was said; empty for every other question."""
    if field != "ends":
        return ""
    return f"{_last_day(_moment(draft.starts, '--starts', session)):%Y-%m-%d %H:%M}"


def _questions(session: Session) -> list[tuple[str, str, Callable[[str], object]]]:
    first = _first_day(session)
    return [
        ("name", session.words("trip.new-name"), str),
        ("starts", f"{first:%Y-%m-%d %H:%M}", lambda text: _moment(text, "--starts", session)),
        ("ends", "", lambda text: _moment(text, "--ends", session)),
        ("people", session.words("trip.new-people"), _names),
        ("wants", "", _names),
        ("livestream", "", _hours),
        ("base", session.words("trip.new-base"), str),
        ("point", NEAR_THE_MARKET, _point),
        ("budget", "", lambda text: values.yuan_to_fen(text, "--budget") if text else None),
    ]


def _trip(draft: Draft, session: Session) -> Trip:
    """
    The trip that the draft means.

    Raises:
        CommandLineError: something in it cannot be.

    """
    from yiwutrip.domain.trip import Person, Place, Trip  # noqa: PLC0415
    from yiwutrip.usecases.check_wants import wants_of  # noqa: PLC0415

    starts = _moment(draft.starts, "--starts", session) if draft.starts else _first_day(session)
    ends = _moment(draft.ends, "--ends", session) if draft.ends else _last_day(starts)
    if ends <= starts:
        raise CommandLineError("ends-before-start", starts=f"{starts:%Y-%m-%d %H:%M}", ends=f"{ends:%Y-%m-%d %H:%M}")
    lat, lon = _point(draft.point or NEAR_THE_MARKET)
    base = Place(name=draft.base or session.words("trip.new-base"), lat=lat, lon=lon)
    names = _names(draft.people or session.words("trip.new-people"))
    people = tuple(Person(name, letter) for name, letter in zip(names, LETTERS, strict=False))
    trip = Trip(
        name=draft.name or session.words("trip.new-name"),
        starts=starts,
        ends=ends,
        base=base,
        people=people,
        wants=wants_of(_names(draft.wants), session.store) if draft.wants.strip() else (),
        budget_fen=values.yuan_to_fen(draft.budget, "--budget") if draft.budget else None,
    )
    return replace(trip, commitments=_livestreams(draft.livestream, trip, session))


def _livestreams(said: str, trip: Trip, session: Session) -> tuple[Commitment, ...]:
    """A broadcast on every evening that is spent in the town."""
    from yiwutrip.domain.trip import Commitment, CommitmentKind  # noqa: PLC0415

    hours = _hours(said)
    if hours is None:
        return ()
    begin, end = hours
    who = tuple(person.letter for person in trip.people)
    made = []
    day = trip.starts.date()
    while day <= trip.ends.date():
        starts = datetime.combine(day, begin, trip.starts.tzinfo)
        ends = datetime.combine(day, end, trip.starts.tzinfo)
        if trip.starts < starts and ends < trip.ends:
            title = session.words("trip.new-livestream")
            made.append(Commitment(CommitmentKind.LIVESTREAM, title, starts, ends, trip.base, who, 40 * 60))
        day += timedelta(days=1)
    return tuple(made)


def _first_day(session: Session) -> datetime:
    tomorrow = session.now() + timedelta(days=1)
    return tomorrow.replace(hour=9, minute=0, second=0, microsecond=0)


def _last_day(first: datetime) -> datetime:
    return (first + timedelta(days=2)).replace(hour=22, minute=0, second=0, microsecond=0)


def _moment(text: str, option: str, session: Session) -> datetime:
    return values.moment(text, option, session.now())


def _names(text: str) -> list[str]:
    """Words between commas of any kind, and Chinese ones between blanks."""
    for sign in "，、;；":
        text = text.replace(sign, ",")
    text = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", ",", text)
    return list(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))[: len(LETTERS)]


def _hours(text: str) -> tuple[time, time] | None:
    if not text.strip():
        return None
    begin, _, end = text.replace("到", "-").replace("–", "-").partition("-")
    try:
        hours = time.fromisoformat(begin.strip().zfill(5)), time.fromisoformat(end.strip().zfill(5))
    except ValueError:
        raise CommandLineError("expects-hours", name="--livestream", value=text) from None
    if hours[1] <= hours[0]:
        raise CommandLineError("expects-hours", name="--livestream", value=text)
    return hours


def _point(text: str) -> tuple[float, float]:
    from yiwutrip.ingest.map_point import read_map_point  # noqa: PLC0415

    try:
        return read_map_point(text)
    except ValueError:
        raise CommandLineError("expects-point", name="--point", value=text) from None
