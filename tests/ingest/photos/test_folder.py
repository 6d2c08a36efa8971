from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from yiwutrip.domain.errors import BadInputError, NotFoundError, TripError
from yiwutrip.ingest.photos import find_photos

if TYPE_CHECKING:
    from pathlib import Path


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_photos(folder)]


def test_photos_of_all_folders_in_order_and_nothing_else(tmp_path: Path) -> None:
    make(tmp_path, "b.JPG", "a/x.heic", "a/y.mov", "a/b/z.png", ".hidden.jpg", ".trash/x.jpg", "notes.txt", "jpg")

    assert found(tmp_path) == ["a/b/z.png", "a/x.heic", "b.JPG"]


def test_a_folder_that_loops_by_a_link_is_looked_into_once(tmp_path: Path) -> None:
    make(tmp_path, "a/x.jpg")
    try:
        (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "self.jpg").symlink_to(tmp_path / "self.jpg")
    except OSError:
        pytest.skip("this system makes no links")

    assert found(tmp_path) == ["a/x.jpg"]


def test_a_linked_folder_is_looked_into(tmp_path: Path) -> None:
    make(tmp_path, "phone/x.jpg", "trip/y.jpg")
    try:
        (tmp_path / "trip" / "phone").symlink_to(tmp_path / "phone", target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")

    assert [path.name for path in find_photos(tmp_path / "trip")] == ["x.jpg", "y.jpg"]


def test_no_folder_and_a_file_are_said(tmp_path: Path) -> None:
    make(tmp_path, "x.jpg")

    with pytest.raises(NotFoundError):
        find_photos(tmp_path / "none")
    with pytest.raises(BadInputError, match="folder-wanted"):
        find_photos(tmp_path / "x.jpg")
    with pytest.raises(TripError):
        find_photos(tmp_path / "a\0b")
