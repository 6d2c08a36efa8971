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
    return f"{text[: _that_fit(text, width - 1)]}…" if width > 0 else ""


def _that_fit(text: str, width: int) -> int:
    """How many characters from the beginning fit into so many cells."""
    used = 0
    for count, char in enumerate(text):
        used += _char_cells(char)
        if used > width:
            return count
    return len(text)


def pad(text: object, width: int, *, right: bool = False) -> str:
    """Filled up with spaces to a width; cut where it is longer. ``right`` puts the spaces in front."""
    fitted = cut(str(text), width)
    spaces = " " * (width - cell_len(fitted))
    return spaces + fitted if right else fitted + spaces


_GLUE = "\u2060"


def whole(text: str) -> str:
    """The text so that ``wrap`` breaks no line within it where it fits on one."""
    return text.replace(" ", _GLUE)


def wrap(text: str, width: int) -> list[str]:
    """
    Lines of at most so many cells, broken at spaces where there are any, else between characters.

    Nothing is lost but the spaces at the breaks; a number stays with its unit, a dot between parts ends its line.
    """
    return [line.replace(_GLUE, " ") for line in _wrapped(_TOGETHER.sub(_GLUE, text), max(width, 2))]


# ``2 时 9 分``, ``2 h 9 min``, ``30 元``, ``500 ml``, ``约 4 分``, ``一区 · 二区``: no line ends within or before.
_UNITS = "[时分秒天元家款件箱张处行人米街楼门号条]|(?:h|min|s|kg|g|km|m|cm|ml|L|yuan)\\b"
_TOGETHER = re.compile(rf"(?<=\d) (?={_UNITS})|(?<=\d [时h]) (?=\d+ (?:分|min))|(?<=约) (?=\d)| (?=· )")


# Longer than this a text without spaces begins on the line that is begun, shorter it stays a word.
_WORD_CELLS = 20


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= width:
            line = candidate
            continue
        if line and _is_word(word, width):
            lines.append(line.rstrip(" "))
            candidate = word
        *full, line = _break(candidate, width)
        lines.extend(full)
    return [*lines, line]


def _is_word(text: str, width: int) -> bool:
    """Whether it goes to the next line whole."""
    return text.isascii() or cell_len(text) <= (width if _GLUE in text else min(width, _WORD_CELLS))


# Chinese typography: these do not begin a line, and those do not end one.
_NOT_FIRST = "，。；：、！？）》”’…·"
_NOT_LAST = "（《“‘"
# What stays whole on a line where it fits on one, with the signs that cling to it: a code, a number with its unit, a
# Latin word; a short item of a list (装箱数、样重？); else a character.
_ATOM = re.compile(
    rf"[{_NOT_LAST}]*"
    rf"(?:[!-~]+(?:{_GLUE}(?:[!-~]+|[^!-~]))*"
    r"|[一-鿿]{2,5}(?=、)|(?<=、)[一-鿿]{2,5}(?=[？。；，]|$)"
    rf"|[^!-~])[{_NOT_FIRST}]*",
    re.DOTALL,
)


def _break(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for atom in (part for found in _ATOM.findall(text) for part in _pieces(found, width)):
        if line and cell_len(line) + cell_len(atom) > width:
            lines.append(line.rstrip(" "))
            line = atom.lstrip(" ")
        else:
            line += atom
    return [*lines, line]


def _pieces(atom: str, width: int) -> list[str]:
    """The atom, or what fits on lines of its own."""
    pieces = []
    while cell_len(atom) > width:
        count = _that_fit(atom, width)
        pieces.append(atom[:count])
        atom = atom[count:]
    return [*pieces, atom]
