from dataclasses import replace
from datetime import datetime, timedelta

from tests.planner.worlds import at
from yiwutrip.domain.itinerary import Itinerary, Route, Stop, StopKind, Totals
from yiwutrip.planner.changes import Changes, changes

NOW = at(14, 9)


def plan(*visits: tuple[str, str, datetime]) -> Itinerary:
    """One route a visit: stall, letters, start."""
    routes = tuple(
        Route(start.date(), tuple(who), (Stop(StopKind.VISIT, start, start, start, 0, stall=code),))
        for code, who, start in visits
    )
    return Itinerary("t", 0, 0.0, 1, routes, (), (), Totals(0, 0, 0, 0, 0, 0))


OLD = plan(
    ("stays", "A", at(14, 10)),
    ("later", "A", at(14, 11)),
    ("partner", "A", at(14, 12)),
    ("tomorrow", "AB", at(14, 13)),
    ("gone", "B", at(14, 14)),
    ("done", "A", at(14, 8)),
)


def test_each_stall_is_in_one_list_by_what_became_of_it() -> None:
    new = plan(
        ("stays", "A", at(14, 10) + timedelta(seconds=59)),
        ("later", "A", at(14, 11, 1)),
        ("partner", "B", at(14, 12, 30)),
        ("tomorrow", "A", at(15, 13)),
        ("new", "B", at(14, 14)),
    )

    assert changes(OLD, new, {"done"}, NOW) == Changes(
        dropped=("gone",), gained=("new",), moved_day=("tomorrow",), moved_who=("partner",), retimed=("later",)
    )


def test_the_same_plan_changes_nothing() -> None:
    assert changes(OLD, OLD, (), NOW) == Changes()


def test_what_had_begun_by_then_is_history_and_no_change() -> None:
    new = plan(*[(r.stops[0].stall or "", "".join(r.who), r.stops[0].start) for r in OLD.routes[:-1]])
    done_later = replace(new, routes=(*new.routes, *plan(("done", "B", at(14, 8, 30))).routes))

    assert changes(OLD, done_later, (), NOW) == Changes()
