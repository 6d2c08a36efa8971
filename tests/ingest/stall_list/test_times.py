from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.ingest.stall_list.faults import CellError
from yiwutrip.ingest.stall_list.times import read_as_of, read_clock, read_hours, read_weekdays


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00", time(9)),
        ("09：30", time(9, 30)),
        ("9点半", time(9, 30)),
        ("9时15分", time(9, 15)),
        ("下午5点", time(17)),
        ("5:30 PM", time(17, 30)),
        ("0900", time(9)),
        ("17:00:00", time(17)),
        # Excel keeps a time as a fraction of the day: nine hours are 9/24.
        ("0.375", time(9)),
        ("24:00", time(23, 59)),
    ],
)
def test_times_as_people_and_spreadsheets_write_them(text: str, expected: time) -> None:
    assert read_clock(text) == expected


@given(st.times())
def test_every_minute_of_the_day_comes_back(moment: time) -> None:
    minute = moment.replace(second=0, microsecond=0)

    assert read_clock(f"{minute:%H:%M}") == minute


@given(st.integers(0, 24 * 60 - 1))
def test_every_minute_comes_back_from_the_fraction_that_excel_keeps(minutes: int) -> None:
    fraction = f"{minutes / 1440:.15g}"
    if fraction == "0" or "e" in fraction:
        fraction = f"{minutes / 1440:.15f}"

    assert read_clock(fraction) == time(minutes // 60, minutes % 60)


@pytest.mark.parametrize("text", ["25:00", "9:60", "早", "abc", "9:00-17:00", "-1:00"])
def test_what_is_no_time_is_a_fault(text: str) -> None:
    with pytest.raises(CellError, match="bad-clock-time"):
        read_clock(text)


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("9点到5点", 9, 17),
        ("九点到五点", 9, 17),
        ("早9晚5", 9, 17),
        ("早九晚五", 9, 17),
        ("早上9点到下午5点", 9, 17),
        ("9:00-5:00", 9, 17),
        ("10点-9点", 10, 21),
        ("9点到12点", 9, 12),
        ("9:00-05:00", 9, 5),
        ("18点到2点", 18, 2),
    ],
)
def test_hours_as_people_say_them(text: str, opens: int, closes: int) -> None:
    assert read_hours(text) == (time(opens), time(closes))


def test_both_ends_of_the_day_in_one_cell() -> None:
    assert read_hours("9:00-17:00") == read_hours("9点至17点") == (time(9), time(17))
    with pytest.raises(CellError, match="bad-hours"):
        read_hours("9:00")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1;7", (1, 7)),
        ("周一、周日", (1, 7)),
        ("星期天", (7,)),
        ("Mon;Sunday", (1, 7)),
        ("无休", ()),
        ("7,1,7", (1, 7)),
    ],
)
def test_weekdays(text: str, days: tuple[int, ...]) -> None:
    assert read_weekdays(text) == days


def test_the_eighth_day_is_a_fault() -> None:
    with pytest.raises(CellError, match="bad-weekday"):
        read_weekdays("8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026/1/3", "2026-01-03"), ("2026年11月", "2026-11"), ("2026-11-03 08:00:00", "2026-11-03"), ("去年", "去年")],
)
def test_dates_of_facts_become_iso_where_they_can(text: str, expected: str) -> None:
    assert read_as_of(text) == expected
