"""Days and times as people write them."""

from datetime import date, datetime, time

import pytest

from yiwutrip.domain.clock import MARKET_ZONE
from yiwutrip.domain.said_times import read_clock, read_day, read_moment

WEDNESDAY = date(2021, 4, 14)
TEN = datetime(2021, 4, 14, 10, tzinfo=MARKET_ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "2021-04-15",
        "2021-4-15",
        "2021/4/15",
        "2021.4.15",
        "20210415",
        "2021年4月15日",
        "04-15",
        "4/15",
        "4.15",
        "4月15日",
        "4月15号",
        "４月１５日",
        "15号",
        "明天",
        "tomorrow",
        "4月15日 周四",
        "Thu 15 April",
        "15 Apr",
        "April 15, 2021",
    ],
)
def test_a_day_in_many_ways(text: str) -> None:
    assert read_day(text, WEDNESDAY) == date(2021, 4, 15)


@pytest.mark.parametrize("text", ["", "2月30日", "13/5", "0月0日", "99", "4-15-4", "soon", "2021-02-29", "32号"])
def test_no_day(text: str) -> None:
    assert read_day(text, WEDNESDAY) is None


def test_what_is_promised_lies_ahead_and_everything_else_is_the_nearest() -> None:
    eve = date(2021, 12, 28)

    assert read_day("01-05", eve, since=eve) == date(2022, 1, 5)
    assert read_day("12-28", eve, since=eve) == eve
    assert read_day("3号", eve, since=eve) == date(2022, 1, 3)
    assert read_day("月底", eve, since=eve) == date(2021, 12, 31)
    # 8 days ahead is nearer than 357 days back; 31 March is two weeks before 14 April, 31 May six weeks after it.
    assert read_day("01-05", eve) == date(2022, 1, 5)
    assert read_day("31号", WEDNESDAY) == date(2021, 3, 31)
    # The next leap day after 2021 is in 2024.
    assert read_day("2-29", WEDNESDAY, since=WEDNESDAY) == date(2024, 2, 29)


def test_a_promise_of_long_ago_is_kept_from_then_on_but_tomorrow_is_that_of_today() -> None:
    today = date(2021, 5, 2)

    assert read_day("5月1日", date(2026, 11, 25), since=WEDNESDAY) == date(2021, 5, 1)
    assert read_day("4/13", date(2026, 11, 25), since=WEDNESDAY) == date(2022, 4, 13)
    assert read_day("明天", today, since=WEDNESDAY) == date(2021, 5, 3)
    assert read_day("20号", today, since=WEDNESDAY) == date(2021, 5, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4月14日", (2021, 4, 14)),
        ("4/14", (2021, 4, 14)),
        ("14 April", (2021, 4, 14)),
        ("15号", (2021, 4, 15)),
        ("2026-04-14", (2026, 4, 14)),
        ("今天", (2026, 11, 25)),
        # No day of the trip: 18 April is 144 days ahead and 221 back, 20 November is five days back.
        ("4月18日", (2027, 4, 18)),
        ("20号", (2026, 11, 20)),
    ],
)
def test_a_day_without_a_year_is_the_one_within_the_trip(text: str, day: tuple[int, int, int]) -> None:
    trip = (date(2021, 4, 14), date(2021, 4, 17))

    assert read_day(text, date(2026, 11, 25), within=trip) == date(*day)


def test_of_several_days_of_the_trip_it_is_the_nearest() -> None:
    long = (date(2020, 12, 1), date(2021, 12, 31))

    assert read_day("12-05", date(2021, 11, 1), within=long) == date(2021, 12, 5)
    assert read_day("12-05", date(2021, 1, 1), within=long) == date(2020, 12, 5)
    # From the day before the trip the 2nd of its first month is nearer than that of the next.
    assert read_day("2号", date(2020, 11, 30), within=long) == date(2020, 12, 2)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9:05", time(9, 5)),
        ("9点", time(9)),
        ("九点半", time(9, 30)),
        ("9点一刻", time(9, 15)),
        ("14点", time(14)),
        ("14时20分", time(14, 20)),
        ("下午2点", time(14)),
        ("下午两点半", time(14, 30)),
        ("下午2：30", time(14, 30)),
        ("2:30 PM", time(14, 30)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("中午12点", time(12)),
        ("中午1点", time(13)),
        ("晚上8点", time(20)),
        ("凌晨1点", time(1)),
    ],
)
def test_a_time_of_day_in_many_ways(text: str, clock: time) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize("text", ["2点", "25:00", "24:00", "9", "1420", "上午13点", "9点60", "晚上12点", "下午2pm", ""])
def test_no_time_of_day_or_one_that_may_be_two(text: str) -> None:
    assert read_clock(text) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("9点", (14, 9, 0)),
        ("2021-4-14 9点", (14, 9, 0)),
        ("4月15日9点半", (15, 9, 30)),
        ("明天下午2点", (15, 14, 0)),
        ("4/15 9:30", (15, 9, 30)),
        ("15号9点", (15, 9, 0)),
        ("4月15日 周四 9:00", (15, 9, 0)),
        ("2021-04-14T09:30Z", (14, 17, 30)),
        ("2021-04-14 09:30", (14, 9, 30)),
        ("now", (14, 10, 0)),
    ],
)
def test_a_moment_in_many_ways(text: str, moment: tuple[int, int, int]) -> None:
    assert read_moment(text, TEN) == datetime(2021, 4, *moment, tzinfo=MARKET_ZONE)


@pytest.mark.parametrize("text", ["明天", "2021-04-15", "0001-01-01T00:00+08:30", "9999-12-31T23:59-12:00", "x", ""])
def test_no_moment(text: str) -> None:
    assert read_moment(text, TEN) is None
