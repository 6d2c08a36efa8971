"""A photo with the small picture in its Exif data that a phone writes there, for the tests of it as well."""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image

SHORT, LONG = 3, 4
"""Types of a directory's entries (TIFF 6.0, section 2)."""
COMPRESSION, JPEG_OFFSET, JPEG_BYTES = 0x0103, 0x0201, 0x0202
"""What the second directory says of the small picture (Exif 2.3, 4.6.4 and 4.6.5); 6 is JPEG."""
ORIENTATION = 0x0112
_FIRST_AT = 8
"""Where the first directory begins."""


def with_small_picture(
    photo: Image.Image, small: Image.Image, exif: Image.Exif | None = None, *, progressive: bool = False
) -> bytes:
    """
    The photo as a JPEG with that small picture in the second directory of its Exif data.

    Args:
        photo: what to store.
        small: what is written beside it.
        exif: what else the camera says; it is completed.
        progressive: whether it is stored from coarse to fine rather than from the top down.

    """
    out = BytesIO()
    small.save(out, "JPEG", quality=80)
    jpeg = out.getvalue()
    said = exif or Image.Exif()
    said.endian = "<"
    said.setdefault(ORIENTATION, 1)
    tiff = bytearray(said.tobytes()[len(b"Exif\0\0") :])
    entries = int.from_bytes(tiff[_FIRST_AT : _FIRST_AT + 2], "little")
    following = _FIRST_AT + 2 + 12 * entries
    tiff[following : following + 4] = struct.pack("<I", len(tiff))
    rows = [(COMPRESSION, SHORT, 6), (JPEG_OFFSET, LONG, len(tiff) + 2 + 12 * 3 + 4), (JPEG_BYTES, LONG, len(jpeg))]
    tiff += struct.pack("<H", len(rows))
    for tag, kind, value in rows:
        tiff += struct.pack("<HHII", tag, kind, 1, value)
    tiff += struct.pack("<I", 0) + jpeg
    whole = BytesIO()
    photo.save(whole, "JPEG", quality=88, progressive=progressive, exif=b"Exif\0\0" + bytes(tiff))
    return whole.getvalue()
