"""A file of boxes, and every fault in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwutrip.domain.box import Box
from yiwutrip.domain.errors import BadInputError
from yiwutrip.ingest.boxes_file import read_boxes


def codes(text: str) -> list[str]:
    with pytest.raises(BadInputError) as caught:
        read_boxes(text.encode(), "boxes.toml")
    return [problem.code for problem in caught.value.problems]


def test_boxes_are_numbered_in_the_order_of_the_file() -> None:
    content = """
    [[boxes]]
    size_cm = [60, 40, 40]
    limit_kg = 20
    count = 2
    place = "后备箱"

    [[boxes]]
    size_cm = [53, 29, 37.5]
    """

    assert read_boxes(content.encode(), "boxes.toml") == (
        Box(1, (60, 40, 40), 20_000, "后备箱"),
        Box(2, (60, 40, 40), 20_000, "后备箱"),
        Box(3, (53, 29, 37.5)),
    )


def test_every_fault_is_named_at_once() -> None:
    text = """
    [[boxes]]
    size_cm = [60, 40]
    limit_kg = -1
    count = 0
    place = 3
    colour = "red"
    """

    assert sorted(codes(text)) == [
        "box-bad-count",
        "box-bad-limit",
        "box-bad-place",
        "box-bad-size",
        "box-unknown-key",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "boxes-none"),
        ("boxes = 3", "boxes-none"),
        ("boxes = [3]", "box-unknown-key"),
        ("[[boxes]", "bad-toml"),
        ("[[boxes]]", "box-no-size"),
        ("[[boxes]]\nsize_cm = [60, 40, nan]", "box-bad-size"),
        ("[[boxes]]\nsize_cm = [60, 40, true]", "box-bad-size"),
        ("[[boxes]]\nsize_cm = [60, 40, 4000]", "box-bad-size"),
    ],
)
def test_one_fault_is_named(text: str, code: str) -> None:
    assert codes(text) == [code]


@given(st.binary(max_size=80))
def test_no_bytes_raise_anything_else(content: bytes) -> None:
    with pytest.raises(BadInputError):
        read_boxes(content, "boxes.toml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_editor_may_save_it_as_it_likes(encoding: str) -> None:
    text = '[[boxes]]\nsize_cm = [60, 40, 40]\nplace = "后备箱左下"\n'

    assert read_boxes(text.encode(encoding), "boxes.toml") == (Box(1, (60, 40, 40), None, "后备箱左下"),)
