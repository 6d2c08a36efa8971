"""The manifest is the samples that are with us, each once, and sums that do not take unknown for nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.address import Address, District
from yiwutrip.domain.box import Box
from yiwutrip.domain.manifest import Manifest
from yiwutrip.domain.sample import Quote, Sample, SampleStatus, SampleTaken
from yiwutrip.domain.stall import Stall, Supplier
from yiwutrip.usecases.build_manifest import build_manifest

NOW = datetime(2021, 4, 16, 11, 42, tzinfo=UTC)
POTTER = Supplier(name="青禾瓷坊（演示）", contact="何姐", phone="000-0000-0001")
SHOP = Stall(
    code="D1-3F-8304",
    address=Address(district=District.D1, floor=3, gate=12, street=10, booth="8304"),
    supplier=POTTER,
)
SECOND_SHOP = Stall(code="D1-3F-8318", address=Address(district=District.D1, floor=3, booth="8318"), supplier=POTTER)
NAMELESS = Stall(code="D2-1F-10386", address=Address(district=District.D2, floor=1, booth="10386"))
FULL_QUOTE = Quote(price_fen=8600, moq=200, carton_qty=4, carton_cm=(42, 32, 36))
BOWL = Sample(
    id="00000000-0000-4000-8000-000000000001",
    number="A-001",
    taken=SampleTaken(
        article="釉下彩餐具 16 头",
        stall=SHOP.code,
        quote=FULL_QUOTE,
        pieces=16,
        weight_g=325,
        size_cm=(40, 30, 20),
        fragile=True,
    ),
    status=SampleStatus.TAKEN,
    at=NOW,
)


def sample(number: str, *, box: int | None = None, status: SampleStatus = SampleStatus.TAKEN, **what: object) -> Sample:
    taken = replace(BOWL.taken, **what)  # type: ignore[arg-type]
    return replace(BOWL, number=number, box=box, status=status, taken=taken)


def manifest(*samples: Sample, boxes: tuple[Box, ...] = ()) -> Manifest:
    return build_manifest("四月义乌选品", samples, [SHOP, SECOND_SHOP, NAMELESS], boxes, NOW)


def test_a_sample_carries_its_stalls_address_and_supplier() -> None:
    (row,) = manifest(BOWL).samples

    assert row.address == "一区 3楼 12门 10街 8304"
    assert row.supplier == POTTER
    assert row.missing == ()


def test_weight_is_of_one_piece_and_the_sum_is_of_all() -> None:
    # 16 x 325 g and 2 x 390 g.
    sums = manifest(BOWL, sample("A-002", pieces=2, weight_g=390)).sums

    assert sums.weight_g == 5200 + 780
    assert sums.pieces == 18


def test_unknown_weights_and_sizes_are_counted_and_not_taken_for_nothing() -> None:
    sums = manifest(BOWL, sample("A-002", weight_g=None, size_cm=None)).sums

    assert (sums.weight_g, sums.unweighed) == (5200, 1)
    # 40 x 30 x 20 cm are 24 litres.
    assert (sums.volume_ml, sums.unmeasured) == (24_000, 1)


def test_where_no_weight_is_known_the_sum_is_unknown() -> None:
    assert manifest(sample("A-002", weight_g=None)).sums.weight_g is None


def test_an_empty_log_makes_an_empty_manifest() -> None:
    empty = manifest()

    assert empty.samples == ()
    assert (empty.sums.weight_g, empty.sums.unweighed) == (0, 0)


@pytest.mark.parametrize("status", [SampleStatus.APPLIED, SampleStatus.LOST, SampleStatus.RETURNED])
def test_what_is_not_with_us_is_not_on_the_list(status: SampleStatus) -> None:
    assert manifest(BOWL, sample("A-002", status=status)).sums.samples == 1


@pytest.mark.parametrize("status", [SampleStatus.REJECTED, SampleStatus.TRIED, SampleStatus.ON_AIR])
def test_a_rejected_sample_still_travels(status: SampleStatus) -> None:
    assert manifest(sample("A-002", status=status)).sums.samples == 1


def test_what_was_not_asked_is_named_by_the_key_it_would_fill() -> None:
    row = manifest(sample("A-002", stall=None, quote=Quote(), weight_g=None, deposit_fen=5000)).samples[0]

    assert row.missing == ("stall", "unit_price_fen", "moq", "carton_qty", "carton_cm", "weight_g", "return_by")


def test_without_a_deposit_no_return_date_is_missing() -> None:
    assert manifest(sample("A-002", deposit_fen=0)).samples[0].missing == ()


def test_boxes_come_by_number_and_loose_samples_last() -> None:
    made = manifest(sample("A-001"), sample("A-002", box=2), sample("A-003", box=1), boxes=(Box(1, (60, 40, 40)),))

    assert [box.box for box in made.boxes] == [Box(1, (60, 40, 40)), Box(2), None]
    assert [row.number for row in made.samples] == ["A-003", "A-002", "A-001"]


def test_numbers_are_ordered_as_numbers() -> None:
    assert [row.number for row in manifest(sample("A-1000"), sample("A-999"), sample("B-001")).samples] == [
        "A-999",
        "A-1000",
        "B-001",
    ]


def test_a_supplier_with_two_stalls_is_one_contact() -> None:
    made = manifest(BOWL, sample("A-002", stall=SECOND_SHOP.code, note="能换标"))

    (contact,) = made.contacts
    assert [code for code, _ in contact.stalls] == ["D1-3F-8304", "D1-3F-8318"]
    assert contact.samples == ("A-001", "A-002")
    assert contact.notes == ("能换标",)


def test_a_stall_without_a_supplier_lends_its_name() -> None:
    assert manifest(sample("A-002", stall=NAMELESS.code)).contacts[0].supplier == Supplier(name="D2-1F-10386")


def test_a_sample_from_nowhere_has_no_contact_and_stays_on_the_list() -> None:
    made = manifest(sample("A-002", stall=None), sample("A-003", stall="D9-unknown"))

    assert made.contacts == ()
    assert [row.address for row in made.samples] == [None, None]


def test_loans_are_ordered_by_the_date_they_are_due() -> None:
    made = manifest(
        sample("A-001", deposit_fen=100, return_by=None),
        sample("A-002", deposit_fen=100, return_by=date(2021, 5, 10)),
        sample("A-003", return_by=date(2021, 4, 22)),
        sample("A-004"),
    )

    assert [row.number for row in made.loans] == ["A-003", "A-002", "A-001"]


@given(st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(1, 3), st.none() | st.integers(0, 10**6))))
def test_every_sample_is_in_exactly_one_box_and_the_boxes_add_up(
    drawn: list[tuple[int, int | None, int | None]],
) -> None:
    made = manifest(*(sample(f"A-{n:03}", pieces=p, box=b, weight_g=w) for n, (p, b, w) in enumerate(drawn, start=1)))

    assert sorted(row.number for row in made.samples) == [f"A-{n:03}" for n in range(1, len(drawn) + 1)]
    assert sum(box.sums.weight_g or 0 for box in made.boxes) == (made.sums.weight_g or 0)
    assert sum(box.sums.unweighed for box in made.boxes) == made.sums.unweighed
