"""The trip file: TOML that people read and edit, to a `Trip`, with every fault and its line."""

from __future__ import annotations

from yiwutrip.ingest.trip_file.read import read_trip

__all__ = ["read_trip"]
