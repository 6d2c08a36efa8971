from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.trip import AlliancePolicy, HalfDay, MealBreak, Place, Trip
from yiwutrip.domain.words import Lang
from yiwutrip.ingest.trip_file import read_trip
from yiwutrip.render.words import CatalogueWords

if TYPE_CHECKING:
    from yiwutrip.domain.problems import Problem

SHANGHAI = ZoneInfo("Asia/Shanghai")
TRIP = """\
[trip]
name = "四月义乌选品"
starts = 2021-04-14T09:00:00+08:00
ends = 2021-04-16T22:00:00+08:00
[base]
name = "酒店"
lat = 29.3350
lon = 120.1060
[[people]]
name = "甲"
letter = "A"
carry_kg = 12
[[people]]
name = "乙"
letter = "B"
"""
FESTIVAL = """
[[commitments]]
kind = "event"
title = "展会"
starts = 2021-04-15T09:00:00+08:00
ends = 2021-04-15T12:00:00+08:00
place = { district = "D1", gate = 17 }
"""


def read(text: str) -> Trip:
    return read_trip(text.encode(), "trip.toml")


def problems(text: str) -> list[Problem]:
    with pytest.raises(BadInputError) as caught:
        read(text)
    assert caught.value.code == "bad-trip-file"
    for problem in caught.value.problems:
        place = {"file": problem.file, "line": problem.line, "column": problem.column, "value": problem.value}
        assert all(CatalogueWords(lang)(f"problem.{problem.code}", **place, **problem.params) for lang in Lang)
    return list(caught.value.problems)


def only(text: str) -> tuple[str, int | None, str | None]:
    (problem,) = problems(text)
    return problem.code, problem.line, problem.value


def test_a_small_trip_takes_the_documented_defaults() -> None:
    trip = read(TRIP)

    assert trip.starts == datetime(2021, 4, 14, 9, tzinfo=SHANGHAI)
    assert [(person.letter, person.carry_g) for person in trip.people] == [("A", 12_000), ("B", 10_000)]
    assert trip.base == Place(name="酒店", lat=29.335, lon=120.106)
    assert (trip.confidence, trip.pace, trip.alliance) == (0.95, "normal", AlliancePolicy.SKIP)
    assert (trip.car, trip.home, trip.budget_fen) == (None, None, None)
    assert [day.date for day in trip.days] == [date(2021, 4, 14), date(2021, 4, 15), date(2021, 4, 16)]
    assert {day.meal for day in trip.days} == {MealBreak(40 * 60, time(11), time(13, 30))}


def test_the_example_of_the_contract_is_read_whole() -> None:
    trip = read(
        TRIP
        + FESTIVAL
        + """
[[commitments]]
kind = "livestream"
title = "晚场直播"
who = ["B"]
starts = 2021-04-15T20:00:00+08:00
ends = 2021-04-15T23:00:00+08:00
setup_min = 40
place = "base"
[[commitments]]
kind = "appointment"
title = "看厂"
starts = 2021-04-16T10:00:00+08:00
ends = 2021-04-16T10:30:00+08:00
place = { stall = "d2-3f-16213" }
[[days]]
date = 2021-04-14
together = ["am"]
meal = false
[[wants]]
category = "陶瓷"
weight = 5
at_least = 8
at_most = 30
[[must]]
stall = "D2-3F-16213"
[car]
load_kg = 250
load_l = 600
loading_min = 30
parked = { district = "一区", gate = 17 }
[budget]
samples_yuan = 3000.5
alliance = "include"
[assumptions]
aisle_mps = 1.1
"""
    )

    festival, broadcast, factory = trip.commitments
    assert festival.who == ("A", "B")
    assert festival.place.address == Address(district=District.D1, gate=17)
    assert (broadcast.who, broadcast.setup_s, broadcast.place) == (("B",), 40 * 60, trip.base)
    assert factory.place.stall == "D2-3F-16213"
    assert trip.days[0].together == {HalfDay.AM}
    assert trip.days[0].meal is None
    assert trip.car is not None
    assert (trip.car.load_g, trip.car.load_ml, trip.car.loading_s) == (250_000, 600_000, 1_800)
    assert trip.car.parked == Place(address=Address(district=District.D1, gate=17))
    assert (trip.budget_fen, trip.alliance) == (300_050, AlliancePolicy.INCLUDE)
    assert trip.must == ("D2-3F-16213",)
    assert trip.assumptions == {"aisle_mps": 1.1}


def test_a_point_from_a_chinese_map_is_converted() -> None:
    base = read(TRIP.replace("lon = 120.1060", 'lon = 120.1060\ndatum = "GCJ-02"')).base

    # The shift is some hundred metres: 0.001 degrees of latitude are 111 m.
    assert base.lat is not None
    assert 0.001 < abs(base.lat - 29.335) < 0.005


