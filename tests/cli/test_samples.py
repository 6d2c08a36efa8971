"""Logging at the stall: numbers, values as people type them, edits, undo; read back through the command line."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

STALL = "D2-3F-16213"


@pytest.fixture
def shop(cli: Any) -> Any:
    """A command line whose catalogue has one stall, and one sample from it."""
    assert cli("sample", "add", STALL, "汝窑茶杯", "--new-stall", "--price", "12.5").code == 0
    return cli


def test_a_sample_gets_the_next_number_of_its_letter(shop: Any) -> None:
    assert shop("sample", "add", STALL, "茶壶", "--json").data["number"] == "A-002"
    assert shop("sample", "add", STALL, "茶壶", "--who", "b", "--json").data["number"] == "B-001"


def test_the_booth_number_alone_names_the_stall(shop: Any) -> None:
    assert shop("sample", "add", "16213", "茶壶", "--json").data["stall"] == STALL


def test_all_that_was_said_is_kept_in_its_units(shop: Any) -> None:
    said = "--price ¥12.50 --moq 50 --carton-qty 48 --carton-cm 60*40*35 --gross-g 18000 --fee 20 --deposit 300"
    more = "--return-by 04-30 --fragile --weight-g 740 --size-cm 20x15x10 --commission 20 --live-price 39.9"

    data = shop("sample", "add", STALL, "茶壶", *said.split(), *more.split(), "--json").data

    assert data["price_fen"] == 1250
    assert (data["moq"], data["carton_qty"], data["gross_g"]) == (50, 48, 18000)
    assert data["carton_cm"] == [60, 40, 35]
    assert (data["fee_fen"], data["deposit_fen"], data["return_by"]) == (2000, 30000, "2021-04-30")
    assert (data["fragile"], data["weight_g"], data["size_cm"]) == (True, 740, [20, 15, 10])
    assert (data["live_price_fen"], data["commission_permille"]) == (3990, 200)


def test_what_was_not_said_is_unknown(shop: Any) -> None:
    data = shop("sample", "add", STALL, "茶壶", "--json").data

    assert data["price_fen"] is None
    assert data["fragile"] is None
    assert data["pieces"] == 1


def test_it_says_what_to_ask_before_leaving_the_stall(shop: Any) -> None:
    all_asked = ["--price", "1", "--moq", "1", "--carton-cm", "1x1x1", "--carton-qty", "1"]

    assert "carton size" in shop("sample", "add", STALL, "茶壶").out
    assert "Ask" not in shop("sample", "add", STALL, "茶壶", *all_asked).out


@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--price", "abc", "expects-yuan"),
        ("--price", "-3", "expects-yuan"),
        ("--price", "0", "expects-at-least"),
        ("--price", "0.001", "expects-yuan"),
        ("--price", "1e308", "expects-yuan"),
        ("--price", "NaN", "expects-yuan"),
        ("--moq", "0", "expects-at-least"),
        ("--moq", "many", "expects-whole-number"),
        ("--carton-cm", "60x40", "expects-size"),
        ("--carton-cm", "60x40x0", "expects-size"),
        ("--return-by", "2021-02-30", "expects-date"),
        ("--at", "25:00", "expects-time"),
        ("--commission", "120", "expects-at-most"),
        ("--commission", "nan", "expects-number"),
    ],
)
def test_a_value_that_cannot_be_is_refused_and_nothing_is_stored(shop: Any, option: str, value: str, code: str) -> None:
    said = shop("sample", "add", STALL, "茶壶", f"{option}={value}", "--json")

    assert said.code == 2
    assert said.envelope["error"]["code"] == code
    assert shop("sample", "list", "--json").data["total"] == 1


@pytest.mark.parametrize(
    ("article", "code"), [("", "expects-text"), ("  ", "expects-text"), ("壶" * 501, "text-too-long")]
)
def test_an_article_has_a_name_that_fits_a_label(shop: Any, article: str, code: str) -> None:
    assert shop("sample", "add", STALL, article, "--json").envelope["error"]["code"] == code


def test_an_unknown_stall_stores_nothing_and_says_what_may_have_been_meant(shop: Any) -> None:
    said = shop("sample", "add", "D2-3F-16231", "茶壶")

    assert said.code == 4
    assert STALL in said.err
    assert "--new-stall" in said.err
    assert shop("sample", "list", "--json").data["total"] == 1


def test_a_new_stall_has_to_be_somewhere(shop: Any) -> None:
    assert shop("sample", "add", "around the corner", "茶壶", "--new-stall").code == 65


def test_an_edit_changes_what_it_names_and_keeps_the_rest(shop: Any) -> None:
    data = shop("sample", "edit", "a-1", "--moq", "60", "--article", "汝窑 茶杯", "--json").data

    assert (data["moq"], data["article"], data["price_fen"]) == (60, "汝窑 茶杯", 1250)


def test_an_edit_of_nothing_is_a_mistake(shop: Any) -> None:
    assert shop("sample", "edit", "A-001").code == 2


def test_undo_says_what_it_will_do_and_does_it(shop: Any) -> None:
    shop("sample", "edit", "A-001", "--moq", "60")

    would = shop("undo", "--dry-run", "--json").data
    assert shop("sample", "show", "A-001", "--json").data["moq"] == 60
    did = shop("undo", "--json").data

    assert would["subject"] == did["subject"] == "A-001"
    assert shop("sample", "show", "A-001", "--json").data["moq"] is None


def test_undo_to_the_very_first_action_and_no_further(cli: Any) -> None:
    cli("sample", "add", STALL, "茶壶", "--new-stall")

    assert cli("undo").code == 0
    assert cli("sample", "list", "--json").data["samples"] == []
    assert cli("undo", "--json").envelope["error"]["code"] == "nothing-to-undo"


def test_a_status_and_the_list(shop: Any) -> None:
    shop("sample", "status", "A-001", "on_air")

    assert "on air" in shop("sample", "list").out
    assert shop("sample", "status", "A-001", "sold", "--json").envelope["error"]["code"] == "expects-choice"


@pytest.mark.parametrize("width", ["60", "80", "100"])
def test_the_list_loses_no_stall_at_any_width(shop: Any, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shop("sample", "add", STALL, "手绘马克杯 蓝莓 大号 带盖 " * 3)

    out = shop("sample", "list", "--lang", "zh").out

    assert out.count(STALL) == 2
    assert out.replace(" ", "").replace("\n", "").count("带盖") == 3


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_photo_that_cannot_be_seen_is_kept_and_told_while_another_can_be_taken(
    shop: Any, tmp_path: Path, lang: str
) -> None:
    whole = tmp_path / "whole.jpg"
    Image.effect_noise((400, 300), 50).save(whole)
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(whole.read_bytes()[:5000])

    logged = shop("sample", "add", STALL, "茶壶", "--photo", whole, "--photo", cut, "--lang", lang)

    assert logged.code == 0
    assert "cut.jpg" in logged.err
    assert "whole.jpg" not in logged.err
    assert len(shop("sample", "show", "A-002", "--json").data["photos"]) == 2
