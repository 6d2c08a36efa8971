"""What `yiwutrip visit` shows: the line of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwutrip.domain.visit import VisitStatus
from yiwutrip.render.lines import Line, Page, hints, line
from yiwutrip.render.plain_data import plain
from yiwutrip.render.problems import problem_lines
from yiwutrip.render.values import clock, stall_title
from yiwutrip.render.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yiwutrip.usecases.log_visit import VisitLogged


def _data(logged: VisitLogged) -> dict[str, object]:
    said: dict[str, object] = plain(logged.visit)
    return said


def _lines(logged: VisitLogged, page: Page) -> Iterator[Line]:
    visit, stall = logged.visit, logged.stall
    text = page.words(
        f"visit.logged-{visit.status}",
        stall=stall_title(stall),
        who=" ".join(visit.who),
        time=clock(visit.at),
    )
    yield line(text)
    yield from problem_lines(logged.problems, page)
    if logged.problems:
        yield from hints(page, "yiwutrip undo")
    elif visit.status is VisitStatus.DONE:
        after = ["yiwutrip plan next"] if logged.planned else []
        yield from hints(page, f"yiwutrip sample add {stall.code} ARTICLE", *after)
    elif logged.planned:
        yield from hints(page, f"yiwutrip plan redo --now {clock(visit.at)}")


VIEWS: dict[VisitStatus, View[VisitLogged]] = {
    VisitStatus.DONE: View("visit done", _data, _lines),
    VisitStatus.SKIPPED: View("visit skip", _data, _lines),
    VisitStatus.SHUT: View("visit shut", _data, _lines),
}
