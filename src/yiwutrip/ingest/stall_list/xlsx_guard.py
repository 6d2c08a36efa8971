"""
A look into an xlsx file before a reader that trusts it gets it.

The reader lays a sheet out as one dense block of memory and drops formulas that have no stored value and error values
without a word. So the parts are inflated here once, in pieces, against a limit; and what would be lost is noted.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final
from xml.etree import ElementTree as ET

from yiwutrip.domain.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE_BYTES: Final = 128 * 1024**2
LARGEST_INFLATED_BYTES: Final = 768 * 1024**2
MOST_CELLS: Final = 12_000_000
"""At 32 bytes a cell before any text, some 400 MB."""

_LARGEST_INDEX_BYTES: Final = 4 * 1024**2
_MOST_PARTS: Final = 20_000
_MOST_NOTES: Final = 100_000
_CHUNK: Final = 1024**2
_OVERLAP: Final = 16 * 1024
_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")

_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, ET.ParseError, struct.error, OSError, EOFError),
    *(KeyError, ValueError, RuntimeError),
)

_ROW: Final = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,8})"')
_FAR_CELL: Final = re.compile(rb'\br="([A-Z]{2,3})\d+"[^>]*[^/]>')
_ERROR_CELL: Final = re.compile(rb'<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>')
_BARE_FORMULA: Final = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_LOSSES: Final = (((b't="e"',), _ERROR_CELL, "#N/A"), ((b"<f", b":f"), _BARE_FORMULA, "="))
_PLACE: Final = re.compile(rb'\br="([A-Z]{1,3})(\d{1,8})"')


@dataclass(slots=True)
class SheetShape:
    """
    What a sheet's XML shows.

    Attributes:
        rows: number of the last row.
        columns: number of the last column that holds something.
        lost: row and column (from 1) of cells that the reader would show as empty, and what to show instead.

    """

    rows: int = 0
    columns: int = 26
    lost: dict[tuple[int, int], str] = field(default_factory=dict)

    def look_at(self, text: bytes) -> None:
        """Take in a stretch of the sheet's XML; stretches may overlap."""
        for match in _ROW.finditer(text):
            self.rows = max(self.rows, int(match[1]))
        for match in _FAR_CELL.finditer(text):
            self.columns = max(self.columns, column_number(match[1].decode()))
        # The marks are rare and quick to look for; the patterns are neither.
        for marks, pattern, shown in _LOSSES:
            for match in pattern.finditer(text) if any(mark in text for mark in marks) else ():
                place = _PLACE.search(match[1])
                if place and len(self.lost) < _MOST_NOTES:
                    self.lost[int(place[2]), column_number(place[1].decode())] = shown


def column_number(letters: str) -> int:
    """A spreadsheet's column letters as a number from 1: A is 1, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """A column's letters from its number: 1 is A, 27 AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def inspect_xlsx(stream: BinaryIO, size: int, file: str) -> dict[str, SheetShape]:
    """
    The sheets of a workbook by name, in order.

    Raises:
        BadInputError: it is no workbook, damaged, or would unpack to more than a list can be.

    """
    if size > LARGEST_FILE_BYTES:
        limit, mb = (f"{count / 1024**2:,.0f}" for count in (LARGEST_FILE_BYTES, size))
        raise BadInputError("file-too-large", file=file, size_mb=mb, limit_mb=limit)
    try:
        return _inspect(stream, file)
    except _DAMAGE:
        raise BadInputError("damaged-workbook", file=file) from None


def _inspect(stream: BinaryIO, file: str) -> dict[str, SheetShape]:
    with zipfile.ZipFile(stream) as archive:
        parts = archive.infolist()
        names = {part.filename for part in parts}
        if "xl/workbook.xml" not in names:
            raise BadInputError("not-a-list-file", file=file)
        # What a part declares may be a lie, and is counted below; where it is the truth, nothing need be unpacked.
        declared = sum(part.file_size for part in parts if not part.filename.startswith("xl/media/"))
        if len(parts) > _MOST_PARTS or declared > LARGEST_INFLATED_BYTES:
            raise BadInputError("unpacks-too-large", file=file, limit_mb=LARGEST_INFLATED_BYTES // 1024**2)
        sheets = {name: (part, SheetShape()) for name, part in _sheet_parts(archive)}
        shapes = dict(sheets.values())
        left = LARGEST_INFLATED_BYTES
        for part in parts:
            if part.filename.startswith("xl/media/"):
                continue
            left = _walk(stream, part, shapes.get(part.filename), left)
            if left < 0:
                raise BadInputError("unpacks-too-large", file=file, limit_mb=LARGEST_INFLATED_BYTES // 1024**2)
    return {name: shape for name, (_, shape) in sheets.items()}


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the path of its XML."""
    targets = {}
    for element in _index(archive, "xl/_rels/workbook.xml.rels").iter():
        if element.tag.endswith("}Relationship"):
            target = element.get("Target", "")
            targets[element.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    for element in _index(archive, "xl/workbook.xml").iter():
        if element.tag.endswith("}sheet"):
            key = next((value for name, value in element.items() if name.endswith("}id")), "")
            yield element.get("name", ""), targets.get(key, "")


def _index(archive: zipfile.ZipFile, name: str) -> ET.Element:
    with archive.open(name) as part:
        text = part.read(_LARGEST_INDEX_BYTES)
    if b"<!ENTITY" in text or b"<!DOCTYPE" in text:
        raise zipfile.BadZipFile
    return ET.fromstring(text)  # noqa: S314 -- bounded above, and entities refused


def _walk(stream: BinaryIO, part: zipfile.ZipInfo, shape: SheetShape | None, left: int) -> int:
    """Inflate one part, whatever size it declares; gives what is left of the limit."""
    tail = b""
    for piece in _inflated(stream, part):
        left -= len(piece)
        if left < 0:
            break
        if shape is not None:
            text = tail + piece
            shape.look_at(text)
            tail = text[-_OVERLAP:]
    return left


def _inflated(stream: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    stream.seek(part.header_offset)
    head = stream.read(_LOCAL_HEADER.size)
    signature, name_length, extra_length = _LOCAL_HEADER.unpack(head)
    if signature != b"PK\x03\x04" or part.flag_bits & 1:
        raise zipfile.BadZipFile
    stream.seek(name_length + extra_length, 1)
    remaining = part.compress_size
    inflate = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
    while remaining > 0 and (data := stream.read(min(_CHUNK, remaining))):
        remaining -= len(data)
        if inflate is None:
            yield data
            continue
        while data:
            yield inflate.decompress(data, _CHUNK)
            data = inflate.unconsumed_tail
