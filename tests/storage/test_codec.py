from datetime import datetime

import pytest
from hypothesis import given

from tests.storage.values import itineraries, moments, trips, unhurried
from yiwutrip.domain.itinerary import Itinerary
from yiwutrip.domain.trip import Trip
from yiwutrip.storage.codec import from_json, moment_of, to_json, utc_text


@unhurried
@given(trips)
def test_a_trip_comes_back_as_it_went_in(trip: Trip) -> None:
    assert from_json(Trip, to_json(trip)) == trip


@unhurried
@given(itineraries)
def test_a_plan_comes_back_as_it_went_in(itinerary: Itinerary) -> None:
    assert from_json(Itinerary, to_json(itinerary)) == itinerary


@unhurried
@given(moments, moments)
def test_stored_times_sort_as_text(one: datetime, other: datetime) -> None:
    assert (utc_text(one) < utc_text(other)) == (one < other)


def test_a_stored_time_is_utc_and_comes_back_as_market_time() -> None:
    # 9:00 in Yiwu is 1:00 UTC: China is eight hours ahead all year.
    nine = datetime.fromisoformat("2021-04-14T09:00:00+08:00")

    assert utc_text(nine) == "2021-04-14T01:00:00.000000"
    assert str(moment_of(utc_text(nine))) == "2021-04-14 09:00:00+08:00"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        utc_text(datetime(2021, 4, 14, 9, 0))  # noqa: DTZ001 -- what is refused


def test_a_field_that_an_older_version_did_not_write_takes_its_default() -> None:
    text = '{"trip":"t","prize":1,"seconds":1.0,"seed":1,"routes":[],"left_out":[],"unmet":[],"totals":'
    totals = '{"stalls":0,"in_stalls_s":0,"walking_s":0,"riding_s":0,"waiting_s":0,"walking_m":0}}'

    assert from_json(Itinerary, text + totals).alone_prize is None
