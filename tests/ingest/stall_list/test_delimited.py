from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.errors import BadInputError
from yiwutrip.ingest.stall_list.delimited import read_delimited, split_rows
from yiwutrip.ingest.stall_list.encoding import DAMAGED
from yiwutrip.ingest.stall_list.source import open_source

TABLE = [["区", "楼", "商位", "名称"], ["二区", "3", "16213", "青禾瓷坊"], ["三区", "1", "21500", "云岫眼镜"]]


def written(rows: list[list[str]], delimiter: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def cells(data: bytes, encoding: str | None = None) -> list[list[str]]:
    return [row.cells for row in read_delimited(open_source(data), encoding).rows()]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_list_is_read_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    assert cells(written(TABLE, delimiter).encode(encoding)) == TABLE


def test_the_users_word_on_the_encoding_goes_first() -> None:
    # Big5 and GB18030 share their bytes; only the user can tell.
    table = [["地址", "電話"], ["二區", "1"]]

    assert cells(written(table).encode("big5"), "big5") == table


@pytest.mark.parametrize("name", ["no-such", "zip", "hex", "rot13", "idna\0"])
def test_an_encoding_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(BadInputError, match="unknown-encoding"):
        cells(b"a,b\n1,2\n", name)


def test_a_few_broken_bytes_in_utf_8_are_marked_and_the_rest_stays_chinese() -> None:
    data = written(TABLE * 5).encode()
    at = data.rindex("青".encode())
    broken = data[:at] + b"\xff" + data[at + 1 :]

    found = cells(broken)

    assert found[0] == TABLE[0]
    assert sum(DAMAGED in cell for row in found for cell in row) == 1


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\0\x01\x02" * 99])
def test_a_binary_is_no_list(data: bytes) -> None:
    with pytest.raises(BadInputError, match="binary-file"):
        cells(data)


def test_a_quote_that_never_closes_spoils_its_own_row_only() -> None:
    text = 'a,b,c\n1,"15寸屏,x\n2,y,z\n3,"two\nlines",w\n4,"open,q\n5,r,s\n'

    rows = list(split_rows(iter(text.splitlines(keepends=True)), ","))

    assert [(row.line, row.cells) for row in rows] == [
        (1, ["a", "b", "c"]),
        (2, ["1", "15寸屏", "x"]),
        (3, ["2", "y", "z"]),
        (4, ["3", "two\nlines", "w"]),
        (6, ["4", "open", "q"]),
        (7, ["5", "r", "s"]),
    ]


def test_a_bare_quote_inside_a_cell_is_a_character() -> None:
    assert cells('a,b\n15"屏,x\n6"盘,"say ""hi"""\n'.encode()) == [["a", "b"], ['15"屏', "x"], ['6"盘', 'say "hi"']]


def test_only_the_row_at_which_the_file_ends_without_a_line_end_may_be_half() -> None:
    rows = list(split_rows(iter(["a,b\n", "1,2\n", "3"]), ","))

    assert [row.last for row in rows] == [False, False, True]


def test_a_line_of_a_million_characters_and_an_endless_cell_take_no_time() -> None:
    data = b'a,b\n"' + b"x" * 3_000_000 + b"\n1,2\n"

    assert cells(data)[-1] == ["1", "2"]


def test_a_byte_order_mark_is_no_part_of_the_first_header() -> None:
    assert cells(codecs.BOM_UTF8 + b"district,booth\nD2,1\n")[0][0] == "district"


PLAIN = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\x1f，,;|"), max_size=8
)


@given(st.lists(st.tuples(PLAIN, PLAIN, PLAIN), min_size=1, max_size=8), st.sampled_from([",", "\t", ";", "|"]))
def test_what_the_csv_module_writes_is_read_back(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    table = [["district", "floor", "booth"], *(list(row) for row in rows)]

    assert cells(written(table, delimiter).encode()) == table


@given(st.binary(min_size=1, max_size=300))
def test_no_bytes_raise_anything_but_bad_input(data: bytes) -> None:
    try:
        found = cells(data)
    except BadInputError:
        return
    assert all(isinstance(cell, str) for row in found for cell in row)
