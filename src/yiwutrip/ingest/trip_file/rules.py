"""What ties the tables of a trip file together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.trip import Commitment, CommitmentKind, Person, Want
from yiwutrip.planner.assumptions import PlanAssumptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from yiwutrip.ingest.trip_file.days import Span
    from yiwutrip.ingest.trip_file.faults import Faults
    from yiwutrip.ingest.trip_file.lines import KeyPath
    from yiwutrip.ingest.trip_file.schema import PersonTable, TripTable, WantTable

LONGEST_TRIP_DAYS: Final = 31
_BEYOND: Final = 1e300
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Placed = tuple[Commitment, "KeyPath"]
"""A commitment and where it stands in the file."""


def check_span(head: TripTable, faults: Faults) -> bool:
    """Whether the trip ends after it starts and is short enough to plan."""
    if head.ends <= head.starts:
        faults.add("trip-ends-before-start", ("trip", "ends"), head.ends, starts=_said(head.starts))
        return False
    if (head.ends - head.starts).days > LONGEST_TRIP_DAYS:
        faults.add("trip-too-long", ("trip", "ends"), head.ends, limit=LONGEST_TRIP_DAYS)
        return False
    return True


def name_people(tables: Sequence[tuple[PersonTable, KeyPath]], faults: Faults) -> tuple[Person, ...]:
    """The people with their letters; who has none takes the next that is free."""
    taken: dict[str, str] = {}
    for table, path in tables:
        if table.letter is None:
            continue
        if table.letter in taken:
            faults.add("letter-twice", (*path, "letter"), table.letter, name=taken[table.letter])
        taken.setdefault(table.letter, table.name)
    free = iter([letter for letter in _LETTERS if letter not in taken])
    people = []
    for table, path in tables:
        letter = table.letter or next(free, None)
        if letter is None:
            faults.add("too-many-people", path, limit=len(_LETTERS))
            break
        people.append(Person(table.name, letter, round(table.carry_kg * 1000)))
    return tuple(people)


def check_letters(letters: Sequence[str], known: Sequence[str], path: KeyPath, faults: Faults) -> None:
    """Note letters that belong to nobody."""
    for letter in letters:
        if letter not in known:
            faults.add("unknown-person", path, letter, known=", ".join(known))


def check_want(table: WantTable, path: KeyPath, faults: Faults) -> Want | None:
    """A want that names exactly one thing and whose bounds leave room."""
    if (table.category is None) == (table.keyword is None):
        faults.add("want-names-one", path)
        return None
    if table.at_most is not None and table.at_least > table.at_most:
        faults.add("at-least-over-at-most", (*path, "at_least"), table.at_least, at_most=table.at_most)
        return None
    return Want(table.category, table.keyword, table.weight, table.at_least, table.at_most)


def _said(moment: datetime) -> str:
    """As one would write it in the file, in the zone that stands there."""
    return f"{moment:%Y-%m-%d %H:%M}"


def check_commitment_times(commitment: Commitment, path: KeyPath, span: Span | None, faults: Faults) -> bool:
    """Whether it ends after it starts and lies in the trip. A departure may be a moment."""
    is_moment = commitment.kind is CommitmentKind.DEPARTURE and commitment.ends == commitment.starts
    if commitment.ends <= commitment.starts and not is_moment:
        faults.add("commitment-ends-before-start", (*path, "ends"), commitment.ends, starts=_said(commitment.starts))
        return False
    if span is None:
        return True
    for key, moment in (("starts", commitment.starts), ("ends", commitment.ends)):
        if not span.starts <= moment <= span.ends:
            faults.add(
                "commitment-outside-trip",
                (*path, key),
                moment,
                title=commitment.title,
                starts=_said(span.starts),
                ends=_said(span.ends),
            )
            return False
    return True


def check_overlaps(placed: Sequence[Placed], faults: Faults) -> None:
    """Note two commitments at once for one person; travel and set-up are the planner's to judge."""
    latest: dict[str, Commitment] = {}
    told: set[tuple[KeyPath, str]] = set()
    for commitment, path in sorted(placed, key=lambda item: (item[0].starts, item[0].ends)):
        for letter in commitment.who:
            before = latest.get(letter)
            if before is not None and commitment.starts < before.ends and (path, before.title) not in told:
                told.add((path, before.title))
                faults.add(
                    "two-at-once", path, commitment.title, who=letter, other=before.title, until=_said(before.ends)
                )
            if before is None or commitment.ends > before.ends:
                latest[letter] = commitment


def read_assumptions(value: object, path: KeyPath, faults: Faults) -> Mapping[str, float]:
    """``[assumptions]``: names to numbers, held against those that there are."""
    if not isinstance(value, dict):
        faults.add("not-a-table", path, value)
        return {}
    numbers: dict[str, float] = {}
    for name, number in value.items():
        if isinstance(number, bool) or not isinstance(number, int | float):
            faults.add("not-a-number", (*path, name), number)
        else:
            # A whole number of any length is TOML; beyond a float's it is out of every range.
            numbers[name] = float(max(min(number, _BEYOND), -_BEYOND))
    try:
        PlanAssumptions().with_overrides(numbers)
    except BadInputError as error:
        for problem in error.problems:
            faults.add(problem.code, (*path, problem.column or ""), problem.value, **problem.params)
    return numbers
