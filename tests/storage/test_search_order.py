"""The order of a search against brute force, whichever way it was found: all sorted, or walked rank by rank."""

import itertools
import random

import pytest

from tests.storage.values import stall
from yiwutrip.domain.stall import Stall
from yiwutrip.storage import search
from yiwutrip.storage.engine import Database
from yiwutrip.usecases.ports import StallQuery

WORDS = ("杯", "茶杯", "a", "示", "d2", "d2-3f-10007", "没有")


def catalogue() -> list[Stall]:
    """400 stalls of two letters here and there, in a note of every one; ratings that are often the same or unknown."""
    draw = random.Random(4)
    return [
        stall(
            f"{10000 + number}",
            name_zh=draw.choice(("杯", "茶杯", "大茶杯", "盘", "d2-3f-10007")),
            name_en=draw.choice((None, "a", "bag")),
            categories=(draw.choice(("陶瓷", "茶杯", "杯子")),),
            rating=draw.choice((None, 0.0, 4.5, 4.5, 5.0)),
            alliance=draw.choice((True, False)),
            note=draw.choice(("演示", "演示茶杯", "演示 a")),
        )
        for number in range(400)
    ]


STALLS = catalogue()


def rank(one: Stall, word: str) -> int | None:
    """0 for the code, 1 for a name's beginning, 2 within names, 3 within categories, 4 elsewhere, None for nowhere."""
    names = f"{one.name_zh or ''} {one.name_en or ''}".lower()
    if one.code.lower() == word:
        return 0
    if names.startswith(word):
        return 1
    if word in names:
        return 2
    if any(word in category for category in one.categories):
        return 3
    district_zh = "二区"
    rest = f"{one.code} {district_zh} {one.address.booth} {one.note or ''}".lower()
    return 4 if word in rest else None


def brute_force(word: str, *, alliance: bool | None) -> list[str]:
    ranked = [(rank(one, word), one) for one in STALLS if alliance is None or one.alliance is alliance]
    fitting = [(place, one) for place, one in ranked if place is not None]
    key = sorted((place, -(-1.0 if one.rating is None else one.rating), one.code) for place, one in fitting)
    return [code for _, _, code in key]


@pytest.fixture
def full(database: Database) -> Database:
    with database.write("stall import") as store:
        store.import_stalls(STALLS, "list.csv")
    return database


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("way", [(10**9, 0), (-1, 0), (-1, 10**9)], ids=["sorted", "scanned", "walked"])
def test_every_way_finds_the_same_in_the_same_order(
    full: Database, monkeypatch: pytest.MonkeyPatch, word: str, way: tuple[int, int]
) -> None:
    monkeypatch.setattr(search, "_MOST_SORTED", way[0])
    monkeypatch.setattr(search, "_VISITED", way[1])
    # Fewer than there are stalls, so that the estimate steps over some.
    monkeypatch.setattr(search, "_LOOKED_AT", 50)
    for alliance, limit in itertools.product((None, True), (1, 30, 1000)):
        with full.read() as store:
            found = store.find_stalls(StallQuery((word,), alliance=alliance, limit=limit))

        wanted = brute_force(word, alliance=alliance)
        assert found.total == len(wanted)
        assert [one.code for one in found.stalls] == wanted[:limit]


def test_an_empty_catalogue_finds_nothing(database: Database) -> None:
    with database.read() as store:
        assert store.find_stalls(StallQuery(("杯",))).total == 0
