import hashlib
import os
import stat
import time
from pathlib import Path

import pytest

from yiwutrip.domain.errors import StoreError
from yiwutrip.storage.photo_folder import PhotoFolder


def test_a_photo_is_kept_once_under_its_own_sum_and_for_its_owner(tmp_path: Path) -> None:
    folder = PhotoFolder(tmp_path / "photos")
    name = folder.keep(b"picture", ".JPG")

    assert name == hashlib.sha256(b"picture").hexdigest()
    assert folder.keep(b"picture", ".png") == name
    (kept,) = folder.folder.iterdir()
    assert kept.name == f"{name}.jpg"
    opened = folder.open(name)
    assert opened is not None
    with opened:
        assert opened.read() == b"picture"
    if os.name != "nt":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.folder.stat().st_mode) == 0o700


def test_a_photo_that_has_gone_is_none_and_is_named(tmp_path: Path) -> None:
    folder = PhotoFolder(tmp_path / "photos")
    name = folder.keep(b"picture", ".jpg")
    assert folder.missing({name, "0" * 64}) == ["0" * 64]
    (folder.folder / f"{name}.jpg").unlink()

    assert folder.open(name) is None
    assert folder.missing({name}) == [name]


def test_another_devices_photos_are_taken_if_they_are_what_their_name_says(tmp_path: Path) -> None:
    ours, theirs = PhotoFolder(tmp_path / "ours"), PhotoFolder(tmp_path / "theirs")
    both, new = theirs.keep(b"both", ".jpg"), theirs.keep(b"new", ".jpg")
    ours.keep(b"both", ".jpg")
    (theirs.folder / f"{'0' * 64}.jpg").write_bytes(b"something else")
    (theirs.folder / "Thumbs.db").write_bytes(b"not ours")

    came: list[tuple[str, bytes]] = []
    told: list[tuple[float, float | None]] = []

    def tell(done: float, total: float | None = None, note: str = "") -> None:
        told.append((done, total))
        assert not note

    def hand_over(name: str, content: bytes) -> None:
        came.append((name, content))

    assert ours.take_from(theirs, hand_over, tell) == 1
    assert ours.missing({both, new}) == []
    assert came == [(new, b"new")]
    # The new one and the one that is something else, in the order of their names.
    assert told == [(1, 2), (2, 2)]
    assert ours.take_from(theirs, hand_over, tell) == 0
    assert ours.take_from(PhotoFolder(tmp_path / "none"), hand_over, tell) == 0


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "photos").write_text("a file", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        PhotoFolder(tmp_path / "photos").keep(b"picture")

    assert caught.value.code == "photo-not-stored"


def test_what_a_killed_process_left_half_written_goes_with_a_later_photo(tmp_path: Path) -> None:
    folder = PhotoFolder(tmp_path / "photos")
    folder.keep(b"picture", ".jpg")
    old, new = (folder.folder / name for name in (".old.part", ".new.part"))
    for part in (old, new):
        part.write_bytes(b"pict")
    two_hours_ago = time.time() - 7200
    os.utime(old, (two_hours_ago, two_hours_ago))

    folder.keep(b"another", ".jpg")

    # The new one may still be being written by another process.
    assert (old.exists(), new.exists()) == (False, True)
    assert folder.missing({hashlib.sha256(b"another").hexdigest()}) == []
