from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.values import CUP, NINE, SEEN, TRIP, stall, stalls, unhurried
from yiwutrip.domain.address import District
from yiwutrip.domain.stall import Stall, Supplier
from yiwutrip.storage.engine import Database
from yiwutrip.usecases.ports import StallQuery

TEA = stall("16213", name_zh="汝窑茶具行", categories=("陶瓷",), rating=4.0)
BOWL = stall("16214", name_zh="碗碟世家", categories=("陶瓷", "日用百货"), note="也有茶具", alliance=True)
UMBRELLA = stall("11001", name_zh="晴雨伞业", name_en="Sunny Umbrella", categories=("雨伞",), keywords=("UV", "长柄"))
SHAVER = Stall("D3-3F-27449", replace(TEA.address, district=District.D3, booth="27449"), "修眉刀电器")
ALL = [TEA, BOWL, UMBRELLA, SHAVER]


def found(database: Database, *words: str, **query: object) -> list[str]:
    with database.read() as store:
        return [stall.code for stall in store.find_stalls(StallQuery(words, **query)).stalls]  # type: ignore[arg-type]


@pytest.fixture
def catalogue(database: Database) -> Database:
    with database.write("stall import") as store:
        store.import_stalls(ALL, "list.csv")
    return database


@unhurried
@given(st.lists(stalls, max_size=3, unique_by=lambda stall: stall.code))
def test_stalls_come_back_as_they_went_in(lasting: Database, listed: list[Stall]) -> None:
    with lasting.write("stall import", rehearse=True) as store:
        store.import_stalls(listed, "list.csv")
        assert store.stalls() == sorted(listed, key=lambda stall: stall.code)
        assert [store.stall(stall.code) for stall in listed] == listed


def test_words_of_one_and_two_characters_are_found(catalogue: Database) -> None:
    assert found(catalogue, "雨伞") == [UMBRELLA.code]
    assert found(catalogue, "刀") == [SHAVER.code]


def test_a_name_ranks_before_a_note(catalogue: Database) -> None:
    # 茶具 is in the name of one and in the note of the other, whose code comes later; rating does not matter here.
    assert found(catalogue, "茶具") == [TEA.code, BOWL.code]
    with catalogue.write("stall edit") as store:
        store.edit_stall(stall("10000", note="茶具", rating=5.0))
    assert found(catalogue, "茶具")[0] == TEA.code


def test_every_word_has_to_be_there(catalogue: Database) -> None:
    assert found(catalogue, "陶瓷", "碗") == [BOWL.code]
    assert found(catalogue, "陶瓷 碗") == [BOWL.code]
    assert found(catalogue, "陶瓷", "伞") == []


def test_case_and_width_do_not_matter(catalogue: Database) -> None:
    assert found(catalogue, "sunny") == found(catalogue, "ＳＵＮＮＹ") == found(catalogue, "uv") == [UMBRELLA.code]


@pytest.mark.parametrize("word", ["%", "_", "\\", "'", "\x1f"])
def test_signs_that_mean_something_to_the_database_mean_themselves(catalogue: Database, word: str) -> None:
    assert found(catalogue, f"茶{word}具") == ([] if word != "\x1f" else [TEA.code, BOWL.code])


def test_a_code_is_found_first_by_itself(catalogue: Database) -> None:
    with catalogue.write("stall edit") as store:
        store.edit_stall(stall("99999", name_zh="D2-3F-16214 的隔壁"))
    assert found(catalogue, "d2-3f-16214")[0] == BOWL.code


def test_each_filter_holds(catalogue: Database) -> None:
    assert found(catalogue, district=District.D3) == [SHAVER.code]
    assert found(catalogue, floor=3, category="日用") == [BOWL.code]
    assert found(catalogue, category="雨伞") == [UMBRELLA.code]
    assert found(catalogue, category="茶具") == []
    assert found(catalogue, alliance=True) == [BOWL.code]
    assert found(catalogue, alliance=False) == []


@pytest.mark.parametrize(
    ("query", "total"),
    [
        (StallQuery(("陶瓷",), limit=1), 2),
        (StallQuery(("陶瓷", "茶"), limit=1), 2),
        (StallQuery(category="日用", limit=1), 1),
        (StallQuery(limit=1), 4),
        (StallQuery(("没有这样的",), limit=1), 0),
    ],
)
def test_total_counts_beyond_the_limit(catalogue: Database, query: StallQuery, total: int) -> None:
    with catalogue.read() as store:
        result = store.find_stalls(query)

    assert (len(result.stalls), result.total) == (min(total, 1), total)


def test_never_visited_leaves_out_what_was_seen_and_where_something_was_taken(catalogue: Database) -> None:
    with catalogue.write("visit done") as store:
        store.put_trip(TRIP)
        store.add_visit(TRIP.name, SEEN)
        store.add_sample(TRIP.name, replace(CUP, stall=SHAVER.code), "A", NINE)

    assert found(catalogue, never_visited=True) == [UMBRELLA.code, BOWL.code]


def test_a_slip_of_the_finger_leads_to_the_code_that_was_meant(catalogue: Database) -> None:
    with catalogue.read() as store:
        assert store.similar_codes("D2-3F-16231")[0] == TEA.code
        assert store.similar_codes("D3-3F-16213")[0] == TEA.code
        assert store.similar_codes("16213") == [TEA.code]
        assert store.similar_codes("x" * 100_000) == []


def test_namesakes_with_other_contacts_stay_two(database: Database) -> None:
    one, other = Supplier("示范商行", phone="000-1"), Supplier("示范商行", phone="000-2")
    with database.write("stall import") as store:
        store.import_stalls(
            [stall("1", supplier=one), stall("2", supplier=other), stall("3", supplier=one)], "list.csv"
        )
    with database.read() as store:
        assert [stall.supplier for stall in store.stalls()] == [one, other, one]


def test_an_edit_is_stored_and_a_new_stall_may_come_by_hand(catalogue: Database) -> None:
    edited = replace(TEA, opens=time(9, 30), supplier=Supplier("示范"), note=None)
    new = stall("16299", name_zh="新开")
    with catalogue.write("stall edit") as store:
        store.edit_stall(edited)
        store.edit_stall(new)
    with catalogue.read() as store:
        assert store.stall(TEA.code) == edited
        assert store.stall(new.code) == new
    assert found(catalogue, "新开") == [new.code]
