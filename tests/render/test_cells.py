"""Text fitted to cells: nothing is wider than it may be, and nothing is lost where nothing may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.render.cells import cell_len, cut, pad, whole, wrap

TEXT = st.text(alphabet=st.sampled_from("ab 青瓷，。·★█①—…"), max_size=40)


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("青瓷", 4), ("青 a", 4), ("█ ★", 3), ("e\u0301", 1), ("", 0)])
def test_a_chinese_character_takes_two_cells(text: str, cells: int) -> None:
    assert cell_len(text) == cells


def test_a_cut_shows_that_something_is_gone() -> None:
    # 5 cells: two characters of two, and the ellipsis.
    assert cut("青禾瓷坊", 5) == "青禾…"


def test_padding_fills_cells_on_either_side() -> None:
    assert pad("青", 4) == "青  "
    assert pad(7, 3, right=True) == "  7"


def test_wrapping_keeps_words_together_and_breaks_between_characters() -> None:
    assert wrap("the booth is 16213", 9) == ["the booth", "is 16213"]
    assert wrap("青禾瓷坊在二区", 8) == ["青禾瓷坊", "在二区"]


def test_a_line_does_not_begin_with_a_comma() -> None:
    assert wrap("青禾瓷坊，好", 8) == ["青禾瓷", "坊，好"]


@given(TEXT, st.integers(1, 30))
def test_padded_text_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert cell_len(pad(text, width)) == width


@given(TEXT, st.integers(4, 30))
def test_wrapped_text_fits_and_keeps_every_character(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert max(map(cell_len, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_ends_within_a_duration() -> None:
    # 9 + 3 + 11 cells do not fit into 20; the duration goes to the next line whole.
    assert wrap("空余一些 · 约定 3 时 40 分", 20) == ["空余一些 · 约定", "3 时 40 分"]
    assert wrap("on foot 1 h 35 min, free 2 h 9 min", 20) == ["on foot 1 h 35 min,", "free 2 h 9 min"]


def test_a_code_among_chinese_is_not_broken() -> None:
    # 6 + 5 + 2 + 5 cells are 18; A-033 begins the next line, and the comma stays behind its code.
    assert wrap("算不出A-014、A-031、A-033", 20) == ["算不出A-014、A-031、", "A-033"]
    assert wrap("算不出A-014、A-031、A-033", 19) == ["算不出A-014、", "A-031、A-033"]


def test_a_number_stays_with_its_unit_and_a_dot_ends_its_line() -> None:
    assert wrap("便携榨汁杯 500 ml", 15) == ["便携榨汁杯", "500 ml"]
    assert wrap("这边显示的是 14.5 元", 18) == ["这边显示的是", "14.5 元"]
    assert wrap("走路 8 分 · 空余", 11) == ["走路 8 分 ·", "空余"]


def test_a_long_text_fills_the_line_that_is_begun_and_a_short_word_does_not() -> None:
    # 8 cells and a space; the sentence of 24 cells begins behind them, the name of 8 below them.
    assert wrap("表格变成 后几位没了把这一列设成文本", 20) == ["表格变成 后几位没了", "把这一列设成文本"]
    assert wrap("表格变成表格 青禾瓷坊", 18) == ["表格变成表格", "青禾瓷坊"]


def test_a_short_item_of_a_list_is_not_broken() -> None:
    # 箱规、单价、 are 12 cells, 起订量、 would make 20 and 装箱数 26.
    assert wrap("箱规、单价、起订量、装箱数", 22) == ["箱规、单价、起订量、", "装箱数"]


def test_a_bracket_does_not_end_a_line() -> None:
    assert wrap("少了照片（从手机放回）", 10) == ["少了照片", "（从手机放", "回）"]


def test_what_is_whole_goes_to_the_next_line_whole() -> None:
    assert wrap(f"{whole('雨伞 4')}  {whole('小家电 33')}", 14) == ["雨伞 4", "小家电 33"]
