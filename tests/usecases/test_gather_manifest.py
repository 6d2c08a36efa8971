"""The manifest says of the car and of the money what `pack` and the trip say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from yiwutrip.domain.box import Box, BoxesUsed
from yiwutrip.domain.manifest import Manifest
from yiwutrip.domain.packing import Basis
from yiwutrip.domain.sample import Sample, SampleStatus, SampleTaken
from yiwutrip.domain.trip import Car, Person, Place, Trip
from yiwutrip.usecases.gather_manifest import Logged, manifest_of
from yiwutrip.usecases.pack import Means, pack, used_boxes, with_boxes

NOW = datetime(2021, 4, 16, tzinfo=UTC)
CAR = Car(load_g=250_000, load_ml=80_000, loading_s=1800)
TRIP = Trip("四月", NOW - timedelta(days=2), NOW, Place("酒店", lat=29.3, lon=120.1), (Person("陈砚", "A"),), car=CAR)
VASE = Sample(
    id="00000000-0000-4000-8000-000000000001",
    number="A-001",
    taken=SampleTaken(article="花器", pieces=1, weight_g=1000, size_cm=(30, 20, 20), fee_fen=6000, deposit_fen=5000),
    status=SampleStatus.TAKEN,
    at=NOW,
)


def made(samples: Sequence[Sample], trip: Trip = TRIP, boxes: BoxesUsed | None = None) -> Manifest:
    return manifest_of(trip, Logged(samples, (), boxes), NOW)


def used(*boxes: Box, own: bool = True) -> BoxesUsed:
    return BoxesUsed(boxes, own=own, made_at=NOW)


def another_vase(**what: object) -> Sample:
    return replace(VASE, id="2", number="A-002", taken=replace(VASE.taken, **what))  # type: ignore[arg-type]


def test_the_manifest_says_of_the_car_what_pack_said() -> None:
    # A common carton of 60 x 40 x 40 cm is 96 litres; the car takes 80.
    packing = pack([VASE], [], Means(car=CAR))
    fit = made(with_boxes([VASE], packing), boxes=used(*used_boxes(packing), own=False)).fit

    assert fit is not None
    assert fit == packing.fit
    assert (fit.car.volume_ml, fit.car.fits) == (96_000, False)
    assert [out.box for out in fit.way_out] == [1]


def test_of_own_boxes_it_says_size_and_litres() -> None:
    # One vase each, 12 and 15 litres; the third box stays empty and out of the manifest.
    own = (Box(1, (30, 20, 20)), Box(2, (30, 20, 25), place="后备箱"), Box(3, (30, 20, 20)))
    samples = [VASE, another_vase()]
    packing = pack(samples, [], Means(own, CAR))
    manifest = made(with_boxes(samples, packing), boxes=used(*own))

    assert manifest.fit == packing.fit
    assert manifest.fit is not None
    assert manifest.fit.basis is Basis.PACKED
    assert manifest.fit.car.volume_ml == 27_000
    assert [inside.box for inside in manifest.boxes] == list(own[:2])
    assert [row.box_cm for row in manifest.samples] == [(30, 20, 20), (30, 20, 25)]


def test_what_came_after_packing_travels_beside_the_boxes() -> None:
    own = (Box(1, (30, 20, 25)), Box(2, (30, 20, 25)))
    packed = with_boxes([VASE], pack([VASE], [], Means(own, CAR)))
    fit = made([*packed, another_vase(weight_g=None)], boxes=used(*own)).fit

    # A box of 15 litres and, loose, a vase of 12 that nobody weighed.
    assert fit is not None
    assert (fit.basis, fit.car.volume_ml) == (Basis.CHANGED, 27_000)
    assert (fit.car.weight_g, fit.car.unweighed) == (1000, 1)


def test_boxes_that_the_log_does_not_know_are_not_made_up() -> None:
    # Numbers alone, as an older database has them: two vases of 30 x 20 x 20 cm are 24 litres.
    samples = [replace(VASE, box=1), replace(another_vase(), box=2)]
    for boxes in (None, used(Box(1, (30, 20, 20)))):
        fit = made(samples, boxes=boxes).fit

        assert fit is not None
        assert (fit.basis, fit.car.volume_ml) == (Basis.SAMPLES, 24_000)


def test_without_a_car_nothing_is_said_of_it() -> None:
    assert made([VASE], replace(TRIP, car=None)).fit is None


def test_fees_and_deposits_beyond_the_budget_are_counted() -> None:
    # 60 + 50 yuan of a budget of 100.
    assert made([VASE], replace(TRIP, budget_fen=10_000)).over_budget_fen == 1000
    assert made([VASE], replace(TRIP, budget_fen=11_000)).over_budget_fen == 0
    assert made([VASE]).over_budget_fen == 0
