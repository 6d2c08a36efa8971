"""The line that says how far work has come."""

from io import StringIO
from typing import Any

import pytest

from yiwutrip.cli.context import Session
from yiwutrip.cli.planning import planning_progress
from yiwutrip.cli.progress import ProgressLine
from yiwutrip.domain.errors import InterruptedByUserError
from yiwutrip.render.cells import cell_len
from yiwutrip.solver import kernel_cache
from yiwutrip.solver.kernel_cache import Readiness

CLEARED = "\r\x1b[K"


def test_it_counts_and_is_gone_when_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.monotonic", iter([10.0, 10.01, 10.2, 10.21]).__next__)
    out = StringIO()
    tell = ProgressLine("Photos", out)
    for done in (150, 160, 300, 3000):
        tell(done, 3000)

    # 160 comes a hundredth of a second after 150: ten times a second are enough. A cell of twenty is 150.
    first, second, rest = out.getvalue().split(CLEARED)
    assert (first, second) == (f"Photos  █{'─' * 19}  150 / 3000", f"Photos  ██{'─' * 18}  300 / 3000")
    assert rest == ""


def terminal_session(monkeypatch: pytest.MonkeyPatch, lang: str = "en") -> tuple[Any, Session]:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    terminal: Any = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("COLUMNS", "60")
    return terminal, Session([], {"YIWUTRIP_LANG": lang, "NO_COLOR": "1", "COLUMNS": "60"})


@pytest.mark.parametrize(("lang", "why"), [("en", "compiling once, some 10 s"), ("zh", "头一次先编译，约 10 秒")])
def test_a_first_plan_says_why_it_begins_late(monkeypatch: pytest.MonkeyPatch, lang: str, why: str) -> None:
    monkeypatch.setattr(kernel_cache, "readiness", lambda: Readiness.COLD)
    terminal, session = terminal_session(monkeypatch, lang)

    planning_progress(session)

    assert terminal.getvalue().endswith(f"{'─' * 20}  {why}")


def test_a_later_plan_has_nothing_to_say_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_cache, "readiness", lambda: Readiness.READY)
    terminal, session = terminal_session(monkeypatch)

    planning_progress(session)

    assert terminal.getvalue() == ""


def test_without_a_compiler_a_plan_says_that_it_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_cache, "readiness", lambda: Readiness.NO_COMPILER)
    terminal, session = terminal_session(monkeypatch)

    planning_progress(session)

    assert terminal.getvalue().startswith("numba is not installed here")


def test_an_error_has_the_line_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, session = terminal_session(monkeypatch)
    session.progress("manifest.progress")(5, 3000)
    session.show_error(InterruptedByUserError())

    shown, error = terminal.getvalue().split(CLEARED)
    assert "5 / 3000" in shown
    # Behind the ^C, on a line of its own.
    assert error.startswith("\nError")


def test_it_never_reaches_the_edge_where_it_could_not_be_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = StringIO()

    ProgressLine("正在排", out)(1, 2, "青禾瓷坊和漱石窑的联合商位")

    assert cell_len(out.getvalue()) < 40
