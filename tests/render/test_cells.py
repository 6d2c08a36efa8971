"""Text fitted to cells: nothing is wider than it may be, and nothing is lost where nothing may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.render.cells import cell_len, cut, pad, wrap

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
