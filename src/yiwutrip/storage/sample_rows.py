"""A sample and its row."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from yiwutrip.domain.sample import Quote, Sample, SampleStatus, SampleTaken
from yiwutrip.storage.codec import moment_of, utc_text
from yiwutrip.storage.records import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from yiwutrip.storage.connection import Row
    from yiwutrip.storage.registers import Value

_QUOTE = tuple(Quote.__dataclass_fields__)
_TAKEN = tuple(name for name in SampleTaken.__dataclass_fields__ if name not in {"quote", "photos"})
_LISTS = frozenset({"carton_cm", "size_cm"})
_MOMENTS = frozenset({"at", "status_at"})
_BOOLEANS = frozenset({"fragile", "ships_single", "relabel"})

SAMPLES = Kind(
    "samples", "id", ("number", "label"), ("trip", "status", "at", "box", "status_at", *_TAKEN, *_QUOTE, "deleted")
)


def taken_values(taken: SampleTaken) -> dict[str, Value]:
    """The columns of what the user said."""
    values = {name: _column(name, getattr(taken, name)) for name in _TAKEN}
    return values | {name: _column(name, getattr(taken.quote, name)) for name in _QUOTE}


def sample_values(sample: Sample) -> dict[str, Value]:
    """The columns of a sample."""
    since = None if sample.status_at is None else utc_text(sample.status_at)
    own = {"status": str(sample.status), "at": utc_text(sample.at), "box": sample.box, "status_at": since}
    return {**own, **taken_values(sample.taken)}


def sample_of(row: Row, photos: tuple[str, ...]) -> Sample:
    """The sample of a row."""
    quote = Quote(**_fields(row, _QUOTE))
    taken = SampleTaken(**_fields(row, _TAKEN), quote=quote, photos=photos)
    since = None if row["status_at"] is None else moment_of(row["status_at"])
    return Sample(row["id"], row["number"], taken, SampleStatus(row["status"]), moment_of(row["at"]), row["box"], since)


def sample_fact(name: str, value: Value) -> object:
    """One column as the value that it stands for."""
    if name == "status":
        return SampleStatus(str(value))
    return moment_of(str(value)) if name in _MOMENTS else _value(name, value)


def _column(name: str, value: object) -> Value:
    if value is None:
        return None
    if name in _LISTS:
        return json.dumps(value)
    if name in _BOOLEANS:
        return int(bool(value))
    if isinstance(value, date):
        return value.isoformat()
    assert isinstance(value, str | int | float)
    return value


def _fields(row: Mapping[str, Value] | Row, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _value(name, row[name]) for name in names}


def _value(name: str, value: Value) -> object:
    if value is None:
        return None
    if name in _LISTS:
        return tuple(json.loads(str(value)))
    if name in _BOOLEANS:
        return bool(value)
    return date.fromisoformat(str(value)) if name == "return_by" else value
