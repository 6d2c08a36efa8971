"""The day's map and time line: what is told by shape, where words may stand, and which stops share their slack."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest

from tests.export.crowded import crowded
from tests.export.made import SHOP
from tests.export.planned import ITINERARY, UMBRELLAS, at, planned, stop
from yiwutrip.domain.address import District
from yiwutrip.domain.itinerary import Route, StopKind
from yiwutrip.domain.words import Words
from yiwutrip.export.map_ground import street_names, strips_of
from yiwutrip.export.map_notes import Note, around, notes
from yiwutrip.export.market_map import day_maps
from yiwutrip.export.plan import PersonDay, PlannedTrip
from yiwutrip.export.slack_brackets import bracket, runs_of_slack
from yiwutrip.export.time_blocks import Block
from yiwutrip.export.time_scale import LEAST_OF_KIND, MEETING_PX, cut, scale_of
from yiwutrip.export.timeline import timelines

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
    plan, people = days(visits(("A",), 14, 14, 3, 14))
    runs = runs_of_slack(people, plan.itinerary)

    # 9:00-9:40 with 14 minutes, 9:40-10:00 with 3, 10:00-10:20 with 14 again.
    assert [(run.starts, run.ends, run.slack_s // 60) for run in runs] == [
        (at("9:00"), at("9:40"), 14),
        (at("9:40"), at("10:00"), 3),
        (at("10:00"), at("10:20"), 14),
    ]


def test_what_two_do_together_has_one_bracket() -> None:
    plan, people = days(visits(("A", "B"), 14, 14))

    assert [run.who for run in runs_of_slack(people, plan.itinerary)] == [("A", "B")]


@pytest.mark.parametrize(("minutes", "said"), [(14, "可拖 14 分"), (9, "紧！可拖 9 分"), (125, "可拖 2 时 5 分")])
def test_less_than_ten_minutes_are_tight(zh: Words, minutes: int, said: str) -> None:
    plan, people = days(visits(("A",), minutes))
    (run,) = runs_of_slack(people, plan.itinerary)
    drawn = bracket(run, (0, 0), 200, zh)

    assert f">{said}</text>" in drawn
    assert ("紧" in drawn) == ("<rect" in drawn) == (minutes < 10)


def test_a_low_bracket_says_only_what_has_room(zh: Words) -> None:
    plan, people = days(visits(("A",), 9))
    (run,) = runs_of_slack(people, plan.itinerary)

    assert re.findall(r">([^<]*)</text>", bracket(run, (0, 0), 15, zh)) == ["紧"]


def test_what_is_over_has_no_bracket(zh: Words) -> None:
    # From 9:40 on it was planned again; two visits logged at one moment took no time.
    plan, people = days(visits(("A",), 0, 0, 14, 14))
    (route,) = plan.itinerary.routes
    first, second, *rest = route.stops
    logged = (first, replace(second, arrive=at("9:20"), start=at("9:20"), leave=at("9:20")), *rest)
    again = replace(plan, itinerary=replace(plan.itinerary, routes=(replace(route, stops=logged),), since=at("9:40")))
    runs = runs_of_slack(list(again.person_days()), again.itinerary)

    assert [(run.starts, run.ends) for run in runs] == [(at("9:40"), at("10:20"))]
    assert timelines(people, again, zh)


def test_the_time_line_says_where_two_part(zh: Words) -> None:
    plan = planned().part(DAY)

    assert ">16:40 会合" in "".join(timelines(list(plan.person_days()), plan, zh))
    together = visits(("A", "B"), 14)
    end = stop(StopKind.END, "9:20", "9:25", "9:25", stall=SHOP.code)
    apart = replace(visits(("A",), 14), stops=(stop(StopKind.VISIT, "9:30", "9:30", "9:50", stall=UMBRELLAS.code),))
    plan, people = days(replace(together, stops=(*together.stops, end)), apart)

    assert ">分开 一区 3楼 12门 10街<" in "".join(timelines(people, plan, zh))


def test_who_walks_together_leaves_one_double_line(zh: Words) -> None:
    plan, people = days(visits(("A", "B"), 14, 14))
    alone, one = days(visits(("A",), 14, 14))
    double = 'stroke="#111" stroke-width="5"'

    (_, together), (_, apart) = (day_maps(who, trip, zh)[0] for who, trip in ((people, plan), (one, alone)))

    assert together.count(double) == 1
    assert double not in apart


def test_a_marker_says_from_where_on_which_floor(zh: Words) -> None:
    # The potter is on floor 3, the umbrellas on floor 1; the third stop is on 3 again.
    plan, people = days(visits(("A",), 14, 14, 14))

    ((_, drawn),) = day_maps(people, plan, zh)

    assert re.findall(r">(\d楼)<", drawn) == ["3楼", "1楼", "3楼"]


def test_who_has_no_part_in_a_wall_has_none_in_its_block(zh: Words) -> None:
    # A and D broadcast; drawn over the columns of four, the block would cover B's and C's.
    plan = crowded()
    pictures = timelines(list(plan.person_days()), plan, zh)
    black = [re.findall(r'<rect x="([\d.]+)"[^>]*width="([\d.]+)"[^>]*fill="#111"/>', one) for one in pictures]
    named = [[name for name in ("A", "B", "C", "D") if f" {name}<" in one] for one in pictures]

    # Two people a picture: columns of 155 pixels from 34 and from 197 (352 - 34 - 8 between them, halved).
    assert named == [["A", "B"], ["C", "D"]]
    assert [sorted(one) for one in black] == [[("197", "155"), ("34", "155")]] * 2


def test_a_day_that_is_higher_than_a_page_is_cut_where_nobody_is_busy() -> None:
    # 100 stops of five minutes at 15 pixels each below a head of 26: 1,526, so two pictures. Half of it is 763, and
    # (763 - 26) / 15 = 49.1.
    begins = [at("9:00") + timedelta(minutes=5 * number) for number in range(100)]
    blocks = [Block(when, when + timedelta(minutes=5), (0,), "visit", "") for when in begins]
    parts = cut(blocks)

    assert [one for part in parts for one in part] == blocks
    assert [len(part) for part in parts] == [49, 51]
    assert cut(blocks[:20]) == [blocks[:20]]


def test_what_takes_no_time_has_room_for_its_words() -> None:
    visit, meet = Block(at("9:00"), at("9:20"), (0,), "visit", ""), Block(at("9:20"), at("9:20"), (0,), "meet", "")
    home = Block(at("10:00"), at("10:00"), (0,), "wall", "")
    scale = scale_of([visit, meet, home])

    assert scale.begins[at("9:20")] - scale.ends[at("9:20")] == MEETING_PX
    assert scale.begins[at("10:00")] - scale.ends[at("10:00")] == LEAST_OF_KIND["wall"]


def test_two_who_would_crowd_one_map_have_one_each(zh: Words) -> None:
    few, _ = days(visits(("A",), 14, 14), visits(("B",), 14, 14))
    many = crowded()

    assert [whose for whose, _ in day_maps(list(few.person_days()), few, zh)] == ["AB"]
    assert [whose for whose, _ in day_maps(list(many.person_days()), many, zh)] == ["A", "B", "C", "D"]


def test_alone_on_a_sheet_one_keeps_the_sign_one_has_beside_the_other(zh: Words) -> None:
    # B's square and dashes, not A's disc and line.
    plan = planned().part(DAY, "B")
    ((_, drawn),) = day_maps(list(plan.person_days()), plan, zh)

    assert 'stroke="var(--b)" stroke-dasharray="6 4"' in drawn
    assert "var(--a)" not in drawn
    assert "var(--a)" not in "".join(timelines(list(plan.person_days()), plan, zh))


def test_a_drop_at_the_car_is_marked(zh: Words) -> None:
    plan = planned().part(DAY, "A")
    ((_, drawn),) = day_maps(list(plan.person_days()), plan, zh)

    assert ">车</text>" in drawn


def test_many_narrow_streets_have_every_second_number(zh: Words) -> None:
    # 30 streets on 256 pixels are 8.5 apart, two of them 17: more than the 14 that a number needs.
    (strip,) = strips_of({District.D4: [100.0]}, 600).values()
    named = re.findall(r">(\d+)</text>", "".join(street_names(strip, zh)))

    assert named
    assert all(int(name) % 2 == 0 for name in named)


def _rects(drawn: Sequence[str]) -> list[tuple[float, float]]:
    """Left and right of notes of four Chinese characters, 10.5 each."""
    found = []
    for one in drawn:
        x = float(re.search(r' x="([\d.]+)"', one)[1])  # type: ignore[index]
        left = x - 42 if 'anchor="end"' in one else x - 21 if 'anchor="middle"' in one else x
        found.append((left, left + 42))
    return found


def test_a_name_that_has_no_room_is_left_away() -> None:
    # Markers all around, 19 pixels apart as on the map: whatever the place, one is covered.
    places = [(100.0 + 19 * x, 100.0 + 19 * y) for x in range(-6, 7) for y in range(-3, 4)]

    assert list(notes([Note((100.0, 100.0), "青禾瓷坊")], [around(one) for one in places], [], (0.0, 360.0))) == []


def test_a_name_stands_off_the_line() -> None:
    # The line goes right from the marker, where a name stands first; to the left nothing is.
    (drawn,) = notes(
        [Note((100.0, 50.0), "青禾")], [around((100.0, 50.0))], [[(100.0, 50.0), (300.0, 50.0)]], (0.0, 360.0)
    )

    assert 'x="88"' in drawn
    assert 'text-anchor="end"' in drawn


def test_names_between_two_markers_do_not_cover_each_other() -> None:
    # 60 pixels apart: one name of 42 has room between the two, not both.
    places = [(100.0, 50.0), (160.0, 50.0)]
    drawn = list(
        notes([Note(place, "青禾瓷坊") for place in places], [around(place) for place in places], [], (0.0, 360.0))
    )
    heights = [float(re.search(r' y="([\d.]+)"', one)[1]) for one in drawn]  # type: ignore[index]

    for (one, here), (other, there) in combinations(zip(_rects(drawn), heights, strict=True), 2):
        assert one[1] <= other[0] or other[1] <= one[0] or abs(here - there) >= 12
