"""Values to what JSON can say: keys are the fields' names, times are ISO 8601, unknown is null."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from yiwutrip.domain.clock import MARKET_ZONE


def plain(value: object) -> Any:  # noqa: ANN401  (JSON)
    """The same value, made of dicts, lists, strings, numbers, booleans and None."""
    said: Any
    match value:
        case Enum():
            said = value.value
        case None | bool() | int() | float() | str():
            said = value
        case datetime():
            said = (value.astimezone(MARKET_ZONE) if value.tzinfo else value).isoformat()
        case date() | time():
            said = value.isoformat()
        case Mapping():
            said = {str(key): plain(item) for key, item in value.items()}
        case set() | frozenset():
            said = sorted(plain(item) for item in value)
        case list() | tuple():
            said = [plain(item) for item in value]
        case _ if is_dataclass(value):
            said = {item.name: plain(getattr(value, item.name)) for item in fields(value)}
        case _:
            said = str(value)
    return said
