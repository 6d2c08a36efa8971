"""Photos as phones take them: which sample's label is in the picture, and when it was taken."""

from __future__ import annotations

from yiwutrip.ingest.photos.folder import find_photos
from yiwutrip.ingest.photos.reading import PhotoReading, read_photo

__all__ = ["PhotoReading", "find_photos", "read_photo"]
