"""Labels on samples."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "label.written": ("标签 {count} 张", "{count:# label|# labels}"),
    "label.title": ("样品标签", "Sample labels"),
    "label.article": ("品名", "Article"),
    "label.price": ("价/起订", "Price, MOQ"),
    "label.stall": ("商位", "Stall"),
    "label.deposit": ("押{yuan}", "dep. {yuan}"),
    "label.back": ("{day}还", "back {day}"),
}
