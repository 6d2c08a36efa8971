from datetime import date
from itertools import combinations

import numpy as np
import pytest

from tests.planner.worlds import QUICK, full_world, one_day, stall
from yiwutrip.domain.itinerary import StopKind
from yiwutrip.domain.trip import TripDay, Want
from yiwutrip.planner.cut import Stretch
from yiwutrip.planner.ground import lay_out
from yiwutrip.planner.make import plan_trip
from yiwutrip.planner.prepare import prepare
from yiwutrip.planner.share_out import share_out
from yiwutrip.planner.shedding import valued
from yiwutrip.planner.straighten import way_s
from yiwutrip.planner.verify import walks
from yiwutrip.solver.check import check
from yiwutrip.solver.problem import VISIT, Node, Problem, Route, Step
from yiwutrip.solver.schedule import schedule
from yiwutrip.solver.solve import solve
from yiwutrip.solver.stop import Iterations

WHOLE_DAY = {0: ((0, 40_000),)}


def street(count: int) -> Problem:
    """Stalls a minute apart, 15 minutes inside each; two people go from its beginning and come back there."""
    places = np.arange(count + 1, dtype=np.int32) * 60
    nodes = tuple(Node(i + 1, 10, 900, WHOLE_DAY) for i in range(count))
    return Problem(np.abs(places[:, None] - places[None, :]), nodes, (Route(0, 0, 0, 0, 50_000),) * 2)


def stretches(*people: str) -> list[Stretch]:
    return [Stretch(0, tuple(letters), start_s=0, start=0, end_s=50_000, end=0) for letters in people]


def visits(*nodes: int) -> tuple[Step, ...]:
    return tuple(Step(VISIT, node) for node in nodes)


def done_s(problem: Problem, routes: tuple[tuple[Step, ...], ...]) -> list[int]:
    return [schedule(problem, i, steps).arrive_s for i, steps in enumerate(routes)]


def test_who_has_nothing_to_do_takes_half() -> None:
    problem = street(8)
    alone = (visits(*range(8)), ())
    # Eight quarters of an hour, eight minutes there and eight back.
    assert done_s(problem, alone) == [136 * 60, 0]

    shared = share_out(problem, stretches("A", "B"), alone)

    # Four each: an hour, and eight minutes there and back for one, sixteen for the other who goes to the far end.
    assert sorted(map(len, shared)) == [4, 4]
    assert max(done_s(problem, shared)) <= (60 + 16) * 60


def test_a_quarter_of_an_hour_is_not_worth_it() -> None:
    routes = (visits(0), ())

    assert share_out(street(1), stretches("A", "B"), routes) == routes


@pytest.mark.parametrize(
    ("people", "kept"), [(("A", "A"), ()), (("AB", "B"), ()), (("A", "B"), (1,)), (("A", "B"), (0,))]
)
def test_only_who_walks_apart_at_the_same_time_shares(people: tuple[str, ...], kept: tuple[int, ...]) -> None:
    routes = (visits(*range(8)), ())

    assert share_out(street(8), stretches(*people), routes, kept) == routes


@pytest.mark.parametrize("seed", range(12))
def test_the_same_visits_are_made_no_walk_ends_later_and_everything_holds(seed: int) -> None:
    trip, stalls = full_world(seed)
    model = prepare(lay_out(trip, stalls, [], QUICK.assumed)).model
    found = solve(model.problem, Iterations(5), seed=1)

    routes = share_out(model.problem, model.stretches, found.routes)

    shared = valued(model.problem, routes, found)
    assert check(model.problem, shared) == ()
    assert shared.prize == found.prize
    assert max(done_s(model.problem, routes)) <= max(done_s(model.problem, found.routes))
    if routes != found.routes:
        saved_s = sum(
            max(before[i], before[j]) - max(after[i], after[j])
            for before, after in [(done_s(model.problem, found.routes), done_s(model.problem, routes))]
            for i, j in combinations(range(len(routes)), 2)
            if model.stretches[i].day == model.stretches[j].day
        )
        assert way_s(model.problem, routes) - way_s(model.problem, found.routes) < saved_s


def test_two_who_want_little_are_both_done_early() -> None:
    # Twelve of ceramics are enough, a quarter of an hour each: three hours for one, half of it for two.
    trip = one_day(
        2, wants=(Want(category="陶瓷", weight=5, at_most=12),), days=(TripDay(date(2021, 4, 14), frozenset(), None),)
    )

    plan = plan_trip(trip, [stall(number) for number in range(60)], [], QUICK)

    seen = {letter: [stop for stop in stops if stop.kind is StopKind.VISIT] for letter, stops in walks(plan).items()}
    assert sum(map(len, seen.values())) == 12
    done = sorted(stops[-1].leave for stops in seen.values())
    assert (done[1] - done[0]).total_seconds() < 3600
