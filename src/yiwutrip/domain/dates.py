"""Dates and durations as people say them; the words come from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from yiwutrip.domain.words import Words


def say_date(day: date, words: Words) -> str:
    """``4月15日 周四`` or ``Thu 15 April``."""
    month = words("date.months").split()[day.month - 1]
    weekday = words("date.weekdays").split()[day.weekday()]
    return words("date.full", month=month, day=day.day, weekday=weekday)


def say_short_date(day: date) -> str:
    """``4-15``: for columns."""
    return f"{day.month}-{day.day:02}"


def say_clock(moment: datetime) -> str:
    """``09:05``, in the market's time, which is what the moment must be in."""
    return f"{moment:%H:%M}"


def minutes(seconds: float) -> int:
    """Whole minutes, rounded down: nobody is promised a minute that is not there."""
    return int(seconds // 60)


def say_duration(seconds: float) -> str:
    """``2:41``: hours and minutes."""
    whole = minutes(seconds)
    return f"{whole // 60}:{whole % 60:02}"
