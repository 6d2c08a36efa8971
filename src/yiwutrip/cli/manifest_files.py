"""The manifest as files in a folder, and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING

from yiwutrip.cli.files import make_folder
from yiwutrip.cli.papers import open_in_browser
from yiwutrip.export.files import write_file
from yiwutrip.export.manifest_json import manifest_data
from yiwutrip.export.registry import manifest_exporter
from yiwutrip.render.manifest import manifest_lines
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.words import Words
    from yiwutrip.export.registry import PictureLoader
    from yiwutrip.render.lines import Line, Page
    from yiwutrip.usecases.ports import Progress


@dataclass(frozen=True, slots=True)
class ManifestWritten:
    """The manifest and where it lies."""

    manifest: Manifest
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ManifestPaper:
    """Which formats, into which folder; ``pdf`` asks for that format too, ``open_it`` for the page and a look at it."""

    formats: tuple[str, ...]
    folder: Path
    pdf: bool = False
    open_it: bool = False


def watched(picture: PictureLoader, samples: int, tell: Progress) -> PictureLoader:
    """The same pictures; somebody is told how many of the samples have theirs, for each format anew."""
    lock, asked = Lock(), count()

    def one(name: str) -> bytes | None:
        small = picture(name)
        with lock:
            tell(next(asked) % samples + 1, samples)
        return small

    return one


def write_manifest(manifest: Manifest, wanted: ManifestPaper, words: Words, picture: PictureLoader) -> ManifestWritten:
    """
    Write the manifest in each format; nothing is written where one of them is unknown or cannot be made.

    Raises:
        UsageError: ``unknown-format``.
        MissingProgramError: a PDF is wanted and there is no browser.
        TripError: a file cannot be written.

    """
    more = (*(["html"] if wanted.open_it else []), *(["pdf"] if wanted.pdf else []))
    formats = dict.fromkeys((*wanted.formats, *more))
    exporters = {name: manifest_exporter(name) for name in formats}
    contents = {name: export(manifest, words, picture) for name, export in exporters.items()}
    make_folder(wanted.folder)
    files = [write_file(wanted.folder / f"manifest.{name}", content) for name, content in contents.items()]
    if wanted.open_it:
        open_in_browser(wanted.folder / "manifest.html")
    return ManifestWritten(manifest, tuple(files))


def _data(written: ManifestWritten) -> dict[str, object]:
    return {**manifest_data(written.manifest), "files": [str(path) for path in written.files]}


def _lines(written: ManifestWritten, page: Page) -> Iterator[Line]:
    return manifest_lines(written.manifest, written.files, page)


MANIFEST: View[ManifestWritten] = View("manifest", _data, _lines)
