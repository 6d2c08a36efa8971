"""What reaches the terminal."""

import io

from yiwutrip.render.lines import BLANK, Role, Span, line
from yiwutrip.render.printer import print_lines


def test_without_colour_the_text_is_bare() -> None:
    stream = io.StringIO()

    print_lines([(Span("紧", Role.TIGHT), Span("  4  ")), BLANK], stream, colour=False)

    assert stream.getvalue() == "紧  4\n\n"


def test_with_colour_the_same_text_is_there() -> None:
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign]

    print_lines([line("█ 19:20", Role.WALL)], stream, colour=True)

    assert "█ 19:20" in stream.getvalue()


def test_a_name_cannot_drive_the_terminal() -> None:
    stream = io.StringIO()

    print_lines([line("清和\x1b[2J灯饰\r\nx\u202egnp")], stream, colour=False)

    assert stream.getvalue() == "清和 [2J灯饰 x gnp\n"
