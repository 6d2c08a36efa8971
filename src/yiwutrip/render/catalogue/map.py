"""Stops and gates on a phone's map."""

from __future__ import annotations

ENTRIES: dict[str, tuple[str, str]] = {
    "map.gates": ("门", "Gates"),
}
