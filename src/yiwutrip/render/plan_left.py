"""What a plan does without, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.dates import say_duration
from yiwutrip.domain.phrasing import say_reason
from yiwutrip.render.cells import cell_len, wrap
from yiwutrip.render.lines import Line, Page, Role, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.render.plan_shown import PlanShown

SHOWN = 3
AT_HOME = "order-from-home"


def left_out_lines(shown: PlanShown, page: Page) -> Iterator[Line]:
    """The worthiest stalls that were left out and why, how many more there are, and what can be ordered from home."""
    words = page.words
    alliance = [one for one in shown.itinerary.left_out if one.reason.code == AT_HOME]
    others = [one for one in shown.itinerary.left_out if one.reason.code != AT_HOME]
    texts = [f"{one.stall} {say_reason(one.reason, words)}" for one in others[:SHOWN]]
    if len(others) > SHOWN:
        texts.append(words("plan.left-out-more", count=len(others) - SHOWN))
    if alliance:
        saved = sum(int(str(one.reason.params.get("minutes", 0))) for one in alliance)
        texts.append(words("plan.alliance", count=len(alliance), time=say_duration(60 * saved, words)))
    yield from labelled(words("plan.left-out"), texts, page, Role.DIM)


def unmet_lines(shown: PlanShown, page: Page) -> Iterator[Line]:
    """Every promise that is not kept, and why."""
    words = page.words
    texts = [
        words("plan.unmet-one", what=say_reason(one.what, words), why=say_reason(one.why, words))
        for one in shown.itinerary.unmet
    ]
    yield from labelled(words("plan.unmet"), texts, page, Role.WARN)


def labelled(label: str, texts: list[str], page: Page, role: Role) -> Iterator[Line]:
    """Texts under one label, wrapped to the page, the label before the first line only."""
    indent = " " * cell_len(label)
    first = True
    for text in texts:
        for part in wrap(text, page.room - cell_len(label)):
            yield line(f"{label if first else indent}{part}", role)
            first = False
