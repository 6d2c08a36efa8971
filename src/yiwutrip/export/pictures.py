"""Photos made small enough for paper and spreadsheets."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from yiwutrip.domain.manifest import ManifestSample
    from yiwutrip.export.registry import PictureLoader
    from yiwutrip.usecases.ports import SmallPhotos

SIDE_PX = 160
"""Of a small picture, at most: 13.5 mm at 300 dots an inch, and twice what a spreadsheet's cell shows."""

# A photo that claims more than this is not one: decoding it would take more memory than the laptop has.
MOST_PIXELS = 200_000_000


class SmallPictures:
    """
    Small pictures of photos, each made once and then kept. A `registry.PictureLoader`.

    Args:
        original: the bytes of the photo of that SHA-256, None where it has gone.
        kept: where small pictures are between one time and the next.

    """

    def __init__(self, original: Callable[[str], bytes | None], kept: SmallPhotos) -> None:
        self._original = original
        self._kept = kept

    def __call__(self, name: str) -> bytes | None:
        """The small picture of that photo; one that was kept is there even where the original has gone."""
        small = self._kept.read(name)
        if small is None and (content := self._original(name)) is not None:
            small = self.make(name, content)
        return small

    def make(self, name: str, content: bytes) -> bytes | None:
        """Make and keep the small picture of that original; None where its bytes are no picture."""
        small = thumbnail(content, SIDE_PX)
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


def thumbnail(original: bytes, side_px: int) -> bytes | None:
    """A small upright JPEG, None where the bytes are not a picture that can be read."""
    if original[4:8] == b"ftyp":
        _learn_heif()
    try:
        with Image.open(BytesIO(original)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            # JPEG can be decoded at an eighth of its size, which is most of the time saved.
            opened.draft("RGB", (side_px * 2, side_px * 2))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((side_px, side_px))
            out = BytesIO()
            _on_white(upright).save(out, "JPEG", quality=72, optimize=True)
            return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _learn_heif() -> None:
    """HEIC is read where the extra for it is installed."""
    with suppress(ImportError):
        import pi_heif  # noqa: PLC0415 -- an extra, for those whose phones take HEIC

        pi_heif.register_heif_opener()


def _on_white(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    with_alpha = picture.convert("RGBA")
    paper = Image.new("RGBA", with_alpha.size, "white")
    return Image.alpha_composite(paper, with_alpha).convert("RGB")
