"""What stands for our glyphs where they cannot be shown: each as broad as what it stands for, so that columns hold."""

from __future__ import annotations

import codecs
from unicodedata import east_asian_width

PLAIN = {
    "─": "-",
    "━": "=",
    "█": "#",
    "▓": "%",
    "├": "|",
    "└": "`",
    "◆": "*",
    "★": "*",
    "·": "-",
    "–": "-",
    "…": "~",
    "→": ">",
    "↑": "^",
    "×": "x",
    "¥": "Y",
    "√": "+",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "，": ", ",
    "。": ". ",
    "；": "; ",
    "：": ": ",
    "、": ", ",
    "？": "? ",
    "！": "! ",
    "（": " (",
    "）": ") ",
}
HANDLER = "yiwutrip-plain"
"""For ``errors=`` of a stream."""

_GLYPHS = str.maketrans({glyph: PLAIN[glyph] for glyph in "─━█▓├└◆★·–…→↑×√"})


def plainly(text: str) -> str:
    """The text with its lines, blocks and signs as ASCII; letters of any writing stay."""
    return text.translate(_GLYPHS)


def register() -> None:
    """Make the handler known to Python's codecs."""
    codecs.register_error(HANDLER, _stand_in)


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """What the encoding cannot say: our own glyphs by their like, all else as ``?``, twice where it takes two cells."""
    assert isinstance(error, UnicodeEncodeError)
    lost = error.object[error.start : error.end]
    return "".join(PLAIN.get(sign) or "?" * _cells(sign) for sign in lost), error.end


def _cells(sign: str) -> int:
    return 2 if east_asian_width(sign) in {"W", "F"} else 1
