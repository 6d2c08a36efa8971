"""Numbers, days and times as people type them after an option, in the commands that take them."""

from pathlib import Path
from typing import Any

import pytest

STALL = "D2-3F-16213"
TRIP = Path(__file__).parents[2] / "data" / "trip.toml"


@pytest.fixture
def shop(cli: Any) -> Any:
    """A command line that knows one stall."""
    assert cli("sample", "add", STALL, "杯", "--new-stall").code == 0
    return cli


@pytest.mark.parametrize(
    ("option", "said", "field", "value"),
    [
        ("--price", "12.5", "price_fen", 1250),
        ("--price", "12块5", "price_fen", 1250),
        ("--price", "12元5毛", "price_fen", 1250),
        ("--price", "¥1,200.50", "price_fen", 120050),
        ("--moq", "50个", "moq", 50),
        ("--moq", "1,200", "moq", 1200),
        ("--moq", "1.2万", "moq", 12000),
        ("--moq", "5打", "moq", 60),
        ("--moq", "100 pcs", "moq", 100),
        ("--carton-qty", "48只", "carton_qty", 48),
        ("--gross-g", "14500", "gross_g", 14500),
        ("--gross-g", "14.5kg", "gross_g", 14500),
        ("--gross-g", "29斤", "gross_g", 14500),
        ("--weight-g", "350克", "weight_g", 350),
        ("--weight-g", "0.35公斤", "weight_g", 350),
        ("--return-by", "5月1日", "return_by", "2021-05-01"),
        ("--return-by", "4/15", "return_by", "2021-04-15"),
        ("--return-by", "月底", "return_by", "2021-04-30"),
        # Now is 14 April 2021: what goes back goes back later.
        ("--return-by", "01-05", "return_by", "2022-01-05"),
    ],
)
def test_a_value_with_its_unit_is_taken(shop: Any, option: str, said: str, field: str, value: object) -> None:
    number = shop("sample", "add", STALL, "杯", option, said, "--json").data["number"]

    assert shop("sample", "show", number, "--json").data[field] == value


@pytest.mark.parametrize(
    ("option", "said", "code"),
    [
        ("--price", "12.555", "expects-yuan"),
        ("--price", "12.5块5", "expects-yuan"),
        ("--price", "nan", "expects-yuan"),
        ("--price", "-3", "expects-yuan"),
        ("--moq", "2箱", "expects-pieces"),
        ("--moq", "1.5", "expects-whole-number"),
        ("--moq", "0个", "expects-at-least"),
        ("--moq", "9999999999", "expects-at-most"),
        ("--gross-g", "14.5", "expects-weight"),
        ("--gross-g", "heavy", "expects-weight"),
        ("--gross-g", "0kg", "expects-at-least"),
        ("--return-by", "2月30日", "expects-date"),
        ("--at", "2点", "expects-time"),
        ("--at", "明天", "expects-time"),
        ("--at", "0001-01-01T00:00+08:30", "expects-time"),
        ("--at", "9999-12-31T23:59-12:00", "expects-time"),
        ("--at", "9999-12-31 23:59", "expects-time"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_stored(shop: Any, option: str, said: str, code: str) -> None:
    refused = shop("sample", "add", STALL, "杯", f"{option}={said}", "--json")

    assert (refused.code, refused.envelope["error"]["code"]) == (2, code)
    assert shop("sample", "list", "--json").data["total"] == 1


@pytest.mark.parametrize("now", ["9999-12-31T23:59-12:00", "0001-01-01T00:00+08:30", "9999-12-31T23:59", "soon"])
def test_a_clock_of_another_age_is_refused(cli: Any, monkeypatch: pytest.MonkeyPatch, now: str) -> None:
    monkeypatch.setenv("YIWUTRIP_NOW", now)
    refused = cli("sample", "note", "茶杯 3块", "--json")

    assert (refused.code, refused.envelope["error"]["code"]) == (2, "bad-now")


@pytest.mark.parametrize("said", ["9点半", "2021-4-14 9点半", "4月14日 9:30", "上午9点半", "09:30"])
def test_a_visit_takes_its_time_as_people_say_it(shop: Any, said: str) -> None:
    shop("trip", "load", TRIP)

    assert shop("visit", "done", STALL, "--at", said, "--json").data["at"].startswith("2021-04-14T09:30")


@pytest.mark.parametrize("said", ["4月14日 上午9点半", "4/14 9:30", "14号9点半", "14 April 9:30"])
def test_years_later_a_day_without_a_year_is_that_of_the_trip(
    shop: Any, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("YIWUTRIP_NOW", "2026-11-25T18:00")
    nobody = shop("sample", "add", STALL, "杯", "--at", said, "--json").data["at"]
    shop("trip", "load", TRIP)

    assert not nobody.startswith("2021")
    assert shop("visit", "done", STALL, "--at", said, "--json").data["at"].startswith("2021-04-14T09:30")
    added = shop("sample", "add", STALL, "杯", "--at", said, "--return-by", "4月30日", "--json")
    assert (added.code, added.data["at"][:16]) == (0, "2021-04-14T09:30")
    number = added.data["number"]
    assert shop("sample", "show", number, "--json").data["return_by"] == "2021-04-30"
    assert shop("sample", "edit", number, "--return-by", "5/3", "--json").data["return_by"] == "2021-05-03"
    # Behind the words of the day: the first 13 April from the 14th on is next year's.
    assert shop("sample", "edit", number, "--return-by", "4/13", "--json").data["return_by"] == "2022-04-13"


def test_a_plan_is_asked_and_made_again_at_a_day_of_its_trip(shop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIWUTRIP_NOW", "2026-11-25T18:00")
    shop("trip", "load", TRIP)
    shop("plan", "make", "--iterations", "20")

    told = [shop("plan", "next", "--now", said, "--json").data for said in ("4月14日 10点20", "2021-04-14T10:20")]
    assert told[0] == told[1]
    assert told[0] != shop("plan", "next", "--now", "2027-04-14T10:20", "--json").data


def test_a_sample_said_to_be_of_another_time_than_the_trip_is_stored_and_told(shop: Any) -> None:
    shop("trip", "load", TRIP)

    told = shop("sample", "add", STALL, "杯", "--at", "2021-04-01 9:00")
    assert told.code == 3
    assert told.out.count("2021-04-01 09:00") == 1
    assert shop("sample", "add", STALL, "杯", "--at", "9:30").code == 0
    assert shop("visit", "done", STALL, "--at", "2021-04-01 9:00").out.count("2021-04-01 09:00") == 1


def test_a_stall_goes_by_its_whole_name_and_a_part_of_it_says_which_is_meant(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "商位号,名称\n16213,序微陶品\n16214,微田伞业\n16215,微田伞业\n", encoding="utf-8"
    )
    assert cli("stall", "import", "list.csv").code == 0
    cli("trip", "load", TRIP)

    assert cli("visit", "done", "序微陶品", "--json").data["stall"] == "D2-3F-16213"
    part = cli("visit", "done", "序微")
    assert part.code == 4
    assert "If so, write D2-3F-16213" in part.err
    several = cli("visit", "done", "微田伞业")
    assert several.code == 4
    assert "D2-3F-16214" in several.err
    assert "D2-3F-16215" in several.err
