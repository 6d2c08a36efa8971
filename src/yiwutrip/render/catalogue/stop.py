"""What happens at a stop that is no stall, in the calendar, on maps and on the day's sheet."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "stop.start": ("出发", "Start"),
    "stop.end": ("到达", "Arrive"),
    "stop.meal": ("吃饭", "Meal"),
    "stop.car": ("卸样上车", "Unload at the car"),
    "stop.departure": ("装车返程", "Load up and drive home"),
}
