"""When a photo was taken: by what the camera wrote into it, else by the name that phones and WeChat give it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from yiwutrip.domain.clock import MARKET_ZONE

if TYPE_CHECKING:
    from PIL.Image import Exif

_EXIF_IFD: Final = 0x8769
_TAKEN, _TAKEN_OFFSET = 0x9003, 0x9011
_CHANGED, _CHANGED_OFFSET = 0x0132, 0x9010
_MOMENT: Final = re.compile(r"(\d{4})[:\-](\d\d)[:\-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET: Final = re.compile(r"([+-])(\d\d):(\d\d)")
# IMG_20210414_102345.jpg, 微信图片_20210414102345.jpg, Screenshot 2021-04-14 10-23-45, PXL_20210414_102345678.
_IN_NAME: Final = re.compile(r"(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)[-_. T]{0,2}(\d\d)[-_.:]?(\d\d)[-_.:]?(\d\d)")
# mmexport1618367025123.jpg and wx_camera_1618367025123.jpg: milliseconds since 1970.
_MILLISECONDS_IN_NAME: Final = re.compile(r"(?:mmexport|wx_camera_|microMsg\.)(1\d{12})(?!\d)", re.IGNORECASE)


def taken_at(exif: Exif, name: str) -> datetime | None:
    """
    When a photo was taken, in market time; None where neither the camera nor the name says.

    A camera that names no zone is taken to show the market's time.
    """
    details = exif.get_ifd(_EXIF_IFD)
    return (
        _moment(details.get(_TAKEN), details.get(_TAKEN_OFFSET))
        or _moment(exif.get(_CHANGED), details.get(_CHANGED_OFFSET))
        or moment_in_name(name)
    )


def moment_in_name(name: str) -> datetime | None:
    """The moment that a file's name spells out."""
    if match := _MILLISECONDS_IN_NAME.search(name):
        return datetime.fromtimestamp(int(match[1]) // 1000, UTC).astimezone(MARKET_ZONE)
    match = _IN_NAME.search(name)
    return None if match is None else _built(match)


def _moment(text: object, offset: object) -> datetime | None:
    match = _MOMENT.match(text) if isinstance(text, str) else None
    moment = None if match is None else _built(match)
    if moment is None:
        return None
    zone = _OFFSET.match(offset) if isinstance(offset, str) else None
    if zone is None:
        return moment
    ahead = timedelta(hours=int(zone[2]), minutes=int(zone[3]))
    if ahead >= timedelta(hours=24):
        return moment
    said = timezone(ahead if zone[1] == "+" else -ahead)
    return moment.replace(tzinfo=said).astimezone(MARKET_ZONE)


def _built(match: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second = (int(part) for part in match.groups())
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=MARKET_ZONE)
    except ValueError:
        return None
    # Cameras that have lost their clock write 1970 or 0000.
    return moment if 2000 <= year <= 2100 else None
