from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from tests.storage.values import CUP, NINE, TRIP, samples, takens, unhurried
from yiwutrip.domain.errors import BadInputError, NotFoundError
from yiwutrip.domain.sample import Sample, SampleTaken
from yiwutrip.storage.engine import Database


@unhurried
@given(takens)
def test_a_sample_comes_back_as_it_went_in(lasting: Database, taken: SampleTaken) -> None:
    with lasting.write("sample add", rehearse=True) as store:
        added = store.add_sample(None, taken, "A", NINE)
        assert store.samples() == [added] == [store.sample("A-001")]
    assert added.taken == taken


@unhurried
@given(samples)
def test_a_changed_sample_comes_back_as_it_was_changed(lasting: Database, sample: Sample) -> None:
    with lasting.write("sample edit", rehearse=True) as store:
        changed = replace(sample, id=store.add_sample(None, CUP, "A", NINE).id)
        store.change_sample(changed)
        assert store.sample("A-001") == changed


def test_each_letter_counts_for_itself(database: Database) -> None:
    with database.write("sample add") as store:
        numbers = [store.add_sample(None, CUP, letter, NINE).number for letter in "AABA"]

    assert numbers == ["A-001", "A-002", "B-001", "A-003"]


def test_a_number_is_not_used_again_after_a_removal_or_an_undo(database: Database) -> None:
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    with database.write("sample remove") as store:
        store.remove_sample("A-001")
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    with database.write("undo") as store:
        store.undo()
    with database.write("sample add") as store:
        assert store.add_sample(None, CUP, "A", NINE).number == "A-003"
    with database.read() as store:
        assert [sample.number for sample in store.samples()] == ["A-003"]


def test_a_label_whose_sample_was_taken_back_can_be_used_again(database: Database) -> None:
    with database.write("sample photos") as store:
        store.claim_sample(None, "A-002", replace(CUP, photos=("1" * 64,)), NINE)
    with database.write("undo") as store:
        store.undo()
    again = replace(CUP, article="bowl", photos=("2" * 64,))

    with database.write("sample photos") as store:
        claimed = store.claim_sample(None, "A-002", again, NINE)

    with database.read() as store:
        assert store.samples() == [claimed]
    assert (claimed.number, claimed.taken) == ("A-002", again)


def test_blank_labels_keep_their_numbers_for_themselves(database: Database) -> None:
    with database.write("labels") as store:
        assert store.reserve_numbers("A", 3) == ["A-001", "A-002", "A-003"]
    with database.write("sample add") as store:
        assert store.add_sample(None, CUP, "A", NINE).number == "A-004"
        assert store.claim_sample(None, "A-002", CUP, NINE).number == "A-002"


def test_numbers_that_no_label_bears_are_free_again_unless_a_later_one_is_out(database: Database) -> None:
    with database.write("labels") as store:
        store.free_numbers(store.reserve_numbers("A", 3))
        first = store.reserve_numbers("A", 2)
        store.reserve_numbers("A", 1)
        store.free_numbers(first)
        assert store.reserve_numbers("A", 1) == ["A-004"]
    assert first == ["A-001", "A-002"]


def test_a_label_from_another_device_is_taken_and_never_given_out(database: Database) -> None:
    with database.write("sample photos") as store:
        store.claim_sample(None, "B-017", CUP, NINE)
        assert store.add_sample(None, CUP, "B", NINE).number == "B-018"


def test_a_number_that_has_a_sample_takes_no_other(database: Database) -> None:
    with database.write("sample add") as store:
        store.add_sample(None, CUP, "A", NINE)
    with pytest.raises(BadInputError) as caught, database.write("sample photos") as store:
        store.claim_sample(None, "A-1", CUP, NINE)

    assert caught.value.code == "sample-number-taken"


@pytest.mark.parametrize("number", ["", "A", "A-", "A-0", "AB-1", "A-1x", "Ａ-1", "A-1234567890", "A-١"])
def test_what_is_no_number_claims_nothing(database: Database, number: str) -> None:
    with pytest.raises(BadInputError) as caught, database.write("sample photos") as store:
        store.claim_sample(None, number, CUP, NINE)

    assert caught.value.code == "bad-sample-number"


def test_samples_stand_in_order_of_number_beyond_999(database: Database) -> None:
    with database.write("sample add") as store:
        for number in ("B-2", "A-1000", "A-999", "A-2"):
            store.claim_sample(None, number, CUP, NINE)
    with database.read() as store:
        assert [sample.number for sample in store.samples()] == ["A-002", "A-999", "A-1000", "B-002"]


def test_photos_keep_their_order(database: Database) -> None:
    with database.write("sample add") as store:
        added = store.add_sample(None, replace(CUP, photos=("c", "a", "b")), "A", NINE)
    with database.write("sample edit") as store:
        store.change_sample(replace(added, taken=replace(added.taken, photos=("b", "d", "c"))))
    with database.read() as store:
        assert store.sample("A-001").taken.photos == ("b", "d", "c")
        assert store.samples()[0].taken.photos == ("b", "d", "c")


def test_samples_are_told_apart_by_trip(database: Database) -> None:
    with database.write("trip load") as store:
        store.put_trip(TRIP)
        store.add_sample(TRIP.name, CUP, "A", NINE)
        store.add_sample(None, CUP, "A", NINE)
    with database.read() as store:
        assert [sample.number for sample in store.samples(TRIP.name)] == ["A-001"]
        assert [sample.number for sample in store.samples()] == ["A-001", "A-002"]


def test_a_sample_of_an_unknown_trip_is_not_stored(database: Database) -> None:
    with pytest.raises(NotFoundError) as caught, database.write("sample add") as store:
        store.add_sample("没有", CUP, "A", NINE)

    assert caught.value.code == "trip-not-found"
    with database.read() as store:
        assert store.samples() == []


def test_an_unknown_number_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError) as caught, database.read() as store:
        store.sample("Z-009")

    assert caught.value.code == "sample-not-found"


@pytest.mark.parametrize("article", ["杯" * 100_000, "a\0b", "🏺", "\u202eabc", "'; DROP TABLE samples; --"])
def test_any_text_is_kept_as_it_is(tmp_path: Path, article: str) -> None:
    database = Database(tmp_path / "trip.db", lambda: NINE)
    with database.write("sample add") as store:
        store.add_sample(None, SampleTaken(article), "A", NINE)
    with database.read() as store:
        assert store.sample("A-001").taken.article == article


@pytest.mark.parametrize("taken", [SampleTaken("\ud800"), SampleTaken("杯", pieces=2**63)])
def test_what_no_database_holds_is_said_and_not_stored(database: Database, taken: SampleTaken) -> None:
    with pytest.raises(BadInputError) as caught, database.write("sample add") as store:
        store.add_sample(None, taken, "A", NINE)

    assert caught.value.code == "value-cannot-be-stored"
    with database.read() as store:
        assert store.samples() == []
