"""Compiled kernels of older versions do not stay in the user's cache for ever."""

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from yiwutrip.solver import kernel_cache
from yiwutrip.solver.kernel_cache import Readiness, cache_folder, clear_unused, readiness

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


def test_a_search_begins_at_once_where_its_kernel_lies_compiled_for_this_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    (tmp_path / "solver_1234").mkdir()
    python = f"py{sys.version_info.major}{sys.version_info.minor}"

    before = readiness()
    (tmp_path / "solver_1234" / "anneal.advance-62.py27.nbi").touch()
    other_python = readiness()
    (tmp_path / "solver_1234" / f"anneal.advance-62.{python}.nbi").touch()

    assert (before, other_python, readiness()) == (Readiness.COLD, Readiness.COLD, Readiness.READY)


WHERE_NUMBA_PUTS_IT = """
from pathlib import Path
from numba.core.caching import FunctionCache
from yiwutrip.solver.anneal import advance
from yiwutrip.solver.kernel_cache import readiness
print(readiness().name)
Path(FunctionCache(advance.py_func)._cache_file._index_path).touch()
print(readiness().name)
"""


def test_the_name_that_is_looked_for_is_the_one_that_numba_gives(tmp_path: Path) -> None:
    pytest.importorskip("numba")
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(tmp_path), "NUMBA_DISABLE_JIT": "0"}
    done = subprocess.run(
        [sys.executable, "-c", WHERE_NUMBA_PUTS_IT],
        env={**environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["COLD", "READY"]


def test_without_numba_there_is_no_compiler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_cache, "find_spec", lambda _: None)

    assert readiness() is Readiness.NO_COMPILER
