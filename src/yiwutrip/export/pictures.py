"""Photos made small enough for paper and spreadsheets."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yiwutrip.domain.manifest import ManifestSample
    from yiwutrip.export.registry import PhotoLoader

# A photo that claims more than this is not one: decoding it would take more memory than the laptop has.
MOST_PIXELS = 200_000_000


def thumbnails(samples: Iterable[ManifestSample], photo: PhotoLoader, side_px: int) -> dict[str, bytes]:
    """The first readable photo of each sample by the sample's number, as a JPEG of at most that side."""
    rows = list(samples)
    # Pillow lets go of the interpreter's lock while it decodes.
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
        made = workers.map(lambda row: _first(row.photos, photo, side_px), rows)
        return {row.number: small for row, small in zip(rows, made, strict=True) if small is not None}


def thumbnail(original: bytes, side_px: int) -> bytes | None:
    """A small upright JPEG, None where the bytes are not a picture that can be read."""
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


def _first(photos: tuple[str, ...], photo: PhotoLoader, side_px: int) -> bytes | None:
    for name in photos:
        original = photo(name)
        small = None if original is None else thumbnail(original, side_px)
        if small is not None:
            return small
    return None


def _on_white(picture: Image.Image) -> Image.Image:
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    with_alpha = picture.convert("RGBA")
    paper = Image.new("RGBA", with_alpha.size, "white")
    return Image.alpha_composite(paper, with_alpha).convert("RGB")
