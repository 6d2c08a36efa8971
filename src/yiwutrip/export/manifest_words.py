"""Names of things in the manifest, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yiwutrip.domain.manifest import Manifest, ManifestBox
    from yiwutrip.domain.words import Words


def box_name(inside: ManifestBox, manifest: Manifest, words: Words) -> str:
    """``箱 2``; what travels loose; or that nothing has been packed yet."""
    if inside.box is not None:
        return words("manifest.box", number=inside.box.number)
    packed = any(one.box is not None for one in manifest.boxes)
    return words("manifest.loose" if packed else "manifest.not-packed")


def missing_names(keys: tuple[str, ...], words: Words) -> str:
    """What is missing, in words."""
    return words("manifest.comma").join(words(f"manifest.missing.{key}") for key in keys)
