from dataclasses import replace

import pytest

from tests.solver.worlds import CAR, LUNCH, line, node, visit, walk
from yiwutrip.solver.problem import Drop, Meal, Problem
from yiwutrip.solver.schedule import schedule


def test_each_step_is_done_as_early_as_it_can_be() -> None:
    problem = Problem(line(4), (node(1, first=300), node(3)), (walk(),))

    table = schedule(problem, 0, (visit(0), visit(1)))

    # 60 s to place 1, wait until 300, 600 s there; 120 s to place 3, 600 s there; 180 s home
    assert [(s.arrive_s, s.start_s, s.leave_s) for s in table.stops] == [(60, 300, 900), (1020, 1020, 1620)]
    assert table.arrive_s == 1800
    assert table.travel_s == table.walk_s == 60 + 120 + 180
    assert table.holds


def test_slack_is_what_a_step_can_slip_before_something_later_breaks() -> None:
    problem = Problem(line(4), (node(1), node(3, last=1000)), (walk(latest_end_s=2000),))

    table = schedule(problem, 0, (visit(0), visit(1)))

    # node 1 starts at 60+600+120 = 780, may until 1000 (the wall would allow 2000-180-600 = 1220): 220 s;
    # node 0 may start until 1000-120-600 = 280, starts at 60: 220 s too; the start as well
    assert [s.slack_s for s in table.stops] == [220, 220]
    assert table.leave_by_s == 220


def test_between_two_windows_one_waits_for_the_second() -> None:
    twice = replace(node(1), windows={0: ((0, 30), (500, 900))})
    problem = Problem(line(2), (twice,), (walk(),))

    (stop,) = schedule(problem, 0, (visit(0),)).stops

    assert (stop.arrive_s, stop.start_s, stop.latest_start_s) == (60, 500, 900)


def test_slack_does_not_end_in_the_gap_between_windows() -> None:
    twice = replace(node(1, service_s=0), windows={0: ((0, 100), (500, 900))})
    problem = Problem(line(2), (twice,), (walk(latest_end_s=460),))

    # the wall allows a start until 460-60 = 400, which is in the gap: 100 is the last that counts
    assert schedule(problem, 0, (visit(0),)).stops[0].latest_start_s == 100


def test_a_late_visit_is_timed_and_said_not_to_hold() -> None:
    problem = Problem(line(3), (node(2, last=100),), (walk(),))

    table = schedule(problem, 0, (visit(0),))

    assert table.stops[0].start_s == 120
    assert table.stops[0].slack_s == -20
    assert not table.holds


def test_a_shut_day_never_holds() -> None:
    problem = Problem(line(2), (replace(node(1), windows={1: ((0, 100),)}),), (walk(),))

    assert not schedule(problem, 0, (visit(0),)).holds


def test_a_meal_is_taken_where_the_walker_is() -> None:
    eats = replace(walk(), meal=Meal(1800, 1000, 5000))
    problem = Problem(line(3), (node(1), node(2)), (eats,))

    first, lunch, second = schedule(problem, 0, (visit(0), LUNCH, visit(1))).stops

    assert (first.leave_s, lunch.location, lunch.arrive_s, lunch.start_s, lunch.leave_s) == (660, 1, 660, 1000, 2800)
    assert second.arrive_s == 2860


def test_a_drop_empties_the_hands() -> None:
    unloads = replace(walk(), drop=Drop(2, 120))
    heavy = replace(node(1), load_g=5000)
    problem = Problem(line(3), (heavy, replace(heavy, location=2)), (unloads,))

    stops = schedule(problem, 0, (visit(0), CAR, visit(1))).stops

    assert [s.carried_g for s in stops] == [5000, 0, 5000]
    assert (stops[1].arrive_s, stops[1].leave_s) == (720, 840)


def test_riding_is_under_way_but_not_on_foot() -> None:
    problem = Problem(line(3), (node(2),), (walk(),), walk_s=line(3, 10))

    table = schedule(problem, 0, (visit(0),))

    assert (table.travel_s, table.walk_s) == (240, 40)


def test_a_route_without_a_car_has_no_drop() -> None:
    with pytest.raises(ValueError, match="no drop"):
        schedule(Problem(line(2), (), (walk(),)), 0, (CAR,))
