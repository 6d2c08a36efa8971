"""The plan in a phone's calendar."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "calendar.leave": ("该动身了：{title}", "Time to go: {title}"),
    "calendar.wall": ("该到场了：{title}", "Be there now: {title}"),
    "calendar.cancelled": ("取消：{title}", "Cancelled: {title}"),
    "calendar.be-there": ("{at} 前到场布置", "be there to set up by {at}"),
    "calendar.walk": ("步行 {minutes} 分，{metres} 米", "walk {minutes} min, {metres} m"),
    "calendar.ride": ("乘车 {minutes} 分，{metres} 米", "ride {minutes} min, {metres} m"),
    "calendar.stay": ("就在这里", "right here"),
}
