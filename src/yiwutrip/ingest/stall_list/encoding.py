"""What a text file is encoded in, told from all of its bytes without holding them."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.errors import BadInputError
from yiwutrip.ingest.text import marked_encoding

if TYPE_CHECKING:
    from yiwutrip.ingest.stall_list.source import Source

DAMAGED: Final = "\udcff"
"""Stands in decoded text where bytes fit no character; the cell that holds it is refused with its row."""

ERRORS: Final = "yiwutrip.damaged"
_LOOK_BYTES: Final = 64 * 1024
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_BINARY: Final = 4
_MOST_BINARY_SHARE: Final = 0.02
_WIDE: Final = re.compile(r"[^\x00-\x7f]")
_SOUND_FOR_EACH_DAMAGED: Final = 20
"""So many sound Chinese characters for each damaged place make it broken UTF-8 rather than GB18030."""


def _mark(error: UnicodeError) -> tuple[str, int]:
    if isinstance(error, UnicodeDecodeError):
        return DAMAGED, error.end
    raise error


codecs.register_error(ERRORS, _mark)


def encoding_of(source: Source, named: str | None) -> str:
    """
    The encoding to read the whole file in.

    Args:
        source: the file.
        named: what the user says it is, which goes before what it looks like.

    Raises:
        BadInputError: there is no encoding of that name, or the bytes are no text.

    """
    if named:
        return _looked_up(named)
    head = source.head(_LOOK_BYTES)
    told = marked_encoding(head) or _wide_without_mark(head)
    if told:
        return told
    if len(_BINARY.findall(head)) > max(_MOST_BINARY, len(head) * _MOST_BINARY_SHARE):
        raise BadInputError("binary-file", file=source.name)
    if _decodes(source, "utf-8") or _is_damaged_utf8(source):
        return "utf-8"
    return "gb18030"


def _looked_up(named: str) -> str:
    try:
        # Encoding nothing tells text encodings (gb18030) from other codecs (zip, hex), which cannot take text.
        "".encode(named)
        return codecs.lookup(named).name
    except (LookupError, ValueError):
        raise BadInputError("unknown-encoding", name=named) from None


def _wide_without_mark(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of its commas, digits and line ends is zero."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    few, many = sorted((even, odd))
    if many < len(head) * 0.1 or few > many * 0.1:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decodes(source: Source, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in source.chunks():
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(source: Source) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")(ERRORS)
    sound = damaged = 0
    for chunk in source.chunks():
        text = decoder.decode(chunk)
        broken = text.count(DAMAGED)
        damaged += broken
        sound += len(_WIDE.findall(text)) - broken
    return sound >= damaged * _SOUND_FOR_EACH_DAMAGED
