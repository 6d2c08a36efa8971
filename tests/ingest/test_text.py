from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.ingest.text import decode, is_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_chinese_text_is_read_however_a_chinese_notepad_saves_it(encoding: str) -> None:
    assert decode("四月义乌选品，第一天".encode(encoding)) == "四月义乌选品，第一天"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_every_text_in_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary(max_size=60))
def test_no_bytes_raise(data: bytes) -> None:
    assert isinstance(decode(data), str)


@pytest.mark.parametrize("text", ["", "四月义乌选品", "一行\r\n两行\t", "cu\0p", "\ufffd" * 3])
def test_a_text_with_a_slip_is_a_text(text: str) -> None:
    assert is_text(text)


@pytest.mark.parametrize("data", [b"SQLite format 3\0" + bytes(100), b"\x89PNG\r\n\x1a\n" + bytes(range(256))])
def test_a_database_and_a_picture_are_no_text(data: bytes) -> None:
    assert not is_text(decode(data))
