"""What `yiwutrip sample photos` shows: which photo went to which sample, and which went nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_off
from yiwutrip.render.cells import wrap
from yiwutrip.render.lines import BLANK, Line, Page, Role, Span, hints, line
from yiwutrip.render.problems import problem_lines
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.domain.problems import Problem
    from yiwutrip.usecases.attach_photos import Attached, PhotosAttached


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
        "attached": [_attached(one) for one in result.attached],
        "known": [photo.file for photo in result.known],
        "unplaced": [photo.file for photo in result.unplaced],
        "dry_run": shown.dry_run,
    }


def _attached(one: Attached) -> dict[str, object]:
    said = {"photo": one.photo.file, "number": one.number, "article": one.article, "made": one.made, "by": one.how}
    return said if one.off is None else {**said, "off_s": int(one.off.total_seconds())}


def _where(one: Attached, page: Page) -> Iterator[Line]:
    """A photo under its sample, with what it was found by."""
    off = page.words("note.photo-off", off=say_off(one.off, page.words)) if one.off is not None else ""
    how = page.words(f"note.photo-by-{one.how}")
    yield (Span(f"    {one.photo.file}  "), Span(f"{how}{off}", Role.DIM))


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
        count = words("note.photo-count", count=len(ones))
        yield (Span(number, Role.BOLD), Span(f"  {ones[0].article}  {count}  {mark}"))
        for one in ones:
            yield from _where(one, page)
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
