"""Dates and durations as people say them; the words come from the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, timedelta

    from yiwutrip.domain.words import Words


def say_date(day: date, words: Words) -> str:
    """``4月15日 周四`` or ``Thu 15 April``."""
    return words("date.full", month=_month(day, words), day=day.day, weekday=say_weekday(day.isoweekday(), words))


def say_day(day: date, words: Words) -> str:
    """``4月15日`` or ``15 Apr``."""
    return words("date.day", month=_month(day, words)[:3], day=day.day)


def say_weekday(number: int, words: Words) -> str:
    """``周四`` or ``Thu`` for 4: ISO 8601 counts from Monday, which is 1."""
    return words("date.weekdays").split()[number - 1]


def say_short_date(day: date) -> str:
    """``4-15``: for columns."""
    return f"{day.month}-{day.day:02}"


def say_clock(moment: datetime) -> str:
    """``09:05``, in the market's time, which is what the moment must be in."""
    return f"{moment:%H:%M}"


def minutes(seconds: float) -> int:
    """Whole minutes, rounded down: nobody is promised a minute that is not there."""
    return int(seconds // 60)


def say_duration(seconds: float, words: Words) -> str:
    """``14 分``, ``1 时 58 分``; ``14 min``, ``1 h 58 min``: so every view and paper says how long something is."""
    hours, left = divmod(minutes(seconds), 60)
    return words("date.hours", hours=hours, minutes=left) if hours else words("date.minutes", minutes=left)


def say_off(off: timedelta, words: Words) -> str:
    """``10 秒``, ``4 分``: how far two times lie apart, the small ones in seconds."""
    seconds = int(off.total_seconds())
    return words("date.seconds", seconds=seconds) if seconds < 60 else say_duration(seconds, words)


def _month(day: date, words: Words) -> str:
    return words("date.months").split()[day.month - 1]
