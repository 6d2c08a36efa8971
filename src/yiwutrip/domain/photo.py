"""What is a photo, wherever one is looked at."""

from __future__ import annotations

from typing import Final

MOST_PIXELS: Final = 200_000_000
"""Phones take up to 200 megapixels; what claims more is a bomb, not a photo."""
