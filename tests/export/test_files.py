"""A file is written whole or not at all, and what stood there before stays until then."""

import errno
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from yiwutrip.domain.errors import TripError
from yiwutrip.export.files import write_file


def test_it_replaces_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "清单.html"
    target.write_bytes(b"old")

    write_file(target, b"new")

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TripError) as caught:
        write_file(tmp_path / "nowhere" / "a.html", b"")

    assert caught.value.code == "no-folder"
    assert caught.value.params["path"] == str(tmp_path / "nowhere")


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(TripError) as caught:
        write_file(tmp_path / "out" / "a.html", b"")

    assert caught.value.code == "not-a-folder"


def test_a_folder_where_the_file_should_go_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()

    with pytest.raises(TripError) as caught:
        write_file(tmp_path / "a.html", b"")

    assert caught.value.code == "is-a-folder"


@pytest.fixture
def nobody() -> Iterator[None]:
    """Root may write everywhere, so for this test it is somebody else."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps its rights elsewhere")
@pytest.mark.usefixtures("nobody")
def test_a_read_only_folder_is_named() -> None:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o500)
    try:
        with pytest.raises(TripError) as caught:
            write_file(folder / "a.html", b"")
    finally:
        folder.chmod(0o700)
        folder.rmdir()

    assert caught.value.code == "folder-read-only"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full to fill a disk with")
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.html"
    target.write_bytes(b"old")
    real = os.fdopen

    def onto_a_full_disk(handle: int, mode: str) -> object:
        os.close(handle)
        return real(os.open("/dev/full", os.O_WRONLY), mode)

    monkeypatch.setattr(os, "fdopen", onto_a_full_disk)
    with pytest.raises(TripError) as caught:
        write_file(target, b"new" * 10_000)

    assert caught.value.code == "disk-full"
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_windows_says_is_open_elsewhere_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.xlsx"

    def refuse(self: Path, new: Path) -> None:
        del self, new
        fault = PermissionError(errno.EACCES, "in use")
        fault.winerror = 32  # type: ignore[attr-defined] # ERROR_SHARING_VIOLATION; only Windows has the attribute
        raise fault

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(TripError) as caught:
        write_file(target, b"new")

    assert caught.value.code == "file-open-elsewhere"
    assert list(tmp_path.iterdir()) == []


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    old, new = b"o" * 1_000_000, b"n" * 1_000_000
    write_file(target, old)
    seen: set[bytes] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(target.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for content in (new, old) * 5:
        write_file(target, content)
    done.set()
    reader.join()

    assert seen <= {old, new}
