from datetime import date

import pytest

from yiwutrip.market.spring_festival import closures, spring_festival

# Lunar new year's days as published by observatories and calendars.
NEW_YEARS = [
    (2012, date(2012, 1, 23)),
    (2016, date(2016, 2, 8)),
    (2017, date(2017, 1, 28)),
    (2021, date(2021, 2, 12)),
    (2023, date(2023, 1, 22)),
    (2025, date(2025, 1, 29)),
    (2026, date(2026, 2, 17)),
    (2027, date(2027, 2, 6)),
]


@pytest.mark.parametrize(("year", "new_year"), NEW_YEARS)
def test_the_market_opens_again_on_the_twelfth_day(year: int, new_year: date) -> None:
    festival = spring_festival(year)

    assert (festival.reopens - new_year).days == 11
    # Past years: as early as the 9th (2021), as late as the 16th (2016).
    assert (festival.earliest - new_year).days == 8
    assert (festival.latest - new_year).days == 15
    # The 26th of a month of 29 or 30 days is three or four days before the first of the next.
    assert (new_year - festival.shuts).days in (4, 5)


def test_a_trip_in_april_is_clear() -> None:
    assert closures(date(2021, 4, 14), date(2021, 4, 16)) == ()


def test_a_trip_into_the_closure_is_told_the_dates_and_how_they_varied() -> None:
    [problem] = closures(date(2026, 2, 20), date(2026, 2, 22))

    assert problem.code == "closed-spring-festival"
    assert problem.params["shuts"] == "2026-02-13"
    assert problem.params["reopens"] == "2026-02-28"
    assert (problem.params["earliest"], problem.params["latest"]) == ("2026-02-25", "2026-03-04")
    assert (problem.params["fewest"], problem.params["most"]) == (77, 97)


@pytest.mark.parametrize("day", [date(2026, 2, 8), date(2026, 2, 28), date(2026, 3, 3)])
def test_a_trip_beside_the_closure_is_told_that_years_differed(day: date) -> None:
    assert [problem.code for problem in closures(day, day)] == ["near-spring-festival"]


def test_a_trip_across_new_years_eve_is_checked_against_both_years() -> None:
    codes = [problem.code for problem in closures(date(2025, 12, 30), date(2026, 2, 14))]

    assert codes == ["closed-spring-festival"]
