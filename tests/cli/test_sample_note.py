"""Samples logged from notes."""

from pathlib import Path
from typing import Any

import pytest

NOTE = "16213 汝窑茶杯 12块5 起订50 一箱48 箱规60*40*35 毛重18kg 押金20"


@pytest.fixture
def shop(cli: Any) -> Any:
    """A command line that knows the stall of that booth."""
    assert cli("sample", "add", "D2-3F-16213", "杯", "--new-stall").code == 0
    return cli


def test_one_line_becomes_a_sample(shop: Any) -> None:
    said = shop("sample", "note", NOTE, "--json")

    (read,) = said.data
    assert (read["number"], read["article"], read["stall"]) == ("A-002", "汝窑茶杯", "D2-3F-16213")
    assert (read["price_fen"], read["moq"], read["carton_qty"]) == (1250, 50, 48)
    assert (read["carton_cm"], read["gross_g"], read["certain"]) == ([60, 40, 35], 18000, True)
    assert read["raw"] == NOTE
    stored = shop("sample", "show", "A-002", "--json").data
    assert (stored["price_fen"], stored["deposit_fen"], stored["stall"]) == (1250, 2000, "D2-3F-16213")


def test_a_dry_run_stores_nothing(shop: Any) -> None:
    shop("sample", "note", NOTE, "--dry-run")

    assert shop("sample", "list", "--json").data["total"] == 1


def test_an_unknown_stall_is_told_and_nothing_is_lost(shop: Any) -> None:
    said = shop("sample", "note", "17999 茶壶 3块", "--json")

    assert said.code == 3
    assert "note-stall-unknown" in {problem["code"] for problem in said.envelope["problems"]}
    stored = shop("sample", "show", said.data[0]["number"], "--json").data
    assert stored["stall"] is None
    assert "17999" in stored["note"]


def test_the_stall_said_once_is_for_all(shop: Any) -> None:
    assert shop("sample", "note", "茶壶 3块", "--stall", "16213", "--json").data[0]["stall"] == "D2-3F-16213"


def test_a_pasted_chat_is_one_action(shop: Any, tmp_path: Path) -> None:
    chat = "陈砚 10:02\n16213 茶杯 12块5\n林栀 10:05\n好的\n陈砚 10:06\n茶壶 30块 起订20\n"
    (tmp_path / "chat.txt").write_text(chat, encoding="utf-8")

    read = shop("sample", "note", "--file", "chat.txt", "--json").data

    assert [(one["article"], one["price_fen"]) for one in read] == [("茶杯", 1250), ("茶壶", 3000)]
    assert shop("undo").code == 0
    assert shop("sample", "list", "--json").data["total"] == 1


def test_a_sender_whom_nobody_knows_is_named_and_nothing_of_theirs_is_lost(shop: Any, tmp_path: Path) -> None:
    assert shop("trip", "load", Path(__file__).parents[2] / "data" / "trip.toml").code in {0, 3}
    (tmp_path / "chat.txt").write_text("小周 10:02\n16213 茶杯 12块5\n小周 10:06\n茶壶 30块 起订20\n", encoding="utf-8")

    said = shop("sample", "note", "--file", "chat.txt", "--json")

    assert said.code == 3
    assert [one["value"] for one in said.envelope["problems"] if one["code"] == "chat-sender-unknown"] == ["小周"]
    assert [one["article"] for one in said.data] == ["茶杯", "茶壶"]
    assert '"小周" in the chat is not one of the party' in shop("sample", "note", "--file", "chat.txt").out


CHAT = """鹿姐 16213
马克杯8.5元 50起
样品押金50，月底前退
彩盒另加2块
含票加7个点
好的
"""


def test_what_a_chat_says_beside_a_booth_is_of_that_booth_and_the_rest_is_named(shop: Any, tmp_path: Path) -> None:
    """A visit elsewhere a minute ago does not count; the first line names a booth that the catalogue has."""
    assert shop("trip", "load", Path(__file__).parents[2] / "data" / "trip.toml").code in {0, 3}
    assert shop("sample", "add", "D2-3F-17842", "灯", "--new-stall").code == 0
    assert shop("visit", "done", "17842").code == 0
    (tmp_path / "chat.txt").write_text(CHAT, encoding="utf-8")

    said = shop("sample", "note", "--file", "chat.txt", "--json")

    (mug,) = said.data
    assert (mug["article"], mug["stall"], mug["price_fen"], mug["moq"]) == ("马克杯", "D2-3F-16213", 850, 50)
    # The chat is of 14 April 2021.
    assert (mug["deposit_fen"], mug["return_by"], mug["stall_guessed"]) == (5000, "2021-04-30", False)
    unread = [one["value"] for one in said.envelope["problems"] if one["code"] == "chat-line-unread"]
    assert unread == ["彩盒另加2块", "含票加7个点"]
    assert said.code == 3
    shown = shop("sample", "note", "--file", "chat.txt", "--dry-run").out
    assert "2 lines not understood" in shown
    assert "彩盒另加2块" in shown


@pytest.mark.parametrize("words", [("茶壶 3块",), ("随便写", "--yes")])
def test_a_stall_that_is_only_guessed_is_named_as_a_guess(shop: Any, words: tuple[str, ...]) -> None:
    assert shop("trip", "load", Path(__file__).parents[2] / "data" / "trip.toml").code in {0, 3}
    assert shop("visit", "done", "16213").code == 0

    for lang, mark in (("en", "a guess"), ("zh", "猜的")):
        assert mark in shop("sample", "note", *words, "--dry-run", "--lang", lang).out
        assert mark in shop("sample", "note", *words, "--lang", lang).out
    said = shop("sample", "note", *words, "--json")

    assert said.code == 3
    assert "note-stall-guessed" in {one["code"] for one in said.envelope["problems"]}
    assert (said.data[0]["stall_guessed"], said.data[0]["certain"]) == (True, False)
    assert "a guess" in shop("sample", "show", said.data[0]["number"], "--json").data["note"]


def test_a_stall_that_nothing_is_like_is_told_without_a_dash(shop: Any) -> None:
    shown = shop("sample", "note", "17999 茶壶 3块", "--dry-run").out

    assert "the sample goes without one; say which with sample edit" in " ".join(shown.split())


def test_a_file_that_is_no_text_logs_nothing(shop: Any) -> None:
    said = shop("sample", "note", "--file", "trip.db")

    assert said.code == 65
    assert "trip.db is no text" in said.err
    assert shop("sample", "list", "--json").data["total"] == 1


def test_both_a_note_and_a_file_is_a_mistake(shop: Any) -> None:
    assert shop("sample", "note", NOTE, "--file", "chat.txt").code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_shows_what_it_understood(shop: Any, lang: str) -> None:
    out = shop("sample", "note", NOTE, "--dry-run", "--lang", lang).out

    assert "12.5" in out
    assert "60x40x35" in out
