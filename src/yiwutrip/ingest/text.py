"""Bytes to text, as files come from Chinese and other computers."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_GARBLED = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f\ufffd]")
_FEW = 3


def is_text(text: str) -> bool:
    """Whether it is a text at all: a picture or a database decodes to many characters that nobody writes."""
    garbled = len(_GARBLED.findall(text))
    return garbled <= _FEW or garbled * 50 < len(text)


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start tells, None where there is none."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def decode(data: bytes) -> str:
    """
    A whole text file: by its byte order mark, else as strict UTF-8, else as GB18030.

    Statistical guessing is left out on purpose: it takes small GBK files for UTF-16. Bytes that fit no character become
    U+FFFD.
    """
    name = marked_encoding(data)
    if name is None:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            name = "gb18030"
    return data.decode(name, errors="replace")
