"""Why the program could not do it, one sentence for each code of a `TripError`; problems are listed below it."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "error.bad-trip-file": (
        "行程文件 {file} 有 {count} 处要改，什么都没有保存",
        "the trip file {file} has {count} faults to be mended; nothing was stored",
    ),
}
