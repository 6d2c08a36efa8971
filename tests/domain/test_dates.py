"""Days and durations in both languages, one style for terminal and paper."""

from datetime import date

import pytest

from yiwutrip.domain.dates import say_date, say_day, say_duration, say_weekday
from yiwutrip.domain.words import Lang
from yiwutrip.render.words import CatalogueWords

ZH, EN = CatalogueWords(Lang.ZH), CatalogueWords(Lang.EN)


def test_a_day_is_said_as_the_language_says_it() -> None:
    # 22 April 2021 was a Thursday.
    when = date(2021, 4, 22)

    assert (say_date(when, ZH), say_date(when, EN)) == ("4月22日 周四", "Thu 22 April")
    assert (say_day(when, ZH), say_day(when, EN)) == ("4月22日", "22 Apr")


@pytest.mark.parametrize(("month", "said"), [(9, ("9月1日", "1 Sep")), (12, ("12月1日", "1 Dec"))])
def test_a_month_is_cut_to_three_letters_and_no_number_is_cut(month: int, said: tuple[str, str]) -> None:
    assert (say_day(date(2021, month, 1), ZH), say_day(date(2021, month, 1), EN)) == said


def test_weekdays_count_from_monday() -> None:
    assert [say_weekday(number, EN) for number in (1, 7)] == ["Mon", "Sun"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, ("0 分", "0 min")),
        # Nobody is promised a minute that is not there.
        (14 * 60 + 59, ("14 分", "14 min")),
        (3600, ("1 时 0 分", "1 h 0 min")),
        (118 * 60, ("1 时 58 分", "1 h 58 min")),
    ],
)
def test_a_duration_has_its_units(seconds: int, said: tuple[str, str]) -> None:
    assert (say_duration(seconds, ZH), say_duration(seconds, EN)) == said
