"""
The small picture that a camera writes into its photo: decoding it costs a hundredth of decoding the photo.

It is a JPEG in the second directory of the Exif data (Exif 2.3, 4.5.6 and 4.6.5), 160 by 120 points or more. Programs
that change a photo may leave the old one in it, and some cameras put bars above and below it, so that it is believed
only if its shape is the photo's and the photo's uppermost lines, which are cheap to decode, look as its own do.
"""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import ExifTags, Image, ImageChops, ImageStat

if TYPE_CHECKING:
    from typing import BinaryIO

_EXIF_BEGINS: Final = len(b"Exif\0\0")
"""Before what the directories count their offsets from."""
_SOF_PLAIN: Final = (0xC0, 0xC1)
"""Frame headers of JPEGs that are stored from the top down (ITU-T T.81, table B.1); progressive ones are not."""
_SOF_HEIGHT: Final = 5
"""Where in a frame header, its marker counted, the two bytes with the number of lines stand (ITU-T T.81, B.2.2)."""
_SOS: Final = 0xDA
_EOI: Final = b"\xff\xd9"

_WORTH_IT: Final = 8
"""A photo that is fewer times as large is decoded as fast as it is doubted."""
_STRIP_SHARE: Final = 48
"""The part of the photo's lines that is compared: two or three lines of a picture of 120."""
_MCU_LINES: Final = 16
_ROOM: Final = 2
"""How much more than its share of the bytes the strip may take; a sky above a busy market takes less."""
_ROOM_BYTES: Final = 65536
_CELLS: Final = 16
"""Along the strip; each is the mean of many points, so that another way of making the picture small does not count."""
_MOST_APART: Final = 10.0
"""Of 255, on average over the cells: another picture of the same kind of thing is some 30 apart."""


def camera_picture(photo: Image.Image, file: BinaryIO, side_px: int) -> Image.Image | None:
    """
    The small picture in a photo, as the camera held it (not turned upright); None where there is none to be believed.

    Args:
        photo: as Pillow opened it, not loaded.
        file: what it was opened from; where it is read next is changed.
        side_px: the picture's long side, at least.

    """
    if photo.format not in {"JPEG", "MPO"} or max(photo.size) < side_px * _WORTH_IT:
        return None
    try:
        small = _stored(photo)
        if small is None or max(small.size) < side_px or not _same_shape(small.size, photo.size):
            return None
        strip = _uppermost(photo, file)
        return small if strip is not None and _alike(small, strip, photo.height) else None
    except (OSError, ValueError, SyntaxError, TypeError, KeyError, struct.error, Image.DecompressionBombError):
        return None


def _stored(photo: Image.Image) -> Image.Image | None:
    exif = photo.getexif()
    if _changed(exif):
        return None
    directory = exif.get_ifd(ExifTags.IFD.IFD1)
    begins = directory.get(ExifTags.Base.JpegIFOffset)
    size = directory.get(ExifTags.Base.JpegIFByteCount)
    if not begins or not size:
        return None
    from_here = _EXIF_BEGINS + begins
    small = Image.open(BytesIO(photo.info["exif"][from_here : from_here + size]), formats=["JPEG"])
    small.load()
    return small


def _changed(exif: Image.Exif) -> bool:
    """Whether a program has noted that it changed the photo after it was taken."""
    changed = exif.get(ExifTags.Base.DateTime)
    taken = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    return bool(changed and taken and changed != taken)


def _same_shape(small: tuple[int, int], photo: tuple[int, int]) -> bool:
    """Whether it is the whole photo but for rounding its shorter side to a point."""
    width, height = photo
    return abs(small[0] * height - small[1] * width) <= max(width, height)


def _uppermost(photo: Image.Image, file: BinaryIO) -> Image.Image | None:
    """
    The photo's uppermost lines in grey at an eighth of their size.

    A frame header that says fewer lines makes a decoder stop there: the rest need not even be read.
    """
    found = _headers(file)
    if found is None:
        return None
    frame, scan = found
    lines = -(-photo.height // _STRIP_SHARE // _MCU_LINES) * _MCU_LINES
    if lines >= photo.height:
        return None
    rest = file.seek(0, 2) - scan
    file.seek(0)
    head = bytearray(file.read(scan + rest * lines * _ROOM // photo.height + _ROOM_BYTES))
    head[frame + _SOF_HEIGHT : frame + _SOF_HEIGHT + 2] = lines.to_bytes(2, "big")
    strip = Image.open(BytesIO(bytes(head + _EOI)), formats=["JPEG"])
    strip.draft("L", (strip.width // 8, strip.height // 8))
    return strip.convert("L")


def _headers(file: BinaryIO) -> tuple[int, int] | None:
    """Where the frame's header and the scan's begin in a JPEG that is stored from the top down."""
    frame = None
    at = 2
    while True:
        file.seek(at)
        segment = file.read(4)
        if len(segment) < 4 or segment[0] != 0xFF:
            return None
        marker = segment[1]
        if marker in _SOF_PLAIN:
            frame = at
        elif marker == _SOS:
            return None if frame is None else (frame, at)
        at += 2 + int.from_bytes(segment[2:], "big")


def _alike(small: Image.Image, strip: Image.Image, photo_lines: int) -> bool:
    """Whether the small picture begins with what is in the strip."""
    # Whole lines of the small picture, and as much of the strip as they show.
    shown = strip.height * 8 * small.height // photo_lines
    if not shown:
        return False
    seen = shown * photo_lines / small.height / 8
    theirs = small.convert("L").resize((_CELLS, 1), Image.Resampling.BOX, (0, 0, small.width, shown))
    ours = strip.resize((_CELLS, 1), Image.Resampling.BOX, (0, 0, strip.width, min(seen, strip.height)))
    apart = ImageStat.Stat(ImageChops.difference(theirs, ours)).mean[0]
    return apart <= _MOST_APART
