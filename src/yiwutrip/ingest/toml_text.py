"""TOML as people write it: from bytes to tables, or to the one fault that says where it stops making sense."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from yiwutrip.domain.problems import Problem
from yiwutrip.ingest.text import decode, is_text

_LINE_IN_MESSAGE: Final = re.compile(r"\(at line (\d+)")
_SHOWN_CHARACTERS: Final = 60


def toml_text(data: bytes) -> str:
    """The text of a file: UTF-8, or what a Chinese Notepad makes of it (a byte order mark, GB18030)."""
    return decode(data).replace("\r\n", "\n")


def parse_toml(source: str, file: str) -> dict[str, Any] | Problem:
    """The tables of a text, or what is wrong with it, in our words: the parser speaks English only."""
    if not is_text(source):
        return Problem("toml-not-text", file=file)
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError) as error:
        lines = source.split("\n")
        found = _LINE_IN_MESSAGE.search(str(error))
        number = min(int(found[1]), len(lines)) if found else len(lines)
        code = "key-twice" if "overwrite" in str(error) or "twice" in str(error) else "bad-toml"
        line = lines[number - 1].strip()
        value = line if len(line) <= _SHOWN_CHARACTERS else line[: _SHOWN_CHARACTERS - 1] + "…"
        return Problem(code, file=file, line=number, value=value)
