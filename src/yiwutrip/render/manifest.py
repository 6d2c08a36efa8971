"""What `yiwutrip manifest` says after it has written its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.render.lines import Line, Page, Role, hints, line, paths
from yiwutrip.render.pack import car_lines
from yiwutrip.render.values import kilos, money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from yiwutrip.domain.manifest import Manifest
    from yiwutrip.domain.words import Words


def manifest_lines(manifest: Manifest, files: Sequence[Path], page: Page) -> Iterator[Line]:
    """The sums, what is missing, and where the files are."""
    words, sums = page.words, manifest.sums
    yield line(words("manifest.done", trip=manifest.trip), Role.BOLD)
    weight = words("manifest.done-no-weight") if sums.weight_g is None else kilos(sums.weight_g)
    text = words(
        "manifest.done-sums",
        samples=sums.samples,
        pieces=sums.pieces,
        weight=weight,
        fees=money(sums.fees_fen, words),
        deposits=money(sums.deposits_fen, words),
    )
    yield line(text)
    if sums.unweighed and sums.weight_g is not None and not (manifest.fit and manifest.fit.car.unweighed):
        yield line(words("manifest.done-unweighed", count=sums.unweighed), Role.WARN)
    if manifest.fit:
        yield from car_lines(manifest.fit, page)
    if manifest.over_budget_fen:
        yield line(_over_budget(manifest, words), Role.WARN)
    if sums.missing:
        yield line(words("manifest.done-missing", count=sums.missing), Role.WARN)
    yield from paths(files)
    if sums.missing:
        yield from hints(page, "yiwutrip sample missing")
    elif not sums.samples:
        yield from hints(page, "yiwutrip sample add STALL ARTICLE")


def _over_budget(manifest: Manifest, words: Words) -> str:
    return words(
        "manifest.over-budget",
        spent=money(manifest.spent_fen, words),
        budget=money(manifest.spent_fen - manifest.over_budget_fen, words),
        over=money(manifest.over_budget_fen, words),
    )