def test_a_day_whose_noon_is_taken_by_a_wall_gets_no_meal_that_nobody_asked_for() -> None:
    # 11:00 to 13:30 less the event until 13:00 leaves 30 minutes, and a meal takes 40.
    trip = read(TRIP + FESTIVAL.replace("T12:00", "T13:00"))

    assert [day.meal is None for day in trip.days] == [False, True, False]


def test_who_broadcasts_all_through_lunch_is_asked_for_a_meal_so_that_the_plan_can_say_there_is_none() -> None:
    trip = read(TRIP + FESTIVAL.replace("T12:00", "T14:00").replace('"event"', '"livestream"'))

    assert [day.meal is None for day in trip.days] == [False, False, False]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("ends = 2021-04-16T22", "ends = 2021-04-13T22", ("trip-ends-before-start", 4, "2021-04-13T22:00:00+08:00")),
        ("22:00:00+08:00", "22:00:00", ("naive-datetime", 4, "2021-04-16T22:00:00")),
        ("ends = 2021-04-16", "ends = 2022-04-16", ("trip-too-long", 4, "2022-04-16T22:00:00+08:00")),
        ("ends = 2021-04-16", "ends = 0001-04-16", ("year-out-of-range", 4, "0001-04-16T22:00:00+08:00")),
        ("lat = 29.3350", "lat = 129.3350", ("out-of-range", 7, "129.335")),
        ("lat = 29.3350", "", ("half-a-point", 5, "{ name = 酒店, lon = 120.106 }")),
        ("carry_kg = 12", "carry_kg = -12", ("negative-number", 12, "-12")),
        ("carry_kg = 12", 'carry_kg = "12"', ("not-a-number", 12, "12")),
        ("carry_kg = 12", "carry_kg = true", ("not-a-number", 12, "true")),
        ("carry_kg = 12", "carry_kg = inf", ("out-of-range", 12, "inf")),
        ("carry_kg = 12", "carry_kg = 1" + "0" * 400, ("out-of-range", 12, "1" + "0" * 58 + "…")),
        ("carry_kg = 12", "carry_kg = nan", ("not-a-number", 12, "nan")),
        ('letter = "B"', 'letter = "A"', ("letter-twice", 15, "A")),
        ('letter = "B"', 'letter = "BB"', ("not-a-letter", 15, "BB")),
        ('letter = "B"', 'lettre = "B"', ("unknown-key", 15, "lettre")),
        ('name = "乙"', "", ("missing-key", 13, None)),
        ('name = "乙"', 'name = " "', ("empty-text", 14, " ")),
        ('name = "乙"', "name = 7", ("not-text", 14, "7")),
        ('name = "酒店"', 'name = "a\\u0000b"', ("control-character", 6, "a\0b")),
        ('letter = "B"', "letter = B", ("bad-toml", 15, "letter = B")),
        ('letter = "B"', 'name = "B"', ("key-twice", 15, 'name = "B"')),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_stands_there(
    old: str, new: str, expected: tuple[str, int, str | None]
) -> None:
    assert only(TRIP.replace(old, new, 1)) == expected


def test_a_misspelt_table_is_both_missing_and_unknown() -> None:
    found = problems(TRIP.replace("[base]", "[bass]"))

    assert [(fault.code, fault.line) for fault in found] == [("missing-table", None), ("unknown-key", 5)]


LINES = TRIP.count("\n")


