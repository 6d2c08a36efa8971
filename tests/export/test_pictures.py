"""Photos become small and upright, and what is no photo becomes nothing."""

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.export.made import photograph
from yiwutrip.domain.manifest import ManifestSample
from yiwutrip.domain.sample import Quote
from yiwutrip.export.pictures import SmallPictures, first_pictures, thumbnail


def opened(jpeg: bytes | None) -> Image.Image:
    assert jpeg is not None
    return Image.open(BytesIO(jpeg))


def small(photo: bytes, side_px: int) -> bytes | None:
    return thumbnail(BytesIO(photo), side_px)


def originals(**photos: bytes) -> Callable[[str], BytesIO | None]:
    """Opens photos that are in memory."""
    return lambda name: BytesIO(photos[name]) if name in photos else None


def test_the_long_side_is_what_was_asked() -> None:
    assert opened(small(photograph(4000, 3000), 148)).size == (148, 111)


def test_a_small_photo_is_not_blown_up() -> None:
    assert opened(small(photograph(40, 30), 148)).size == (40, 30)


def test_a_photo_taken_upright_stands_upright() -> None:
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # Orientation: turn right by 90 degrees (Exif 2.3, 4.6.4)
    Image.new("RGB", (400, 300)).save(out, "JPEG", exif=exif)

    assert opened(small(out.getvalue(), 100)).size == (75, 100)


def test_what_is_transparent_is_white_paper() -> None:
    out = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")

    assert opened(small(out.getvalue(), 50)).getpixel((25, 25)) == (255, 255, 255)


def test_grey_of_sixteen_bits_is_grey() -> None:
    out = BytesIO()
    # 0x8000 of 0xFFFF is 0x80 of 0xFF.
    Image.new("I;16", (50, 50), 0x8000).save(out, "PNG")

    assert opened(small(out.getvalue(), 50)).getpixel((25, 25)) == (0x80, 0x80, 0x80)


@pytest.mark.parametrize("cut", [0, 3, 50, 400])
def test_half_a_photo_is_none(cut: int) -> None:
    assert small(photograph()[:cut], 100) is None


@given(st.binary(max_size=200))
def test_no_bytes_raise(content: bytes) -> None:
    assert small(content, 100) is None


@pytest.mark.parametrize(("kind", "shown"), [("JPEG", True), ("PNG", False)])
def test_a_huge_photo_is_shown_where_it_need_not_be_decoded_whole(kind: str, shown: bool) -> None:
    out = BytesIO()
    Image.new("L", (12000, 8000), 200).save(out, kind)

    assert (small(out.getvalue(), 160) is not None) == shown


class Kept(dict[str, bytes]):
    """Small photos in memory."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def keep(self, name: str, jpeg: bytes) -> None:
        self[name] = jpeg


def test_the_first_photo_that_can_be_read_is_shown() -> None:
    row = ManifestSample(number="A-001", article="", pieces=1, quote=Quote(), photos=("gone", "broken", "good"))
    kept = Kept()
    photos = originals(broken=b"?", good=photograph())

    assert first_pictures([row], SmallPictures(photos, kept)) == {"A-001": kept["good"]}
    assert opened(kept["good"]).size == (160, 120)
    assert list(kept) == ["good"]


def test_a_small_picture_is_made_once_and_outlasts_its_original() -> None:
    kept = Kept()
    first = SmallPictures(originals(a=photograph()), kept)("a")

    assert SmallPictures(originals(), kept)("a") == first
    assert SmallPictures(originals(), Kept())("a") is None
