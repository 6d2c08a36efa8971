"""Packing what is with us: unknown sizes are asked for, the car is not overloaded, and the way out is the cheapest."""

from dataclasses import replace
from datetime import UTC, datetime

from yiwutrip.domain.box import Box
from yiwutrip.domain.packing import Action, NotPacked
from yiwutrip.domain.sample import Sample, SampleStatus, SampleTaken
from yiwutrip.domain.trip import Car
from yiwutrip.usecases.pack import Means, pack, with_boxes

VASE = Sample(
    id="00000000-0000-4000-8000-000000000001",
    number="A-001",
    taken=SampleTaken(article="粗陶花器", pieces=2, weight_g=1000, size_cm=(30, 20, 20), fragile=True),
    status=SampleStatus.TAKEN,
    at=datetime(2021, 4, 16, tzinfo=UTC),
)


def vase(number: str, status: SampleStatus = SampleStatus.TAKEN, **what: object) -> Sample:
    return replace(VASE, number=number, status=status, taken=replace(VASE.taken, **what))  # type: ignore[arg-type]


def car(load_g: int, load_ml: int = 600_000) -> Car:
    return Car(load_g=load_g, load_ml=load_ml, loading_s=1800)


def test_a_size_that_nobody_measured_is_asked_for_and_not_invented() -> None:
    packing = pack([VASE, vase("A-002", size_cm=None)], [], Means())

    assert [(one.number, one.why) for one in packing.unpacked] == [("A-002", NotPacked.SIZE_UNKNOWN)]
    assert [one.item.number for box in packing.boxes for one in box.placed] == ["A-001"]


def test_a_weight_that_nobody_took_is_counted_and_not_taken_for_nothing() -> None:
    packing = pack([VASE, vase("A-002", weight_g=None)], [], Means(car=car(250_000)))

    assert packing.car is not None
    # Two pieces of 1,000 g each.
    assert (packing.car.weight_g, packing.car.unweighed) == (2000, 1)


def test_samples_are_told_their_boxes() -> None:
    samples = [VASE, vase("A-002", size_cm=None)]

    assert [one.box for one in with_boxes(samples, pack(samples, [], Means()))] == [1, None]


def test_what_was_returned_takes_no_room() -> None:
    assert pack([vase("A-002", SampleStatus.RETURNED)], [], Means()).boxes == ()


def test_own_boxes_are_used() -> None:
    mine = (Box(7, (35.0, 25.0, 25.0)),)

    assert [box.box.number for box in pack([VASE], [], Means(boxes=mine)).boxes] == [7]


def test_a_car_that_is_large_enough_needs_no_way_out() -> None:
    packing = pack([VASE], [], Means(car=car(250_000)))

    assert packing.way_out == ()
    assert packing.loading == (1,)


def test_rejected_samples_are_left_before_anything_is_posted() -> None:
    # Each vase of 25 kg needs a box of its own weight: own boxes without a limit.
    mine = tuple(Box(number, (30.0, 20.0, 20.0)) for number in (1, 2))
    samples = [vase("A-001", weight_g=5000), vase("A-002", SampleStatus.REJECTED, weight_g=5000)]
    packing = pack(samples, [], Means(boxes=mine, car=car(10_000)))

    assert [(out.action, out.sample, out.cost_fen) for out in packing.way_out] == [(Action.LEAVE, "A-002", 0)]
    assert packing.way_out_suffices


def test_a_rejected_sample_with_a_deposit_is_not_left() -> None:
    mine = (Box(1, (30.0, 20.0, 20.0)),)
    samples = [vase("A-001", SampleStatus.REJECTED, deposit_fen=5000)]
    packing = pack(samples, [], Means(boxes=mine, car=car(1000)))

    assert [(out.action, out.box) for out in packing.way_out] == [(Action.POST, 1)]
    assert packing.loading == ()


def test_nothing_to_pack_is_an_empty_load() -> None:
    packing = pack([], [], Means(car=car(1)))

    assert (packing.boxes, packing.least_boxes, packing.loading) == ((), 0, ())


def test_what_is_in_no_box_goes_into_the_car_all_the_same() -> None:
    # The giant is 2 x 1 x 1 m, 2,000 litres of a car of 600, and weighs 40 kg; x was weighed (1 kg), not measured.
    giant = vase("A-001", pieces=1, size_cm=(200, 100, 100), weight_g=40_000)
    packing = pack([giant, vase("A-002", pieces=1, size_cm=None)], [], Means(car=car(250_000)))

    assert packing.boxes == ()
    assert packing.car is not None
    assert (packing.car.weight_g, packing.car.volume_ml, packing.car.unmeasured) == (41_000, 2_000_000, 1)
    assert not packing.car.fits
    # 2,000 litres are charged as 334 kg: 12 yuan for the first and 3 for each of 333.
    assert [(out.action, out.sample, out.cost_fen) for out in packing.way_out] == [(Action.POST, "A-001", 101_100)]
    assert packing.way_out_suffices