@pytest.mark.parametrize(
    ("extra", "code", "line"),
    [
        ("[[commitments]]", "missing-key", 1),
        ('[[wants]]\ncategory = "伞"\nkeyword = "伞"', "want-names-one", 1),
        ("[[wants]]\nweight = 5", "want-names-one", 1),
        ('[[wants]]\ncategory = "伞"\nat_least = 5\nat_most = 3', "at-least-over-at-most", 3),
        ('[[wants]]\ncategory = "伞"\nweight = 11', "out-of-range", 3),
        ('[[wants]]\ncategory = "伞"\nweight = 1.5', "not-whole", 3),
        ("[[days]]\ndate = 2021-04-13", "day-outside-trip", 2),
        ("[[days]]\ndate = 2021-04-14\n[[days]]\ndate = 2021-04-14", "day-twice", 4),
        ('[[days]]\ndate = 2021-04-14\ntogether = ["noon"]', "not-a-choice", 3),
        (
            '[[days]]\ndate = 2021-04-14\nmeal = { minutes = 40, from = "11:00", to = "11:30" }',
            "meal-window-too-short",
            3,
        ),
        ('[[days]]\ndate = 2021-04-14\nmeal = { minutes = 40, from = "25:00", to = "26:00" }', "not-a-clock-time", 3),
        ("[car]\nload_kg = 1\nload_l = 1\nparked = { gate = 17 }", "address-without-district", 4),
        ('[car]\nload_kg = 1\nload_l = 1\nparked = { district = "D9" }', "unknown-district", 4),
        ('[car]\nload_kg = 1\nload_l = 1\nparked = { district = "D1", lat = 1, lon = 2 }', "place-mixed", 4),
        ('[car]\nload_kg = 1\nload_l = 1\nparked = "hotel"', "unknown-place", 4),
        ("[must]\nstall = 'x'", "not-a-list-of-tables", 1),
        ("[assumptions]\naisle_mps = 'fast'", "not-a-number", 2),
        ("[assumptions]\naisle_mps = -1", "assumption-out-of-range", 2),
        ("[assumptions]\naisle_mps = 1" + "0" * 400, "assumption-out-of-range", 2),
        ("[assumptions]\naisle_mps = nan", "assumption-out-of-range", 2),
        ("[assumptions]\nstairs_s = 30\naisle = 1.0", "assumption-unknown", 3),
        ("[nonsense]", "unknown-key-here", 1),
    ],
)
def test_a_fault_in_a_later_table_is_named_with_its_line(extra: str, code: str, line: int) -> None:
    found = problems(TRIP + extra)

    assert (found[0].code, found[0].line) == (code, LINES + line)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("2021-04-15T09", "2021-04-13T09"), "commitment-outside-trip"),
        (("2021-04-15T12", "2021-04-17T12"), "commitment-outside-trip"),
        (("2021-04-15T12", "2021-04-15T08"), "commitment-ends-before-start"),
        (('kind = "event"', 'kind = "evnt"'), "not-a-choice"),
        (('title = "展会"', 'title = "展会"\nwho = ["C"]'), "unknown-person"),
        (('title = "展会"', 'title = "展会"\nwho = []'), "nobody"),
        (('title = "展会"', 'title = "展会"\nsetup_min = -5'), "negative-number"),
        (('place = { district = "D1", gate = 17 }', ""), "missing-key"),
        (('place = { district = "D1", gate = 17 }', 'place = "car"'), "car-not-parked"),
    ],
)
def test_a_commitment_that_cannot_be_is_named(change: tuple[str, str], code: str) -> None:
    assert only(TRIP + FESTIVAL.replace(*change))[0] == code


def test_two_commitments_at_once_for_one_person_are_a_fault_for_two_people_they_are_not() -> None:
    both = TRIP + FESTIVAL + FESTIVAL.replace("展会", "看厂").replace("T09", "T11").replace("T12", "T13")
    apart = both.replace('title = "展会"', 'title = "展会"\nwho = ["A"]').replace(
        'title = "看厂"', 'title = "看厂"\nwho = ["B"]'
    )
    after = (
        TRIP
        + FESTIVAL
        + FESTIVAL.replace("展会", "看厂").replace("T09", "T12").replace("T12:00:00+08:00\npl", "T13:00:00+08:00\npl")
    )

    # One fault for each of the two people, at the second [[commitments]]: 15 lines, a blank, six, a blank, then it.
    assert [(fault.code, fault.line) for fault in problems(both)] == [("two-at-once", 24)]
    assert len(read(apart).commitments) == 2
    assert len(read(after).commitments) == 2


def test_all_faults_are_told_at_once_from_top_to_bottom() -> None:
    text = (
        TRIP.replace("+08:00\nends", "\nends").replace("12\n", "-12\n").replace('"B"', '"?"')
        + '[budget]\nalliance = "no"\n'
    )

    assert [(fault.code, fault.line) for fault in problems(text)] == [
        ("naive-datetime", 3),
        ("negative-number", 12),
        ("not-a-letter", 15),
        ("not-a-choice", 17),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_file_as_a_chinese_notepad_saves_it_is_read(encoding: str) -> None:
    trip = read_trip(TRIP.replace("\n", "\r\n").encode(encoding), "trip.toml")

    assert trip.name == "四月义乌选品"


@pytest.mark.parametrize(
    "data",
    [b"", b"\0\1\2", b"a = " + b"[" * 50_000, b"a=" + b"9" * 5000, b"x" * 300_000]
    + [b"trip = " + b"[" * depth + b"]" * depth for depth in (100, 200, 300, 400, 480)],
)
def test_what_is_no_trip_file_is_bad_input(data: bytes) -> None:
    with pytest.raises(BadInputError):
        read_trip(data, "trip.toml")


@given(st.text(max_size=60), st.integers(0, len(TRIP + FESTIVAL)), st.integers(0, 30))
def test_no_damage_to_a_file_raises_anything_else(junk: str, at: int, cut: int) -> None:
    text = TRIP + FESTIVAL
    damaged = text[:at] + junk + text[at + cut :]

    with suppress(BadInputError):
        assert read_trip(damaged.encode("utf-8", "surrogatepass"), "trip.toml").people
