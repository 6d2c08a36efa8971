"""What may stand behind a key of the trip file; each fault is raised as the code of its `Problem`."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Any, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from yiwutrip.domain.address import DISTRICT_ZH, District
from yiwutrip.domain.clock import MARKET_ZONE

LONGEST_TEXT: Final = 200
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2100
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_CLOCK: Final = re.compile(r"(\d{1,2})[::](\d{2})")
_DISTRICTS: Final = {zh: district for district, zh in DISTRICT_ZH.items()}


def fault(code: str, **params: object) -> PydanticCustomError:
    """An error that carries the code of a `Problem`; its sentence is in the catalogue, not here."""
    return PydanticCustomError(code, "fault", params)


def read_text(value: object) -> str:
    """Text of at least one and at most `LONGEST_TEXT` characters, no control characters."""
    if not isinstance(value, str):
        raise fault("not-text")
    if not value.strip():
        raise fault("empty-text")
    if len(value) > LONGEST_TEXT:
        raise fault("text-too-long", limit=LONGEST_TEXT, length=len(value))
    if _CONTROL.search(value):
        raise fault("control-character")
    return value.strip()


def read_number(value: object, low: float, high: float) -> float:
    """A number from ``low`` to ``high``."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:  # noqa: PLR0124 -- NaN
        raise fault("not-a-number")
    if low >= 0 > value:
        raise fault("negative-number", low=low)
    if not low <= value <= high:
        raise fault("out-of-range", low=low, high=high)
    return value


def read_whole(value: object, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``; 5.0 is one."""
    number = read_number(value, low, high)
    if number != int(number):
        raise fault("not-whole")
    return int(number)


def read_moment(value: object) -> datetime:
    """A date and time that says its zone, in market time."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value.strip())
        except ValueError:
            raise fault("not-a-moment") from None
    if not isinstance(value, datetime):
        raise fault("not-a-moment")
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise fault("year-out-of-range", low=_FIRST_YEAR, high=_LAST_YEAR)
    if value.utcoffset() is None:
        raise fault("naive-datetime", right=f"{value.isoformat(timespec='seconds')}+08:00")
    return value.astimezone(MARKET_ZONE)


def read_day(value: object) -> date:
    """A date."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value.strip())
        except ValueError:
            raise fault("not-a-date") from None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise fault("not-a-date")
    return value


def read_clock(value: object) -> time:
    """A time of day, ``11:00``."""
    if isinstance(value, time):
        return value
    match = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise fault("not-a-clock-time")
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        raise fault("not-a-clock-time")
    return time(hour, minute)


def read_district(value: object) -> District:
    """A district by its code or its Chinese name."""
    if isinstance(value, str):
        text = value.strip()
        if text in _DISTRICTS:
            return _DISTRICTS[text]
        if text.upper() in set(District):
            return District(text.upper())
    raise fault("unknown-district", allowed=", ".join(District))


def read_name_or_number(value: object) -> str:
    """A booth: text, or a number that somebody left without quotes."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return str(value)
    return read_text(value)


Text = Annotated[str, BeforeValidator(read_text)]
Moment = Annotated[datetime, BeforeValidator(read_moment)]
Day = Annotated[date, BeforeValidator(read_day)]
Clock = Annotated[time, BeforeValidator(read_clock)]
DistrictName = Annotated[District, BeforeValidator(read_district)]
Booth = Annotated[str, BeforeValidator(read_name_or_number)]


def within(low: float, high: float) -> Any:  # noqa: ANN401 - a marker inside Annotated, whatever pydantic makes of it
    """Mark a float that has to lie from ``low`` to ``high``."""
    return BeforeValidator(lambda value: read_number(value, low, high))


def whole_within(low: int, high: int) -> Any:  # noqa: ANN401 - likewise
    """Mark an int that has to lie from ``low`` to ``high``."""
    return BeforeValidator(lambda value: read_whole(value, low, high))
