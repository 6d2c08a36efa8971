"""The line that says how far work has come."""

from io import StringIO
from typing import Any

import pytest

from yiwutrip.cli.context import Session
from yiwutrip.cli.progress import ProgressLine
from yiwutrip.domain.errors import InterruptedByUserError
from yiwutrip.render.cells import cell_len

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


def test_an_error_has_the_line_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    terminal: Any = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    session = Session([], {"YIWUTRIP_LANG": "en", "NO_COLOR": "1", "COLUMNS": "80"})
    session.progress("manifest.progress")(5, 3000)
    session.show_error(InterruptedByUserError())

    shown, error = terminal.getvalue().split(CLEARED)
    assert "5 / 3000" in shown
    assert error.startswith("Error")


def test_it_never_reaches_the_edge_where_it_could_not_be_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = StringIO()

    ProgressLine("正在排", out)(1, 2, "青禾瓷坊和漱石窑的联合商位")

    assert cell_len(out.getvalue()) < 40
