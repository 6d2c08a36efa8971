from datetime import date, time

import pytest

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.stall import Stall, StallKind
from yiwutrip.domain.trip import Pace
from yiwutrip.market.assumptions import Assumptions
from yiwutrip.market.hours import default_visit_s, opening_windows

APRIL = date(2021, 4, 14)


def stall(district: District = District.D2, **facts: object) -> Stall:
    return Stall("D2-3F-16213", Address(district=district, booth="16213"), **facts)  # type: ignore[arg-type]


def test_a_door_that_says_nothing_keeps_the_districts_hours() -> None:
    assert opening_windows(stall(), APRIL) == ((time(9), time(17)),)


def test_a_stalls_own_hours_come_first_each_for_itself() -> None:
    assert opening_windows(stall(opens=time(9, 30)), APRIL) == ((time(9, 30), time(17)),)
    assert opening_windows(stall(opens=time(8), closes=time(16, 30)), APRIL) == ((time(8), time(16, 30)),)


def test_on_its_weekday_off_it_is_shut() -> None:
    shut_wednesdays = stall(closed_on=(3,))

    assert APRIL.isoweekday() == 3
    assert opening_windows(shut_wednesdays, APRIL) == ()
    assert opening_windows(shut_wednesdays, date(2021, 4, 15)) != ()


def test_a_stated_lunch_is_taken_out() -> None:
    windows = opening_windows(stall(note="老板娘在；午休 12:00-13:30"), APRIL)

    assert windows == ((time(9), time(12)), (time(13, 30), time(17)))


@pytest.mark.parametrize("note", ["午休 25:00-26:00", "午休 13:00-12:00", "午休 07:00-08:00", "午休", "12:00-13:00"])
def test_a_lunch_that_makes_no_sense_is_not_believed(note: str) -> None:
    assert opening_windows(stall(note=note), APRIL) == ((time(9), time(17)),)


def test_hours_that_close_before_they_open_are_no_hours() -> None:
    assert opening_windows(stall(opens=time(18)), APRIL) == ()


def test_the_night_market_opens_an_hour_later_in_summer() -> None:
    night = stall(District.BINWANG)

    assert opening_windows(night, date(2021, 1, 5))[0][0] == time(17, 30)
    assert opening_windows(night, date(2021, 7, 5))[0][0] == time(18, 30)


# New Year by the lunar calendar (published): 12 February 2021, 17 February 2026; the 26th of the twelfth month is
# 7 February 2021 (that year's twelfth month had 30 days), the 12th of the first month 23 February 2021.
@pytest.mark.parametrize(
    ("day", "shut"),
    [
        (date(2021, 2, 6), False),
        (date(2021, 2, 7), True),
        (date(2021, 2, 12), True),
        (date(2021, 2, 22), True),
        (date(2021, 2, 23), False),
        (date(2026, 2, 17), True),
        (date(2026, 2, 27), True),
        (date(2026, 2, 28), False),
    ],
)
def test_around_the_lunar_new_year_the_market_is_shut(day: date, *, shut: bool) -> None:
    assert (opening_windows(stall(), day) == ()) is shut


def test_a_visit_takes_what_the_stall_says_else_the_pace() -> None:
    assert default_visit_s(stall(visit_min=8), Pace.RELAXED) == 8 * 60
    assert default_visit_s(stall(), Pace.NORMAL) == 15 * 60
    # A brisk pace looks at 1.2 times the speed: 15 min / 1.2 = 12.5 min.
    assert default_visit_s(stall(), Pace.BRISK) == 750
    assert default_visit_s(stall(kind=StallKind.FACTORY), Pace.NORMAL) == 20 * 60
    assert default_visit_s(stall(), Pace.NORMAL, Assumptions.with_overrides({"visit_min": 6})) == 6 * 60
