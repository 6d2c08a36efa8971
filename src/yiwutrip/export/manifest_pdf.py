"""The manifest as PDF: the page for paper, printed by a browser that is installed anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.export import manifest_html
from yiwutrip.export.pdf import print_pdf

if TYPE_CHECKING:
    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.words import Words
    from yiwutrip.export.registry import PictureLoader


def export(manifest: Manifest, words: Words, picture: PictureLoader) -> bytes:
    """
    What the HTML would print.

    Raises:
        MissingProgramError: ``no-browser``.
        TripError: ``pdf-failed``.

    """
    return print_pdf(manifest_html.export(manifest, words, picture))
