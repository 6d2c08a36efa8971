"""The small picture that a camera writes into its photo is taken where it shows the photo, and only there."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from phone_photo import with_small_picture
from yiwutrip.export.embedded import camera_picture
from yiwutrip.export.pictures import thumbnail

WIDTH, HEIGHT = 1600, 1200


def scene(seed: int = 1, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """Patches of colour, as a shelf of goods is."""
    patches = np.random.default_rng(seed).integers(0, 255, (9, 12, 3), dtype=np.uint8)
    return Image.fromarray(patches).resize(size, Image.Resampling.BICUBIC)


def own(photo: Image.Image, width: int = 160, height: int = 120) -> Image.Image:
    """The small picture that a camera makes of its photo."""
    return photo.resize((width, height), Image.Resampling.LANCZOS)


def found(photo: bytes, side_px: int = 160) -> Image.Image | None:
    file = BytesIO(photo)
    with Image.open(file) as opened:
        return camera_picture(opened, file, side_px)


def test_a_cameras_own_picture_is_taken() -> None:
    taken = found(with_small_picture(scene(), own(scene())))

    assert taken is not None
    assert taken.size == (160, 120)


def _bars(photo: Image.Image) -> Image.Image:
    """A wide photo's own picture between bars, 4:3 as some cameras write them."""
    boxed = Image.new("RGB", (160, 120))
    boxed.paste(own(photo, 160, 90), (0, 15))
    return boxed


@pytest.mark.parametrize(
    ("photo", "small"),
    [
        pytest.param(scene(1), lambda _: own(scene(2)), id="of another photo"),
        pytest.param(scene(1), lambda one: own(one, 128, 96), id="too small"),
        pytest.param(scene(1, (1600, 900)), _bars, id="between bars"),
        pytest.param(scene(1), lambda one: own(one.crop((200, 150, 1400, 1050))), id="from before it was cut"),
        pytest.param(scene(1), lambda one: own(one.rotate(180)), id="turned"),
        pytest.param(scene(1, (64, 48)), lambda one: own(one, 160, 120), id="of a photo that is small itself"),
    ],
)
def test_what_does_not_show_the_photo_is_left(photo: Image.Image, small: Callable[[Image.Image], Image.Image]) -> None:
    assert found(with_small_picture(photo, small(photo))) is None


def test_a_photo_stored_from_coarse_to_fine_has_no_upper_lines_to_compare() -> None:
    assert found(with_small_picture(scene(), own(scene()), progressive=True)) is None


def test_a_photo_without_one_and_another_format_have_none() -> None:
    for kind in ("JPEG", "PNG"):
        out = BytesIO()
        scene().save(out, kind)

        assert found(out.getvalue()) is None


@pytest.mark.parametrize(("changed", "believed"), [("2021:04:16 12:00:00", True), ("2021:04:16 20:00:00", False)])
def test_a_photo_changed_after_it_was_taken_is_not_believed(changed: str, believed: bool) -> None:
    exif = Image.Exif()
    exif[0x0132] = changed  # DateTime: the file was changed (Exif 2.3, 4.6.4)
    exif.get_ifd(0x8769)[0x9003] = "2021:04:16 12:00:00"  # DateTimeOriginal (4.6.5)

    assert (found(with_small_picture(scene(), own(scene()), exif)) is not None) == believed


@pytest.mark.parametrize("keep", [200, 5000, 12000])
def test_a_photo_cut_short_is_no_picture_or_its_own(keep: int) -> None:
    whole = with_small_picture(scene(), own(scene()))

    # No exception: what is damaged is told by the photo itself.
    thumbnail(BytesIO(whole[:keep]), 160)


def test_only_the_beginning_of_such_a_photo_is_read() -> None:
    class Counted(BytesIO):
        read_bytes = 0

        def read(self, size: int | None = -1) -> bytes:
            content = super().read(size)
            self.read_bytes += len(content)
            return content

    noise = np.random.default_rng(3).integers(0, 255, (3000, 4000, 3), dtype=np.uint8)
    photo = Image.fromarray(noise)
    file = Counted(with_small_picture(photo, own(photo)))

    assert thumbnail(file, 160) is not None
    assert file.read_bytes < len(file.getvalue()) / 5


def test_the_small_picture_is_turned_as_the_photo_is() -> None:
    # 6: what is stored lies on its left side (Exif 2.3, 4.6.4): its left edge is the top of what is seen.
    photo = Image.new("RGB", (WIDTH, HEIGHT), "white")
    photo.paste((200, 0, 0), (0, 0, WIDTH // 4, HEIGHT))
    exif = Image.Exif()
    exif[0x0112] = 6
    whole = with_small_picture(photo, own(photo), exif)

    small = thumbnail(BytesIO(whole), 160)

    assert small is not None
    upright = Image.open(BytesIO(small))
    assert upright.size == (120, 160)
    red, green, _ = upright.convert("RGB").getpixel((60, 10))  # type: ignore[misc]
    assert red > 150 > green
