"""Bytes to text, as files come from Chinese and other computers."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """
    A file's text and what it was read as.

    ``damaged`` counts the bytes that fit no character of that encoding; each shows as U+FFFD in the text.
    """

    text: str
    encoding: str
    damaged: int = 0


def guess_encoding(data: bytes) -> str:
    """
    Tell the encoding of a file from its bytes: a byte order mark, else strict UTF-8, else GB18030.

    Statistical guessing is left out on purpose: it takes small GBK files for UTF-16.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A chunk's end may cut a character in two; that is no fault of the encoding.
        cut_at_end = error.reason == "unexpected end of data" and error.end == len(data)
        return "utf-8" if cut_at_end else "gb18030"
    return "utf-8"


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """
    Decode a whole file, with the encoding that the user named or the one its bytes show.

    Raises:
        LookupError: there is no encoding of that name.

    """
    name = encoding or guess_encoding(data)
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        text = data.decode(name, errors="replace")
        return Decoded(text, name, text.count("\ufffd"))
