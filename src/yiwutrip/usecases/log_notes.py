"""Log samples from notes: a line as people write it, or a whole pasted chat, all in one action."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from yiwutrip.domain.problems import Problem
from yiwutrip.usecases.log_sample import FIRST_LETTER, trip_in_use
from yiwutrip.usecases.log_visit import check_letters
from yiwutrip.usecases.resolve_stall import UnknownStallError, resolve_stall

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from yiwutrip.domain.sample import Sample, SampleTaken
    from yiwutrip.domain.stall import Stall
    from yiwutrip.domain.trip import Trip
    from yiwutrip.domain.visit import Visit
    from yiwutrip.usecases.ports import Store, Transactions

VISIT_LASTS = timedelta(minutes=40)
"""A note written this long before a visit was logged as over, or after, is taken to be of that stall."""


@dataclass(frozen=True, slots=True)
class Noted:
    """
    One note: what was taken (its stall as written), when, and the text it was read from.

    Attributes:
        if_guessed: what its own note says in addition where the stall had to be guessed.

    """

    taken: SampleTaken
    at: datetime
    raw: str
    if_guessed: str | None = None


@dataclass(frozen=True, slots=True)
class NoteLogged:
    """
    The sample that a note became, and the stall it is from (None where nobody knows).

    Attributes:
        guessed: nobody named the stall; it is the one that was visited about then.

    """

    sample: Sample
    stall: Stall | None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class NotesLogged:
    """What the notes became, in their order; ``problems`` are stalls that nobody knows, and those that were guessed."""

    samples: tuple[NoteLogged, ...]
    problems: tuple[Problem, ...]


def log_notes(notes: Sequence[Noted], transactions: Transactions, *, dry_run: bool = False) -> NotesLogged:
    """
    Store every note as a sample; a stall that is not known leaves the sample without one, and is a problem.

    Raises:
        UsageError: ``unknown-letter``: nobody of the trip has that letter.

    """
    problems: list[Problem] = []
    with transactions.write("sample note", rehearse=dry_run) as store:
        trip = trip_in_use(store)
        visits = store.visits(trip.name) if trip else []
        logged = tuple(_log(note, trip, visits, store, problems) for note in notes)
    return NotesLogged(logged, (*problems, *_guesses(logged)))


def _guesses(logged: Sequence[NoteLogged]) -> list[Problem]:
    """One for each stall to which notes were put that name none."""
    codes = Counter(one.stall.code for one in logged if one.guessed and one.stall)
    return [Problem("note-stall-guessed", value=code, params={"count": count}) for code, count in codes.items()]


def _log(note: Noted, trip: Trip | None, visits: Sequence[Visit], store: Store, problems: list[Problem]) -> NoteLogged:
    taken = note.taken
    if trip is not None and taken.who:
        check_letters((taken.who,), trip)
    letter = taken.who or (trip.people[0].letter if trip else FIRST_LETTER)
    stall = _stall(note, visits, store, problems)
    guessed = stall is not None and taken.stall is None
    added = note.if_guessed if guessed else taken.stall if stall is None else None
    text = " ".join(part for part in (added, taken.note) if part) or None
    known = replace(taken, stall=stall.code if stall else None, who=letter, note=text)
    return NoteLogged(store.add_sample(trip.name if trip else None, known, letter, note.at), stall, guessed)


def _stall(note: Noted, visits: Sequence[Visit], store: Store, problems: list[Problem]) -> Stall | None:
    """The stall that the note names, else the one that its writer was in."""
    if note.taken.stall:
        try:
            return resolve_stall(note.taken.stall, store)
        except UnknownStallError as error:
            if error.similar:
                params = {"similar": ", ".join(error.similar)}
                problems.append(Problem("note-stall-unknown-similar", value=note.taken.stall, params=params))
            else:
                problems.append(Problem("note-stall-unknown", value=note.taken.stall))
            return None
    return visited_stall(note.at, note.taken.who, visits, store)


def visited_stall(at: datetime, who: str | None, visits: Sequence[Visit], store: Store) -> Stall | None:
    """The stall whose visit is nearest to that time, of this person or (None) of anybody; None where none is near."""
    near = [visit for visit in visits if who in {None, *visit.who} and abs(visit.at - at) <= VISIT_LASTS]
    if not near:
        return None
    return store.stall(min(near, key=lambda visit: abs(visit.at - at)).stall)
