"""Every table whose rows two devices may change, parents before children."""

from __future__ import annotations

from yiwutrip.storage.sample_rows import SAMPLES
from yiwutrip.storage.samples import PHOTOS
from yiwutrip.storage.trips import ITINERARIES, PACKINGS, TRIPS
from yiwutrip.storage.visits import VISITS

KINDS = {kind.table: kind for kind in (TRIPS, ITINERARIES, PACKINGS, VISITS, SAMPLES, PHOTOS)}

NAMES = {
    "trips": ("trip", "name"),
    "itineraries": ("plan", "trip"),
    "packings": ("packing", "trip"),
    "visits": ("visit", "stall"),
    "samples": ("sample", "number"),
    "sample_photos": ("photo", "photo"),
}
"""What a table's rows are called in a conflict, and which column names one of them."""
