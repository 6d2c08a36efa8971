from __future__ import annotations

import hashlib
import io
import struct
import sys
import zlib
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from yiwutrip.domain.errors import BadInputError
from yiwutrip.ingest.photos import read_photo
from yiwutrip.ingest.photos import reading as module
from yiwutrip.render.catalogue.error import ENTRIES

SHANGHAI = ZoneInfo("Asia/Shanghai")


def label(text: str, side_px: int) -> Image.Image:
    """A QR code as a label has it, of about that side."""
    code = segno.make(text, error="m", micro=False)
    out = io.BytesIO()
    code.save(out, kind="png", scale=8, border=4)
    return Image.open(io.BytesIO(out.getvalue())).convert("RGB").resize((side_px, side_px))


def photo(*labels: Image.Image, size: tuple[int, int] = (1200, 900), kind: str = "JPEG", taken: str = "") -> bytes:
    """A table with labels on it, one below the other."""
    picture = Image.new("RGB", size, (186, 160, 120))
    top = 40
    for one in labels:
        picture.paste(one, (60, top))
        top += one.height + 40
    exif = picture.getexif()
    if taken:
        moment, _, offset = taken.partition(" | ")
        details = exif.get_ifd(0x8769)
        details[0x9003] = moment
        if offset:
            details[0x9011] = offset
    out = io.BytesIO()
    picture.save(out, kind, exif=exif)
    return out.getvalue()


def test_the_label_in_a_photo_says_whose_it_is() -> None:
    data = photo(label("YW1:A-001", 200))

    reading = read_photo(data, "IMG_1.jpg")

    assert reading.numbers == ("A-001",)
    assert reading.sha256 == hashlib.sha256(data).hexdigest()
    assert (reading.width_px, reading.height_px) == (1200, 900)


def test_a_small_label_in_a_large_photo_is_found_in_the_second_look() -> None:
    # 21 modules and the white around on 110 of 4000 px: at 1600 px under 2 px a module, too few to read.
    data = photo(label("YW1:B-042", 110), size=(4000, 3000))

    assert read_photo(data, "x.jpg").numbers == ("B-042",)


def test_two_labels_are_read_from_the_top_down_and_others_codes_are_counted() -> None:
    data = photo(label("YW1:A-002", 200), label("https://example.invalid/u", 200), label("YW1:A-001", 200))

    reading = read_photo(data, "x.jpg")

    assert (reading.numbers, reading.other_codes) == (("A-002", "A-001"), 1)


@pytest.mark.parametrize("text", ["YW1:a-001", "YW1:A-001 ", "YW2:A-001", "A-001", "YW1:A-"])
def test_a_code_that_is_almost_ours_is_not(text: str) -> None:
    reading = read_photo(photo(label(text, 300)), "x.jpg")

    assert (reading.numbers, reading.other_codes) == ((), 1)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_every_kind_of_picture_is_read(kind: str) -> None:
    assert read_photo(photo(label("YW1:A-007", 240), kind=kind), "x").numbers == ("A-007",)


HEIC_HEAD = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100


def test_a_heic_photo_without_the_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)

    assert refused(HEIC_HEAD) == "heic-needs-extra"


def test_a_heic_photo_is_opened_with_the_extra() -> None:
    pytest.importorskip("pi_heif")

    # The head alone is no picture, but it is the extra that says so.
    assert refused(HEIC_HEAD) in {"photo-damaged", "no-photo"}


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ("2021:04:14 10:23:45", datetime(2021, 4, 14, 10, 23, 45, tzinfo=SHANGHAI)),
        # Two hours west of the market it is two hours earlier.
        ("2021:04:14 08:23:45 | +06:00", datetime(2021, 4, 14, 10, 23, 45, tzinfo=SHANGHAI)),
        ("0000:00:00 00:00:00", None),
        ("1970:01:01 00:00:00", None),
        ("nonsense", None),
        ("2021:04:14 10:23:45 | +99:99", datetime(2021, 4, 14, 10, 23, 45, tzinfo=SHANGHAI)),
    ],
)
def test_the_camera_says_when(taken: str, expected: datetime | None) -> None:
    assert read_photo(photo(taken=taken), "x.jpg").taken_at == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IMG_20210414_102345.jpg", datetime(2021, 4, 14, 10, 23, 45, tzinfo=SHANGHAI)),
        ("微信图片_20210414102345.jpg", datetime(2021, 4, 14, 10, 23, 45, tzinfo=SHANGHAI)),
        ("PXL_20210414_102345678.jpg", datetime(2021, 4, 14, 10, 23, 45, tzinfo=SHANGHAI)),
        # 1618367025 s after 1970 is 14 April 2021, 02:23:45 UTC.
        ("mmexport1618367025123.jpg", datetime(2021, 4, 14, 10, 23, 45, tzinfo=SHANGHAI)),
        ("IMG_20219914_102345.jpg", None),
        ("IMG_0001.jpg", None),
    ],
)
def test_where_the_camera_is_silent_the_name_says_when(name: str, expected: datetime | None) -> None:
    assert read_photo(photo(), name).taken_at == expected


def refused(data: bytes) -> str:
    with pytest.raises(BadInputError) as caught:
        read_photo(data, "x.jpg")
    for sentence in ENTRIES[f"error.{caught.value.code}"]:
        assert sentence.format(**caught.value.params)
    return caught.value.code


def test_a_text_file_is_no_photo() -> None:
    assert refused("一个文本文件".encode()) == refused(b"") == "no-photo"


def test_a_photo_cut_short_is_damaged() -> None:
    data = photo(label("YW1:A-001", 200))

    assert refused(data[: len(data) // 2]) == "photo-damaged"


def test_a_photo_beyond_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE_BYTES", 1000)

    assert refused(b"\xff\xd8\xff" + b"0" * 1000) == "photo-too-large"


def test_a_decompression_bomb_is_refused_before_it_is_unpacked() -> None:
    # A PNG of 60,000 x 60,000 pixels, whose 3.6 gigapixels are all the same and therefore take no room in the file.
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )

    assert refused(bomb) == "photo-too-many-pixels"


@settings(max_examples=60)
@given(st.binary(max_size=60), st.integers(0, 100_000), st.integers(0, 200))
def test_no_damage_raises_anything_but_bad_input(junk: bytes, at: int, cut: int) -> None:
    data = photo(size=(120, 90), taken="2021:04:14 10:23:45")
    at %= len(data)

    with suppress(BadInputError):
        read_photo(data[:at] + junk + data[at + cut :], "x.jpg")


def test_a_photo_of_two_hundred_megapixels_is_read() -> None:
    # 16,320 x 12,240 = 199.8 megapixels, as phones of 2021 take them.
    large = io.BytesIO()
    Image.new("1", (16_320, 12_240), 1).save(large, "PNG")

    read = read_photo(large.getvalue(), "large.png")

    assert (read.width_px, read.height_px, read.numbers) == (16_320, 12_240, ())
