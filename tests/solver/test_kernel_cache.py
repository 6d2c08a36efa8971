"""Compiled kernels of older versions do not stay in the user's cache for ever."""

import os
from pathlib import Path

import platformdirs
import pytest

from yiwutrip.solver.kernel_cache import cache_folder, clear_unused

DAY_S = 86_400
NOW = 1_000 * DAY_S
MINE, OTHER = "0" * 16, "f" * 16


def kernels(parent: Path, name: str, used: float) -> Path:
    folder = parent / name
    (folder / "solver_1234").mkdir(parents=True)
    (folder / "solver_1234" / "anneal.nbc").write_bytes(b"code")
    os.utime(folder, (used, used))
    return folder


@pytest.mark.parametrize(("days", "stays"), [(6, True), (8, False)])
def test_a_version_that_nobody_used_for_a_week_is_removed(tmp_path: Path, days: int, stays: bool) -> None:
    mine, other = (kernels(tmp_path, name, NOW - days * DAY_S) for name in (MINE, OTHER))

    clear_unused(mine, NOW)

    assert (mine / "solver_1234" / "anneal.nbc").exists()
    assert other.exists() == stays


def test_using_a_version_keeps_it_for_another_week(tmp_path: Path) -> None:
    mine, other = (kernels(tmp_path, name, NOW - 6 * DAY_S) for name in (MINE, OTHER))

    clear_unused(other, NOW)
    clear_unused(mine, NOW + 2 * DAY_S)

    assert other.exists()


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    outside = kernels(tmp_path / "elsewhere", OTHER, 0)
    cache = tmp_path / "kernels"
    mine, stranger = kernels(cache, MINE, 0), kernels(cache, "photos of the trip", 0)
    (cache / OTHER).symlink_to(outside, target_is_directory=True)
    (cache / ("e" * 16)).write_bytes(b"a file")
    os.utime(cache / ("e" * 16), (0, 0))

    clear_unused(mine, NOW)

    assert stranger.exists()
    assert (outside / "solver_1234").exists()
    assert (cache / ("e" * 16)).exists()


def test_what_is_in_use_elsewhere_is_left_and_the_others_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, other, third = (kernels(tmp_path, name, 0) for name in (MINE, OTHER, "a" * 16))
    (other / "read by somebody").write_bytes(b"code")
    os.utime(other, (0, 0))
    unlink = os.unlink

    def refused(path: str, **options: int | None) -> None:
        """Refuse as Windows does for a file that somebody reads."""
        if Path(path).name == "read by somebody":
            raise PermissionError(13, "in use", path)
        unlink(path, **options)

    monkeypatch.setattr(os, "unlink", refused)
    clear_unused(mine, NOW)

    assert (other / "read by somebody").exists()
    assert not third.exists()


def test_a_neighbour_that_another_process_removes_meanwhile_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = kernels(tmp_path, MINE, 0)
    monkeypatch.setattr(Path, "iterdir", lambda folder: iter([folder / OTHER, folder / MINE]))

    clear_unused(mine, NOW)

    assert mine.exists()


def test_the_folder_in_use_is_marked_as_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: tmp_path)
    stale = kernels(tmp_path / "kernels", OTHER, 0)

    folder = cache_folder()

    assert folder.parent == tmp_path / "kernels"
    assert not stale.exists()
