"""How wide text is on a terminal, and text fitted to a width: Chinese takes two cells a character."""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width


def cell_len(text: str) -> int:
    """
    Cells that a terminal gives this text.

    Ambiguous characters (box lines, ``█``, ``★``, ``·``) count one cell, as every terminal does whose font is not an
    old Chinese bitmap font.
    """
    if text.isascii():
        return len(text)
    return sum(_char_cells(char) for char in text)


def _char_cells(char: str) -> int:
    if combining(char) or char in "\u200b\u200d\ufe0e\ufe0f":
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1


def cut(text: str, width: int) -> str:
    """At most so many cells; what had to be cut ends in ``…``."""
    if cell_len(text) <= width:
        return text
    kept = ""
    used = 0
    for char in text:
        used += _char_cells(char)
        if used > width - 1:
            break
        kept += char
    return f"{kept}…" if width > 0 else ""


def pad(text: object, width: int, *, right: bool = False) -> str:
    """Filled up with spaces to a width; cut where it is longer. ``right`` puts the spaces in front."""
    fitted = cut(str(text), width)
    spaces = " " * (width - cell_len(fitted))
    return spaces + fitted if right else fitted + spaces


def wrap(text: str, width: int) -> list[str]:
    """
    Lines of at most so many cells, broken at spaces where there are any, else between characters.

    Nothing is lost but the spaces at the breaks; a number stays with its unit of time.
    """
    return [line.replace(_GLUE, " ") for line in _wrapped(_IN_A_DURATION.sub(_GLUE, text), max(width, 2))]


# ``2 时 9 分``, ``2 h 9 min``: no line ends within.
_GLUE = "\u2060"
_IN_A_DURATION = re.compile(r"(?<=\d) (?=[时分]|(?:h|min)\b)|(?<=\d [时h]) (?=\d+ (?:分|min))")


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= width:
            line = candidate
            continue
        if line and (cell_len(word) <= width or word.isascii()):
            lines.append(line)
            candidate = word
        *full, line = _break(candidate, width)
        lines.extend(full)
    return [*lines, line]


# Chinese typography: these do not begin a line.
_NOT_FIRST = "，。；：、！？）》”’…·%"


# A code, a number or a Latin word: whole on one line where it fits on one.
_ATOM = re.compile(r"[!-~]+|.", re.DOTALL)


def _break(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for atom in (part for found in _ATOM.findall(text) for part in _pieces(found, width)):
        if line and cell_len(line) + cell_len(atom) > width:
            if atom in _NOT_FIRST and len(line) > 1:
                last = _ATOM.findall(line)[-1]
                kept = line.removesuffix(last)
                lines.append(kept or line[:-1])
                line = last if kept else line[-1]
            else:
                lines.append(line)
                line = ""
        line += atom
    return [*lines, line]


def _pieces(atom: str, width: int) -> list[str]:
    """The atom, or what fits on lines of its own."""
    return [atom[at : at + width] for at in range(0, len(atom), width)] if len(atom) > width else [atom]
