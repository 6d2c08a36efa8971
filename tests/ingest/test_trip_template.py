from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.trip import (
    AlliancePolicy,
    Car,
    Commitment,
    CommitmentKind,
    HalfDay,
    MealBreak,
    Pace,
    Person,
    Place,
    Trip,
    TripDay,
    Want,
)
from yiwutrip.domain.words import Lang
from yiwutrip.ingest.trip_file import read_trip
from yiwutrip.ingest.trip_template import write_trip
from yiwutrip.render.catalogue.tripfile import ENTRIES


class Catalogue:
    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str, /, **params: object) -> str:
        return ENTRIES[key][self.lang is Lang.EN].format(**params)


SHANGHAI = ZoneInfo("Asia/Shanghai")
BASE = Place(name="酒店", lat=29.335, lon=120.106)
SMALL = Trip(
    name="四月",
    starts=datetime(2021, 4, 14, 9, tzinfo=SHANGHAI),
    ends=datetime(2021, 4, 16, 22, tzinfo=SHANGHAI),
    base=BASE,
    people=(Person("甲", "A"),),
    days=tuple(TripDay(date(2021, 4, day), meal=MealBreak(40 * 60, time(11), time(13, 30))) for day in (14, 15, 16)),
)
FULL = replace(
    SMALL,
    people=(Person("甲", "A", 12_500), Person("乙", "C", 8_000)),
    days=(TripDay(date(2021, 4, 14), frozenset({HalfDay.AM, HalfDay.PM})), *SMALL.days[1:]),
    wants=(Want("陶瓷", None, 5, 8, 30), Want(None, '"引号"\\', 1, 0, None)),
    must=("D2-3F-16213",),
    commitments=(
        Commitment(
            CommitmentKind.EVENT,
            "展会",
            datetime(2021, 4, 15, 9, tzinfo=SHANGHAI),
            datetime(2021, 4, 15, 12, tzinfo=SHANGHAI),
            Place(address=Address(District.D1, floor=1, gate=17, gate_name="西门")),
            ("A", "C"),
        ),
        Commitment(
            CommitmentKind.LIVESTREAM,
            "直播",
            datetime(2021, 4, 15, 20, tzinfo=SHANGHAI),
            datetime(2021, 4, 15, 23, tzinfo=SHANGHAI),
            BASE,
            ("C",),
            2_400,
        ),
    ),
    pace=Pace.BRISK,
    confidence=0.9,
    home=Place(name="临沂", lat=35.05, lon=118.35),
    car=Car(250_000, 600_500, 1_800, Place(stall="D1-1F-0001")),
    budget_fen=300_050,
    alliance=AlliancePolicy.INCLUDE,
    assumptions={"aisle_mps": 1.1},
)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("trip", [SMALL, FULL])
def test_what_is_written_is_read_back(trip: Trip, lang: Lang) -> None:
    text = write_trip(trip, Catalogue(lang))

    assert read_trip(text.encode(), "trip.toml") == replace(trip, source=text)


def test_every_section_is_explained_in_the_readers_language() -> None:
    chinese, english = (write_trip(SMALL, Catalogue(lang)) for lang in Lang)

    # What a small trip leaves out stands there as an example behind a #.
    for text in (chinese, english):
        assert "# [[commitments]]\n" in text
        assert "# [car]\n" in text
    assert "约定：到点必须到" in chinese
    assert "nobody may be late" in english


NAMES = (
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(str.strip).map(str.strip)
)


@given(NAMES, NAMES, NAMES, st.integers(0, 100_000))
def test_names_of_any_script_survive(trip_name: str, person: str, word: str, carry_g: int) -> None:
    trip = replace(SMALL, name=trip_name, people=(Person(person, "A", carry_g),), wants=(Want(keyword=word),))
    text = write_trip(trip, Catalogue(Lang.ZH))

    assert read_trip(text.encode(), "trip.toml") == replace(trip, source=text)
