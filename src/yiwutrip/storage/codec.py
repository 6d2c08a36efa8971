"""
Domain values as JSON and back, exactly.

Every type is read from the dataclass's own annotations. Datetimes are UTC in the text and market time in the value.
What stands where anything may stand (``object``) and is no plain JSON is wrapped as ``{"$": type, "v": text}``.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from yiwutrip.domain.clock import MARKET_ZONE

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def utc_text(moment: datetime) -> str:
    """
    An aware datetime as the store keeps it, sortable as text.

    Raises:
        ValueError: it does not say its zone.

    """
    if moment.tzinfo is None:
        raise ValueError(f"a naive datetime cannot be stored: {moment!r}")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def moment_of(text: str) -> datetime:
    """The datetime of a text of `utc_text`, in market time."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC).astimezone(MARKET_ZONE)


def to_json(value: object) -> str:
    """A domain value as JSON text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """The value of that dataclass from the text that `to_json` made of it."""
    return cast("T", _reader(cast("Any", kind))(json.loads(text)))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return _text(value)
    if isinstance(value, tuple | frozenset):
        # A set has no order; sorted, the same value is always the same text.
        return [_plain(item) for item in (sorted(value) if isinstance(value, frozenset) else value)]
    # A mapping may hold anything at all, so its values carry their own types.
    if isinstance(value, Mapping):
        return {key: _wrapped(item) for key, item in value.items()}
    if not dataclasses.is_dataclass(value):
        return value
    return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}


def _text(value: datetime | date | time) -> str:
    return utc_text(value) if isinstance(value, datetime) else value.isoformat()


def _wrapped(value: object) -> object:
    if isinstance(value, Enum):
        return _wrapped(value.value)
    if isinstance(value, datetime | date | time):
        return {"$": type(value).__name__, "v": _text(value)}
    if isinstance(value, tuple | list | frozenset | set):
        return {"$": type(value).__name__, "v": [_wrapped(item) for item in value]}
    if isinstance(value, Mapping):
        return {"$": "dict", "v": [[_wrapped(key), _wrapped(item)] for key, item in value.items()]}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no way to store a {type(value).__name__}")


_SEQUENCES: dict[str, Callable[[Any], object]] = {"tuple": tuple, "list": list, "frozenset": frozenset, "set": set}
_TEXTS: dict[str, Callable[[str], object]] = {
    "datetime": moment_of,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def _unwrapped(value: Any) -> object:  # noqa: ANN401 -- JSON has no narrower type
    if not isinstance(value, dict):
        return value
    kind, inner = value["$"], value["v"]
    if kind in _TEXTS:
        return _TEXTS[kind](inner)
    if kind == "dict":
        return {_unwrapped(key): _unwrapped(item) for key, item in inner}
    return _SEQUENCES[kind](_unwrapped(item) for item in inner)


@cache
def _reader(kind: Any) -> Callable[[Any], object]:  # noqa: ANN401 -- annotations are of any type
    if typing.get_origin(kind) is not None:
        return _container_reader(typing.get_origin(kind), typing.get_args(kind))
    if kind in {datetime, date, time}:
        return cast("Callable[[Any], object]", _TEXTS[kind.__name__])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _dataclass_reader(kind) if dataclasses.is_dataclass(kind) else lambda value: value


def _container_reader(origin: Any, arguments: tuple[Any, ...]) -> Callable[[Any], object]:  # noqa: ANN401 -- likewise
    if origin is tuple:
        return _tuple_reader(arguments)
    if origin is frozenset:
        item = _reader(arguments[0])
        return lambda value: frozenset(map(item, value))
    if origin is Mapping:
        return lambda value: {key: _unwrapped(item) for key, item in value.items()}
    inner = _reader(next(argument for argument in arguments if argument is not types.NoneType))
    return lambda value: None if value is None else inner(value)


def _tuple_reader(arguments: tuple[Any, ...]) -> Callable[[Any], object]:
    if arguments[-1] is Ellipsis:
        item = _reader(arguments[0])
        return lambda value: tuple(map(item, value))
    items = [_reader(argument) for argument in arguments]
    return lambda value: tuple(read(part) for read, part in zip(items, value, strict=True))


def _dataclass_reader(kind: Any) -> Callable[[Any], object]:  # noqa: ANN401 -- a dataclass type
    hints = typing.get_type_hints(kind, localns=_names())
    # A field that an older version did not write takes its default.
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
    return lambda value: kind(**{name: read(value[name]) for name, read in readers.items() if name in value})


@cache
def _names() -> dict[str, Any]:
    """Annotations in the domain are never evaluated there; these are the names that occur in them."""
    from yiwutrip.domain import address, box, itinerary, sample, stall, trip  # noqa: PLC0415 -- only who reads plans pays

    names = {"date": date, "datetime": datetime, "time": time, "Mapping": Mapping}
    for module in (address, box, itinerary, sample, stall, trip):
        names |= {name: value for name, value in vars(module).items() if isinstance(value, type)}
    return names
