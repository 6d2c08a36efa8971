"""One photo: whether it is one, whose label is in it, and when it was taken."""

from __future__ import annotations

import hashlib
import re
import struct
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image, UnidentifiedImageError

from yiwutrip.domain.errors import BadInputError
from yiwutrip.domain.photo import MOST_PIXELS
from yiwutrip.ingest.photos.moments import taken_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

LARGEST_FILE_BYTES: Final = 50 * 1024**2

# Pillow's own limit is lower than what phones take; it raises at twice this one, after ours.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS

_FORMATS: Final = ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"]
_HEIF_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_SAMPLE: Final = re.compile(r"YW1:([A-Z]{1,3}-\d{1,6})")
_FIRST_LOOK_PX: Final = 1600
_SECOND_LOOK_PX: Final = 4800
_FAULTS: Final = (OSError, ValueError, SyntaxError, TypeError, struct.error, EOFError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class PhotoReading:
    """
    What a photo tells by itself.

    Attributes:
        sha256: of its bytes; the original is kept under it.
        taken_at: market time; None where neither the camera nor the file's name says.
        numbers: sample numbers of the labels in the picture, in order of their place from the top.
        other_codes: QR codes in it that are not ours (a stall's WeChat, say).

    """

    name: str
    sha256: str
    taken_at: datetime | None
    numbers: tuple[str, ...]
    other_codes: int
    width_px: int
    height_px: int


def read_photo(data: bytes, name: str) -> PhotoReading:
    """
    Look at one photo.

    Positions that the camera wrote into it are not read.

    Args:
        data: the file's bytes.
        name: of the file; WeChat leaves the time nowhere else.

    Raises:
        BadInputError: it is too large, no photo, cut short, of more pixels than a photo has, or HEIC without the extra.

    """
    if len(data) > LARGEST_FILE_BYTES:
        size, limit = (f"{count / 1024**2:,.0f}" for count in (len(data), LARGEST_FILE_BYTES))
        raise BadInputError("photo-too-large", name=name, size_mb=size, limit_mb=limit)
    with _opened(data, name) as picture:
        width, height = picture.size
        moment = taken_at(picture.getexif(), name)
        texts = _codes(picture, _FIRST_LOOK_PX)
    if not texts and max(width, height) > _FIRST_LOOK_PX:
        with _opened(data, name) as picture:
            texts = _codes(picture, _SECOND_LOOK_PX)
    numbers = [match[1] for text in texts if (match := _SAMPLE.fullmatch(text))]
    return PhotoReading(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        taken_at=moment,
        numbers=tuple(dict.fromkeys(numbers)),
        other_codes=len(texts) - len(numbers),
        width_px=width,
        height_px=height,
    )


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Image.Image]:
    formats = _FORMATS
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        _learn_heif(name)
        formats = ["HEIF"]
    with warnings.catch_warnings():
        # Pillow warns of large pictures and of odd metadata; the limit here is our own.
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=formats) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise BadInputError("photo-too-many-pixels", name=name, most=MOST_PIXELS // 1_000_000)
                yield picture
        except UnidentifiedImageError:
            raise BadInputError("no-photo", name=name) from None
        except Image.DecompressionBombError:
            raise BadInputError("photo-too-many-pixels", name=name, most=MOST_PIXELS // 1_000_000) from None
        except _FAULTS:
            raise BadInputError("photo-damaged", name=name) from None


def _learn_heif(name: str) -> None:
    try:
        import pi_heif  # noqa: PLC0415 -- an extra, for those whose phones take HEIC
    except ImportError:
        raise BadInputError("heic-needs-extra", name=name) from None
    pi_heif.register_heif_opener()


def _codes(picture: Image.Image, side_px: int) -> list[str]:
    """The texts of the QR codes in a picture, looked for in a grey copy of at most that side, from the top down."""
    import zxingcpp  # noqa: PLC0415 -- only who has photos needs it

    # JPEG can be decoded at an eighth of its size, which is most of the time saved.
    picture.draft("L", (side_px, side_px))
    grey = picture.convert("L")
    grey.thumbnail((side_px, side_px))
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    found = sorted(found, key=lambda code: (code.position.top_left.y, code.position.top_left.x))
    return [str(code.text) for code in found]
