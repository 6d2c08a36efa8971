"""What `yiwutrip sample photos` shows: which photo went to which sample, and which went nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from yiwutrip.render.cells import wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, hints, line
from yiwutrip.render.problems import problem_lines
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.problems import Problem
    from yiwutrip.usecases.attach_photos import PhotosAttached


@dataclass(frozen=True, slots=True)
class PhotosShown:
    """What became of the photos; ``count`` could be read, ``left_out`` are the others."""

    result: PhotosAttached
    count: int
    dry_run: bool
    left_out: tuple[Problem, ...] = ()


def _data(shown: PhotosShown) -> dict[str, object]:
    result = shown.result
    return {
        "photos": shown.count,
        "attached": [{"photo": one.photo.file, "number": one.number, "made": one.made} for one in result.attached],
        "known": [photo.file for photo in result.known],
        "unplaced": [photo.file for photo in result.unplaced],
        "dry_run": shown.dry_run,
    }


def _lines(shown: PhotosShown, page: Page) -> Iterator[Line]:
    words, result = page.words, shown.result
    if not shown.count and not shown.left_out:
        yield line(words("note.no-photos"), Role.WARN)
        return
    yield line(words("note.photos", count=shown.count, known=len(result.known)), Role.BOLD)
    in_order = sorted(result.attached, key=lambda one: one.number)
    for number, group in groupby(in_order, key=lambda one: one.number):
        ones = list(group)
        mark = words("note.made") if any(one.made for one in ones) else ""
        yield (Span(number, Role.BOLD), Span(f"  {words('note.photo-count', count=len(ones))}  {mark}"))
    if result.unplaced:
        yield line(words("note.unplaced", count=len(result.unplaced)), Role.WARN)
        for text in wrap("  ".join(photo.file for photo in result.unplaced), page.room - 2):
            yield line(f"  {text}")
    if shown.left_out:
        yield BLANK
        yield from problem_lines(shown.left_out, page)
    if shown.dry_run:
        yield line(words("note.photos-dry"), Role.BOLD)
    else:
        yield from hints(page, "yiwutrip sample list", "yiwutrip sample missing")


PHOTOS: View[PhotosShown] = View("sample photos", _data, _lines)
