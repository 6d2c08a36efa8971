"""
Which formats there are, each imported when it is first asked for.

A new format is one new module with a function ``export`` and one line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

from yiwutrip.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.words import Words

PhotoLoader: TypeAlias = "Callable[[str], bytes | None]"
"""The original of that SHA-256, None where it has gone; it is called from several threads at once."""

MANIFEST_FORMATS: Mapping[str, str] = {
    "html": "yiwutrip.export.manifest_html",
    "xlsx": "yiwutrip.export.manifest_xlsx",
    "csv": "yiwutrip.export.manifest_csv",
    "json": "yiwutrip.export.manifest_json",
}


class ManifestExporter(Protocol):
    """Makes the bytes of one format; knows no path."""

    def __call__(self, manifest: Manifest, words: Words, photo: PhotoLoader, /) -> bytes:
        """The whole file."""
        ...


def manifest_exporter(name: str) -> ManifestExporter:
    """
    The exporter of that format; the name is also the file's extension.

    Raises:
        UsageError: ``unknown-format``; ``known`` lists what there is.

    """
    return cast("ManifestExporter", _load(MANIFEST_FORMATS, name))


def _load(formats: Mapping[str, str], name: str) -> object:
    if name not in formats:
        raise UsageError("unknown-format", name=name, known=", ".join(formats))
    return import_module(formats[name]).export
