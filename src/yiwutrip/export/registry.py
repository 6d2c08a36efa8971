"""
Which formats there are, each imported when it is first asked for.

A new format is one new module with a function ``export`` and one line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

from yiwutrip.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.words import Words
    from yiwutrip.export.plan import PlannedTrip
    from yiwutrip.usecases.rank_samples import Ranked

PictureLoader: TypeAlias = "Callable[[str], bytes | None]"
"""A photo by its SHA-256 as a small upright JPEG, None where there is none; called from several threads at once."""

MANIFEST_FORMATS: Mapping[str, str] = {
    "html": "yiwutrip.export.manifest_html",
    "xlsx": "yiwutrip.export.manifest_xlsx",
    "csv": "yiwutrip.export.manifest_csv",
    "json": "yiwutrip.export.manifest_json",
    "pdf": "yiwutrip.export.manifest_pdf",
}

PLAN_FORMATS: Mapping[str, str] = {
    "calendar": "yiwutrip.export.calendar",
    "geojson": "yiwutrip.export.geojson",
    "gpx": "yiwutrip.export.gpx",
    "kml": "yiwutrip.export.kml",
}


RANKING_FORMATS: Mapping[str, str] = {
    "xlsx": "yiwutrip.export.ranking",
    "csv": "yiwutrip.export.ranking",
}


class RankingExporter(Protocol):
    """Makes the bytes of one format; knows no path."""

    def __call__(self, ranked: Sequence[Ranked], words: Words, /) -> bytes:
        """The whole file."""
        ...


class ManifestExporter(Protocol):
    """Makes the bytes of one format; knows no path."""

    def __call__(self, manifest: Manifest, words: Words, picture: PictureLoader, /) -> bytes:
        """The whole file."""
        ...


class PlanFormat(Protocol):
    """A module that makes the bytes of one format from a plan."""

    EXTENSION: str

    def export(self, plan: PlannedTrip, words: Words, /) -> bytes:
        """The whole file."""
        ...


class _ManifestFormat(Protocol):
    export: ManifestExporter


def manifest_exporter(name: str) -> ManifestExporter:
    """
    The exporter of that format; the name is also the file's extension.

    Raises:
        UsageError: ``unknown-format``; ``known`` lists what there is.

    """
    return cast("_ManifestFormat", _module(MANIFEST_FORMATS, name)).export


def plan_exporter(name: str) -> PlanFormat:
    """
    The exporter of that format and its file's extension.

    Raises:
        UsageError: ``unknown-format``; ``known`` lists what there is.

    """
    return cast("PlanFormat", _module(PLAN_FORMATS, name))


def ranking_exporter(name: str) -> RankingExporter:
    """
    The exporter of that format; the name is also the file's extension.

    Raises:
        UsageError: ``unknown-format``; ``known`` lists what there is.

    """
    return cast("RankingExporter", getattr(_module(RANKING_FORMATS, name), f"as_{name}"))


def _module(formats: Mapping[str, str], name: str) -> object:
    if name not in formats:
        raise UsageError("unknown-format", name=name, known=", ".join(formats))
    return import_module(formats[name])
