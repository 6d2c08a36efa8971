from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.ingest.trip_file.lines import KeyPath, index_lines, nearest_line

TEXT = '''\
# a comment with [brackets] and "quotes"
[trip]
name = "a # that is no comment"

[[people]]
name = """
over
lines"""
letter = 'A'

[[people]]
name = "B"
place = { district = "D1", gate = 17 }  # } ]
together = [
  "am",  # one
  "pm",
]
meal.minutes = 40
[people.home]
lat = 1
'''


def test_every_key_is_on_the_line_where_a_reader_finds_it() -> None:
    lines = index_lines(TEXT)

    assert lines["trip", "name"] == 3
    assert lines["people", 0] == 5
    assert lines["people", 0, "name"] == 6
    assert lines["people", 0, "letter"] == 9
    assert lines["people", 1] == 11
    assert lines["people", 1, "place", "gate"] == 13
    assert lines["people", 1, "together", 1] == 16
    assert lines["people", 1, "meal", "minutes"] == 18
    assert lines["people", 1, "home", "lat"] == 20


def test_a_missing_key_is_on_the_line_of_its_table() -> None:
    assert nearest_line(index_lines(TEXT), ("people", 1, "carry_kg")) == 11
    assert nearest_line(index_lines(TEXT), ("car",)) is None


KEYS = st.sampled_from(["a", "b", '"c d"', "'e.f'"])
SCALARS = st.sampled_from(
    ["1", "-2.5", "true", "2021-04-14T09:00:00+08:00", '"x # \\" ]"', "'y } ,'", '"""z\n\n"quoted" """']
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[\n" + ", # ]\n".join(items) + "]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda table: "{ " + ", ".join(f"{key} = {value}" for key, value in table.items()) + " }"
        ),
    ),
    max_leaves=8,
)
TABLES = st.dictionaries(KEYS, VALUES, max_size=4)


def _paths(value: object, path: KeyPath = ()) -> set[KeyPath]:
    found = {path} if path else set()
    if isinstance(value, dict):
        for key, item in value.items():
            found |= _paths(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            found |= _paths(item, (*path, index))
    return found


@given(TABLES, st.lists(TABLES, max_size=3))
def test_the_index_knows_every_path_that_the_parser_knows(head: dict[str, str], tables: list[dict[str, str]]) -> None:
    parts = [f"{key} = {value}" for key, value in head.items()]
    for table in tables:
        parts += ["[[list]]", *(f"{key} = {value}" for key, value in table.items())]
    text = "\n".join(parts)
    document = tomllib.loads(text)

    assert set(index_lines(text)) == _paths(document)
