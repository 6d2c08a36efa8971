"""The day's map and time line: what is told by shape, where words may stand, and which stops share their slack."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from tests.export.made import SHOP
from tests.export.planned import ITINERARY, UMBRELLAS, at, planned, stop
from yiwutrip.domain.itinerary import Route, StopKind
from yiwutrip.domain.words import Words
from yiwutrip.export.map_notes import Note, notes
from yiwutrip.export.market_map import day_map
from yiwutrip.export.plan import PersonDay, PlannedTrip
from yiwutrip.export.slack_brackets import bracket, runs_of_slack
from yiwutrip.export.timeline import timeline

DAY = at("9:00").date()


def visits(who: tuple[str, ...], *slacks_min: int) -> Route:
    """Visits of twenty minutes one after the other from 9:00, with so much slack each, at two stalls in turn."""
    moments = [f"{9 + n // 3}:{n % 3 * 20:02}" for n in range(len(slacks_min) + 1)]
    stalls = [SHOP.code, UMBRELLAS.code] * len(slacks_min)
    return Route(
        DAY,
        who,
        tuple(
            stop(StopKind.VISIT, moments[n], moments[n], moments[n + 1], stall=stalls[n], slack_s=slack * 60)
            for n, slack in enumerate(slacks_min)
        ),
    )


def days(*routes: Route) -> tuple[PlannedTrip, list[PersonDay]]:
    plan = replace(planned(), itinerary=replace(ITINERARY, routes=routes)).part(DAY)
    return plan, list(plan.person_days())


def test_a_bracket_holds_the_stops_that_share_their_minutes() -> None:
    _, people = days(visits(("A",), 14, 14, 3, 14))
    runs = runs_of_slack(people)

    # 9:00-9:40 with 14 minutes, 9:40-10:00 with 3, 10:00-10:20 with 14 again.
    assert [(run.starts, run.ends, run.slack_s // 60) for run in runs] == [
        (at("9:00"), at("9:40"), 14),
        (at("9:40"), at("10:00"), 3),
        (at("10:00"), at("10:20"), 14),
    ]


def test_what_two_do_together_has_one_bracket() -> None:
    _, people = days(visits(("A", "B"), 14, 14))

    assert [run.who for run in runs_of_slack(people)] == [("A", "B")]


@pytest.mark.parametrize(("minutes", "said"), [(14, "可拖 14 分"), (9, "紧！可拖 9 分"), (125, "可拖 2 时 5 分")])
def test_less_than_ten_minutes_are_tight(zh: Words, minutes: int, said: str) -> None:
    _, people = days(visits(("A",), minutes))
    (run,) = runs_of_slack(people)
    drawn = bracket(run, (0, 0), 200, zh)

    assert f">{said}</text>" in drawn
    assert ("紧" in drawn) == ("<rect" in drawn) == (minutes < 10)


def test_a_low_bracket_says_only_what_has_room(zh: Words) -> None:
    _, people = days(visits(("A",), 9))
    (run,) = runs_of_slack(people)

    assert re.findall(r">([^<]*)</text>", bracket(run, (0, 0), 15, zh)) == ["紧"]


def test_the_time_line_says_where_two_part(zh: Words) -> None:
    plan = planned().part(DAY)

    assert ">16:40 会合" in timeline(list(plan.person_days()), plan, zh)
    together = visits(("A", "B"), 14)
    end = stop(StopKind.END, "9:20", "9:25", "9:25", stall=SHOP.code)
    apart = replace(visits(("A",), 14), stops=(stop(StopKind.VISIT, "9:30", "9:30", "9:50", stall=UMBRELLAS.code),))
    plan, people = days(replace(together, stops=(*together.stops, end)), apart)

    assert ">分开 一区 3楼 12门 10街<" in timeline(people, plan, zh)


def test_who_walks_together_leaves_one_double_line(zh: Words) -> None:
    plan, people = days(visits(("A", "B"), 14, 14))
    alone, one = days(visits(("A",), 14, 14))
    double = 'stroke="#111" stroke-width="5"'

    assert day_map(people, plan, zh).count(double) == 1
    assert double not in day_map(one, alone, zh)


def test_a_marker_says_from_where_on_which_floor(zh: Words) -> None:
    # The potter is on floor 3, the umbrellas on floor 1; the third stop is on 3 again.
    plan, people = days(visits(("A",), 14, 14, 14))

    assert re.findall(r">(\d楼)<", day_map(people, plan, zh)) == ["3楼", "1楼", "3楼"]


def _rects(drawn: Sequence[str]) -> list[tuple[float, float]]:
    """Left and right of notes of four Chinese characters, 10.5 each."""
    found = []
    for one in drawn:
        x = float(re.search(r' x="([\d.]+)"', one)[1])  # type: ignore[index]
        left = x - 42 if 'anchor="end"' in one else x - 21 if 'anchor="middle"' in one else x
        found.append((left, left + 42))
    return found


def test_names_between_two_markers_do_not_cover_each_other() -> None:
    # 60 pixels apart: one name of 42 has room between the two, not both.
    places = [(100.0, 50.0), (160.0, 50.0)]
    drawn = list(notes([Note(place, "青禾瓷坊") for place in places], places, (0.0, 360.0)))
    heights = [float(re.search(r' y="([\d.]+)"', one)[1]) for one in drawn]  # type: ignore[index]

    for (one, here), (other, there) in combinations(zip(_rects(drawn), heights, strict=True), 2):
        assert one[1] <= other[0] or other[1] <= one[0] or abs(here - there) >= 12
