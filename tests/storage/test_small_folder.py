from pathlib import Path

import pytest

from yiwutrip.storage.small_folder import SmallFolder

NAME = "0" * 64
JPEG = b"\xff\xd8small\xff\xd9"


def test_what_was_kept_is_there_the_next_time(tmp_path: Path) -> None:
    SmallFolder(tmp_path / "photos" / "small").keep(NAME, JPEG)

    assert SmallFolder(tmp_path / "photos" / "small").read(NAME) == JPEG
    assert [path.name for path in (tmp_path / "photos" / "small").iterdir()] == [f"{NAME}.jpg"]


@pytest.mark.parametrize("left", [b"", JPEG[:-2], JPEG[2:]])
def test_half_a_picture_is_none(tmp_path: Path, left: bytes) -> None:
    (tmp_path / f"{NAME}.jpg").write_bytes(left)

    assert SmallFolder(tmp_path).read(NAME) is None


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "small").write_text("a file", encoding="utf-8")
    folder = SmallFolder(tmp_path / "small")
    folder.keep(NAME, JPEG)

    assert folder.read(NAME) is None
    folder.keep("../../x", JPEG)
    assert folder.read("../../x") is None
    assert [path.name for path in tmp_path.iterdir()] == ["small"]
