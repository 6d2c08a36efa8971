"""The manifest says of the car and of the money what `pack` and the trip say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from yiwutrip.domain.box import Box
from yiwutrip.domain.manifest import Manifest
from yiwutrip.domain.sample import Sample, SampleStatus, SampleTaken
from yiwutrip.domain.trip import Car, Person, Place, Trip
from yiwutrip.usecases.gather_manifest import manifest_of
from yiwutrip.usecases.pack import Means, pack, with_boxes

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


def made(samples: Sequence[Sample], trip: Trip = TRIP) -> Manifest:
    return manifest_of(trip, samples, (), NOW)


def test_the_manifest_says_of_the_car_what_pack_said() -> None:
    # A common carton of 60 x 40 x 40 cm is 96 litres; the car takes 80.
    packing = pack([VASE], [], Means(car=CAR))
    fit = made(with_boxes([VASE], packing)).fit

    assert fit is not None
    assert fit == packing.fit
    assert (fit.car.volume_ml, fit.car.fits) == (96_000, False)
    assert [out.box for out in fit.way_out] == [1]


def test_boxes_that_the_log_does_not_know_are_not_made_up() -> None:
    # Own boxes that hold one vase each: a box for each is not what common cartons would give.
    own = tuple(Box(number, (30, 20, 20)) for number in (1, 2))
    samples = [VASE, replace(VASE, id="2", number="A-002")]
    fit = made(with_boxes(samples, pack(samples, [], Means(own, CAR)))).fit

    # Two vases of 30 x 20 x 20 cm are 24 litres.
    assert fit is not None
    assert not fit.by_box
    assert fit.car.volume_ml == 24_000


def test_without_a_car_nothing_is_said_of_it() -> None:
    assert made([VASE], replace(TRIP, car=None)).fit is None


def test_fees_and_deposits_beyond_the_budget_are_counted() -> None:
    # 60 + 50 yuan of a budget of 100.
    assert made([VASE], replace(TRIP, budget_fen=10_000)).over_budget_fen == 1000
    assert made([VASE], replace(TRIP, budget_fen=11_000)).over_budget_fen == 0
    assert made([VASE]).over_budget_fen == 0
