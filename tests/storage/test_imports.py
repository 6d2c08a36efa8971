from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.storage.values import CUP, NINE, stall
from yiwutrip.domain.errors import NotFoundError
from yiwutrip.domain.stall import Stall, Supplier
from yiwutrip.storage.engine import Database
from yiwutrip.usecases.ports import ImportCounts, ImportUndone, StallQuery

TEA = stall("16213", name_zh="汝窑茶具行", moq=50, supplier=Supplier("示范商行", phone="000-1"))
BOWL = stall("16214", name_zh="碗碟世家")
OLD = [TEA, BOWL]


def load(database: Database, stalls: list[Stall], *, force: bool = False) -> ImportCounts:
    with database.write("stall import") as store:
        return store.import_stalls(stalls, "list.csv", force=force)


def take_back(database: Database, number: int) -> ImportUndone:
    with database.write("import undo") as store:
        return store.undo_import(number)


def stored(database: Database) -> list[Stall]:
    with database.read() as store:
        return store.stalls()


def test_a_first_import_adds_everything(database: Database) -> None:
    assert load(database, OLD) == ImportCounts(number=1, rows=2, added=2, updated=0, unchanged=0, refused=0)


def test_the_same_list_again_changes_nothing(database: Database) -> None:
    load(database, OLD)

    assert load(database, OLD) == ImportCounts(number=2, rows=2, added=0, updated=0, unchanged=2, refused=0)
    assert stored(database) == OLD


def test_refused_rows_are_counted_among_the_rows(database: Database) -> None:
    with database.write("stall import") as store:
        assert store.import_stalls(OLD, "list.csv", refused=3).rows == 5


def test_a_newer_list_updates_and_what_it_leaves_empty_stays(database: Database) -> None:
    load(database, OLD)
    counts = load(database, [stall("16213", moq=100, supplier=Supplier("示范商行", wechat="w"))])

    assert (counts.added, counts.updated, counts.unchanged) == (0, 1, 0)
    assert stored(database)[0] == replace(TEA, moq=100, supplier=Supplier("示范商行", phone="000-1", wechat="w"))


def test_a_stall_that_a_list_names_twice_is_one_stall(database: Database) -> None:
    counts = load(database, [TEA, replace(TEA, moq=60), replace(TEA, moq=60)])

    assert (counts.added, counts.updated, counts.unchanged) == (1, 1, 1)
    assert stored(database) == [replace(TEA, moq=60)]


def test_what_a_hand_has_edited_stays_unless_forced(database: Database) -> None:
    load(database, OLD)
    with database.write("stall edit") as store:
        store.edit_stall(replace(TEA, moq=10))
    newer = [replace(TEA, moq=100, note="新")]
    counts = load(database, newer)

    assert (counts.updated, counts.kept_by_hand) == (1, 1)
    assert stored(database)[0] == replace(TEA, moq=10, note="新")
    assert load(database, newer).unchanged == 1
    load(database, newer, force=True)
    assert stored(database)[0] == replace(TEA, moq=100, note="新")


def test_a_list_that_breaks_off_stores_nothing(database: Database) -> None:
    def broken() -> Iterator[Stall]:
        yield from OLD
        raise OSError("the stick was pulled out")

    with pytest.raises(OSError, match="pulled out"), database.write("stall import") as store:
        store.import_stalls(broken(), "list.csv")
    with database.read() as store:
        assert (store.stalls(), store.imports(), store.last_action()) == ([], [], None)


def test_undoing_an_import_takes_its_stalls_and_suppliers_away(database: Database) -> None:
    load(database, OLD)

    assert take_back(database, 1) == ImportUndone(number=1, removed=2, restored=0)
    assert stored(database) == []
    with database.read() as store:
        assert [record.undone for record in store.imports()] == [True]
        assert store.last_action() is None


def test_undoing_an_update_brings_the_old_values_back(database: Database) -> None:
    load(database, OLD)
    load(database, [replace(TEA, moq=100, supplier=Supplier("别家")), BOWL, stall("16215")])

    assert take_back(database, 2) == ImportUndone(number=2, removed=1, restored=1)
    assert stored(database) == OLD


def test_what_a_later_import_touched_stays_and_is_named(database: Database) -> None:
    load(database, OLD)
    load(database, [replace(TEA, moq=100)])

    assert take_back(database, 1) == ImportUndone(number=1, removed=1, restored=0, kept=(TEA.code,))
    assert stored(database) == [replace(TEA, moq=100)]
    # Now no list in force names it any more.
    assert take_back(database, 2).removed == 1
    assert stored(database) == []


def test_what_another_list_confirms_stays(database: Database) -> None:
    load(database, OLD)
    load(database, [BOWL])

    assert take_back(database, 1).kept == (BOWL.code,)
    assert stored(database) == [BOWL]


def test_what_a_hand_or_a_sample_has_to_do_with_stays(database: Database) -> None:
    load(database, OLD)
    with database.write("stall edit") as store:
        store.edit_stall(replace(BOWL, note="好说话"))
    with database.write("sample add") as store:
        store.add_sample(None, replace(CUP, stall=TEA.code), "A", NINE)

    assert take_back(database, 1).kept == (TEA.code, BOWL.code)
    assert len(stored(database)) == 2


def test_the_first_of_two_updates_cannot_be_taken_out_from_under_the_second(database: Database) -> None:
    load(database, OLD)
    load(database, [replace(TEA, moq=100)])
    load(database, [replace(TEA, moq=200)])

    assert take_back(database, 2).kept == (TEA.code,)
    assert stored(database)[0].moq == 200


def test_both_updates_taken_back_in_either_order_leave_what_stood_there_before(database: Database) -> None:
    load(database, OLD)
    load(database, [replace(TEA, name_zh="中间", moq=100)])
    load(database, [replace(TEA, name_zh="最新")])
    take_back(database, 2)

    assert take_back(database, 3).restored == 1
    assert stored(database) == OLD


def test_what_a_hand_said_between_two_updates_stays_when_both_are_taken_back(database: Database) -> None:
    load(database, OLD)
    load(database, [replace(TEA, moq=100)])
    with database.write("stall edit") as store:
        store.edit_stall(replace(TEA, moq=100, note="好说话"))
    load(database, [replace(TEA, moq=200, note=None)])
    take_back(database, 2)
    take_back(database, 3)

    assert stored(database)[0] == replace(TEA, note="好说话")


def test_a_search_finds_what_was_brought_back_and_not_what_was_taken(database: Database) -> None:
    load(database, OLD)
    load(database, [replace(TEA, name_zh="新招牌")])
    take_back(database, 2)

    with database.read() as store:
        assert store.find_stalls(StallQuery(("新招牌",))).total == 0
        assert store.find_stalls(StallQuery(("汝窑",))).stalls == (TEA,)


def test_an_import_is_taken_back_once(database: Database) -> None:
    load(database, OLD)
    take_back(database, 1)
    for number in (1, 7):
        with pytest.raises(NotFoundError) as caught:
            take_back(database, number)
        assert caught.value.code == "import-not-found"


def test_a_list_that_was_taken_back_can_be_loaded_again(database: Database) -> None:
    load(database, OLD)
    take_back(database, 1)

    assert load(database, OLD).added == 2
    assert stored(database) == OLD
