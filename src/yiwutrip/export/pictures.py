"""Photos made small enough for paper and spreadsheets."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import ExifTags, Image, ImageOps

from yiwutrip.domain.photo import MOST_PIXELS
from yiwutrip.export.embedded import camera_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from yiwutrip.domain.manifest import ManifestSample
    from yiwutrip.export.registry import PictureLoader
    from yiwutrip.usecases.ports import SmallPhotos

SIDE_PX = 160
"""Of a small picture, at most: 13.5 mm at 300 dots an inch, and twice what a spreadsheet's cell shows."""

MOST_WHOLE_PIXELS = 64_000_000
"""Of what has to be decoded at its full size, which takes four bytes a pixel: PNG, HEIC and the like."""

# Pillow's own limit is lower than what phones take; it raises at twice this one, after ours.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


class SmallPictures:
    """
    Small pictures of photos, each made once and then kept. A `registry.PictureLoader`.

    Args:
        original: opens the photo of that SHA-256, None where it has gone; a photo is seldom read to its end.
        kept: where small pictures are between one time and the next.

    """

    def __init__(self, original: Callable[[str], BinaryIO | None], kept: SmallPhotos) -> None:
        self._original = original
        self._kept = kept

    def __call__(self, name: str) -> bytes | None:
        """The small picture of that photo; one that was kept is there even where the original has gone."""
        small = self._kept.read(name)
        if small is None and (original := self._original(name)) is not None:
            with original:
                small = self.make(name, original)
        return small

    def make(self, name: str, original: BinaryIO) -> bytes | None:
        """Make and keep the small picture of that original; None where it is no picture."""
        small = thumbnail(original, SIDE_PX)
        if small is not None:
            self._kept.keep(name, small)
        return small


def first_pictures(samples: Iterable[ManifestSample], picture: PictureLoader) -> dict[str, bytes]:
    """The first readable photo of each sample by the sample's number, small."""
    rows = list(samples)

    def first(row: ManifestSample) -> bytes | None:
        return next((small for name in row.photos if (small := picture(name)) is not None), None)

    # Pillow lets go of the interpreter's lock while it decodes.
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        made = workers.map(first, rows)
        return {row.number: small for row, small in zip(rows, made, strict=True) if small is not None}


def thumbnail(original: BinaryIO, side_px: int) -> bytes | None:
    """A small upright JPEG, None where the file is not a picture that can be read."""
    try:
        if original.read(8)[4:] == b"ftyp":
            _learn_heif()
        with Image.open(original) as photo:
            if photo.width * photo.height > (MOST_PIXELS if photo.format in {"JPEG", "MPO"} else MOST_WHOLE_PIXELS):
                return None
            small = camera_picture(photo, original, side_px) or _made_small(photo, side_px)
            small.thumbnail((side_px, side_px))
            out = BytesIO()
            _upright(_on_white(small), photo).save(out, "JPEG", quality=72, optimize=True)
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _made_small(photo: Image.Image, side_px: int) -> Image.Image:
    """The photo at twice that size or more."""
    # JPEG can be decoded at an eighth of its size, which is most of the time saved.
    photo.draft("RGB", (side_px * 2, side_px * 2))
    photo.load()
    return photo


def _upright(small: Image.Image, photo: Image.Image) -> Image.Image:
    """The small picture turned as the photo says that it has to be."""
    small.getexif()[ExifTags.Base.Orientation] = photo.getexif().get(ExifTags.Base.Orientation, 1)
    return ImageOps.exif_transpose(small)


def _learn_heif() -> None:
    """HEIC is read where the extra for it is installed."""
    with suppress(ImportError):
        import pi_heif  # noqa: PLC0415 -- an extra, for those whose phones take HEIC

        pi_heif.register_heif_opener()


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):
        # 16 bits a pixel, of which Pillow would keep the lower half's white.
        return picture.convert("I").point(lambda level: level / 256).convert("RGB")
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    with_alpha = picture.convert("RGBA")
    paper = Image.new("RGBA", with_alpha.size, "white")
    return Image.alpha_composite(paper, with_alpha).convert("RGB")
