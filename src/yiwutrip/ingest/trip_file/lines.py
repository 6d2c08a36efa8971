"""
Which line of a TOML file a key stands on; the standard library's parser does not say.

The text has been accepted by `tomllib` before, so this scanner only follows the shape (headers, keys, strings,
brackets) and checks nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

KeyPath = tuple[str | int, ...]
"""Where a value is: keys, and positions in arrays from 0, as in ``("commitments", 1, "place", "gate")``."""

_BLANK: Final = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR: Final = re.compile(r"[^,\]}#\r\n]+")
_STRING: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'",
    re.DOTALL,
)


class _Scanner:
    """One walk over the text; ``lines`` fills up with what it meets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self._starts = [0, *(match.end() for match in re.finditer(r"\n", text))]
        self._lengths: dict[KeyPath, int] = {}

    def walk(self) -> None:
        """Follow the whole document."""
        table: KeyPath = ()
        self._skip_blank()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip_blank()

    def _here(self) -> int:
        return bisect_right(self._starts, self.at)

    def _skip_blank(self) -> None:
        if match := _BLANK.match(self.text, self.at):
            self.at = match.end()

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            # Cannot happen in text that tomllib accepted; moving on keeps the walk finite all the same.
            self.at += 1
            return ""
        self.at = match.end()
        return match.group()

    def _header(self) -> KeyPath:
        line = self._here()
        is_array = self.text.startswith("[[", self.at)
        self.at += 2 if is_array else 1
        keys = self._dotted_key()
        self.at += 2 if is_array else 1
        path: KeyPath = ()
        for key in keys[:-1]:
            path = self._newest((*path, key))
        path = (*path, keys[-1])
        self.lines.setdefault(path, line)
        if is_array:
            index = self._lengths.get(path, 0)
            self._lengths[path] = index + 1
            path = (*path, index)
            self.lines[path] = line
        return path

    def _newest(self, path: KeyPath) -> KeyPath:
        """A header below an array of tables speaks of its last table."""
        length = self._lengths.get(path)
        return path if length is None else (*path, length - 1)

    def _dotted_key(self) -> list[str]:
        keys = []
        while True:
            self._skip_blank()
            quoted = self.text[self.at] in "\"'"
            part = self._take(_STRING if quoted else _BARE)
            keys.append(part[1:-1] if quoted else part)
            self._skip_blank()
            if self.text[self.at : self.at + 1] != ".":
                return keys
            self.at += 1

    def _pair(self, table: KeyPath) -> None:
        line = self._here()
        path = table
        for key in self._dotted_key():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.at += 1
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        self._skip_blank()
        self.lines.setdefault(path, self._here())
        first = self.text[self.at : self.at + 1]
        if first == "[":
            self._array(path)
        elif first == "{":
            self._inline_table(path)
        else:
            self._take(_STRING if first in {'"', "'"} else _SCALAR)

    def _array(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        while self._goes_on("]"):
            self._value((*path, index))
            index += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while self._goes_on("}"):
            self._pair(path)

    def _goes_on(self, closing: str) -> bool:
        """Step over commas and blanks; false, and past it, at the closing bracket."""
        while True:
            self._skip_blank()
            sign = self.text[self.at : self.at + 1]
            if sign == ",":
                self.at += 1
                continue
            if sign in {closing, ""}:
                self.at += 1
                return False
            return True


def index_lines(text: str) -> Mapping[KeyPath, int]:
    """The line, from 1, of every key, table and array element of a TOML text that `tomllib` accepts."""
    scanner = _Scanner(text)
    scanner.walk()
    return scanner.lines


def nearest_line(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """The line of a path, or of the nearest table around it where the key itself is missing."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None
