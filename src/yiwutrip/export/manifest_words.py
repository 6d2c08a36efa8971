"""Names of things in the manifest, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.domain.manifest import ManifestBox
    from yiwutrip.domain.words import Words


def box_name(box: ManifestBox, words: Words) -> str:
    """``箱 2``, or what travels loose."""
    return words("manifest.loose") if box.box is None else words("manifest.box", number=box.box.number)


def missing_names(keys: tuple[str, ...], words: Words) -> str:
    """What is missing, in words."""
    return words("manifest.comma").join(words(f"manifest.missing.{key}") for key in keys)
