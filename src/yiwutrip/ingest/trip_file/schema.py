"""
The tables of the trip file and their keys, one pydantic model a table.

A key without a default is compulsory. What ties tables together (a commitment outside the trip, two at once) is in
`rules`; this module knows one table at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from yiwutrip.domain.stall import Datum
from yiwutrip.domain.trip import AlliancePolicy, CommitmentKind, HalfDay, Pace
from yiwutrip.ingest.trip_file.values import (
    Booth,
    Clock,
    Day,
    DistrictName,
    Moment,
    Text,
    fault,
    whole_within,
    within,
)

if TYPE_CHECKING:
    from enum import StrEnum

    from yiwutrip.ingest.trip_file.faults import Faults
    from yiwutrip.ingest.trip_file.lines import KeyPath

_MOST_MINUTES = 24 * 60


def _one_of(names: type[StrEnum]) -> BeforeValidator:
    def read(value: object) -> StrEnum:
        text = value.strip().lower() if isinstance(value, str) else ""
        for name in names:
            if name.lower() == text:
                return name
        raise fault("not-a-choice", allowed=", ".join(names))

    return BeforeValidator(read)


def _letter(value: object) -> str:
    text = value.strip().upper() if isinstance(value, str) else ""
    if len(text) == 1 and "A" <= text <= "Z":
        return text
    raise fault("not-a-letter")


def _letters(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list):
        raise fault("not-a-list")
    if not value:
        raise fault("nobody")
    return tuple(dict.fromkeys(_letter(item) for item in value))


def _half_days(value: object) -> frozenset[HalfDay]:
    if not isinstance(value, list):
        raise fault("not-a-list")
    for item in value:
        if item not in set(HalfDay):
            raise fault("not-a-choice", allowed=", ".join(HalfDay))
    return frozenset(HalfDay(item) for item in value)


class Table(BaseModel):
    """A table of the file; unknown keys are faults."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class TripTable(Table):
    """``[trip]``."""

    name: Text
    starts: Moment
    ends: Moment
    pace: Annotated[Pace, _one_of(Pace)] = Pace.NORMAL
    confidence: Annotated[float, within(0.5, 0.999)] = 0.95


class PlaceTable(Table):
    """A place: an address, a stall, or a named point; `places` sees to it that it is exactly one of them."""

    name: Text | None = None
    lat: Annotated[float, within(-90, 90)] | None = None
    lon: Annotated[float, within(-180, 180)] | None = None
    datum: Annotated[Datum, _one_of(Datum)] = Datum.WGS84
    stall: Text | None = None
    district: DistrictName | None = None
    floor: Annotated[int, whole_within(-3, 30)] | None = None
    gate: Annotated[int, whole_within(1, 999)] | None = None
    street: Annotated[int, whole_within(1, 999)] | None = None
    unit: Annotated[int, whole_within(1, 999)] | None = None
    booth: Booth | None = None
    gate_name: Text | None = None
    street_name: Text | None = None


class PersonTable(Table):
    """``[[people]]``; without a letter, the next free one."""

    name: Text
    letter: Annotated[str, BeforeValidator(_letter)] | None = None
    carry_kg: Annotated[float, within(0, 100)] = 10.0


class MealTable(Table):
    """``meal`` of a day."""

    minutes: Annotated[int, whole_within(1, 240)]
    earliest: Clock = Field(alias="from")
    latest_end: Clock = Field(alias="to")


class DayTable(Table):
    """``[[days]]``; ``meal`` is looked at on its own, because ``false`` may stand there."""

    date: Day
    together: Annotated[frozenset[HalfDay], BeforeValidator(_half_days)] = frozenset()
    meal: object = None


class WantTable(Table):
    """``[[wants]]``."""

    category: Text | None = None
    keyword: Text | None = None
    weight: Annotated[int, whole_within(1, 10)] = 1
    at_least: Annotated[int, whole_within(0, 10_000)] = 0
    at_most: Annotated[int, whole_within(0, 10_000)] | None = None


class MustTable(Table):
    """``[[must]]``."""

    stall: Text


class CommitmentTable(Table):
    """``[[commitments]]``; ``place`` is read by `places`."""

    kind: Annotated[CommitmentKind, _one_of(CommitmentKind)]
    title: Text
    starts: Moment
    ends: Moment
    who: Annotated[tuple[str, ...], BeforeValidator(_letters)] | None = None
    setup_min: Annotated[int, whole_within(0, _MOST_MINUTES)] = 0
    place: object = None


class CarTable(Table):
    """``[car]``."""

    load_kg: Annotated[float, within(0, 100_000)]
    load_l: Annotated[float, within(0, 100_000)]
    loading_min: Annotated[int, whole_within(0, _MOST_MINUTES)] = 30
    parked: object = None


class BudgetTable(Table):
    """``[budget]``."""

    samples_yuan: Annotated[float, within(0, 100_000_000)] | None = None
    alliance: Annotated[AlliancePolicy, _one_of(AlliancePolicy)] = AlliancePolicy.SKIP


AnyTable = TypeVar("AnyTable", bound=Table)


def read_table(model: type[AnyTable], value: object, path: KeyPath, faults: Faults) -> AnyTable | None:
    """One table by its model; its faults are noted, and a table with any of them is None."""
    if not isinstance(value, dict):
        faults.add("not-a-table", path, value)
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        allowed = [field.alias or name for name, field in model.model_fields.items()]
        for found in error.errors(include_url=False):
            where = (*path, *found["loc"])
            if found["type"] == "missing":
                faults.add("missing-key", where, key=str(found["loc"][-1]))
            elif found["type"] == "extra_forbidden":
                faults.unknown_key(where, allowed)
            else:
                faults.add(found["type"], (*path, found["loc"][0]), value[found["loc"][0]], **found.get("ctx", {}))
        return None
