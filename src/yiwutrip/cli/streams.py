"""Standard output and error that take any text, on every console and into every pipe."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

from yiwutrip.render.glyphs import HANDLER, register

if TYPE_CHECKING:
    from collections.abc import Mapping


ASCII_VARIABLE = "YIWUTRIP_ASCII"


def make_streams_forgiving() -> None:
    """
    Write what the encoding cannot say as its like in ASCII, or as ``?``, instead of failing.

    A console of Windows takes UTF-8 from Python already (PEP 528); a redirected stream has the code page, GBK in China,
    whose glyphs are all that the catalogue and the views use; names in data may hold others.
    """
    register()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=HANDLER)


def wants_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Colour on a terminal, unless NO_COLOR (no-color.org) or a dumb terminal says otherwise."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def wants_plain_glyphs(environ: Mapping[str, str]) -> bool:
    """
    Lines and blocks as ASCII: on a dumb terminal, and wherever ``YIWUTRIP_ASCII`` asks for it.

    Old consoles of Windows draw them two cells wide in Chinese bitmap fonts, which no program can find out.
    """
    return environ.get("TERM") == "dumb" or bool(environ.get(ASCII_VARIABLE))


def silence_broken_pipe() -> None:
    """After the reader went away: let the interpreter's last flush go nowhere, without a message."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(devnull, sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = io.StringIO()  # a stream without a descriptor, as under a test
    finally:
        os.close(devnull)
