"""What `yiwutrip demo` shows: what was done, both people's first day, and what to open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwutrip.render.lines import BLANK, Line, Page, Role, argument, hints, line, paths, text_of
from yiwutrip.render.plan import PlanAskedFor
from yiwutrip.render.plan_day import day_lines
from yiwutrip.render.plan_overview import overview_lines
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from yiwutrip.domain.words import Words
    from yiwutrip.usecases.demo import DemoTold

PLAN_WIDTH = 100


@dataclass(frozen=True, slots=True)
class DemoShown:
    """What was told, and the papers that lie in the folder."""

    told: DemoTold
    folder: Path
    papers: tuple[Path, ...]


def plan_text(asked: PlanAskedFor, words: Words) -> str:
    """The whole plan as a text file: the overview, then every day."""
    page = Page(words, PLAN_WIDTH)
    shown = asked.shown
    lines = list(overview_lines(shown, asked.plan.wants, page))
    for day in shown.dates():
        lines += [BLANK, BLANK, *day_lines(shown, day, page)]
    return text_of(lines)


def _data(shown: DemoShown) -> dict[str, object]:
    told = shown.told
    return {
        "folder": str(shown.folder),
        "stalls": told.counts.added,
        "planned": told.plan.itinerary.totals.stalls,
        "seen": told.seen,
        "shut": told.shut,
        "samples": len(told.samples),
        "files": [str(path) for path in shown.papers],
    }


def _lines(shown: DemoShown, page: Page) -> Iterator[Line]:
    words, told = page.words, shown.told
    plan = PlanAskedFor(told.plan).shown
    yield from day_lines(plan, plan.dates()[0], page)
    yield BLANK
    yield line(words("demo.told", stalls=told.counts.added, planned=plan.itinerary.totals.stalls), Role.BOLD)
    yield line(words("demo.walked", seen=told.seen, shut=told.shut, samples=len(told.samples)))
    yield line(words("demo.invented"), Role.DIM)
    yield line(words("demo.papers"), Role.BOLD)
    yield from paths(shown.papers)
    yield from hints(page, f"yiwutrip plan show --db {argument(shown.folder / 'demo.db')}", "yiwutrip trip new")


DEMO: View[DemoShown] = View("demo", _data, _lines)
