"""The evening's prompt, piped and on a real pseudo-terminal."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

Type = Callable[..., Any]


@pytest.fixture
def pipe(cli: Any, monkeypatch: pytest.MonkeyPatch) -> Type:
    """Run `sample log` with these lines on its standard input, beside one stall and one sample."""
    assert cli("sample", "add", "D2-3F-16213", "杯", "--new-stall").code == 0

    def run(text: str, *words: str, encoding: str = "utf-8") -> Any:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode(encoding))))
        return cli("sample", "log", *words)

    return run


def _articles(cli: Any) -> list[str]:
    return [one["article"] for one in cli("sample", "list", "--json").data["samples"]]


def test_each_line_is_a_sample_and_the_count_runs(pipe: Type, cli: Any) -> None:
    said = pipe("16213 茶杯 12块5 起订50\n\n茶壶 30块\n")

    assert said.code == 0
    assert "3 on this trip" in said.out
    assert _articles(cli) == ["杯", "茶杯", "茶壶"]


def test_the_stall_last_named_is_the_stall_of_the_next_line(pipe: Type) -> None:
    said = pipe("茶杯 12元\n16213\n茶壶 30块\n茶盘 3块\n", "--json")

    assert [one["stall"] for one in said.data["samples"]] == [None, "D2-3F-16213", "D2-3F-16213"]
    assert said.data["total"] == 4


def test_a_stall_may_be_said_for_all(pipe: Type) -> None:
    assert pipe("茶杯 12元\n", "--stall", "16213", "--json").data["samples"][0]["stall"] == "D2-3F-16213"
    assert pipe("茶杯 12元\n", "--stall", "17999").code == 4


def test_undo_takes_back_what_was_logged_here_and_nothing_else(pipe: Type, cli: Any) -> None:
    said = pipe("茶杯 12元\n茶壶 30块\nundo\nundo\nundo\n")

    assert "not logged here" in said.err
    assert _articles(cli) == ["杯"]


@pytest.mark.parametrize("word", ["q", "退出"])
def test_a_word_ends_it(pipe: Type, cli: Any, word: str) -> None:
    assert pipe(f"茶杯 12元\n{word}\n茶壶 30块\n").code == 0
    assert _articles(cli) == ["杯", "茶杯"]


def test_an_unknown_stall_is_told_and_kept_in_the_note(pipe: Type, cli: Any) -> None:
    said = pipe("17999 茶壶 3块\n", "--json")

    assert said.code == 3
    assert "17999" in cli("sample", "show", said.data["samples"][0]["number"], "--json").data["note"]


def test_a_list_from_an_old_windows_is_read(pipe: Type, cli: Any) -> None:
    pipe("茶杯 12元\n", encoding="gb18030")

    assert _articles(cli) == ["杯", "茶杯"]


class Terminal:
    """The prompt on a pseudo-terminal, as somebody at the keyboard has it."""

    def __init__(self, folder: Path) -> None:
        pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
        self._screen, inside = pty.openpty()
        environ = {**os.environ, "YIWUTRIP_DB": str(folder / "trip.db"), "YIWUTRIP_LANG": "en", "TERM": "xterm"}
        command = [sys.executable, "-m", "yiwutrip", "sample", "log"]
        environ["PYTHONUTF8"] = "1"
        self.process = subprocess.Popen(
            command, stdin=inside, stdout=inside, stderr=inside, env=environ, start_new_session=True
        )
        os.close(inside)
        self.seen = ""

    def wait_for(self, text: str, seconds: float = 30) -> None:
        """Read the screen until the text is there."""
        import select  # noqa: PLC0415  (of terminals only where there are some)

        end = time.monotonic() + seconds
        while text not in self.seen:
            assert time.monotonic() < end, self.seen
            if select.select([self._screen], [], [], 0.2)[0]:
                self.seen += os.read(self._screen, 4096).decode("utf-8", "replace")

    def press_ctrl_c(self, then: str) -> None:
        """Press until it is noticed: between the prompt and the reading of the line it waits for the next key."""
        for _ in range(15):
            self.process.send_signal(signal.SIGINT)
            with suppress(AssertionError):
                return self.wait_for(then, 2)
        pytest.fail(self.seen)

    def type(self, text: str, then: str) -> None:
        """Type, and wait for what comes of it."""
        self.seen = ""
        os.write(self._screen, text.encode())
        self.wait_for(then)

    def close(self) -> None:
        """Close the window."""
        self.process.kill()
        self.process.wait()
        os.close(self._screen)


@pytest.fixture
def terminal(cli: Any, tmp_path: Path) -> Iterator[Terminal]:
    """A prompt that waits for its first line, beside one stall and one sample."""
    assert cli("sample", "add", "D2-3F-16213", "teapot", "--new-stall").code == 0
    opened = Terminal(tmp_path)
    try:
        opened.wait_for("#2>")
        yield opened
    finally:
        opened.close()


def test_killed_in_the_middle_every_confirmed_line_is_there(terminal: Terminal, cli: Any) -> None:
    terminal.type("16213 cup 12元\n", "2 on this trip")
    terminal.type("plate 3元\n", "3 on this trip")
    os.write(terminal._screen, b"never confirmed 5")
    terminal.process.kill()
    terminal.process.wait()

    assert _articles(cli) == ["teapot", "cup", "plate"]


def test_ctrl_c_says_that_all_is_stored(terminal: Terminal, cli: Any) -> None:
    terminal.type("cup 12元\n", "2 on this trip")
    terminal.wait_for("#3>")
    terminal.press_ctrl_c("The one that was confirmed is stored")

    assert terminal.process.wait(10) == 130
    assert _articles(cli) == ["teapot", "cup"]


def test_a_stall_alone_asks_field_by_field(terminal: Terminal, cli: Any) -> None:
    terminal.type("16213\n", "Article")
    terminal.type("cup\n", "Price")
    terminal.type("cheap\n", "not understood")
    terminal.type("12.5\n", "MOQ")
    terminal.type("\n", "carton qty")
    terminal.type("48\n", "carton size")
    terminal.type("60*40*35\n", "Carton weight")
    terminal.type("\n", "Deposit")
    terminal.type("\n", "2 on this trip")
    terminal.type("\n", "1 logged and stored")

    assert terminal.process.wait(10) == 0
    stored = cli("sample", "show", "A-002", "--json").data
    assert (stored["article"], stored["stall"], stored["price_fen"]) == ("cup", "D2-3F-16213", 1250)
    assert (stored["carton_qty"], stored["carton_cm"], stored["moq"]) == (48, [60, 40, 35], None)


def test_figures_alone_are_asked_for_the_article(terminal: Terminal, cli: Any) -> None:
    terminal.type("3块5 起订50\n", "Article")
    terminal.type("plate\n", "2 on this trip")

    assert _articles(cli) == ["teapot", "plate"]


def test_tab_completes_a_stall_and_an_article(terminal: Terminal, cli: Any) -> None:
    pytest.importorskip("readline", reason="no readline on this system")
    terminal.type("D2-3F-1\t", "16213")
    terminal.type(" teap\t", "teapot")
    terminal.type(" 12元\n", "2 on this trip")

    assert _articles(cli) == ["teapot", "teapot"]


def test_a_price_without_its_unit_is_shown_with_its_doubt_and_not_asked_about(terminal: Terminal, cli: Any) -> None:
    terminal.type("cup 12\n", "has no unit and is taken for the price")
    terminal.wait_for("2 on this trip")

    assert _articles(cli) == ["teapot", "cup"]


PASTES = {
    "doubts": "17999 cup 12元\nplate 3元\n17998 bowl 4元\n16213 vase 5\n",
    "a blank line": "cup 12元\n\nplate 3元\n \nbowl 4元\nvase 5元\n",
    "a stall alone": "16213\ncup 12元\nplate 3元\n16213\nbowl 4元\nvase 5元\n",
    "bracketed": "\x1b[200~cup 12元\nplate 3元\n\nbowl 4元\nvase 5元\x1b[201~\n",
}


@pytest.mark.parametrize("pasted", PASTES.values(), ids=PASTES)
def test_every_line_of_a_paste_is_treated(terminal: Terminal, cli: Any, pasted: str) -> None:
    terminal.type(pasted, "5 on this trip")
    terminal.wait_for("#6>")

    assert _articles(cli) == ["teapot", "cup", "plate", "bowl", "vase"]


def test_figures_alone_take_no_pasted_line_for_their_name(terminal: Terminal, cli: Any) -> None:
    terminal.type("3块5 起订50\nplate 3元\n", "3 on this trip")

    assert _articles(cli) == ["teapot", "unnamed sample", "plate"]


def test_what_was_asked_about_at_ctrl_c_is_named_as_lost(terminal: Terminal, cli: Any) -> None:
    terminal.type("17999 cup 12元\n", "Store these 1?")
    terminal.press_ctrl_c("Not stored: 17999 cup 12元")

    assert terminal.process.wait(10) == 130
    assert _articles(cli) == ["teapot"]


def test_ctrl_d_at_a_doubt_stores_nothing_of_it(terminal: Terminal, cli: Any) -> None:
    terminal.type("17999 cup 12元\n", "Store these 1?")
    terminal.type("\x04", "Not stored: 17999 cup 12元")
    terminal.wait_for("0 logged and stored")

    assert terminal.process.wait(10) == 0
    assert _articles(cli) == ["teapot"]
